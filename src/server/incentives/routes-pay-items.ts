import { z } from 'zod'
import { PAY_EDITS, REASON_LENGTH } from '../../base/limits.ts'
import { command, query, type Route } from '../http/route.ts'
import { Exact } from '../http/shapes.ts'
import { may } from '../http/who.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { changePay, payHistory, payItemNames, payItems, payWritableBy } from './change-pay.ts'

const DayOrEver = z.string().nullable().describe('YYYY-MM-DD; null: since ever, or until further notice.')

const PayItem = z
  .object({
    employee: z.string(),
    name: z.string(),
    unitName: z.string().nullable(),
    item: z.string(),
    from: DayOrEver,
    until: DayOrEver.describe('The day from which the next amount of the item holds.'),
    amount: Exact,
    state: z.enum(['past', 'current', 'future']),
    writable: z.boolean(),
  })
  .meta({ id: 'PayItem', description: 'What somebody is paid by contract, from a day on.' })

const PayEdit = z
  .strictObject({
    employee: z.string().max(200),
    item: z.string().max(200),
    from: z.string().max(40).describe('A day; empty: since ever.'),
    seen: z.string().max(100).nullable().describe('The amount that was seen there; another one by now is not overwritten.'),
    to: z.string().max(100).describe('As people write it; empty: none any more.'),
  })
  .meta({ id: 'PayEdit' })

/** Routes of pay items. */
export const payItemRoutes: readonly Route[] = [
  query(
    {
      id: 'listPayItems',
      method: 'get',
      path: '/pay-items',
      tag: 'pay-items',
      summary: 'Pay items of everybody whose pay one sees, each with the days it holds; and the names of items, those that plans read first.',
      may: 'pay.read',
      reply: z.object({ items: z.array(PayItem), names: z.array(z.object({ item: z.string(), read: z.boolean().describe('An incentive plan reads it.') })) }),
    },
    async (read, { who, today }) => {
      const writes = may(who, 'pay.write') ? await payWritableBy(read, who, today) : () => false
      const items = await payItems(read, { who, today })
      return { items: items.map((item) => ({ ...item, writable: writes(item.employee) })), names: await payItemNames(read, await rulesInForceNow(read)) }
    },
  ),
  command(
    'pay-items.change',
    {
      id: 'changePayItems',
      method: 'post',
      path: '/pay-items',
      tag: 'pay-items',
      summary: 'Set pay items: all of them or none. What somebody else changed meanwhile is refused with who and when.',
      may: 'pay.write',
      body: z.strictObject({ edits: z.array(PayEdit).min(1).max(PAY_EDITS), reason: z.string().trim().min(1).max(REASON_LENGTH) }),
      reply: z.object({ changed: z.number().int() }),
    },
    async (tx, { body: { edits, reason }, who, today, audit }) => {
      const changed = await changePay(tx, await rulesInForceNow(tx), edits, { who, today, reason })
      const people = [...new Set(edits.map((edit) => edit.employee))]
      audit.about(people.length === 1 ? `pay-items/${people[0]}` : 'pay-items', { changed, reason })
      return { changed }
    },
  ),
  query(
    {
      id: 'getPayItemHistory',
      method: 'get',
      path: '/pay-items/{employee}/history',
      tag: 'pay-items',
      summary: 'Who changed somebody’s pay items, when, from what to what, and why; the newest first.',
      may: 'pay.read',
      params: z.object({ employee: z.string() }),
      reply: z.object({
        items: z.array(
          z
            .object({
              seq: z.string(),
              at: z.string(),
              by: z.string().nullable(),
              item: z.string(),
              from: DayOrEver,
              before: Exact.nullable(),
              after: Exact.nullable(),
              reason: z.string(),
              source: z.string().nullable(),
            })
            .meta({ id: 'PayItemChange' }),
        ),
      }),
    },
    async (read, { params }) => ({ items: (await payHistory(read, params.employee)).map((each) => ({ ...each })) }),
  ),
]
