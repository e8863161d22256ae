import { expect, test } from 'vitest'
import { draftRule } from '../../../../engine/check/draft-rule.ts'
import { asksTarget, BEGINNINGS, isWeighted, RULES, withRule } from './rule-defaults.ts'

test('every rule begins as one that is right', () => {
  for (const rule of RULES) expect(draftRule(BEGINNINGS[rule], true), rule).not.toBeNull()
})

test('a line by another rule loses what that rule has no use for', () => {
  const line = { line: 'a', measure: 'm', weight: 30, target: 'stretch', prorate: true, score: { rule: 'linear' } }
  expect(withRule(line, 'gate')).toEqual({ line: 'a', measure: 'm', score: BEGINNINGS.gate })
  expect(withRule(line, 'bands')).toMatchObject({ weight: 30, target: 'stretch', prorate: true })
  expect(withRule(line, 'range')).not.toHaveProperty('target')
})

test('targets and weights go by the rule', () => {
  expect([asksTarget({}), asksTarget({ rule: 'bands', of: 'actual' }), asksTarget({ rule: 'lower' })]).toEqual([true, false, true])
  expect([
    isWeighted({ weight: 5 }),
    isWeighted({ score: { rule: 'gate' } }),
    isWeighted({ score: { rule: 'points' } }),
    isWeighted({ weight: 5, score: { rule: 'points' } }),
  ]).toEqual([true, false, false, true])
})
