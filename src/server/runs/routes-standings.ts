import { z } from 'zod'
import { previousPeriod } from '../../base/calendar.ts'
import { nameIn } from '../../base/diagnostic.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import { Exact } from '../http/shapes.ts'
import { may } from '../http/who.ts'
import { elapsedOf } from './line-pace.ts'
import { judgedOn, newestNumber, periodNow } from './newest.ts'
import { mainMeasure, unitResults } from './overview.ts'
import { shownPeriod } from './routes-periods.ts'
import { PeriodShown, periodQuery, RunRef } from './shapes.ts'
import { type Standing, standings } from './standings.ts'

const PaceShown = z.enum(['on', 'caution', 'off', 'none'])

const StandingShown = z
  .object({
    id: z.string(),
    name: z.string(),
    unitName: z.string().nullable(),
    position: z.string().nullable(),
    score: Exact.nullable(),
    grade: z.string().nullable(),
    change: Exact.nullable().describe('Against the score of the period before.'),
    state: PaceShown.describe('All lines together by their weights; a gate that fails is off.'),
    lacking: z.enum(['no-scheme', 'no-data']).nullable().describe('Why there is no score; null too where the period was not computed yet.'),
    lines: z.array(
      z.object({
        line: z.string(),
        name: z.string(),
        measure: z.string(),
        kpi: z.boolean(),
        percent: z.boolean(),
        unit: z.record(z.string(), z.number()),
        weight: Exact,
        target: Exact.nullable(),
        actual: Exact.nullable(),
        attainment: Exact.nullable(),
        points: Exact.nullable(),
        state: PaceShown,
        due: Exact.nullable().describe('Share of the target that is due by now; null where the line does not add up over the period.'),
        lost: Exact.describe('Points of the score that are missing to 100 on this line.'),
      }),
    ),
  })
  .meta({ id: 'Standing', description: 'How somebody stands in a period, line by line, by the days that are over.' })

const Standings = pageOf(StandingShown)
  .extend({ period: PeriodShown, run: RunRef.nullable(), elapsed: Exact.describe('Share of the period’s days that are over.'), counts: z.record(PaceShown, z.number().int()) })
  .meta({ id: 'Standings' })

const Overview = z
  .object({
    period: PeriodShown,
    run: RunRef.nullable(),
    showsPay: z.boolean(),
    measure: z.object({ id: z.string(), name: z.string() }).nullable().describe('What pay is set against: the amount that most schemes ask of single people.'),
    units: z.array(
      z.object({
        unit: z.string().nullable(),
        name: z.string().nullable(),
        people: z.number().int(),
        scored: z.number().int(),
        average: Exact.nullable(),
        pay: Exact.nullable(),
        result: Exact.nullable(),
      }),
    ),
  })
  .meta({ id: 'ResultsOverview', description: 'Units side by side in a period.' })

const runRef = (newest: { readonly run: string; readonly finishedAt: string; readonly fresh: boolean } | null) =>
  newest === null ? null : { run: newest.run, finishedAt: newest.finishedAt, fresh: newest.fresh }

export const standingRoutes: readonly Route[] = [
  query(
    {
      id: 'listStandings',
      method: 'get',
      path: '/standings',
      tag: 'scores',
      summary: 'How everybody one sees stands in a period, line by line; those who most need help first.',
      may: 'score.read',
      query: z.object({
        ...periodQuery,
        ...pageQuery,
        employee: z.string().max(200).optional().describe('That person alone.'),
        unit: z.string().max(200).optional().describe('Those of that unit and the units below it.'),
        lacking: z.enum(['true']).optional().describe('Only who has no score.'),
      }),
      reply: Standings,
    },
    async (read, { who, query: asked, today, lang }) => {
      const { period, newest, input } = await periodNow(read, asked.period)
      const earlier = previousPeriod(input.calendar, period)
      const before = earlier === null ? null : await newestNumber(read, earlier.id)
      const found = await standings(read, input.program, {
        who,
        period,
        run: newest?.run ?? null,
        before,
        on: judgedOn(period, today),
        today,
        employee: asked.employee,
        unit: asked.unit,
        lacking: asked.lacking !== undefined,
        lang,
      })
      const all = asked.lacking === undefined ? found : found.filter((each) => each.lacking !== null)
      const first = Math.max(0, Math.trunc(Number(keyIn(asked.after, 1)?.[0] ?? 0)) || 0)
      const rows = all.slice(first, first + asked.limit + 1).map((standing, i) => ({ standing, next: first + i + 1 }))
      return {
        ...page(rows, asked.limit, { item: ({ standing }) => mutable(standing), key: ({ next }) => [next], total: all.length }),
        period: shownPeriod(period),
        run: runRef(newest),
        elapsed: elapsedOf(period, today),
        counts: { on: count(all, 'on'), caution: count(all, 'caution'), off: count(all, 'off'), none: count(all, 'none') },
      }
    },
  ),
  query(
    {
      id: 'getOverview',
      method: 'get',
      path: '/overview',
      tag: 'scores',
      summary: 'Units side by side in a period: people, scores, pay, and what pay is set against.',
      may: 'score.read',
      query: z.object(periodQuery),
      reply: Overview,
    },
    async (read, { who, query: asked, today, lang }) => {
      const { period, newest, input } = await periodNow(read, asked.period)
      const measure = mainMeasure(input.program, period)
      const units = await unitResults(read, { who, period, run: newest?.run ?? null, before: null, on: judgedOn(period, today) }, measure?.measure ?? null)
      return {
        period: shownPeriod(period),
        run: runRef(newest),
        showsPay: may(who, 'pay.read'),
        measure: measure === null ? null : { id: measure.measure, name: nameIn(measure.name, lang, measure.measure) },
        units: units.map((u) => ({ ...u })),
      }
    },
  ),
]

const count = (all: readonly Standing[], state: Standing['state']): number => all.filter((s) => s.state === state).length

const mutable = ({ lines, ...standing }: Standing) => ({ ...standing, lines: lines.map((l) => ({ ...l, unit: { ...l.unit } })) })
