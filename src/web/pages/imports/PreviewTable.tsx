import { Tooltip } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { ImportDataset } from './dataset.ts'
import styles from './imports.module.css'
import type { Preview } from './queries.ts'

type Row = Preview['rows'][number]
type Cell = Row['cells'][string]

/** The first rows as they will be read; a value that means something else than it looks has what the file says under the pointer. */
export function PreviewTable({ dataset, preview }: { readonly dataset: ImportDataset; readonly preview: Preview }) {
  const { t } = useTranslation('data')
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { id: '_line', title: t('wizard.line'), width: 64, end: true, always: true, cell: (row) => <Line row={row} /> },
      ...dataset.fields
        .filter(({ field }) => field in preview.mapping)
        .map(({ field, name }): Column<Row> => ({ id: field, title: name, always: true, cell: (row) => <CellView cell={row.cells[field]} /> })),
    ],
    [t, dataset, preview],
  )
  return <DataTable name="import-preview" label={t('wizard.preview')} columns={columns} rows={preview.rows} rowKey={(row) => String(row.line)} tools={false} />
}

function Line({ row }: { readonly row: Row }) {
  if (row.problem === null) return row.line
  return <Bad text={String(row.line)} why={`${row.problem.detail} ${row.problem.cure}`} />
}

function CellView({ cell }: { readonly cell: Cell | undefined }) {
  if (cell === undefined) return null
  if (cell.problem !== null) return <Bad text={cell.text} why={`${cell.problem.detail} ${cell.problem.cure}`} />
  if (cell.value === null || cell.value === cell.text.trim()) return cell.value ?? ''
  return <Tooltip title={cell.text}>{cell.value}</Tooltip>
}

function Bad({ text, why }: { readonly text: string; readonly why: string }) {
  return (
    <Tooltip title={why}>
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable without a mouse. */}
      <span className={styles['bad']} tabIndex={0}>
        <span aria-hidden="true">✕ </span>
        {text}
        <span className="visually-hidden">{why}</span>
      </span>
    </Tooltip>
  )
}
