import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { query, type Route, raw } from '../http/route.ts'
import { may, type Who } from '../http/who.ts'
import { workbookOf, XLSX_TYPE } from '../http/workbook.ts'
import { dealsAnswer, distributionAnswer, funnelsAnswer, outlookAnswer, trendAnswer } from './answers.ts'
import { DealsShown, DistributionShown, dayQuery, FunnelsShown, groupQuery, OutlookShown, Trend } from './shapes.ts'
import { figuresOf, SHEETS } from './sheets.ts'

interface GroupAsked {
  readonly period: string
  readonly unit?: string | undefined
  readonly employee?: string | undefined
}

const groupOf = (who: Who, { unit, employee }: GroupAsked) => ({ who, unit, employee })

const measureQuery = z.string().max(200).optional().describe('One of `measures`; the main one unless told.')

export const insightRoutes: readonly Route[] = [
  query(
    {
      ...{ id: 'getTrend', method: 'get', path: '/insight/trend', tag: 'insight', may: 'score.read' },
      summary: 'A group over the computed periods up to one: scores, results against targets, pay.',
      query: z.object(groupQuery),
      reply: Trend,
    },
    (read, { who, query: asked, today, lang }) => trendAnswer(read, { group: groupOf(who, asked), period: asked.period, today, lang }),
  ),
  query(
    {
      ...{ id: 'getDistribution', method: 'get', path: '/insight/distribution', tag: 'insight', may: 'score.read' },
      summary: 'How the scores and grades of a period are spread.',
      query: z.object(groupQuery),
      reply: DistributionShown,
    },
    (read, { who, query: asked, today, lang }) => distributionAnswer(read, { group: groupOf(who, asked), period: asked.period, today, lang }),
  ),
  query(
    {
      ...{ id: 'getOutlook', method: 'get', path: '/insight/outlook', tag: 'insight', may: 'score.read' },
      summary: 'What a result may come to by the end of a period, with a range, and how it has grown so far.',
      query: z.object({ ...groupQuery, measure: measureQuery, day: dayQuery }),
      reply: OutlookShown,
    },
    (read, { who, query: asked, today, lang }) => outlookAnswer(read, { group: groupOf(who, asked), period: asked.period, today, lang, measure: asked.measure, day: asked.day }),
  ),
  query(
    {
      ...{ id: 'getFunnels', method: 'get', path: '/insight/funnels', tag: 'insight', may: 'data.read' },
      summary: 'Records that began in a period, by the stage they reached.',
      query: z.object(groupQuery),
      reply: FunnelsShown,
    },
    (read, { who, query: asked, today, lang }) => funnelsAnswer(read, { group: groupOf(who, asked), period: asked.period, today, lang }),
  ),
  query(
    {
      ...{ id: 'getDeals', method: 'get', path: '/insight/deals', tag: 'insight', may: 'data.read' },
      summary: 'The largest records of the last day that the main measure of a period adds up.',
      query: z.object({ period: groupQuery.period }),
      reply: DealsShown,
    },
    (read, { who, query: asked, today, lang }) => dealsAnswer(read, { group: groupOf(who, asked), period: asked.period, today, lang }),
  ),
  raw(
    {
      ...{ id: 'exportInsight', method: 'get', path: '/insight/workbook', tag: 'insight', may: 'score.read' },
      summary: 'The figures behind a chart as an XLSX file.',
      query: z.object({ ...groupQuery, sheet: z.enum(SHEETS), measure: measureQuery, day: dayQuery }),
      reply: z.null(),
      contentType: XLSX_TYPE,
    },
    async (store, { who, query: asked, today, lang, reply }) => {
      const { sheet, period, measure, day } = asked
      // Records are counted for those alone who may look at records.
      if (sheet === 'funnel' && !may(who, 'data.read')) throw new Refusal('http.forbidden', { permission: 'data.read' })
      const given = { group: groupOf(who, asked), period, today, lang, measure, day }
      const { columns, rows } = await store.read((read) => figuresOf(read, sheet, given))
      reply.header('content-disposition', `attachment; filename="${sheet}-${period.replace(/[^\w-]/g, '')}.xlsx"`).type(XLSX_TYPE)
      await reply.send(workbookOf({ name: sheet, columns, pages: onePage(rows) }))
    },
  ),
]

async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}
