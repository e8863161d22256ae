import { expect, it } from 'vitest'
import { costOf } from './cost.ts'

it('sets pay against what it brought, and says nothing where nothing was brought', () => {
  expect(costOf('50', '2000')).toBe('2.5')
  expect(costOf('1', '3')).toBe('33.3333')
  expect([costOf(null, '5'), costOf('5', null), costOf('5', '0'), costOf('5', '-1')]).toEqual([null, null, null, null])
})
