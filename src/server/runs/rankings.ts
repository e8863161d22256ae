import type { Day, Period } from '../../base/calendar.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { PageKey } from '../http/paging.ts'
import type { Who } from '../http/who.ts'

/**
 * Who is shown to others in a ranking, beyond the people one sees anyway (oneself, one's reports …): nobody, the upper half, everybody.
 * Setting `rankings` of the company; nobody where it says nothing. Nobody is shamed: the lower half is never shown to colleagues unless the company says so.
 */
export const RANKING_REACHES = ['visible', 'upper-half', 'all'] as const

export type RankingReach = (typeof RANKING_REACHES)[number]

export async function rankingReach(read: Read): Promise<RankingReach> {
  const row = await read.first<{ value: unknown }>(sql`select value from app.setting where name = 'rankings'`)
  return RANKING_REACHES.find((reach) => reach === row?.value) ?? 'visible'
}

export interface RankingAsked {
  readonly who: Who
  readonly period: Period
  readonly on: Day
  readonly run: string
  readonly before: string | null
  /** A measure, or null: the score. */
  readonly measure: { readonly id: string; readonly percent: boolean; readonly better: 'more' | 'less' } | null
  readonly by: 'value' | 'improvement'
  readonly role: string | undefined
  readonly reach: RankingReach
  /** [rank, employee] of the last row before the page. */
  readonly after: PageKey | null
  readonly limit: number
}

export interface RankedRow {
  readonly id: string
  readonly name: string
  readonly unitName: string | null
  readonly role: string | null
  readonly rank: number
  readonly value: string | null
  readonly previous: string | null
  /** Value − previous. */
  readonly change: string | null
  /** Change ÷ |previous|; null where that is 0. */
  readonly share: string | null
  readonly mine: boolean
  /** People ranked, and those of them who are shown. */
  readonly of: number
  readonly shown: number
}

/** People with a rank, best first, of those the asker is shown; one row more than `limit` where there is a next page. */
export async function rankingPage(read: Read, asked: RankingAsked): Promise<RankedRow[]> {
  const [rank, id] = [asked.after?.[0] ?? null, String(asked.after?.[1] ?? '')]
  const further = rank === null ? sql`true` : sql`(s.rank, s.id) > (${Number(rank)}::int, ${id})`
  return await read.query<RankedRow>(sql`select ${COLUMNS} from (${shownOf(asked)}) as s where ${further} order by s.rank, s.id limit ${asked.limit + 1}::int`)
}

/** The asker's own row; undefined where they have no rank. */
export async function ownRank(read: Read, asked: RankingAsked): Promise<RankedRow | undefined> {
  return await read.first<RankedRow>(sql`select ${COLUMNS} from (${shownOf(asked)}) as s where s.mine`)
}

const COLUMNS: Sql = sql`s.id, s.name, s."unitName", s.role, s.rank, trim_scale(s.value)::text as value, trim_scale(s.previous)::text as previous, trim_scale(s.change)::text as change,
  trim_scale(round(s.share, 6))::text as share, s.mine, s.of, s.shown`

function shownOf(asked: RankingAsked): Sql {
  const { who, on, reach } = asked
  const seen = isVisible(sql`r.id`, who, 'score.read', on)
  const others = reach === 'all' ? sql`true` : reach === 'upper-half' ? sql`r.rank <= ceil(r.of / 2.0)` : sql`false`
  return sql`select r.*, count(*) over ()::int as shown from (${ranked(asked)}) as r where r.mine or ${others} or ${seen}`
}

/** Everybody of the period with a value, ranked among each other; equal ones share a rank. */
function ranked({ who, period, run, before, measure, by, role }: RankingAsked): Sql {
  const inRole = role === undefined ? sql`true` : sql`p.role = ${role}`
  const relative = by === 'improvement' && measure !== null && !measure.percent
  const sign = measure?.better === 'less' ? sql`-1` : sql`1`
  const by_ = by === 'value' ? sql`v.value` : relative ? sql`v.share` : sql`v.change`
  const values = sql`
    select p.employee_id as id, e.name, u.name as "unitName", p.role, n.value, o.value as previous, n.value - o.value as change, (n.value - o.value) / nullif(abs(o.value), 0) as share,
      p.employee_id is not distinct from ${who.employee}::text as mine
    from (select distinct on (a.employee_id) a.employee_id, a.unit_id, a.role from app.assignment as a
      where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date order by a.employee_id, a.from_date desc) as p
    join app.employee as e on e.employee_id = p.employee_id
    left join app.unit as u on u.unit_id = p.unit_id
    join (${valuesOf(run, measure?.id ?? null)}) as n on n.employee_id = p.employee_id
    left join (${valuesOf(before, measure?.id ?? null)}) as o on o.employee_id = p.employee_id
    where ${inRole}`
  return sql`select v.*, rank() over (order by ${by_} * ${sign} desc)::int as rank, count(*) over ()::int as of from (${values}) as v where ${by_} is not null`
}

function valuesOf(run: string | null, measure: string | null): Sql {
  if (measure === null) return sql`select employee_id, score as value from calc.score where run_id = ${run}::bigint`
  return sql`select employee_id, (figures ->> ${measure})::numeric as value from calc.value where run_id = ${run}::bigint`
}
