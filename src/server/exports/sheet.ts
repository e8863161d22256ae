import type { Lang } from '../../base/diagnostic.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { SheetColumn } from '../http/workbook.ts'
import type { FieldValue, RecordRow } from '../records/list.ts'
import { type FieldShown, shownFields } from '../records/shapes.ts'

interface SheetOf {
  readonly lang: Lang
  /** Of the company. */
  readonly currency: string
  readonly timezone: string
  /** Names of employees by id. */
  readonly names: ReadonlyMap<string, string>
}

const NUMBERS: readonly string[] = ['money', 'decimal', 'integer']

const WORDS = { zh: { true: '是', false: '否', id: '工号' }, en: { true: 'yes', false: 'no', id: 'id' } } as const

/** The columns of a file of records: a field each, people by name and by id, instants in the company’s time zone. */
export function columnsOf(document: DatasetDocument, of: SheetOf): SheetColumn<RecordRow>[] {
  const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: of.timezone })
  return shownFields(document, of.lang, of.currency).flatMap((field): SheetColumn<RecordRow>[] => {
    const value = ({ fields }: RecordRow): FieldValue => fields[field.field] ?? null
    const text = (row: RecordRow): string | null => {
      const found = value(row)
      return found === null ? null : String(found)
    }
    if (field.type === 'employee')
      return [
        { title: field.name, kind: 'text', of: (row) => nameOf(of.names, text(row)) },
        { title: `${field.name} ${WORDS[of.lang].id}`, kind: 'text', of: text },
      ]
    return [{ title: titleOf(field), kind: NUMBERS.includes(field.type) ? 'number' : 'text', of: (row) => written(field, text(row), { local, lang: of.lang }) }]
  })
}

function nameOf(names: SheetOf['names'], id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? id)
}

/** The unit of a column stands in its title: cells are plain numbers. */
function titleOf({ name, type, currency, unit }: FieldShown): string {
  if (type === 'money' && currency !== null) return `${name} (${currency})`
  return unit === null ? name : `${name} (${unit === 'percent' ? '%' : unit})`
}

function written({ type }: FieldShown, text: string | null, { local, lang }: { readonly local: Intl.DateTimeFormat; readonly lang: Lang }): string | null {
  if (text === null) return null
  if (type === 'boolean') return WORDS[lang][text === 'true' ? 'true' : 'false']
  return type === 'timestamp' ? local.format(new Date(text)) : text
}
