import { describe, expect, it } from 'vitest'
import { grouped, lacking, shownAmount, shownNumber, shownPercent } from './numbers.ts'

describe('numbers as people read them', () => {
  it.each([
    ['1234567.50', '1,234,567.50'],
    ['-1234', '−1,234'],
    ['999', '999'],
    ['0.001', '0.001'],
    ['123456789012345678.99', '123,456,789,012,345,678.99'],
  ])('groups %s as %s', (value, text) => expect(grouped(value)).toBe(text))

  it.each([
    ['zh', '9999.99', '9,999.99'],
    ['zh', '10000', '1.00 万'],
    ['zh', '12345678.9', '1,234.57 万'],
    ['zh', '-123456789', '−1.23 亿'],
    ['en', '9999', '9,999'],
    ['en', '12345', '12.35K'],
    ['en', '1234567', '1.23M'],
    ['en', '-12345678901', '−12.35B'],
  ] as const)('shortens in %s: %s → %s', (lang, value, short) => expect(shownAmount(value, lang).short).toBe(short))

  it('keeps every digit beside the short form', () => {
    expect(shownAmount('12345678901234567890.12', 'zh').exact).toBe('12,345,678,901,234,567,890.12')
    expect(shownAmount('12', 'zh', 2).exact).toBe('12.00')
  })

  it('rounds a percent half up and keeps it exactly', () => {
    expect(shownPercent('1.12345')).toEqual({ short: '112.3%', exact: '112.345%' })
    expect(shownPercent('0.0005').short).toBe('0.1%')
    expect(shownPercent('-0.5', 0).short).toBe('−50%')
  })

  it.each([
    ['114', '.00'],
    ['97.6', '0'],
    ['98.13', ''],
    ['1,204', '.00'],
  ] as const)('knows what %s lacks of two digits behind the point: %s', (shown, free) => expect(lacking(shown, 2)).toBe(free))

  it('lacks nothing where there are to be no digits behind the point', () => expect(lacking('114', 0)).toBe(''))

  it('shows plain numbers without trailing zeros', () => {
    expect(shownNumber('67.400').short).toBe('67.4')
    expect(shownNumber('67.405').short).toBe('67.41')
  })
})
