import type { FactRecord } from '../reference/facts.ts'
import { TEXTS } from './names.ts'
import { LARGE, SMALL } from './numbers.ts'
import type { Rng } from './rng.ts'
import type { DatasetShape, FieldShape, Shape } from './shape.ts'
import { type Days, randomDay, randomInstant } from './time.ts'

/** What values are made from. */
export interface Making {
  readonly rng: Rng
  readonly days: Days
  readonly employees: readonly string[]
  /** Keys, as text, of the datasets made so far. */
  readonly keys: Map<string, readonly string[]>
  readonly nulls: number
}

export type Fields = FactRecord['fields']

/** Records of every dataset, each by its key once. */
export function randomRecords(m: Making, shape: Shape): Record<string, FactRecord[]> {
  const all: Record<string, FactRecord[]> = {}
  for (const dataset of shape) {
    // Its own keys first: a dataset may refer to itself.
    m.keys.set(dataset.name, idsOf(m, dataset))
    all[dataset.name] = recordsOf(m, dataset)
  }
  return all
}

function idsOf(m: Making, dataset: DatasetShape): string[] {
  const id = dataset.fields.find((f) => f.role === 'id')
  if (id === undefined) return []
  const versions = dataset.effective === null ? 1 : 3
  const count = Math.ceil(dataset.records / versions)
  if (id.type === 'integer')
    return m.rng.some(
      Array.from({ length: 60 }, (_, i) => String(i - 5)),
      count,
    )
  return m.rng.some([...TEXTS, ...Array.from({ length: 60 }, (_, i) => `k${i}`)], count)
}

function recordsOf(m: Making, dataset: DatasetShape): FactRecord[] {
  const found = new Map<string, FactRecord>()
  const ids = m.keys.get(dataset.name) ?? []
  const left = new Map<string, number>()
  for (let i = 0; i < dataset.records; i++) {
    const made = randomFields(m, dataset, ids[i % Math.max(ids.length, 1)] ?? null)
    const fields = withinHundred(dataset, made, left)
    const record = recordOf(dataset, fields, found.size + 2)
    if (!found.has(record.id)) found.set(record.id, record)
  }
  return [...found.values()]
}

export function recordOf(dataset: DatasetShape, fields: Fields, line: number): FactRecord {
  return { id: idOf(dataset, fields), source: `${dataset.name}.csv`, line, fields }
}

/** The key as one text. */
export function idOf(dataset: DatasetShape, fields: Fields): string {
  return JSON.stringify(dataset.key.map((k) => fields[k] ?? null))
}

function randomFields(m: Making, dataset: DatasetShape, id: string | null): Fields {
  const entries = dataset.fields.map((f): [string, string | boolean | null] => [
    f.name,
    f.role === 'id' ? id : f.required !== true && m.rng.chance(m.nulls) ? null : randomField(m, f),
  ])
  return Object.fromEntries(entries)
}

/** Another value for a field. */
export function randomField(m: Making, f: FieldShape): string | boolean | null {
  const { rng } = m
  switch (f.role) {
    case 'number-in-order':
      return String(rng.int(1, 12))
    case 'valid-from':
      return rng.chance(0.4) ? null : randomDay(rng, m.days)
    case 'percent':
      return rng.pick(['10', '30', '12.5', '33.33', '50', '70', '100'])
    case 'currency':
      return rng.pick(['CNY', 'USD', 'USD', 'EUR', 'JPY'])
    case 'id':
    case undefined:
      return byType(m, f)
    default:
      return f.role satisfies never
  }
}

function byType(m: Making, f: FieldShape): string | boolean | null {
  const { rng } = m
  switch (f.type) {
    case 'text':
      return rng.pick(TEXTS)
    // Half of the numbers are those that tiers and targets begin and end at.
    case 'integer':
      if (rng.chance(0.4)) return rng.pick(SMALL)
      return rng.chance(0.03) ? '9007199254740993' : String(rng.int(-3, 20))
    case 'decimal':
      if (rng.chance(0.3)) return rng.pick(SMALL)
      return rng.pick(['0', '1', '1.0', '2.50', '-1', '0.000001', '3.3333', `${rng.int(0, 99)}.${rng.int(0, 99)}`])
    case 'money':
      if (rng.chance(0.5)) return rng.pick(LARGE)
      return rng.chance(0.15) ? `-${rng.int(1, 500)}` : `${rng.int(0, 2000)}.${rng.pick(['00', '5', '005', '125', '99'])}`
    case 'date':
      return randomDay(rng, m.days)
    case 'timestamp':
      return randomInstant(rng, m.days)
    case 'boolean':
      return rng.chance(0.5)
    case 'choice':
      return rng.pick(f.choices ?? ['none'])
    case 'employee':
      return rng.pick(m.employees)
    case 'reference':
      return rng.chance(0.1) ? rng.pick(['nowhere', '999', 'K0']) : (rng.some(m.keys.get(f.to ?? '') ?? [], 1)[0] ?? 'nowhere')
    default:
      return f.type satisfies never
  }
}

const HUNDRED = 10_000

/** Shares of one record that are no overlays stay within 100 %: more would be refused. */
function withinHundred(dataset: DatasetShape, fields: Fields, left: Map<string, number>): Fields {
  const percent = dataset.fields.find((f) => f.role === 'percent')
  if (percent === undefined) return fields
  const of = String(fields[dataset.key[0] ?? ''])
  const rest = left.get(of) ?? HUNDRED
  // In hundredths of a percent, which are whole.
  const wanted = Math.round(Number(fields[percent.name] ?? 0) * 100)
  if (wanted > rest) return { ...fields, [percent.name]: null }
  left.set(of, rest - wanted)
  return fields
}
