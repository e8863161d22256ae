import type { Period } from '../../base/calendar.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { NOTICE_NAMES } from '../../base/limits.ts'
import { ident, type Sql, sql } from '../../base/sql.ts'
import { RATINGS } from '../../engine/documents/built-in.ts'
import type { RulesInForce } from '../../engine/in-force.ts'
import type { AggregateIr, Expr, Program } from '../../engine/ir.ts'
import { type Crediting, selectUncredited } from '../../engine/sql/cells.ts'
import type { GroupTable } from '../../engine/sql/layout.ts'
import { type Conversion, conversionsOf, selectUnconverted } from '../../engine/sql/unconverted.ts'
import { type Lookups, lookupsOf, selectUnmatched } from '../../engine/sql/unmatched.ts'
import { worded } from '../../engine/wording.ts'
import type { Read } from '../../store/types.ts'
import { unknownSourcesStored } from '../datasets/rating-sources.ts'
import { creditingsOf } from './creditings.ts'
import type { RunEmployee } from './run-results.ts'

export interface NoticeInput {
  readonly program: Program
  readonly period: Period
  /** Tables that the values of this very period were made from. */
  readonly groups: readonly GroupTable[]
  /** What they were made from. */
  readonly aggregates: readonly AggregateIr[]
  /** A query of the employee_id of everybody listed. */
  readonly people: Sql
}

/**
 * Records that count for nobody listed are never passed over in silence: those without an owner, those of people who did not work here then,
 * those whose amount cannot be converted, and those that a table has no row for.
 */
export async function noticesOf(read: Read, input: NoticeInput): Promise<Diagnostic[]> {
  const ownerless = new Map<string, Diagnostic>()
  const unlisted = new Map<string, Set<string>>()
  for (const { id, group } of input.groups) {
    const found = await withoutOwner(read, input, group)
    if (found !== null && !ownerless.has(group.dataset)) ownerless.set(group.dataset, found)
    const people = unlisted.get(group.dataset) ?? new Set<string>()
    for (const name of await creditedButNotListed(read, input, id)) people.add(name)
    unlisted.set(group.dataset, people)
  }
  const unconverted: Diagnostic[] = []
  for (const conversion of conversionsOf(input.aggregates)) unconverted.push(...(await withoutRate(read, input, conversion)))
  const unmatched: Diagnostic[] = []
  for (const lookups of lookupsOf(input.aggregates)) unmatched.push(...(await withoutRow(read, input, lookups)))
  const sources = await unknownSources(read, input)
  return [...unconverted, ...unmatched, ...ownerless.values(), ...sources, ...inactiveNotice(unlisted, input.period)]
}

/** Scores that no rating counts, because none of its sources is theirs. */
async function unknownSources(read: Read, { program, period, aggregates }: NoticeInput): Promise<Diagnostic[]> {
  const known = new Map<string, string[]>()
  for (const { measure, source } of aggregates.flatMap(namedSource)) known.set(measure, [...new Set([...(known.get(measure) ?? []), source])])
  // Whoever picks scores by a condition of their own may mean any source.
  const others = Object.values(program.measures).flatMap((m) => (m.hidden && m.body.kind === 'aggregate' && namedSource(m.body.aggregate).length === 0 ? [m.measure] : []))
  for (const measure of known.keys()) if (others.some((id) => id.startsWith(`${measure}#`))) known.delete(measure)
  return known.size === 0 ? [] : await unknownSourcesStored(read, known, period)
}

/** The source that an aggregate of a rating takes by its name: its filter is `measure = … and source = …`. */
function namedSource({ dataset, filter }: AggregateIr): { readonly measure: string; readonly source: string }[] {
  if (dataset !== RATINGS || filter?.node !== 'and') return []
  const [measure, source] = [textOf(filter.left, 'measure'), textOf(filter.right, 'source')]
  return measure === null || source === null ? [] : [{ measure, source }]
}

/** The text that a condition compares a field with. */
function textOf(condition: Expr, field: string): string | null {
  if (condition.node !== 'compare' || condition.op !== '=' || condition.left.node !== 'field' || condition.left.field !== field) return null
  return condition.right.node === 'text' ? condition.right.value : null
}

interface Unconverted {
  readonly currency: string | null
  readonly records: string
  readonly source: string | null
  readonly day: string
}

interface Within {
  readonly program: Program
  readonly period: Pick<Period, 'id' | 'from' | 'until'>
}

/** Every day that a record may have. */
const EVER = { id: '*', from: '0001-01-01', until: '9999-12-31' } as const

/** The same of all records of some datasets, whenever they count: what whoever brought them should know before any run. */
export async function unconvertedIn(read: Read, program: Program, datasets: ReadonlySet<string>): Promise<Diagnostic[]> {
  const aggregates = Object.values(program.measures).flatMap((m) => (m.body.kind === 'aggregate' && datasets.has(m.body.aggregate.dataset) ? [m.body.aggregate] : []))
  const found = new Map<string, Diagnostic>()
  for (const conversion of conversionsOf(aggregates)) {
    for (const notice of await withoutRate(read, { program, period: EVER }, conversion)) {
      const id = `${notice.code} ${conversion.dataset}`
      if (!found.has(id)) found.set(id, { ...notice, params: { ...notice.params, ...worded('period', { zh: '全部期间', en: 'all periods' }, EVER.id) } })
    }
  }
  return [...found.values()]
}

/** Amounts in a currency without a rate on their day, and amounts without a currency. */
async function withoutRate(read: Read, { program, period }: Within, conversion: Conversion): Promise<Diagnostic[]> {
  const rows = await read.query<Unconverted>(selectUnconverted(program, conversion, period))
  const { dataset, to } = conversion
  const [nameless] = rows.filter((r) => r.currency === null)
  const named = rows.filter((r) => r.currency !== null)
  const first = named.reduce<Unconverted | undefined>((a, b) => (a === undefined || b.day < a.day ? b : a), undefined)
  const about = { dataset, period: period.id, to }
  const list: Diagnostic[] = []
  if (first !== undefined) {
    const records = named.reduce((sum, r) => sum + Number(r.records), 0)
    const currencies = named.map((r) => r.currency).join(', ')
    list.push(warning('run.no-rate', { ...about, currencies, records, example: first.source ?? '–', day: first.day }))
  }
  if (nameless !== undefined) list.push(warning('run.no-currency', { ...about, records: Number(nameless.records), example: nameless.source ?? '–' }))
  return list
}

async function withoutRow(read: Read, { program, period }: Within, lookups: Lookups): Promise<Diagnostic[]> {
  const row = await read.first<{ records: string; source: string | null; keys: string }>(selectUnmatched(program, lookups, period))
  if (row === undefined || row.records === '0') return []
  const { dataset, table } = lookups
  return [warning('run.no-row', { dataset, period: period.id, table: table.table, records: Number(row.records), example: row.source ?? '–', keys: row.keys })]
}

function warning(code: string, params: Diagnostic['params']): Diagnostic {
  return { code, severity: 'warning', place: {}, params }
}

/** A required owner of the record itself is always there. */
function mayLackOwner(program: Program, { dataset, credit }: Crediting): boolean {
  const { owner } = credit
  if (owner.node !== 'field' || owner.path.length > 0) return true
  return program.datasets[dataset]?.fields[owner.field]?.required !== true
}

/** A measure may name an owner of its own, whom few records have: only those that no measure counts for anybody are told. */
async function withoutOwner(read: Read, { program, period }: NoticeInput, group: Crediting): Promise<Diagnostic | null> {
  const others = creditingsOf(program, group.dataset)
  if (![group, ...others].every((crediting) => mayLackOwner(program, crediting))) return null
  const row = await read.first<{ records: string; example: string | null }>(
    sql`select count(*)::text as records, min(x.source) as example from (${selectUncredited(program, [group, ...others], period)}) as x`,
  )
  if (row === undefined || row.records === '0') return null
  return { code: 'run.no-owner', severity: 'warning', place: {}, params: { dataset: group.dataset, period: period.id, records: Number(row.records), example: row.example ?? '–' } }
}

async function creditedButNotListed(read: Read, { period, people }: NoticeInput, group: string): Promise<string[]> {
  const rows = await read.query<{ name: string }>(
    sql`select distinct coalesce(e.name, c.employee_id) as name from ${ident('calc', `cells_${group}`)} as c left join app.employee as e on e.employee_id = c.employee_id where c.from_date >= ${period.from}::date and c.until_date <= ${period.until}::date and c.employee_id not in (${people})`,
  )
  return rows.map((r) => r.name)
}

/** One notice about everybody: whoever left is most often met in several datasets, and mended once. */
function inactiveNotice(unlisted: ReadonlyMap<string, ReadonlySet<string>>, period: Period): Diagnostic[] {
  const datasets = [...unlisted].filter(([, people]) => people.size > 0).map(([dataset]) => dataset)
  const names = [...new Set([...unlisted.values()].flatMap((people) => [...people]))].sort()
  if (names.length === 0) return []
  const shown = [...names.slice(0, NOTICE_NAMES), ...(names.length > NOTICE_NAMES ? ['…'] : [])]
  const both = (list: readonly string[]) => ({ zh: list.join('、'), en: list.join(', ') })
  return [warning('run.owner-inactive', { ...worded('dataset', both(datasets)), period: period.id, people: names.length, ...worded('names', both(shown)) })]
}

/** Schemes that judge nobody and incentive plans that pay nobody: most often a role that is written otherwise in people.csv. */
export function forNobody(rules: RulesInForce, period: Period, employees: readonly RunEmployee[]): Diagnostic[] {
  const judging = new Set(employees.map((e) => e.score?.scheme))
  const paying = new Set(employees.flatMap((e) => e.earnings.map((x) => x.incentive)))
  const idle = [...rules.schemes.filter(([id]) => !judging.has(id)), ...rules.incentives.filter(([id]) => !paying.has(id))]
  return idle.map(([id, { roles }]) => ({
    code: 'run.plan-for-nobody',
    severity: 'warning',
    place: {},
    params: { id, period: period.id, roles: roles === null ? '–' : roles.join('、') },
  }))
}
