import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { FilePreview, Kind } from './queries.ts'
import { useFieldName } from './words.ts'

type Row = FilePreview['rows'][number]

/** The first rows as they will be read. */
export function PreviewRows({ kind, preview }: { readonly kind: Kind; readonly preview: FilePreview }) {
  const { t } = useTranslation('orgFile')
  const fieldName = useFieldName(kind)
  if (preview.rows.length === 0) return null
  const columns: readonly Column<Row>[] = [
    { id: '_line', title: t('line'), width: 64, end: true, always: true, cell: (row) => row.line },
    ...preview.fields
      .filter(({ field }) => field in preview.mapping)
      .map(({ field }): Column<Row> => ({ id: field, title: fieldName(field), always: true, cell: (row) => row.cells[field] ?? '' })),
  ]
  return (
    <Section title={t('preview')}>
      <DataTable name={`${kind}-preview`} label={t('preview')} columns={columns} rows={preview.rows} rowKey={(row) => String(row.line)} tools={false} />
    </Section>
  )
}
