import { z } from 'zod'
import { isDay } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { command, query, type Route } from '../http/route.ts'
import { DayAsked } from '../http/shapes.ts'
import { changeRate, countRates, listRates } from './rates.ts'

const tag = 'org'

const RateShown = z
  .object({ currency: z.string(), day: z.string().describe('The first day it holds.'), rate: z.string().describe('Exact decimal as text.') })
  .meta({ id: 'Rate', description: 'What one unit of a currency is worth in the company’s currency, until the next day with a rate of that currency.' })

/** Errors: `http.bad-page`. */
function afterIn(text: string | undefined): readonly [string, string] | null {
  const key = keyIn(text, 2)
  if (key === null) return null
  const [day, currency] = key.map(String)
  if (day === undefined || currency === undefined || !isDay(day)) throw new Refusal('http.bad-page')
  return [day, currency]
}

/** Routes of exchange rates: they belong to nobody, and change what amounts come to like a rule does. */
export const rateRoutes: readonly Route[] = [
  query(
    {
      id: 'listRates',
      method: 'get',
      path: '/rates',
      tag,
      summary: 'Exchange rates into the currency of the company, the latest day first.',
      may: 'rule.read',
      query: z.object(pageQuery),
      reply: pageOf(RateShown),
    },
    async (read, { query: { limit, after } }) => {
      const rows = await listRates(read, { after: afterIn(after), limit: limit + 1 })
      return page(rows, limit, { item: (row) => ({ ...row }), key: (row) => [row.day, row.currency], total: await countRates(read) })
    },
  ),
  command(
    'rate.change',
    {
      id: 'changeRate',
      method: 'post',
      path: '/rates',
      tag,
      summary: 'Set, replace or take away the rate of a currency from a day on. What somebody else changed meanwhile is refused.',
      may: 'rule.write',
      body: z.strictObject({
        currency: z.string().max(20),
        day: DayAsked,
        seen: z.string().max(100).nullable().describe('The rate that was seen there; null: none.'),
        to: z.string().max(100).describe('As people write it; empty: none from then on.'),
      }),
      reply: z.object({ rate: z.string().nullable() }),
    },
    async (tx, { body, audit }) => {
      const { currency, before, after } = await changeRate(tx, body)
      audit.about(`rate/${currency}/${body.day}`, { before: before ?? '', after: after ?? '' })
      return { rate: after }
    },
  ),
]
