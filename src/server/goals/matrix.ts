import { type Day, lastDay, type Period, periodOf, subPeriods } from '../../base/calendar.ts'
import { type Lang, Refusal } from '../../base/diagnostic.ts'
import { ident, sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import { rulesInForce } from '../../engine/in-force.ts'
import type { MeasureIr, TargetLevel } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { isVisible, seesAll, visible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { type MeasureShown, measureShown } from './choices.ts'
import { targetsAsked } from './gaps.ts'

/** A column: a period of a measure. */
export interface MatrixColumn extends MeasureShown {
  readonly period: string
  readonly kind: Period['kind']
  readonly from: Day
  readonly last: Day
}

export interface MatrixPerson {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly position: string | null
  readonly writable: boolean
  /** One a column: what is asked, null for nothing. */
  readonly values: readonly (string | null)[]
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[]
  readonly people: readonly MatrixPerson[]
  readonly teams: readonly TeamTargets[]
}

/** What is asked of a team: of who answers for it, by the team’s twin of the measure. */
export interface TeamTargets {
  readonly person: string
  readonly unit: string | null
  readonly measure: string
  readonly name: string
  readonly values: readonly (string | null)[]
}

/** Either a measure over a year, its quarters and months, or everything that is asked in one period. */
export type MatrixOf = { readonly measure: MeasureIr; readonly year: Period } | { readonly period: Period }

interface Asked {
  readonly who: Who
  readonly today: Day
  readonly lang: Lang
  readonly level: TargetLevel
}

/** The targets of one level of everybody one sees who works in those days or has one of these targets. */
export async function targetMatrix(read: Read, rules: LoadedProgram, of: MatrixOf, asked: Asked): Promise<Matrix> {
  const { who, today, level } = asked
  const span = 'year' in of ? of.year : of.period
  const day = dayFor(span, today)
  const columns = await columnsOf(read, rules, of, { ...asked, day })
  const [measures, periods] = [columns.map((c) => c.measure), columns.map((c) => c.period)]
  const wanted = sql`select w.m as measure, w.p as period, w.n::int - 1 as at from unnest(${measures}::text[], ${periods}::text[]) with ordinality as w (m, p, n)`
  const cells = await read.query<{ employee: string; at: number; value: string }>(sql`
    select t.employee_id as employee, w.at, trim_scale(t.${ident(level)})::text as value from (${wanted}) as w join app.target as t on t.measure = w.measure and t.period = w.period
    where t.${ident(level)} is not null and ${isVisible(sql`t.employee_id`, who, 'target.read', day)}`)
  const held = [...new Set(cells.map((c) => c.employee))]
  const people = await read.query<Omit<MatrixPerson, 'values' | 'writable'>>(sql`
    select e.employee_id as id, e.name, a.unit_id as unit, u.name as "unitName", a.position from app.employee as e
    left join lateral (select unit_id, position from app.assignment where employee_id = e.employee_id and from_date < ${span.until}::date and until_date > ${span.from}::date
      order by from_date desc limit 1) as a on true
    left join app.unit as u on u.unit_id = a.unit_id
    where ${isVisible(sql`e.employee_id`, who, 'target.read', day)} and (e.employee_id = any(${held}::text[]) or exists (select 1 from app.assignment as x
      where x.employee_id = e.employee_id and x.from_date < ${span.until}::date and x.until_date > ${span.from}::date))
    order by u.name nulls last, a.unit_id, e.employee_id`)
  const values = new Map<string, (string | null)[]>()
  const rowOf = (id: string) => {
    const row = values.get(id) ?? columns.map(() => null)
    values.set(id, row)
    return row
  }
  for (const { employee, at, value } of cells) rowOf(employee)[at] = value
  const writes = await writableBy(read, who, today)
  const teams = 'year' in of ? await teamTargets(read, rules, of.measure, { ...asked, columns, people }) : []
  return { columns, people: people.map((p) => ({ ...p, writable: writes(p.id), values: rowOf(p.id) })), teams }
}

/** Targets of the measure that counts the same for whoever is below on the reporting line. */
async function teamTargets(
  read: Read,
  rules: LoadedProgram,
  measure: MeasureIr,
  asked: Asked & { readonly columns: readonly MatrixColumn[]; readonly people: readonly Pick<MatrixPerson, 'id' | 'unit'>[] },
): Promise<TeamTargets[]> {
  const { columns, people, level } = asked
  const body = canonicalJson(measure.body)
  const twins = measure.scope.line !== 'own' ? [] : Object.values(rules.program.measures).filter((m) => !m.hidden && m.scope.line === 'reporting' && canonicalJson(m.body) === body)
  const ids = twins.map((m) => m.measure)
  const rows = await read.query<{ person: string; measure: string; period: string; value: string }>(sql`
    select employee_id as person, measure, period, trim_scale(${ident(level)})::text as value from app.target
    where measure = any(${ids}::text[]) and period = any(${columns.map((c) => c.period)}::text[]) and employee_id = any(${people.map((p) => p.id)}::text[]) and ${ident(level)} is not null`)
  return people.flatMap(({ id, unit }) =>
    twins.flatMap((twin) => {
      const theirs = new Map(rows.filter((r) => r.person === id && r.measure === twin.measure).map((r) => [r.period, r.value]))
      if (theirs.size === 0) return []
      return [{ person: id, unit, measure: twin.measure, name: measureShown(twin, rules, asked.lang).name, values: columns.map((c) => theirs.get(c.period) ?? null) }]
    }),
  )
}

/** Whose targets somebody may set: as the reach stands today, whatever period they are for. */
export async function writableBy(read: Read, who: Who, today: Day): Promise<(employee: string) => boolean> {
  if (seesAll(who, 'target.write')) return () => true
  const rows = await read.query<{ id: string }>(sql`select distinct v.employee_id as id from (${visible(who, 'target.write', today)}) as v (employee_id)`)
  const found = new Set(rows.map((r) => r.id))
  return (employee) => found.has(employee)
}

/** The day on which a reach over a period is judged: its last one, or today if that is earlier. */
export function dayFor(period: Period, today: Day): Day {
  const last = lastDay(period)
  return last < today ? last : today
}

async function columnsOf(read: Read, rules: LoadedProgram, of: MatrixOf, asked: Asked & { readonly day: Day }): Promise<MatrixColumn[]> {
  const column = (measure: MeasureIr, p: Period): MatrixColumn => ({ ...measureShown(measure, rules, asked.lang), period: p.id, kind: p.kind, from: p.from, last: lastDay(p) })
  if ('year' in of) return (await yearPeriods(read, rules, of)).map((p) => column(of.measure, p))
  const given = await read.query<{ measure: string }>(sql`
    select measure from app.target where period = ${of.period.id} and ${isVisible(sql`employee_id`, asked.who, 'target.read', asked.day)} group by measure order by count(*) desc, measure`)
  const wanted = targetsAsked(rulesInForce(rules.program, of.period)).map((t) => t.measure)
  // What is asked comes first, in the order of the schemes: columns do not move when the first targets are set.
  const ids = [...new Set([...wanted, ...given.map((g) => g.measure)])]
  return ids.flatMap((id) => {
    const measure = measureOf(rules, id)
    return measure === undefined ? [] : [column(measure, of.period)]
  })
}

/** The year, then each quarter before its months; halves and weeks where there are targets of such. */
async function yearPeriods(read: Read, { calendar }: LoadedProgram, { measure, year }: Extract<MatrixOf, { measure: MeasureIr }>): Promise<Period[]> {
  const rows = await read.query<{ kind: Period['kind'] }>(
    sql`select distinct kind from app.target where measure = ${measure.measure} and from_date >= ${year.from}::date and until_date <= ${year.until}::date`,
  )
  const extra = (['half', 'week'] as const).filter((kind) => rows.some((r) => r.kind === kind))
  const halves = extra.includes('half') ? subPeriods(calendar, year, 'half') : []
  const quarters = subPeriods(calendar, year, 'quarter').flatMap((q) => [q, ...subPeriods(calendar, q, 'month')])
  return [year, ...halves, ...quarters, ...(extra.includes('week') ? subPeriods(calendar, year, 'week') : [])]
}

/** A measure that people may see, by its id. */
export function measureOf({ program }: Pick<LoadedProgram, 'program'>, id: string): MeasureIr | undefined {
  const measure = Object.hasOwn(program.measures, id) ? program.measures[id] : undefined
  return measure === undefined || measure.hidden ? undefined : measure
}

/** Errors: `goals.no-measure-unknown`. */
export function requireMeasure(rules: Pick<LoadedProgram, 'program'>, id: string): MeasureIr {
  const measure = measureOf(rules, id)
  if (measure === undefined) throw new Refusal('goals.no-measure-unknown', { measure: id.slice(0, 80) })
  return measure
}

/** Errors: `goals.no-period-unknown`. */
export function requirePeriod({ calendar }: Pick<LoadedProgram, 'calendar'>, id: string): Period {
  const period = periodOf(calendar, id)
  if (period === null || period.kind === 'day') throw new Refusal('goals.no-period-unknown', { period: id.slice(0, 40) })
  return period
}
