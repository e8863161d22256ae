import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../ProblemView.tsx'
import { Lines } from '../Skeletons.tsx'
import { useNarrow } from '../use-media.ts'
import { type Column, NO_VIEW, type TableView } from './column.ts'
import styles from './data-table.module.css'
import type { DataTableProps, Paging } from './props.ts'
import { RowCards } from './RowCards.tsx'
import { RowGrid } from './RowGrid.tsx'
import { rowsIn } from './rows.ts'
import { TableToolbar } from './TableToolbar.tsx'
import { useLook } from './use-look.ts'

/** Every list of the application: search, filter, order, columns, density, export, number of rows; cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, paging, tools = true } = props
  const narrow = useNarrow()
  const [ownView, setOwnView] = useState(NO_VIEW)
  const view = props.view ?? ownView
  const [look, setLook] = useLook(props.name, columns)
  const shown = useMemo(() => columns.filter((column) => column.always === true || !look.hidden.includes(column.id)), [columns, look.hidden])
  const found = useMemo(() => (rows === undefined || paging !== undefined ? rows : rowsIn(rows, columns, view)), [rows, columns, view, paging])
  const onView = props.onView ?? setOwnView
  return (
    <div className={styles['table']}>
      {tools ? <TableToolbar {...props} view={view} onView={onView} look={look} onLook={setLook} shown={shown} found={found} narrow={narrow} /> : null}
      <TableContent {...props} found={found} shown={shown} view={view} onView={onView} narrow={narrow} dense={look.dense} />
      {paging === undefined ? null : <MoreRows paging={paging} />}
    </div>
  )
}

interface ContentProps<Row> extends DataTableProps<Row> {
  readonly found: readonly Row[] | undefined
  readonly shown: readonly Column<Row>[]
  readonly view: TableView
  readonly onView: (view: TableView) => void
  readonly narrow: boolean
  readonly dense: boolean
}

/** Rows, or what stands in their place: nothing found, nothing there, still loading, an error. */
function TableContent<Row>(props: ContentProps<Row>) {
  const { t } = useTranslation('ui')
  const { found, rows, error, again, empty, view, onView, narrow } = props
  if (error !== undefined && error !== null && found === undefined) return <ProblemView error={error} again={again} />
  if (found === undefined) return <div className={styles['waiting']}>{<Lines count={8} height={18} />}</div>
  if (found.length === 0) {
    const looked = view.q !== '' || Object.keys(view.filters).length > 0
    if (!looked && rows?.length === 0) return empty ?? <p className={styles['nothing']}>{t('table.nothingFound')}</p>
    return (
      <p className={styles['nothing']}>
        {t('table.nothingFound')}
        {looked ? (
          <Button type="link" onClick={() => onView({ ...view, q: '', filters: {} })}>
            {t('table.filter.clear')}
          </Button>
        ) : null}
      </p>
    )
  }
  const rest = { ...props, rows: found, columns: props.shown }
  return narrow ? <RowCards {...rest} /> : <RowGrid {...rest} />
}

function MoreRows<Row>({ paging }: { readonly paging: Paging<Row> }) {
  const { t } = useTranslation('ui')
  if (!paging.hasMore) return null
  return (
    <div>
      <Button onClick={paging.more} loading={paging.loading}>
        {t('table.more')}
      </Button>
    </div>
  )
}
