import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../parts/use-pages.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figures.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { getImports, type ImportRow } from './queries.ts'
import { UndoDrawer } from './UndoDrawer.tsx'

/** Every file that changed records, and the way to take one back. */
export function ImportsPage() {
  const { t } = useTranslation('data')
  const load = useCallback((after: string | undefined, signal?: AbortSignal) => getImports(after, signal), [])
  const { rows, paging, error, again } = usePages(['imports'], load)
  const columns = useColumns()
  return (
    <Page title={t('imports.title')} sentence={t('imports.sentence')}>
      <DataTable
        name="imports"
        label={t('imports.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.import)}
        error={error}
        again={again}
        paging={paging}
        tools={false}
        empty={<EmptyState title={t('imports.empty')}>{t('imports.emptyNote')}</EmptyState>}
      />
      <UndoDrawer rows={rows} />
    </Page>
  )
}

function useColumns(): readonly Column<ImportRow>[] {
  const { t } = useTranslation('data')
  return useMemo(() => {
    const count = (id: 'inserted' | 'changed' | 'deleted' | 'bad'): Column<ImportRow> => ({
      ...{ id, title: t(`imports.${id}`), end: true, width: 90, text: (row) => String(row.rows[id]) },
      cell: (row) => <Figure value={String(row.rows[id])} />,
    })
    return [
      { id: 'file', title: t('imports.file'), always: true, cell: (row) => row.file, text: (row) => row.file },
      {
        ...{ id: 'dataset', title: t('column.dataset'), text: (row) => row.datasetName },
        cell: (row) => (
          <Link to="/data/$dataset" params={{ dataset: row.dataset }}>
            {row.datasetName}
          </Link>
        ),
      },
      { id: 'at', title: t('imports.at'), width: 150, cell: (row) => localTime(row.at), text: (row) => row.at },
      { id: 'by', title: t('imports.by'), cell: (row) => row.by ?? t('version.cli'), text: (row) => row.by },
      ...(['inserted', 'changed', 'deleted', 'bad'] as const).map(count),
      {
        id: 'state',
        title: t('imports.state'),
        width: 160,
        cell: (row) => <UndoButton row={row} />,
        text: (row) => (row.undone === null ? null : t('imports.undone', { by: row.undone.by })),
      },
    ]
  }, [t])
}

function UndoButton({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation('data')
  const [, setUndo] = useAddressParam('undo')
  if (row.undone !== null) return <span title={`${localTime(row.undone.at)} ${row.undone.reason}`}>{t('imports.undone', { by: row.undone.by })}</span>
  return (
    <Button size="small" onClick={() => setUndo(String(row.import))} aria-label={`${t('imports.undo')} ${row.file}`}>
      {t('imports.undo')}
    </Button>
  )
}
