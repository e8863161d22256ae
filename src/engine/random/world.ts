import { addDays, type CalendarSpec } from '../../base/calendar.ts'
import type { DatasetDocument } from '../documents/dataset.ts'
import type { CompanyIr, Program } from '../ir.ts'
import type { FactAssignment, FactEdge, FactPay, FactRate, FactRecord, Facts, FactTarget } from '../reference/facts.ts'
import { randomLine } from './lines.ts'
import { randomMeasures } from './measures.ts'
import { EMPLOYEES, PAY_ITEMS } from './names.ts'
import { assignmentsFor, randomAssignments, randomFactors, randomPay, randomPayAmount, randomTargetRow, randomTargets, randomUnits } from './people.ts'
import { type Making, randomField, randomRecords, recordOf } from './records.ts'
import { type Rng, rngOf } from './rng.ts'
import { randomIncentives, randomSchemes } from './rules.ts'
import { type DatasetShape, datasetIr, documentOf, randomShape, type Shape } from './shape.ts'
import { type Days, randomCalendar, randomDay, randomDays, randomPeriods } from './time.ts'

/**
 * Something that arrives: records written (new ones, or new versions by key) and deleted, rates set, a line as it is from then on;
 * where one person works from then on, targets and pay items set (by their keys) or withdrawn.
 */
export type Change =
  | { readonly kind: 'records'; readonly dataset: string; readonly put: readonly FactRecord[]; readonly remove: readonly FactRecord[] }
  | { readonly kind: 'rates'; readonly put: readonly FactRate[] }
  | { readonly kind: 'line'; readonly line: 'reporting' | 'sponsor'; readonly edges: readonly FactEdge[] }
  | { readonly kind: 'assignments'; readonly employee: string; readonly put: readonly FactAssignment[] }
  | { readonly kind: 'targets'; readonly put: readonly FactTarget[]; readonly remove: readonly FactTarget[] }
  | { readonly kind: 'pay'; readonly put: readonly FactPay[]; readonly remove: readonly FactPay[] }

/** A made-up company: what it measures, what happened, and how that became known. */
export interface World {
  readonly seed: number
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly facts: Facts
  /** Records as they arrive; in the end they are those of `facts`. Rates, lines and people are there from the start. */
  readonly batches: readonly Change[]
  /** Ids of periods worth computing. */
  readonly periods: readonly string[]
  /** The same datasets as documents, those referred to before those that refer. */
  readonly documents: readonly DatasetDocument[]
  readonly shape: Shape
  readonly days: Days
}

const COMPANIES = [
  { currency: 'CNY', currencyScale: 2 },
  { currency: 'CNY', currencyScale: 2 },
  { currency: 'JPY', currencyScale: 0 },
  { currency: 'KWD', currencyScale: 3 },
] as const
const TIMEZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const

/** The world of a seed: always the same. */
export function randomWorld(seed: number): World {
  const rng = rngOf(seed)
  const company: CompanyIr = { company: 'random', timezone: rng.pick(TIMEZONES), ...rng.pick(COMPANIES) }
  const days = randomDays(rng)
  const calendar = randomCalendar(rng)
  const employees = rng.some(EMPLOYEES, rng.int(3, 8))
  const shape = randomShape(rng)
  const records = randomRecords(makingOf({ rng, days, employees }), shape)
  const periods = randomPeriods(rng, calendar, days)
  const measures = randomMeasures({ rng, days, company, employees, shape })
  const facts: Facts = {
    employees,
    records,
    lines: { reporting: randomLine(rng, days, employees), sponsor: randomLine(rng, days, employees) },
    rates: randomRates(rng, days, company),
    assignments: randomAssignments(rng, days, employees),
    units: randomUnits(rng, days),
    factors: randomFactors(rng, periods),
    targets: randomTargets({ rng, days, calendar, employees, measures: Object.keys(measures), periods }),
    pay: randomPay(rng, days, employees),
  }
  const datasets = Object.fromEntries(shape.map((d) => [d.name, datasetIr(d, company)]))
  const ground = { rng, days, company, employees, calendar, periods, measures }
  const program: Program = { measures, company, datasets, schemes: randomSchemes(ground), incentives: randomIncentives(ground) }
  return { seed, program, calendar, facts, batches: arrivals(rng, facts), periods, documents: shape.map(documentOf), shape, days }
}

function makingOf(of: { rng: Rng; days: Days; employees: readonly string[] }): Making {
  return { ...of, keys: new Map(), nulls: of.rng.pick([0, 0.1, 0.25]) }
}

/** Rates of two currencies from some day on; before it, and for a third currency, there are none. */
function randomRates(rng: Rng, days: Days, company: CompanyIr): FactRate[] {
  return (['USD', 'EUR', 'CNY'] as const).flatMap((currency) => {
    if (currency === company.currency || (currency === 'EUR' && rng.chance(0.3))) return []
    const from = rng.chance(0.5) ? addDays(days.first, -400) : randomDay(rng, days)
    const on = [...new Set([from, ...Array.from({ length: rng.int(0, 4) }, () => randomDay(rng, days))])].filter((d) => d >= from)
    return on.map((day) => ({ currency, day, rate: rng.pick(['7.1', '0.14', '6.8953', '1', '155.125']) }))
  })
}

/** The records of a world in random batches and order: split rows may come before the records they belong to. */
export function arrivals(rng: Rng, facts: Facts): Change[] {
  const all = Object.entries(facts.records).flatMap(([dataset, records]) => records.map((record) => ({ dataset, record })))
  const shuffled = rng.some(all, all.length)
  const count = rng.int(1, 5)
  const batches = Array.from({ length: count }, (_, i) => shuffled.filter((_, at) => at % count === i))
  return batches.flatMap((batch) => {
    const datasets = [...new Set(batch.map((b) => b.dataset))]
    return datasets.map((dataset): Change => ({ kind: 'records', dataset, put: batch.filter((b) => b.dataset === dataset).map((b) => b.record), remove: [] }))
  })
}

/** What happened since: late records, corrections and deletions, a late rate, a transfer, a new target, a raise. The world afterwards, and what led to it. */
export function mutateWorld(world: World, rng: Rng): { readonly world: World; readonly changes: readonly Change[] } {
  const changes: Change[] = []
  let facts = world.facts
  for (let i = rng.int(1, 4); i > 0; i--) {
    const change = randomChange({ ...world, facts }, rng)
    changes.push(change)
    facts = applyChange(facts, change)
  }
  return { world: { ...world, facts, batches: [...world.batches, ...changes] }, changes }
}

function randomChange(world: World, rng: Rng): Change {
  const { facts, days, shape } = world
  if (rng.chance(0.12)) return { kind: 'rates', put: [{ currency: world.program.company.currency === 'USD' ? 'EUR' : 'USD', day: randomDay(rng, days), rate: '3.125' }] }
  if (rng.chance(0.15)) {
    const line = rng.pick(['reporting', 'sponsor'] as const)
    return { kind: 'line', line, edges: randomLine(rng, days, facts.employees) }
  }
  if (rng.chance(0.35)) return rng.pick([randomTransfer, randomNewTargets, randomRaise])(world, rng)
  return randomRecordChange(world, rng, rng.pick(shape))
}

function randomTransfer({ facts, days }: World, rng: Rng): Change {
  const employee = rng.pick(facts.employees)
  return { kind: 'assignments', employee, put: assignmentsFor(rng, days, employee) }
}

function randomNewTargets(world: World, rng: Rng): Change {
  const { facts, program } = world
  const measures = Object.keys(program.measures)
  const rows = Array.from({ length: rng.int(1, 4) }, () => randomTargetRow({ ...world, rng }, { employee: rng.pick(facts.employees), measure: rng.pick(measures) }))
  const put = [...new Map(rows.filter((r) => r !== null).map((r) => [targetKey(r), r])).values()]
  const known = facts.targets.filter((t) => !put.some((p) => targetKey(p) === targetKey(t)))
  return { kind: 'targets', put, remove: rng.some(known, rng.int(0, 2)) }
}

function randomRaise({ facts, days }: World, rng: Rng): Change {
  const raise: FactPay = { employee: rng.pick(facts.employees), item: rng.pick(PAY_ITEMS), from: rng.chance(0.2) ? null : randomDay(rng, days), amount: randomPayAmount(rng) }
  const known = facts.pay.filter((p) => payKey(p) !== payKey(raise))
  return { kind: 'pay', put: [raise], remove: rng.some(known, rng.int(0, 1)) }
}

const targetKey = (t: FactTarget): string => JSON.stringify([t.employee, t.measure, t.period])
const payKey = (p: FactPay): string => JSON.stringify([p.employee, p.item, p.from])

/** Share of the changes that bring new records and nothing else, as most imports do: those are added to what is stored. */
const NEW_RECORDS_ONLY = 0.4

function randomRecordChange(world: World, rng: Rng, dataset: DatasetShape): Change {
  const { facts, shape } = world
  const records = facts.records[dataset.name] ?? []
  const making = makingOf({ rng, days: world.days, employees: facts.employees })
  for (const d of shape)
    making.keys.set(
      d.name,
      (facts.records[d.name] ?? []).map((r) => String(r.fields[d.key[0] ?? ''])),
    )
  const onlyNew = rng.chance(NEW_RECORDS_ONLY)
  const corrected = rng.some(records, onlyNew ? 0 : rng.int(0, 3)).map((r) => correct(making, dataset, r))
  const remove = rng.some(
    records.filter((r) => !corrected.some((c) => c.id === r.id)),
    onlyNew ? 0 : rng.int(0, 2),
  )
  const late = rng
    .some(records, onlyNew ? rng.int(1, 4) : rng.int(0, 2))
    .map((r) => lateCopy(making, dataset, r))
    .filter((r) => r !== null && !records.some((known) => known.id === r.id))
    .filter((r) => r !== null)
  const distinct = [...new Map([...corrected, ...late].map((r) => [r.id, r])).values()]
  return { kind: 'records', dataset: dataset.name, put: distinct, remove }
}

/** A record with one or two fields changed, never its key, and never a percent, so that shares stay within 100 %. */
function correct(m: Making, dataset: DatasetShape, record: FactRecord): FactRecord {
  const open = dataset.fields.filter((f) => !dataset.key.includes(f.name) && f.role !== 'percent')
  const changed = m.rng.some(open, m.rng.int(1, 2)).map((f): [string, string | boolean | null] => [f.name, m.rng.chance(0.2) && f.required !== true ? null : randomField(m, f)])
  return { ...record, fields: { ...record.fields, ...Object.fromEntries(changed.filter(([name]) => !isOverlay(dataset, name))) } }
}

/** Turning an overlay into a share could take more than 100 %. */
function isOverlay(dataset: DatasetShape, name: string): boolean {
  return dataset.fields.some((f) => f.role === 'percent') && dataset.fields.some((f) => f.name === name && f.type === 'boolean')
}

/** A further record much like another, under a key of its own; none for shares. */
function lateCopy(m: Making, dataset: DatasetShape, record: FactRecord): FactRecord | null {
  const id = dataset.fields.find((f) => f.role === 'id' || f.role === 'number-in-order')
  if (id === undefined) return null
  const fields = { ...correct(m, dataset, record).fields, [id.name]: id.type === 'integer' ? String(m.rng.int(100, 999)) : `late${m.rng.int(0, 99)}` }
  return recordOf(dataset, fields, m.rng.int(100, 999))
}

/** The facts after a change. */
export function applyChange(facts: Facts, change: Change): Facts {
  switch (change.kind) {
    case 'records': {
      const gone = new Set([...change.put, ...change.remove].map((r) => r.id))
      const kept = (facts.records[change.dataset] ?? []).filter((r) => !gone.has(r.id))
      return { ...facts, records: { ...facts.records, [change.dataset]: [...kept, ...change.put] } }
    }
    case 'rates': {
      const set = change.put.map((r) => `${r.currency} ${r.day}`)
      return { ...facts, rates: [...facts.rates.filter((r) => !set.includes(`${r.currency} ${r.day}`)), ...change.put] }
    }
    case 'line':
      return { ...facts, lines: { ...facts.lines, [change.line]: change.edges } }
    case 'assignments':
      return { ...facts, assignments: [...facts.assignments.filter((a) => a.employee !== change.employee), ...change.put] }
    case 'targets':
      return { ...facts, targets: replaced(facts.targets, change, targetKey) }
    case 'pay':
      return { ...facts, pay: replaced(facts.pay, change, payKey) }
    default:
      return change satisfies never
  }
}

/** Rows without those withdrawn, and with those set in place of the ones of their key. */
function replaced<T>(rows: readonly T[], change: { readonly put: readonly T[]; readonly remove: readonly T[] }, key: (row: T) => string): T[] {
  const gone = new Set([...change.put, ...change.remove].map(key))
  return [...rows.filter((row) => !gone.has(key(row))), ...change.put]
}
