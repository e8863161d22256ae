import type { Day, Period } from '../../base/calendar.ts'
import { SCORE_BANDS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { type Group, peopleOf } from './group.ts'

/** People by their scores. */
export interface Distribution {
  /** From the lowest on, also where nobody is; `from` belongs to a band, `until` does not. Null: open. */
  readonly bands: readonly { readonly from: string | null; readonly until: string | null; readonly people: number }[]
  readonly grades: readonly { readonly grade: string; readonly people: number }[]
  readonly scored: number
  readonly unscored: number
  readonly median: string | null
  /** A quarter of the people lie below the lower one, a quarter above the upper one. */
  readonly lower: string | null
  readonly upper: string | null
}

export async function distributionOf(read: Read, of: { readonly group: Group; readonly period: Period; readonly on: Day; readonly run: string }): Promise<Distribution> {
  const { group, period, on, run } = of
  const scores = sql`select s.score, s.grade from (${peopleOf(group, 'score.read', { period, on })}) as p left join calc.score as s on s.run_id = ${run}::bigint and s.employee_id = p.employee_id`
  const row = await read.first<Omit<Distribution, 'bands'> & { counts: Readonly<Record<string, number>> }>(sql`
    with s as materialized (${scores}),
    -- Halfway between the two in the middle, as exact decimals: percentile_cont would make them floating.
    o as (select score, row_number() over (order by score) as at, count(*) over () as of from s where score is not null)
    select count(score)::int as scored, (count(*) - count(score))::int as unscored,
      (select trim_scale(round(avg(score), 4))::text from o where at in ((of + 1) / 2, (of + 2) / 2)) as median,
      (select trim_scale(score)::text from o where at = (of + 3) / 4) as lower, (select trim_scale(score)::text from o where at = of + 1 - (of + 3) / 4) as upper,
      coalesce((select jsonb_agg(jsonb_build_object('grade', g.grade, 'people', g.people) order by g.best desc, g.grade)
        from (select grade, count(*)::int as people, max(score) as best from s where grade is not null group by grade) as g), '[]') as grades,
      coalesce((select jsonb_object_agg(b.band, b.people) from (select width_bucket(score, ${[...SCORE_BANDS]}::numeric[])::text as band, count(*)::int as people from s where score is not null group by 1) as b), '{}') as counts
    from s`)
  const { counts = {}, ...rest } = row ?? { scored: 0, unscored: 0, median: null, lower: null, upper: null, grades: [], counts: {} }
  const bounds = [null, ...SCORE_BANDS, null]
  return { ...rest, bands: bounds.slice(0, -1).map((from, at) => ({ from, until: bounds[at + 1] ?? null, people: counts[String(at)] ?? 0 })) }
}
