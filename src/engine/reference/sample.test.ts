import { describe, expect, test } from 'vitest'
import type { AmountIr, Expr, TiersIr } from '../ir.ts'
import { binary, compare, num, value } from '../random/build.ts'
import { baseLeaf, bendsOf, leafKey, leavesOf, ordinarySample, paidFor } from './sample.ts'

/** The goal: a plan is worked out for an imagined person by the very rules of the interpreter. */

const revenue = value('revenue')
const margin = value('margin')
const target: Expr = { node: 'target', measure: 'revenue', level: 'target', prorated: true, scope: { line: 'own' }, shifts: [] }
const tier = (from: string, until: string | null, rate: string) => ({ from, until, rate, amount: null })
const TABLE: TiersIr = { table: 't', mode: 'marginal', boundary: 'begins', tiers: [tier('0', '1', '0.01'), tier('1', null, '0.05')] }
const amount: AmountIr = {
  amount: { node: 'tiers', table: TABLE, of: revenue, scale: target },
  conditions: [{ name: 'margin', when: compare('>=', margin, num(28)) }],
  floor: null,
  cap: binary('mul', target, num('0.05')),
}
const how = { money: '100000', isMoney: (measure: string) => measure === 'revenue' }
const keyOf = (of: Expr) => leavesOf({ amount: of, conditions: [], floor: null, cap: null })[0]?.key ?? ''

describe('an imagined person', () => {
  test('is asked each question once, and drawn against what the tiers go by', () => {
    expect(leavesOf(amount).map(({ node }) => node.node)).toEqual(['value', 'target', 'value'])
    expect(baseLeaf(amount)?.key).toBe(keyOf(revenue))
    expect(baseLeaf({ ...amount, amount: { node: 'pay', item: 'base' } })?.node.node).toBe('pay')
    expect(baseLeaf({ ...amount, amount: num(5) })).toBeNull()
  })

  test('meets the conditions, and is paid as the rules have it: tiers, cap, condition', () => {
    const ordinary = ordinarySample(amount, how)
    expect(ordinary).toEqual({ [keyOf(revenue)]: '100000', [keyOf(target)]: '100000', [keyOf(margin)]: '100' })
    const at = (of: string, more = {}) => paidFor(amount, { ...ordinary, [keyOf(revenue)]: of, ...more })?.toString()
    expect([at('0'), at('100000'), at('120000'), at('1000000')]).toEqual(['0', '1000', '2000', '5000'])
    expect(at('120000', { [keyOf(margin)]: '27' })).toBe('0')
    expect(paidFor(amount, {})?.toString()).toBe('0')
    expect(paidFor({ ...amount, conditions: [] }, {})).toBeNull()
  })

  test('is told apart by what is asked, not by how', () => {
    expect(leafKey({ ...target, prorated: false } as typeof target & { node: 'target' })).toBe(keyOf(target))
    expect(keyOf({ node: 'result', what: 'score' })).not.toBe(keyOf({ node: 'result', what: 'grade' }))
  })
})

test('the pay bends where tiers begin, in terms of what it is drawn against', () => {
  const sample = ordinarySample(amount, how)
  expect(bendsOf(amount, sample, keyOf(revenue)).map(String)).toEqual(['100000', '100000'])
  const attainment: AmountIr = { ...amount, amount: { node: 'tiers', table: TABLE, of: { node: 'div', left: revenue, right: target, scale: 10 }, scale: null } }
  expect(bendsOf(attainment, { ...sample, [keyOf(target)]: '50000' }, keyOf(revenue)).map(String)).toEqual(['50000', '50000'])
  expect(bendsOf(amount, sample, keyOf(margin))).toEqual([])
})
