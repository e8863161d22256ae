import { z } from 'zod'
import { previousPeriod } from '../../base/calendar.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import { Exact } from '../http/shapes.ts'
import { may } from '../http/who.ts'
import { judgedOn, newestNumber, periodNow } from './newest.ts'
import { shownPeriod } from './routes-periods.ts'
import { BOARD_SORTS, type BoardAsked, type BoardRow, scoreboard } from './scoreboard.ts'
import { PeriodShown, periodQuery, RunRef } from './shapes.ts'

const BoardPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    position: z.string().nullable(),
    role: z.string().nullable(),
    scheme: z.string().nullable(),
    score: Exact.nullable(),
    grade: z.string().nullable(),
    coefficient: Exact.nullable(),
    change: Exact.nullable().describe('Against the score of the period before.'),
    rank: z.number().int().nullable().describe('By score, among everybody one sees, whatever is filtered.'),
    pay: Exact.nullable().describe('All components together; null without any, and where one may not see it.'),
  })
  .meta({ id: 'BoardPerson' })

const Scoreboard = pageOf(BoardPerson)
  .extend({
    period: PeriodShown,
    run: RunRef.nullable(),
    previous: z.string().nullable().describe('The period that `change` is against; null where it has no run.'),
    showsPay: z.boolean().describe('Whether one may see the pay of anybody.'),
    summary: z
      .object({
        people: z.number().int(),
        scored: z.number().int(),
        average: Exact.nullable(),
        pay: Exact.nullable(),
        grades: z.array(z.object({ scheme: z.string(), grade: z.string(), people: z.number().int() })),
      })
      .nullable()
      .describe('Of everybody who passes the filter; on the first page only.'),
  })
  .meta({ id: 'Scoreboard' })

const word = z.string().max(200).optional()

/** A score to filter by. */
export const scoreBound = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,6})?$/)
  .optional()

export const scoreboardRoutes: readonly Route[] = [
  query(
    {
      id: 'getScoreboard',
      method: 'get',
      path: '/scoreboard',
      tag: 'scores',
      summary: 'Everybody one may see with score, grade and pay in a period, as its newest run computed them.',
      may: 'score.read',
      query: z.object({
        ...periodQuery,
        ...pageQuery,
        sort: z.enum(BOARD_SORTS).default('score'),
        order: z.enum(['asc', 'desc']).optional().describe('Descending for numbers and ascending for names unless told; people without a value come last.'),
        unit: word.describe('In that unit or below it, at the end of the period.'),
        role: word,
        scheme: word.describe('Id of the scheme’s document.'),
        grade: word,
        from: scoreBound.describe('Scores of at least so much.'),
        below: scoreBound.describe('Scores below.'),
        q: word.describe('Part of a name or an id.'),
      }),
      reply: Scoreboard,
    },
    async (read, { who, query: asked, today }) => {
      const { period, newest, input } = await periodNow(read, asked.period)
      const earlier = previousPeriod(input.calendar, period)
      const before = earlier === null ? null : await newestNumber(read, earlier.id)
      const { sort, unit, role, scheme, grade, from, below, q, limit } = asked
      const board: BoardAsked = {
        ...{ who, period, run: newest?.run ?? null, before, on: judgedOn(period, today), sort, limit },
        descending: (asked.order ?? (sort === 'name' ? 'asc' : 'desc')) === 'desc',
        filter: { unit, role, scheme, grade, from, below, q },
        after: keyIn(asked.after, 2),
      }
      const { rows, summary } = await scoreboard(read, board)
      return {
        ...page(rows, limit, { item: personOf, key: (row) => [row.key, row.id], total: rows[0]?.total ?? null }),
        period: shownPeriod(period),
        run: newest === null ? null : { run: newest.run, finishedAt: newest.finishedAt, fresh: newest.fresh },
        previous: before === null ? null : (earlier?.id ?? null),
        showsPay: may(who, 'pay.read'),
        summary: summary === null ? null : { ...summary, grades: [...summary.grades] },
      }
    },
  ),
]

function personOf({ total: _total, key: _key, place: _place, ...person }: BoardRow): z.input<typeof BoardPerson> {
  return person
}
