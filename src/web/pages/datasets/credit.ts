import { dec } from '../../../base/decimal.ts'
import { textAt, valueAt } from '../../parts/documents/body.ts'
import type { Choice } from '../../parts/documents/fields.tsx'
import type { DatasetWords, Vocabulary } from '../../parts/documents/formula-names.ts'
import type { Body } from '../../parts/documents/queries.ts'
import { grouped } from '../../ui/numbers.ts'

/** A dataset whose rows can say who has which share of the records of another. */
export interface ShareTable {
  readonly id: string
  readonly name: string
  /** Its fields that may play each part; none of the first three is empty. */
  readonly parts: Readonly<Record<SharePart, readonly Choice[]>>
}

export const SHARE_PARTS = ['record', 'employee', 'percent', 'overlay'] as const

export type SharePart = (typeof SHARE_PARTS)[number]

/** What can be said of shares of a dataset: those in force that refer to it, and hold a person and a number. */
export function shareTables(words: Pick<Vocabulary, 'datasets'> | undefined, dataset: string): ShareTable[] {
  return (words?.datasets ?? [])
    .filter((d) => !d.builtIn && d.id !== dataset)
    .map((d) => ({ id: d.id, name: d.name, parts: partsOf(d, dataset) }))
    .filter(({ parts }) => parts.record.length > 0 && parts.employee.length > 0 && parts.percent.length > 0)
}

function partsOf({ fields }: DatasetWords, dataset: string): ShareTable['parts'] {
  const choices = (fits: (f: DatasetWords['fields'][number]) => boolean) => fields.filter(fits).map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} (${id})` }))
  return {
    record: choices((f) => f.type === 'reference' && f.to === dataset),
    employee: choices((f) => f.type === 'employee'),
    percent: choices((f) => f.type === 'decimal' || f.type === 'integer'),
    overlay: choices((f) => f.type === 'boolean'),
  }
}

/** The document's `splits` where a dataset with shares is chosen. Whether some of its rows count beyond 100 % is never guessed. */
export function splitsWith({ id, parts }: ShareTable): Body {
  const first = (part: SharePart) => parts[part][0]?.value
  return { dataset: id, record: first('record'), employee: first('employee'), percent: first('percent') }
}

/** A dataset for the shares of another, to begin with. Null where the other cannot be referred to: its key has several fields, or none. */
export function newShareTable(
  body: Body,
  names: { readonly id: string; readonly name: Body; readonly fields: Readonly<Record<SharePart, string>> },
): (Body & { dataset: string }) | null {
  const key = keyOf(body)
  if (key === null) return null
  const { employee, percent, overlay } = names.fields
  const record = [employee, percent, overlay].includes(key) ? names.fields.record : key
  return {
    dataset: names.id,
    name: names.name,
    key: [record, employee],
    fields: {
      [record]: { type: 'reference', to: textAt(body, ['dataset']), required: true },
      [employee]: { type: 'employee', required: true },
      [percent]: { type: 'decimal', unit: 'percent', required: true },
      [overlay]: { type: 'boolean' },
    },
  }
}

/** The one field by which others refer to a record; the day a version is valid from does not count. */
function keyOf(body: Body): string | null {
  const key = valueAt(body, ['key'])
  const own = Array.isArray(key) ? key.filter((field) => field !== body['effective']) : []
  return own.length === 1 ? String(own[0]) : null
}

/** What follows from a document for who counts a record: keys of texts after `credit.says.`, with all that may stand in them. */
export interface CreditSaid {
  readonly key: 'nobody' | 'lost' | 'owner' | 'splits' | 'apart' | 'top' | 'example' | 'exampleSplit'
  readonly params: typeof NOTHING
}

const NOTHING = { owner: '', table: '', field: '', to: '', percent: '', all: '', share: '', left: '', more: '' }

/** How things are called to the reader. */
export interface CreditWords {
  fieldName(path: string): string
  tableName(dataset: string): string
  /** A field of another dataset. */
  tableField(dataset: string, field: string): string
  /** The end of an example: `，“售前”另计 1,000`. */
  more(to: string, amount: string): string
}

const EXAMPLE = '10000'
const EXAMPLE_SHARE = '0.3'

/** The consequence of what a document says about credit, in the order in which it is worked out. What is wrong in it is left out. */
export function creditSaid(body: Body, words: CreditWords): CreditSaid[] {
  const [path, shares] = [textAt(body, ['owner']), textAt(body, ['splits', 'dataset'])]
  const tops = overlaysIn(body).filter((o) => o.to !== '' && isShare(o.percent))
  const split = shares !== ''
  if (path === '') return [{ key: split || tops.length > 0 ? 'lost' : 'nobody', params: NOTHING }]
  const known = { ...NOTHING, owner: words.fieldName(path), table: split ? words.tableName(shares) : '' }
  const apart = split ? textAt(body, ['splits', 'overlay']) : ''
  const said: CreditSaid[] = [
    { key: split ? 'splits' : 'owner', params: known },
    ...(apart === '' ? [] : [{ key: 'apart' as const, params: { ...known, field: words.tableField(shares, apart) } }]),
    ...tops.map(({ to, percent }) => ({ key: 'top' as const, params: { ...known, to: words.fieldName(to), percent } })),
  ]
  if (!split && tops.length === 0) return said
  const of = (share: string) => grouped(dec(EXAMPLE).times(share).toFixed())
  const more = tops.map(({ to, percent }) => words.more(words.fieldName(to), of(dec(percent).div(100).toFixed()))).join('')
  const left = split ? of(dec('1').minus(EXAMPLE_SHARE).toFixed()) : of('1')
  return [...said, { key: split ? 'exampleSplit' : 'example', params: { ...known, all: of('1'), share: of(EXAMPLE_SHARE), left, more } }]
}

/** The overlays of a document as far as they are written. */
export function overlaysIn(body: Body): { readonly to: string; readonly percent: string }[] {
  const found = valueAt(body, ['overlays'])
  return Array.isArray(found) ? found.map((each: unknown) => ({ to: textAt(each, ['to']), percent: textAt(each, ['percent']) })) : []
}

/** The same rule as the checker's: a plain decimal above 0 and at most 100. */
function isShare(text: string): boolean {
  return /^\d{1,3}(\.\d{1,10})?$/.test(text) && dec(text).gt(0) && dec(text).lte(100)
}
