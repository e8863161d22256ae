import { ident, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Read } from '../../store/types.ts'
import { tableOf } from '../datasets/table.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { loadDirectory } from '../org/queries.ts'
import { type GuessedType, type GuessWorld, typeOf } from './guess-column.ts'
import type { Sample } from './guess-file.ts'

export interface GuessedColumn {
  readonly column: string
  /** The field it becomes. */
  readonly field: string
  readonly type: GuessedType['type']
  readonly examples: readonly string[]
  /** Of the rows looked at. */
  readonly empty: number
  readonly distinct: number
}

export interface GuessedDataset {
  /** The document to begin with; everything in it may be changed. */
  readonly body: Readonly<Record<string, unknown>>
  readonly columns: readonly GuessedColumn[]
  readonly rows: number
}

/** Examples shown of each column. */
const EXAMPLES = 3
/** Longest id that is made of a header. */
const ID_LENGTH = 40

/** Propose a dataset for a file: the type of each column, the key, whose a record is and on which day it counts. Errors: `measures.no-plan`. */
export async function guessDataset(read: Read, sample: Sample, fileName: string): Promise<GuessedDataset> {
  const rules = await rulesInForceNow(read)
  const own = rules.datasets.filter((d) => !isBuiltIn(d.dataset))
  const world: GuessWorld = {
    directory: await loadDirectory(read),
    datasets: own,
    serialsFrom: sample.serialsFrom,
    keysKnown: (dataset, texts) => keysKnown(read, dataset, texts),
  }
  const dataset = freeId(idOf(fileName.replace(/\.[^.]*$/, '')) || 'dataset', new Set(rules.datasets.map((d) => d.dataset)))
  const taken = new Set<string>()
  const found: Found[] = []
  for (const [i, column] of sample.header.entries()) {
    const texts = sample.rows.map((row) => (row[i] ?? '').trim())
    const field = freeId(idOf(column) || `column_${i + 1}`, taken)
    taken.add(field)
    found.push({ column, field, texts, guessed: await typeOf(column, texts, world) })
  }
  return { body: documentOf(dataset, fileName, { found, datasets: own }), columns: found.map(shown), rows: sample.rows.length }
}

interface Found {
  readonly column: string
  readonly field: string
  readonly texts: readonly string[]
  readonly guessed: GuessedType
}

function shown({ column, field, texts, guessed }: Found): GuessedColumn {
  const filled = texts.filter((text) => text !== '')
  const distinct = new Set(filled)
  return {
    column,
    field,
    type: guessed.type,
    examples: [...distinct].slice(0, EXAMPLES).map((text) => text.slice(0, 60)),
    empty: texts.length - filled.length,
    distinct: distinct.size,
  }
}

function documentOf(dataset: string, fileName: string, of: { readonly found: readonly Found[]; readonly datasets: readonly DatasetDocument[] }): Record<string, unknown> {
  const { found } = of
  const key = keyOf(found)
  const days = found.filter((f) => f.guessed.type === 'date' || f.guessed.type === 'timestamp')
  const counted = days.find((f) => f.guessed.type === 'date' && /order|下单|订单|成交|签约|签订|回款|visit|拜访/i.test(f.column)) ?? days[0]
  const owner = found.find((f) => f.guessed.type === 'employee')?.field ?? through(of, 'owner')
  const date = counted?.field ?? through(of, 'date')
  const name = fileName.replace(/\.[^.]*$/, '')
  return {
    dataset,
    ...(name === dataset || name === '' ? {} : { name }),
    key: key.length === 0 ? 'row' : key,
    ...(owner === undefined ? {} : { owner }),
    ...(date === undefined ? {} : { date }),
    fields: Object.fromEntries(found.map((f) => [f.field, fieldOf(f, key.includes(f.field))])),
  }
}

/** Lines of an order are of the order's seller and day. */
function through({ found, datasets }: { readonly found: readonly Found[]; readonly datasets: readonly DatasetDocument[] }, what: 'owner' | 'date'): string | undefined {
  for (const { field, guessed } of found) {
    const path = guessed.type === 'reference' ? datasets.find((d) => d.dataset === guessed.to)?.[what] : undefined
    if (path !== undefined) return `${field}.${path}`
  }
  return undefined
}

function fieldOf({ column, field, guessed }: Found, isKey: boolean): Record<string, unknown> {
  return { ...guessed, ...(isKey ? { required: true } : {}), ...(column === field ? {} : { name: column.trim() || field, column }) }
}

/** Keys are numbers and codes, not amounts, days or notes. */
const KEYS: readonly GuessedType['type'][] = ['text', 'integer', 'reference']

/** The first column, or the first two, that tell the rows apart and look like ids; none where nothing does. */
function keyOf(found: readonly Found[]): string[] {
  const full = found.filter((f) => KEYS.includes(f.guessed.type) && f.texts.length > 0 && f.texts.every((text) => text !== ''))
  const ids = full.filter((f) => /(^|[^a-z])(id|no|nr|code|key)([^a-z]|$)|编号|编码|单号|代码|号$/i.test(f.column))
  const single = ids.find((f) => unique([f])) ?? full.find((f) => f === found[0] && unique([f]))
  if (single !== undefined) return [single.field]
  for (const [i, a] of ids.entries()) for (const b of ids.slice(i + 1)) if (unique([a, b])) return [a.field, b.field]
  return []
}

function unique(columns: readonly Found[]): boolean {
  const rows = columns[0]?.texts.map((_, i) => JSON.stringify(columns.map((c) => c.texts[i]))) ?? []
  return new Set(rows).size === rows.length
}

/** A header as a name that formulas can use without quotes. */
function idOf(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, ID_LENGTH)
  return /^\p{N}/u.test(plain) ? `n_${plain}` : plain
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let i = 2; ; i += 1) if (!taken.has(`${wanted}_${i}`)) return `${wanted}_${i}`
}

async function keysKnown(read: Read, dataset: DatasetDocument, texts: readonly string[]): Promise<{ found: number; any: boolean }> {
  const [key = ''] = dataset.key
  const row = await read.first<{ found: number; any: boolean }>(
    sql`select count(distinct ${ident('r', key)}::text)::float8 as found, exists (select 1 from ${tableOf(dataset.dataset)}) as any from ${tableOf(dataset.dataset)} as r where ${ident('r', key)}::text = any(${[...texts]}::text[])`,
  )
  return { found: row?.found ?? 0, any: row?.any ?? false }
}
