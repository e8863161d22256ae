import { Button, Checkbox, Input, Popover, Radio, Select } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../Icon.tsx'
import { NoOptions } from '../NoOptions.tsx'
import { countText } from '../numbers.ts'
import { useTypedText } from '../typed-text.ts'
import type { Column, TableLook, TableView } from './column.ts'
import styles from './data-table.module.css'
import type { DataTableProps } from './props.ts'
import { TableExport } from './TableExport.tsx'

interface ToolbarProps<Row> extends DataTableProps<Row> {
  readonly view: TableView
  readonly onView: (view: TableView) => void
  readonly look: TableLook
  readonly onLook: (look: TableLook) => void
  readonly shown: readonly Column<Row>[]
  readonly found: readonly Row[] | undefined
  readonly narrow: boolean
}

/** Search and filters at the start; number of rows, columns, density and export at the end. */
export function TableToolbar<Row>(props: ToolbarProps<Row>) {
  const { columns, view, onView, found, shown, narrow } = props
  return (
    <div className={styles['toolbar']}>
      <Search view={view} onView={onView} />
      {columns.map((column) => (
        <Filter key={column.id} column={column} view={view} onView={onView} />
      ))}
      <div className={styles['trailing']}>
        <span className={styles['count']} role="status">
          <RowCount {...props} />
        </span>
        {narrow ? null : <LookMenu {...props} />}
        <TableExport name={props.name} rows={found} columns={shown} all={props.paging?.all} view={view} xlsx={props.xlsx} onExport={props.onExport} />
      </div>
    </div>
  )
}

function Search({ view, onView }: { readonly view: TableView; readonly onView: (view: TableView) => void }) {
  const { t } = useTranslation('ui')
  const keep = useCallback((q: string | undefined) => onView({ ...view, q: q ?? '' }), [view, onView])
  const { text, type, finish } = useTypedText(view.q === '' ? undefined : view.q, keep)
  return (
    <Input
      className={styles['search'] ?? ''}
      value={text ?? ''}
      onChange={(event) => type(event.target.value)}
      onPressEnter={() => finish()}
      placeholder={t('table.search')}
      aria-label={t('table.search')}
      prefix={<Icon name="search" />}
      allowClear
    />
  )
}

interface FilterProps<Row> {
  readonly column: Column<Row>
  readonly view: TableView
  readonly onView: (view: TableView) => void
}

function Filter<Row>({ column, view, onView }: FilterProps<Row>) {
  const { t } = useTranslation('ui')
  if (column.filter === undefined) return null
  const { [column.id]: chosen, ...others } = view.filters
  return (
    <Select
      className={styles['filter'] ?? ''}
      value={chosen ?? null}
      onChange={(value: string | null | undefined) => onView({ ...view, filters: value === null || value === undefined ? others : { ...others, [column.id]: value } })}
      options={[...column.filter.choices]}
      placeholder={column.title}
      notFoundContent={column.filter.query === undefined ? undefined : <NoOptions query={column.filter.query} />}
      aria-label={`${t('table.filter')}: ${column.title}`}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      allowClear
    />
  )
}

function RowCount<Row>({ rows, found, paging }: ToolbarProps<Row>) {
  const { t } = useTranslation('ui')
  if (rows === undefined || found === undefined) return null
  const all = (count: number) => t('table.rows', { count, rows: countText(count) })
  const some = (shown: number, count: number) => (shown === count ? all(count) : t('table.rowsOf', { count, shown: countText(shown), rows: countText(count) }))
  if (paging === undefined) return some(found.length, rows.length)
  if (paging.total !== null) return some(rows.length, paging.total)
  return paging.hasMore ? t('table.rowsLoaded', { shown: countText(rows.length) }) : all(rows.length)
}

function LookMenu<Row>({ columns, look, onLook }: ToolbarProps<Row>) {
  const { t } = useTranslation('ui')
  const shown = columns.filter((column) => column.always === true || !look.hidden.includes(column.id)).map(({ id }) => id)
  const choices = columns.map((column) => ({ value: column.id, label: column.title, disabled: column.always === true }))
  const content = (
    <div className={styles['menu']}>
      <Checkbox.Group
        className={styles['choices'] ?? ''}
        aria-label={t('table.columns')}
        options={choices}
        value={shown}
        onChange={(ids) => onLook({ ...look, hidden: columns.map(({ id }) => id).filter((id) => !ids.includes(id)) })}
      />
      <Radio.Group
        aria-label={t('table.density')}
        size="small"
        optionType="button"
        value={look.dense}
        onChange={(event) => onLook({ ...look, dense: event.target.value === true })}
      >
        <Radio.Button value={false}>{t('table.density.normal')}</Radio.Button>
        <Radio.Button value={true}>{t('table.density.dense')}</Radio.Button>
      </Radio.Group>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<Icon name="columns" />}>{t('table.columns')}</Button>
    </Popover>
  )
}
