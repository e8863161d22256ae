import { describe, expect, it } from 'vitest'
import type { Program, TiersIr } from '../../../engine/ir.ts'
import { isTiers, tiersFor, tierTables } from './tiers.ts'

const tier = (from: string | null, until: string | null, rate: string) => ({ from, until, rate, amount: null })
const TABLE: TiersIr = { table: 't', mode: 'marginal', boundary: 'begins', tiers: [tier('0', '0.6', '0.01'), tier('0.6', '1', '0.03'), tier('1', null, '0.05')] }
const paid = (parts: readonly string[]) => parts.map((part) => ({ part, pays: '1' }))

describe('tiers as they counted', () => {
  it('have bounds in proportion to the target, and say what is missing to the next', () => {
    const found = tiersFor(TABLE, { of: '150', scale: '200', value: '3', tiers: paid(['120', '30', '0']) })
    expect(found?.rows.map((row) => [row.from, row.until, row.part])).toEqual([
      ['0', '120', '120'],
      ['120', '200', '30'],
      ['200', null, '0'],
    ])
    expect(found?.next).toEqual({ missing: '50', rate: '0.05', amount: null })
  })

  it('have no next one at the top, nor without a quantity, nor where the table is another by now', () => {
    expect(tiersFor(TABLE, { of: '250', scale: '200', value: '3', tiers: paid(['120', '80', '50']) })?.next).toBeNull()
    expect(tiersFor(TABLE, { of: null, scale: '200', value: null, tiers: [] })).toBeNull()
    expect(tiersFor(TABLE, { of: '1', scale: null, value: '1', tiers: paid(['1']) })).toBeNull()
  })

  it('are found by their place among the parts', () => {
    const amount = {
      amount: { node: 'mul', left: { node: 'pay', item: 'x' }, right: { node: 'tiers', table: TABLE, of: { node: 'number', value: '1' }, scale: null } },
      conditions: [],
      floor: null,
      cap: null,
    }
    const program = { incentives: { plan: { components: [{ component: 'c', now: amount, before: null }] } } } as unknown as Program // No other field is read.
    expect([...tierTables(program, { incentive: 'plan', component: 'c' }, 'now').keys()]).toEqual([1])
    expect(tierTables(program, { incentive: 'plan', component: 'c' }, 'before').size).toBe(0)
    expect(tierTables(program, { incentive: 'gone', component: 'c' }, 'now').size).toBe(0)
    expect([isTiers('5'), isTiers(null), isTiers({ row: 1, value: '2' }), isTiers({ tiers: [] })]).toEqual([false, false, false, true])
  })
})
