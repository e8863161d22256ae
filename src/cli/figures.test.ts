import { expect, test } from 'vitest'
import { exactValue, grouped, shownValue } from './figures.ts'

const money = { currency: 'CNY', scale: 2 }
const measure = (unit: Record<string, number>, more: { percent?: boolean; round?: number | null } = {}) => ({ unit, percent: more.percent ?? false, round: more.round ?? null })

test('thousands are set apart, exactly, however long the number', () => {
  expect(['0', '999', '-1234567.89', '12345678901234567890.000001', '1000'].map(grouped)).toEqual(['0', '999', '-1,234,567.89', '12,345,678,901,234,567,890.000001', '1,000'])
})

test('money has its decimal places, percent its sign, a missing value a dash', () => {
  expect(shownValue('1234.5', measure({ CNY: 1 }), money)).toBe('1,234.50')
  expect(shownValue('0.005', measure({ CNY: 1 }), money)).toBe('0.01')
  expect(shownValue('1234', measure({ CNY: 1 }, { round: 0 }), money)).toBe('1,234')
  expect(shownValue('71.4', measure({}, { percent: true }), money)).toBe('71.40 %')
  expect(shownValue('3.3333333333333333', measure({ CNY: 1, 单: -1 }), money)).toBe('3.3333')
  expect(shownValue('12', measure({ 单: 1 }), money)).toBe('12')
  expect(shownValue(null, measure({ CNY: 1 }), money)).toBe('–')
  expect(exactValue('3333.3333333333333333', false)).toBe('3,333.3333333333333333')
})
