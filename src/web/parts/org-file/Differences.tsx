import { useTranslation } from 'react-i18next'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { FilePreview, Kind } from './queries.ts'
import { useFieldName, useHistoryText } from './words.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What becomes of those that were known, field by field. */
export function Differences({ kind, preview: { differences, differing } }: { readonly kind: Kind; readonly preview: FilePreview }) {
  const { t } = useTranslation('orgFile')
  const fieldName = useFieldName(kind)
  const history = useHistoryText()
  if (differing === 0) return null
  const rows = differences.flatMap(({ id, name, fields }) =>
    fields.map((f): Row => ({ id, name, field: f.field, before: history(f.field, f.before), after: history(f.field, f.after) })),
  )
  const columns: readonly Column<Row>[] = [
    { id: 'who', title: t('who'), always: true, cell: (row) => (row.name === row.id ? row.name : `${row.name} · ${row.id}`), text: (row) => `${row.name} ${row.id}` },
    { id: 'field', title: t('field'), width: 140, cell: (row) => fieldName(row.field), text: (row) => fieldName(row.field) },
    { id: 'before', title: t('before'), cell: (row) => row.before, text: (row) => row.before },
    { id: 'after', title: t('after'), cell: (row) => row.after, text: (row) => row.after },
  ]
  const title = t(`${kind}.differences`, { count: differing, people: countText(differing) })
  const more = differing - differences.length
  return (
    <Section title={title} note={more === 0 ? undefined : t('differences.more', { count: more, shown: differences.length })}>
      <DataTable name={`${kind}-differences`} label={title} columns={columns} rows={rows} rowKey={(row) => `${row.id} ${row.field}`} tools={rows.length > 20} />
    </Section>
  )
}
