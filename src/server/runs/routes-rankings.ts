import { z } from 'zod'
import { previousPeriod } from '../../base/calendar.ts'
import { nameIn, Refusal } from '../../base/diagnostic.ts'
import type { Program } from '../../engine/ir.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import { Exact } from '../http/shapes.ts'
import { judgedOn, newestNumber, periodNow } from './newest.ts'
import { ownRank, RANKING_REACHES, type RankedRow, type RankingAsked, rankingPage, rankingReach } from './rankings.ts'
import { shownPeriod } from './routes-periods.ts'
import { PeriodShown, periodQuery, RunRef } from './shapes.ts'

const Ranked = z
  .object({
    id: z.string(),
    name: z.string(),
    unitName: z.string().nullable(),
    role: z.string().nullable(),
    rank: z.number().int(),
    value: Exact.nullable(),
    previous: Exact.nullable(),
    change: Exact.nullable().describe('Value less what it was in the period before.'),
    share: Exact.nullable().describe('The change as a part of what it was: 0.1 for 10 % more.'),
    mine: z.boolean(),
  })
  .meta({ id: 'Ranked' })

const Ranking = pageOf(Ranked)
  .extend({
    period: PeriodShown,
    run: RunRef.nullable(),
    measure: z
      .object({ id: z.string(), name: z.string(), percent: z.boolean(), unit: z.record(z.string(), z.number()), better: z.enum(['more', 'less']) })
      .nullable()
      .describe('Null: the score.'),
    previous: z.string().nullable(),
    me: Ranked.nullable().describe('One’s own place, on whatever page it is.'),
    of: z.number().int().describe('People ranked, shown or not.'),
    shows: z.enum(RANKING_REACHES).describe('Who is shown beyond the people one sees anyway; a setting of the company.'),
  })
  .meta({ id: 'Ranking' })

const SCORE = 'score'

function measureOf(program: Program, id: string) {
  if (id === SCORE && !Object.hasOwn(program.measures, SCORE)) return null
  const measure = Object.hasOwn(program.measures, id) ? program.measures[id] : undefined
  if (measure === undefined || measure.hidden) throw new Refusal('explain.no-measure', { measure: id })
  return measure
}

export const rankingRoutes: readonly Route[] = [
  query(
    {
      id: 'getRanking',
      method: 'get',
      path: '/rankings',
      tag: 'scores',
      summary: 'People ranked by a measure or the score, by what it is or by how it improved on the period before.',
      may: 'score.read',
      query: z.object({
        ...periodQuery,
        ...pageQuery,
        measure: z.string().max(200).default(SCORE).describe('Id of a measure, or `score`.'),
        by: z.enum(['value', 'improvement']).default('value').describe('improvement: in proportion, so that who is small can win; in points for scores and percentages.'),
        role: z.string().max(200).optional().describe('Only who held that role last in the period.'),
      }),
      reply: Ranking,
    },
    async (read, { who, query: asked, today, lang }) => {
      const { period, newest, input } = await periodNow(read, asked.period)
      const measure = measureOf(input.program, asked.measure)
      const earlier = previousPeriod(input.calendar, period)
      const before = earlier === null ? null : await newestNumber(read, earlier.id)
      const shows = await rankingReach(read)
      const { by, role, limit } = asked
      const about = {
        period: shownPeriod(period),
        run: newest === null ? null : { run: newest.run, finishedAt: newest.finishedAt, fresh: newest.fresh },
        measure:
          measure === null
            ? null
            : { id: measure.measure, name: nameIn(measure.name, lang, measure.measure), percent: measure.percent, unit: { ...measure.unit }, better: measure.better },
        previous: before === null ? null : (earlier?.id ?? null),
        shows,
      }
      if (newest === null) return { ...about, items: [], next: null, total: 0, me: null, of: 0 }
      const ranking: RankingAsked = {
        ...{ who, period, by, role, limit, reach: shows, on: judgedOn(period, today), run: newest.run, before },
        measure: measure === null ? null : { id: measure.measure, percent: measure.percent, better: measure.better },
        after: keyIn(asked.after, 2),
      }
      const rows = await rankingPage(read, ranking)
      const me = rows.find(({ mine }) => mine) ?? (await ownRank(read, ranking))
      return {
        ...about,
        ...page(rows, limit, { item: rankedOf, key: (r) => [r.rank, r.id], total: rows[0]?.shown ?? 0 }),
        me: me === undefined ? null : rankedOf(me),
        of: rows[0]?.of ?? 0,
      }
    },
  ),
]

function rankedOf({ of: _of, shown: _shown, ...row }: RankedRow): z.input<typeof Ranked> {
  return row
}
