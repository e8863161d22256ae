import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteMap } from './byte-map.ts'
import { isDay, isDecimal, isInteger, isTimestamp } from './canonical.ts'
import { type Manner, type Normalised, normaliseBoolean, normaliseCurrency, normaliseDay, normaliseDecimal, normaliseInteger, normaliseTimestamp } from './normalise.ts'

const PLAIN: Manner = { dateOrder: null, serialsFrom: null, currency: null, isMoney: false, isPercent: false, decimalComma: false }
const YUAN: Manner = { ...PLAIN, currency: 'CNY', isMoney: true }

const said = (n: Normalised): string | null => ('bad' in n ? `! ${n.bad}` : n.ok)

describe('amounts as people and exports write them', () => {
  it.each([
    ['1234.50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['-1,234,567', '-1234567'],
    ['¥1,200', '1200'],
    ['￥1200.00', '1200'],
    ['１２，３４５', '12345'],
    ['1200元', '1200'],
    ['RMB 1,200', '1200'],
    ['CNY1200', '1200'],
    ['(1,200)', '-1200'],
    ['（1200.5）', '-1200.5'],
    ['¥(1,200)', '! value.not-a-number'],
    ['-¥5', '-5'],
    ['¥-5', '-5'],
    ['3.5万', '35000'],
    ['1.2亿元', '120000000'],
    ['1.5E+05', '150000'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+7', '7'],
    ['0.00', '0'],
    ['-0', '0'],
    ['1200-', '-1200'],
    ['−8', '-8'],
    ['0.1234567890123456789012345', '0.1234567890123456789012345'],
    ['', null],
    ['NULL', null],
    ['N/A', null],
    ['NaN', null],
    ['#N/A', '! value.not-a-number'],
    ['1,23', '! value.decimal-comma'],
    ['1.234,50', '! value.decimal-comma'],
    ['12,34,567', '! value.not-a-number'],
    ['abc', '! value.not-a-number'],
    ['1.2.3', '! value.not-a-number'],
    ['-', '! value.not-a-number'],
    ['$1,200', '! value.other-currency'],
    ['1200 USD', '! value.other-currency'],
    ['5%', '! value.percent-sign'],
    ['1e99', '! value.number-too-long'],
    ['(-5)', '! value.not-a-number'],
    ['0x10', '! value.not-a-number'],
    ['∞', '! value.not-a-number'],
  ])('%s is %s', (text, expected) => {
    expect(said(normaliseDecimal(text, YUAN))).toBe(expected)
  })

  it.each([
    ['1.234,50', '1234.5'],
    ['1.234', '1234'],
    ['1,234', '1.234'],
    ['-12,5', '-12.5'],
    [',5', '0.5'],
    ['1 234 567,8', '1234567.8'],
    ["1'234,50", '1234.5'],
    ['1.234,50 €', '1234.5'],
    ['EUR 1.234,50', '1234.5'],
    ['(1.234,50)', '-1234.5'],
    ['1234', '1234'],
    ['1.5', '! value.decimal-point'],
    ['1,234.50', '! value.decimal-point'],
    ['1.23,5', '! value.decimal-point'],
    ['1,2,3', '! value.not-a-number'],
    ['1.234 567', '! value.decimal-point'],
  ])('with a decimal comma %s is %s', (text, expected) => {
    expect(said(normaliseDecimal(text, { ...YUAN, currency: 'EUR', decimalComma: true }))).toBe(expected)
  })

  it('takes the numbers of a sheet as they are kept, whatever its texts have before the decimals', () => {
    const sheet: Manner = { ...PLAIN, serialsFrom: '1900', decimalComma: true }
    expect(['1.5', '1234.567', '1,5'].map((text) => said(normaliseDecimal(text, sheet)))).toEqual(['1.5', '1234.567', '1.5'])
  })

  it('takes a percent sign where the unit is percent, and a currency sign only for money', () => {
    expect(said(normaliseDecimal('71.43%', { ...PLAIN, isPercent: true }))).toBe('71.43')
    expect(said(normaliseDecimal('¥5', PLAIN))).toBe('! value.not-a-number')
    expect(normaliseDecimal('$5', { ...YUAN, currency: null })).toMatchObject({ ok: '5', currencies: expect.arrayContaining(['USD', 'CAD']) })
    expect(normaliseDecimal('¥5元', { ...YUAN, currency: null })).toEqual({ ok: '5', currencies: ['CNY'] })
    expect(normaliseDecimal('CHF 5', { ...YUAN, currency: null })).toEqual({ ok: '5', currencies: ['CHF'] })
    expect(said(normaliseDecimal('$5 EUR', { ...YUAN, currency: null }))).toBe('! value.other-currency')
  })

  it.each([
    ['3.0', '3'],
    ['1,000', '1000'],
    ['3.5', '! value.not-whole'],
    ['9223372036854775807', '9223372036854775807'],
    ['9223372036854775808', '! value.integer-too-large'],
    ['007', '7'],
  ])('the whole number %s is %s', (text, expected) => {
    expect(said(normaliseInteger(text, PLAIN))).toBe(expected)
  })
})

describe('days and times', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026-3-1', '2026-03-01'],
    ['2026.3.1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['２０２６／３／１', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['2026/3/1 0:00', '2026-03-01'],
    ['2026-03-01T00:00:00.000Z', '2026-03-01'],
    ['1-Mar-2026', '2026-03-01'],
    ['Mar 1, 2026', '2026-03-01'],
    ['2024-02-29', '2024-02-29'],
    [' ', null],
    ['null', null],
    ['2026-02-29', '! value.no-such-day'],
    ['2026-02-30', '! value.no-such-day'],
    ['2026/13/1', '! value.no-such-day'],
    ['2026-00-10', '! value.no-such-day'],
    ['1900-02-29', '! value.no-such-day'],
    ['0216-03-01', '! value.year-out-of-range'],
    ['3/1/2026', '! value.day-or-month-first'],
    ['26-3-1', '! value.not-a-day'],
    ['26/3/01', '! value.day-or-month-first'],
    ['2026-03-01 14:30', '! value.time-would-be-lost'],
    ['46082', '! value.not-a-day'],
    ['昨天', '! value.not-a-day'],
    ['2026-03', '! value.not-a-day'],
  ])('the day %s is %s', (text, expected) => {
    expect(said(normaliseDay(text, PLAIN))).toBe(expected)
  })

  it('reads day and month in the order the field names, and serial numbers of sheets', () => {
    expect(said(normaliseDay('3/4/2026', { ...PLAIN, dateOrder: 'mdy' }))).toBe('2026-03-04')
    expect(said(normaliseDay('3/4/26', { ...PLAIN, dateOrder: 'dmy' }))).toBe('2026-04-03')
    expect(said(normaliseDay('31/12/1999', { ...PLAIN, dateOrder: 'mdy' }))).toBe('! value.no-such-day')
    expect(said(normaliseDay('46082', { ...PLAIN, serialsFrom: '1900' }))).toBe('2026-03-01')
    expect(said(normaliseDay('44620', { ...PLAIN, serialsFrom: '1904' }))).toBe('2026-03-01')
    expect(said(normaliseTimestamp('46082.604166666664', { ...PLAIN, serialsFrom: '1900' }))).toBe('2026-03-01 14:30:00')
  })

  it.each([
    ['2026-03-01 14:05', '2026-03-01 14:05:00'],
    ['2026/3/1 下午 2:05', '2026-03-01 14:05:00'],
    ['2026/3/1 12:05 AM', '2026-03-01 00:05:00'],
    ['2026-03-01T14:05:09.1234567+0800', '2026-03-01 14:05:09.123456+08:00'],
    ['2026年3月1日 14时05分', '2026-03-01 14:05:00'],
    ['20260301 14:05:09', '2026-03-01 14:05:09'],
    ['2026-03-01', '2026-03-01 00:00:00'],
    ['2026-03-01 25:00', '! value.not-a-time'],
    ['2026-03-01 13:05 PM', '! value.not-a-time'],
    ['2026-03-01T00:00:00+99:00', '! value.not-a-time'],
    ['14:05', '! value.not-a-time'],
  ])('the time %s is %s', (text, expected) => {
    expect(said(normaliseTimestamp(text, PLAIN))).toBe(expected)
  })
})

it.each([
  ['是', 't'],
  ['否', 'f'],
  ['YES', 't'],
  ['no', 'f'],
  ['TRUE', 't'],
  ['1', 't'],
  ['０', 'f'],
  ['', null],
  ['maybe', '! value.not-yes-or-no'],
])('the answer %s is %s', (text, expected) => {
  expect(said(normaliseBoolean(text))).toBe(expected)
})

it.each([
  ['cny', 'CNY'],
  ['人民币', 'CNY'],
  ['美元', 'USD'],
  ['EUR', 'EUR'],
  ['Yuan!', '! value.not-a-currency'],
])('the currency %s is %s', (text, expected) => {
  expect(said(normaliseCurrency(text))).toBe(expected)
})

describe('what is copied untouched', () => {
  const whole = (check: (b: Uint8Array, from: number, to: number) => boolean, text: string) => {
    const bytes = Buffer.from(`x${text}y`)
    return check(bytes, 1, bytes.length - 1)
  }

  it('is exactly what the slow way would leave as it is', () => {
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '9', '-', '.', ',', '+', 'e', ' '), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(digits, (text) => {
        const slow = normaliseDecimal(text, PLAIN)
        if (whole(isDecimal, text)) expect('ok' in slow && Number(slow.ok) === Number(text)).toBe(true)
        if (whole(isInteger, text)) expect(said(normaliseInteger(text, PLAIN))).toBe(text === '-0' ? '0' : text)
      }),
      { numRuns: 5_000 },
    )
  })

  it('holds only days and times that exist', () => {
    const numbers = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 39 }), fc.integer({ min: 0, max: 29 }))
    const two = (n: number) => String(n).padStart(2, '0')
    fc.assert(
      fc.property(numbers, ([y, m, d, h]) => {
        const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`
        expect(whole(isDay, day)).toBe('ok' in normaliseDay(day, PLAIN))
        const time = `${day} ${two(h)}:30:00`
        expect(whole(isTimestamp, time)).toBe('ok' in normaliseTimestamp(time, PLAIN))
      }),
      { numRuns: 5_000 },
    )
  })

  it.each(['2026-03-01T14:05:00', '2026-03-01 14:05:00.5', '2026-03-01T14:05:00Z', '2026-03-01T14:05:00+08:00'])('takes the time %s', (text) => {
    expect(whole(isTimestamp, text)).toBe(true)
  })

  it.each(['2026-03-01T14:05:00.', '2026-03-01T14:05:60', '2026-03-01T14:05:00+8', '2026-03-01T14:05:00.1234567', '2026-03-01x14:05:00'])('looks closer at the time %s', (text) => {
    expect(whole(isTimestamp, text)).toBe(false)
  })
})

it('a map of bytes remembers what it was told, until it forgets everything', () => {
  const map = new ByteMap<number>()
  const bytes = Buffer.from('abcabd')
  map.set(bytes, 0, 3, 1)
  map.set(bytes, 3, 6, 2)
  bytes.fill(0x61)
  expect([map.get(Buffer.from('abc'), 0, 3), map.get(Buffer.from('xabd'), 1, 4), map.get(Buffer.from('abx'), 0, 3)]).toEqual([1, 2, undefined])
  for (let i = 0; i < 50_000; i++) map.set(Buffer.from(String(i)), 0, String(i).length, i)
  expect(map.get(Buffer.from('abc'), 0, 3)).toBeUndefined()
  expect(map.get(Buffer.from('49999'), 0, 5)).toBe(49_999)
})
