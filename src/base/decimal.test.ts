import { describe, expect, it } from 'vitest'
import { dec, decimalText, divide } from './decimal.ts'
import { FORMULA_DEPTH } from './limits.ts'

describe('exact decimals', () => {
  it('keep every digit of the longest product that a formula can hold', () => {
    const factor = '9'.repeat(60)
    let product = dec(1)
    for (let i = 0; i < FORMULA_DEPTH; i++) product = product.times(dec(factor))
    expect(decimalText(product)).toBe(String(BigInt(factor) ** BigInt(FORMULA_DEPTH)))
  })

  it('add up without rounding, however far apart they are', () => {
    expect(decimalText(dec(`1${'0'.repeat(60)}`).plus(dec(`0.${'0'.repeat(59)}1`)))).toBe(`1${'0'.repeat(60)}.${'0'.repeat(59)}1`)
  })

  it.each([
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['-1', '8', 2, '-0.13'],
    ['1', '8', 2, '0.13'],
    ['0', '-5', 2, '0'],
    ['5', '0', 2, null],
  ] as const)('%s ÷ %s at %i places is %s', (a, b, scale, wanted) => {
    const quotient = divide(dec(a), dec(b), scale)
    expect(quotient === null ? null : decimalText(quotient)).toBe(wanted)
  })
})
