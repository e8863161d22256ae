import type { Day, Period } from '../../base/calendar.ts'
import { type Decimal, dec, decimalText } from '../../base/decimal.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { LineIr, MeasureIr, Program } from '../../engine/ir.ts'
import type { LineResult } from '../../engine/results.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'
import { elapsedOf, type Pace, type PaceState, paceOf, paceOfAll } from './line-pace.ts'

/** A line of somebody's score as their superior looks at it: how it stands by now, and what it costs. */
export interface StandingLine {
  readonly line: string
  readonly name: string
  readonly measure: string
  readonly kpi: boolean
  readonly percent: boolean
  readonly unit: Readonly<Record<string, number>>
  readonly weight: string
  readonly target: string | null
  readonly actual: string | null
  readonly attainment: string | null
  readonly points: string | null
  readonly state: PaceState
  readonly due: string | null
  /** Points of the score that are missing to 100 on this line; 0 where it has them. */
  readonly lost: string
}

export interface Standing {
  readonly id: string
  readonly name: string
  readonly unitName: string | null
  readonly position: string | null
  readonly score: string | null
  readonly grade: string | null
  readonly change: string | null
  /** All lines together by their weights; a failed gate is off. None without a score. */
  readonly state: PaceState
  /** Why there is no score: no scheme is for the person's role, or none of its lines had data. */
  readonly lacking: 'no-scheme' | 'no-data' | null
  readonly lines: readonly StandingLine[]
}

interface Row {
  readonly id: string
  readonly name: string
  readonly unitName: string | null
  readonly position: string | null
  readonly scheme: string | null
  readonly score: string | null
  readonly grade: string | null
  readonly change: string | null
  readonly lines: readonly LineResult[] | null
}

export interface StandingsAsked {
  readonly who: Who
  readonly period: Period
  readonly run: string | null
  readonly before: string | null
  readonly on: Day
  readonly today: Day
  readonly employee: string | undefined
  /** Those of that unit and the units below it. */
  readonly unit?: string | undefined
  /** Only who has no score. */
  readonly lacking?: boolean
  readonly lang: Lang
}

/** Everybody one sees in a period, those who most need help first: off before cautioned, then by what they lost. */
export async function standings(read: Read, program: Program, asked: StandingsAsked): Promise<Standing[]> {
  const { who, period, run, before, on, employee, unit, lacking = false } = asked
  const inUnit =
    unit === undefined
      ? sql`true`
      : sql`p.unit_id in (select c.unit_id from app.unit_closure as c where c.parent_id = ${unit} and c.from_date <= ${on}::date and c.until_date > ${on}::date)`
  const rows = await read.query<Row>(sql`
    select p.employee_id as id, e.name, u.name as "unitName", p.position, s.scheme, trim_scale(s.score)::text as score, s.grade, trim_scale(s.score - o.score)::text as change, s.lines
    from (select distinct on (a.employee_id) a.employee_id, a.unit_id, a.position from app.assignment as a
      where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date and (${employee ?? null}::text is null or a.employee_id = ${employee ?? null})
        and ${isVisible(sql`a.employee_id`, who, 'score.read', on)} order by a.employee_id, a.from_date desc) as p
    join app.employee as e on e.employee_id = p.employee_id
    left join app.unit as u on u.unit_id = p.unit_id
    left join calc.score as s on s.run_id = ${run}::bigint and s.employee_id = p.employee_id
    left join calc.score as o on o.run_id = ${before}::bigint and o.employee_id = p.employee_id where ${inUnit} and (not ${lacking}::boolean or s.score is null)`)
  const elapsed = elapsedOf(period, asked.today)
  const found = rows
    .map((row) => needOf(standingOf(row, program, { elapsed, lang: asked.lang })))
    .sort(byNeed)
    .map(({ standing }) => standing)
  // Before the first run of a period nobody lacks anything yet.
  return run === null ? found.map((each) => ({ ...each, lacking: null })) : found
}

function standingOf({ scheme: id, lines: results, ...row }: Row, program: Program, { elapsed, lang }: { readonly elapsed: string; readonly lang: Lang }): Standing {
  const scheme = id === null || !Object.hasOwn(program.schemes, id) ? undefined : program.schemes[id]
  const weights = (results ?? []).filter((r) => r.state !== 'skipped').reduce((sum, r) => sum.plus(r.weight), dec(0))
  const judged = (results ?? []).flatMap((result) => {
    const line = scheme?.lines.find((l) => l.line === result.line)
    return line === undefined ? [] : [{ result, line, pace: paceOf({ result, line, measure: program.measures[line.measure], elapsed }) }]
  })
  const state = row.score === null ? 'none' : paceOfAll(judged.map(({ result, pace }) => ({ weight: result.weight, pace })))
  const lines = judged.map((each) => lineOf(each, program.measures[each.line.measure], { lang, weights }))
  return { ...row, state, lacking: id === null ? 'no-scheme' : row.score === null ? 'no-data' : null, lines }
}

interface Judged {
  readonly result: LineResult
  readonly line: LineIr
  readonly pace: Pace
}

function lineOf({ result, line, pace }: Judged, measure: MeasureIr | undefined, { lang, weights }: { readonly lang: Lang; readonly weights: Decimal }): StandingLine {
  return {
    ...{ line: result.line, name: nameIn(line.name, lang, result.line), measure: line.measure, kpi: line.kpi, percent: measure?.percent ?? false, unit: measure?.unit ?? {} },
    ...{ weight: result.weight, target: result.target, actual: result.actual, attainment: result.attainment, points: result.points },
    ...{ state: pace.state, due: pace.due, lost: decimalText(lostBy(result, weights)) },
  }
}

/** Weight × (100 − points) ÷ Σ weight. */
function lostBy({ points, weight, state }: LineResult, weights: Decimal): Decimal {
  if (points === null || state === 'skipped' || weights.lte(0)) return dec(0)
  const lost = dec(100).minus(points).times(weight).div(weights)
  return lost.gt(0) ? lost.toDecimalPlaces(2) : dec(0)
}

const ORDER: Readonly<Record<PaceState, number>> = { off: 0, caution: 1, none: 2, on: 3 }

/** What somebody lost in all is added up once, not at every comparison. */
interface Need {
  readonly standing: Standing
  readonly lost: Decimal
}

const needOf = (standing: Standing): Need => ({ standing, lost: standing.lines.reduce((sum, l) => sum.plus(l.lost), dec(0)) })

function byNeed({ standing: a, lost: less }: Need, { standing: b, lost: more }: Need): number {
  return ORDER[a.state] - ORDER[b.state] || more.cmp(less) || (a.id < b.id ? -1 : 1)
}
