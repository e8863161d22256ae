import { expect, test } from 'vitest'
import { binsOf, difference, isMoved } from './compared.ts'
import type { PersonCompared } from './queries.ts'

const person = (id: string, before: string | null, after: string | null): PersonCompared => ({
  ...{ id, name: id, role: 'hunter' },
  before: { score: before, grade: null, pay: null, open: false },
  after: { score: after, grade: null, pay: null, open: false },
})

test('people are counted by ten points; a bound belongs to the upper bin, nobody without a score to any', () => {
  expect(binsOf([person('a', '79.99', '80'), person('b', '80', '101.5'), person('c', null, null)])).toEqual([
    { scores: '70–80', before: 1, after: 0 },
    { scores: '80–90', before: 1, after: 1 },
    { scores: '90–100', before: 0, after: 0 },
    { scores: '100–110', before: 0, after: 1 },
  ])
  expect(binsOf([person('c', null, null)])).toEqual([])
})

test('differences are exact, and there is none where a figure is missing', () => {
  expect([difference('0.1', '0.3'), difference(null, '5'), isMoved(person('a', '1', '1')), isMoved(person('a', '1', null))]).toEqual(['0.2', null, false, true])
})
