import type { Day } from '../../../base/calendar.ts'
import type { Params } from '../../../base/diagnostic.ts'
import type { DatasetDocument, FieldDocument } from '../../../engine/documents/dataset.ts'
import { isPercentUnit } from '../../../engine/index.ts'
import { nearNames } from '../../../engine/near.ts'
import { hintOf } from '../../../engine/wording.ts'
import type { Directory } from '../../org/directory.ts'
import { columnType, fieldOf, isRequired } from '../table.ts'
import { ByteMap } from '../values/byte-map.ts'
import {
  type Manner,
  type Normalised,
  normaliseBoolean,
  normaliseCurrency,
  normaliseDay,
  normaliseDecimal,
  normaliseInteger,
  normaliseText,
  normaliseTimestamp,
} from '../values/normalise.ts'
import type { FieldSource } from './header.ts'

/** How the bytes of a field are checked. `mapped`: every different text is looked up once and remembered. */
export type Shape = 'text' | 'integer' | 'decimal' | 'day' | 'timestamp' | 'mapped'

/** What a text was found to mean: bytes for COPY, null for empty, an amount with its currency beside it, or a problem. */
export type Outcome = Uint8Array | null | Signed | Share | Problem

/** An amount that was written with a currency; whether it is the row's own only the row can tell. */
export class Signed {
  readonly bytes: Uint8Array
  readonly currencies: readonly string[]
  readonly text: string

  constructor(bytes: Uint8Array, currencies: readonly string[], text: string) {
    this.bytes = bytes
    this.currencies = currencies
    this.text = text
  }
}

/** A value of the built-in datasets with a percent sign: what it is for a measure in percent, and for any other. Only the row knows its measure. */
export class Share {
  readonly percent: Uint8Array
  readonly otherwise: Uint8Array | null | Problem

  constructor(percent: Uint8Array, otherwise: Uint8Array | null | Problem) {
    this.percent = percent
    this.otherwise = otherwise
  }
}

export class Problem {
  readonly code: string
  readonly params: Params

  constructor(code: string, params: Params) {
    this.code = code
    this.params = params
  }
}

/** One field of the dataset, ready to be filled from the file. */
export interface FieldColumn {
  readonly field: string
  /** Name of the column as the file has it. */
  readonly title: string
  readonly source: FieldSource
  /** Position in the file, -1 for a template. */
  readonly index: number
  readonly shape: Shape
  readonly required: boolean
  /** The field that holds the currency of this amount. */
  readonly currencyField: string | undefined
  /** Bytes a text may have; key texts must fit an index. */
  readonly maxBytes: number
  readonly remembered: ByteMap<Outcome>
  readonly slow: (text: string) => Normalised
  /** In values of the built-in datasets: what the measure of the row is, and which of them are in percent. */
  readonly percent: PercentColumn | undefined
}

export interface PercentColumn {
  readonly measure: string
  readonly isPercent: (measure: string) => boolean
  /** What a text means for a measure in percent. */
  readonly meaning: (text: string) => Normalised
}

/** Bytes that the texts of a key may have together: an entry of a PostgreSQL index holds at most about 2,700. */
const KEY_BYTES = 2_000

export interface ColumnContext {
  readonly document: DatasetDocument
  readonly datasets: ReadonlyMap<string, DatasetDocument>
  readonly directory: Directory
  readonly currency: string
  readonly serialsFrom: '1900' | '1904' | null
  readonly decimalComma: boolean
  readonly periodEnd: ((id: string) => Day | null) | undefined
  readonly measureOf: ((text: string) => Normalised) | undefined
  readonly isPercent: ((measure: string) => boolean) | undefined
}

/** The columns in the order of the document, for the fields the file holds. */
export function fieldColumns(sources: ReadonlyMap<string, FieldSource>, names: readonly string[], context: ColumnContext): FieldColumn[] {
  const { document } = context
  const keyTexts = document.key.filter((k) => columnType(fieldOf(document, k)) === 'text').length
  return [...sources].map(([name, source]) => {
    const field = fieldOf(document, name)
    const isKey = document.key.includes(name)
    const indexed = isKey || field.type === 'employee'
    return {
      field: name,
      title: titleOf(source, names),
      source,
      index: source.kind === 'column' ? source.index : -1,
      shape: shapeOf(name, field, context),
      required: isRequired(document, name),
      currencyField: field.currencyField,
      maxBytes: indexed ? Math.floor(KEY_BYTES / Math.max(1, keyTexts)) : Number.MAX_SAFE_INTEGER,
      remembered: new ByteMap<Outcome>(),
      slow: slowWay(name, field, context),
      percent: percentColumn(field, context),
    }
  })
}

function titleOf(source: FieldSource, names: readonly string[]): string {
  if (source.kind === 'column') return names[source.index]?.trim() ?? ''
  return source.parts.map((p) => (typeof p === 'number' ? `{${names[p] ?? ''}}` : p)).join('')
}

function isCurrency(name: string, document: DatasetDocument): boolean {
  return Object.values(document.fields).some((f) => f.currencyField === name)
}

/** The type of the field that a reference is compared with: whole numbers are kept without leading zeros, as the other dataset keeps them. */
function keyTypeOf(field: FieldDocument, datasets: ReadonlyMap<string, DatasetDocument>): FieldDocument['type'] {
  const target = datasets.get(field.to ?? '')
  const [key] = target?.key.filter((k) => k !== target.effective) ?? []
  const found = key === undefined ? undefined : target?.fields[key]
  return found?.type ?? 'text'
}

/** The field of the built-in datasets that names a measure. */
const MEASURE_FIELD = 'measure'

function shapeOf(name: string, field: FieldDocument, { document, datasets, measureOf, decimalComma }: ColumnContext): Shape {
  if (measureOf !== undefined && name === MEASURE_FIELD) return 'mapped'
  if (Object.keys(field.aliases).length > 0 || isCurrency(name, document)) return 'mapped'
  switch (field.type) {
    case 'text':
      return 'text'
    case 'reference':
      return keyTypeOf(field, datasets) === 'text' ? 'text' : 'mapped'
    case 'integer':
      return 'integer'
    case 'decimal':
    case 'money':
      // With a decimal comma 1.234 is no decimal that could be copied: digits alone are what both ways write alike.
      return decimalComma ? 'integer' : 'decimal'
    case 'date':
      return 'day'
    case 'timestamp':
      return 'timestamp'
    case 'choice':
    case 'employee':
    case 'boolean':
      return 'mapped'
    default:
      return field.type satisfies never
  }
}

/** Text after its other spellings have been looked up, exactly and then with width, case and spaces folded. */
function throughAliases(field: FieldDocument, meaning: (text: string) => Normalised): (text: string) => Normalised {
  const aliases = new Map(Object.entries(field.aliases))
  if (aliases.size === 0) return meaning
  const loose = new Map([...aliases].map(([from, to]) => [foldText(from), to]))
  return (text) => meaning(aliases.get(text.trim()) ?? loose.get(foldText(text)) ?? text)
}

function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

function slowWay(name: string, field: FieldDocument, context: ColumnContext): (text: string) => Normalised {
  if (context.measureOf !== undefined && name === MEASURE_FIELD) return context.measureOf
  return throughAliases(field, isCurrency(name, context.document) ? normaliseCurrency : meaningOf(field.type, field, context))
}

function percentColumn(field: FieldDocument, context: ColumnContext): PercentColumn | undefined {
  const { isPercent } = context
  if (isPercent === undefined || field.type !== 'decimal') return undefined
  const manner = { ...mannerOf(field, context), isPercent: true }
  return { measure: MEASURE_FIELD, isPercent, meaning: (text) => normaliseDecimal(text, manner) }
}

function meaningOf(type: FieldDocument['type'], field: FieldDocument, context: ColumnContext): (text: string) => Normalised {
  const manner = mannerOf(field, context)
  switch (type) {
    case 'text':
      return normaliseText
    case 'integer':
      return (text) => normaliseInteger(text, manner)
    case 'decimal':
    case 'money':
      return (text) => normaliseDecimal(text, manner)
    case 'date':
      return dayMeaning(manner, context)
    case 'timestamp':
      return (text) => normaliseTimestamp(text, manner)
    case 'boolean':
      return normaliseBoolean
    case 'choice':
      return choiceMeaning(field)
    case 'employee':
      return employeeMeaning(context.directory)
    case 'reference':
      return referenceMeaning(keyTypeOf(field, context.datasets), field, context)
    default:
      return type satisfies never
  }
}

function referenceMeaning(keyType: FieldDocument['type'], field: FieldDocument, context: ColumnContext): (text: string) => Normalised {
  if (keyType === 'integer' || keyType === 'employee' || keyType === 'date') return meaningOf(keyType, field, context)
  return (text) => (isNull(text) ? { ok: null } : normaliseText(text))
}

function mannerOf(field: FieldDocument, context: ColumnContext): Manner {
  const isMoney = field.type === 'money'
  return {
    dateOrder: field.dateOrder ?? null,
    serialsFrom: context.serialsFrom,
    decimalComma: context.decimalComma,
    isMoney,
    currency: isMoney && field.currencyField === undefined ? (field.currency ?? context.currency) : null,
    isPercent: isPercentUnit(field.unit),
  }
}

function dayMeaning(manner: Manner, { periodEnd }: ColumnContext): (text: string) => Normalised {
  return (text) => {
    const day = normaliseDay(text, manner)
    if ('ok' in day || periodEnd === undefined) return day
    const end = periodEnd(text.normalize('NFKC').trim().toUpperCase())
    return end !== null ? { ok: end } : day.bad === 'value.not-a-day' ? { ...day, bad: 'value.not-a-day-or-period' } : day
  }
}

/** Databases write a missing value so when they export. */
function isNull(text: string): boolean {
  return text.trim() === 'NULL' || text.trim() === '\\N'
}

function choiceMeaning(field: FieldDocument): (text: string) => Normalised {
  const choices = field.choices ?? []
  const exact = new Set(choices)
  const loose = new Map(choices.map((c) => [foldText(c), c]))
  const unique = new Set(choices.map(foldText)).size === choices.length
  return (text) => {
    const t = normaliseText(text)
    if (!('ok' in t) || t.ok === null || exact.has(t.ok)) return t
    if (isNull(t.ok)) return { ok: null }
    const found = unique ? loose.get(foldText(t.ok)) : undefined
    return found === undefined ? { bad: 'value.not-a-choice', params: hintOf(nearNames(t.ok, choices), choices) } : { ok: found }
  }
}

function employeeMeaning(directory: Directory): (text: string) => Normalised {
  return (text) => {
    const t = normaliseText(text)
    if (!('ok' in t) || t.ok === null) return t
    const found = directory.resolve(t.ok)
    switch (found.kind) {
      case 'found':
        return { ok: found.id }
      case 'ambiguous':
        return { bad: 'value.employee-ambiguous', params: { ids: found.ids.slice(0, 10).join(', ') } }
      case 'unknown':
        return isNull(t.ok)
          ? { ok: null }
          : found.near.length === 0
            ? { bad: 'value.employee-unknown' }
            : { bad: 'value.employee-unknown-near', params: { near: found.near.join(', ') } }
      default:
        return found satisfies never
    }
  }
}
