import { z } from 'zod'
import { nameIn, Refusal } from '../../base/diagnostic.ts'
import { csvOf } from '../http/csv.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route, raw } from '../http/route.ts'
import { Exact } from '../http/shapes.ts'
import { workbookOf, XLSX_TYPE } from '../http/workbook.ts'
import { earnedColumns, earnedPages } from './earnings-file.ts'
import { currencyOf, judgedOn, periodNow } from './newest.ts'
import { mainMeasure } from './overview.ts'
import { componentTotals, peopleEarned } from './plan-earnings.ts'
import { shownPeriod } from './routes-periods.ts'
import { PeriodShown, periodQuery, RunRef } from './shapes.ts'

const Total = z
  .object({
    incentive: z.string(),
    plan: z.string(),
    component: z.string(),
    name: z.string(),
    people: z.number().int().describe('Whom the plan was for.'),
    paid: z.number().int().describe('Who got anything.'),
    open: z.number().int().describe('For whom it could not be worked out; the sums lack it.'),
    total: Exact.nullable(),
    largest: Exact.nullable(),
    result: Exact.nullable().describe('What these people brought of the measure.'),
  })
  .meta({ id: 'ComponentEarned' })

const Measure = z.object({ id: z.string(), name: z.string() }).nullable().describe('The amount of money that pay is set against.')

const Earned = z.object({ id: z.string(), name: z.string(), unitName: z.string().nullable(), total: Exact.nullable(), result: Exact.nullable() }).meta({ id: 'PersonEarned' })

const NUMERIC = /^(-?\d+(\.\d+)?|-Infinity)$/

export const planEarningRoutes: readonly Route[] = [
  query(
    {
      id: 'getEarnings',
      method: 'get',
      path: '/earnings',
      tag: 'incentives',
      summary: 'What each component of each plan came to in a period, of the people whose pay one sees.',
      may: 'pay.read',
      query: z.object(periodQuery),
      reply: z.object({ period: PeriodShown, run: RunRef.nullable(), measure: Measure, items: z.array(Total) }).meta({ id: 'Earnings' }),
    },
    async (read, { who, query: asked, today, lang }) => {
      const { period, newest, input } = await periodNow(read, asked.period)
      const measure = mainMeasure(input.program, period)
      const { incentives } = input.program
      const found = newest === null ? [] : await componentTotals(read, { who, run: newest.run, on: judgedOn(period, today), measure: measure?.measure ?? null })
      const order = Object.entries(incentives).flatMap(([id, plan]) => plan.components.map((c) => `${id} ${c.component}`))
      const place = (t: { incentive: string; component: string }) => (order.indexOf(`${t.incentive} ${t.component}`) + 1 || order.length + 1) - 1
      const items = found
        .map((t) => {
          const plan = incentives[t.incentive]
          const component = plan?.components.find((c) => c.component === t.component)
          return { ...t, plan: nameIn(plan?.name, lang, t.incentive), name: nameIn(component?.name, lang, t.component) }
        })
        .sort((a, b) => place(a) - place(b))
      return {
        period: shownPeriod(period),
        run: newest === null ? null : { run: newest.run, finishedAt: newest.finishedAt, fresh: newest.fresh },
        measure: measure === null ? null : { id: measure.measure, name: nameIn(measure.name, lang, measure.measure) },
        items,
      }
    },
  ),
  query(
    {
      id: 'listEarned',
      method: 'get',
      path: '/earnings/people',
      tag: 'incentives',
      summary: 'Who was paid what by a plan in a period, of the people whose pay one sees; the most first.',
      may: 'pay.read',
      query: z.object({ ...periodQuery, ...pageQuery, incentive: z.string().max(200), component: z.string().max(200).optional() }),
      reply: pageOf(Earned),
    },
    async (read, { who, query: asked, today }) => {
      const { period, newest, input } = await periodNow(read, asked.period)
      const after = keyIn(asked.after, 2)?.map(String) ?? null
      if (after !== null && !NUMERIC.test(after[0] ?? '')) throw new Refusal('http.bad-page')
      if (newest === null) return { items: [], next: null, total: 0 }
      const measure = mainMeasure(input.program, period)?.measure ?? null
      const { incentive, component, limit } = asked
      const rows = await peopleEarned(read, { who, run: newest.run, on: judgedOn(period, today), measure, period, incentive, component, limit, after })
      return page(rows, limit, { item: ({ key: _, ...row }) => row, key: (r) => [r.key, r.id] })
    },
  ),
  raw(
    {
      id: 'exportEarnings',
      method: 'get',
      path: '/earnings/file',
      tag: 'incentives',
      summary: 'What everybody whose pay one sees was paid in a period, an amount a row with its currency and what it rests on: of all plans, of one, or of one component.',
      may: 'pay.read',
      query: z.object({
        ...periodQuery,
        incentive: z.string().max(200).optional(),
        component: z.string().max(200).optional(),
        format: z.enum(['csv', 'xlsx']).default('xlsx'),
      }),
      reply: z.null(),
      contentType: XLSX_TYPE,
    },
    async (store, { who, query: asked, today, lang, reply }) => {
      const { currency, ...now } = await store.read(async (read) => {
        const found = await periodNow(read, asked.period)
        return { ...found, currency: found.newest === null ? null : await currencyOf(read, found.newest) }
      })
      const { period, newest, input } = now
      const measure = mainMeasure(input.program, period)
      const { incentive, component, format } = asked
      const of = { who, period, on: judgedOn(period, today), incentive, component, measure: measure?.measure ?? null }
      const pages = newest === null ? noPages() : earnedPages(store, { ...of, run: newest.run })
      const columns = earnedColumns({ ...now, currency: currency ?? input.program.company.currency }, measure?.measure ?? null, lang)
      reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="earnings-${period.id}.${format}"`)
      if (format === 'csv') await reply.type('text/csv; charset=utf-8').send(csvOf(columns, await rowsIn(pages)))
      else await reply.type(XLSX_TYPE).send(workbookOf({ name: period.id, columns, pages }))
    },
  ),
]

async function rowsIn<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const page of pages) rows.push(...page)
  return rows
}

async function* noPages(): AsyncGenerator<never> {}
