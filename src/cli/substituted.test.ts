import { describe, expect, test } from 'vitest'
import { ID_NAMES, type Names, printExpr } from '../engine/index.ts'
import type { Expr } from '../engine/ir.ts'
import { substituted, withPercents } from './substituted.ts'

describe('a formula with its figures', () => {
  const names: Names = { ...ID_NAMES, percent: (id) => id === 'margin' }
  const value = (measure: string): Expr => ({ node: 'value', ref: { measure, scope: { line: 'own' }, shifts: [] } })
  const hundredth: Expr = { node: 'number', value: '0.01' }
  const figures: Readonly<Record<string, string>> = { margin: '27.14', orders: '3' }
  const shown = (expr: Expr) => {
    const figure = (e: Expr): Expr | undefined => {
      const found = e.node === 'value' ? figures[e.ref.measure] : undefined
      return found === undefined ? undefined : { node: 'number', value: found }
    }
    return printExpr(substituted(expr, withPercents(names, figure)), { lang: 'en', names })
  }

  test('has a percentage as one, and not as the product with 0.01 that formulas calculate with', () => {
    const rate: Expr = { node: 'mul', left: value('margin'), right: hundredth }
    expect(shown({ node: 'compare', op: '>=', left: rate, right: { node: 'number', value: '0.3', percent: true } })).toBe('27.14% ≥ 30%')
  })

  test('leaves alone what its author multiplied by 0.01 or by 1%', () => {
    expect(shown({ node: 'mul', left: value('orders'), right: hundredth })).toBe('3 × 0.01')
    expect(shown({ node: 'mul', left: value('margin'), right: { ...hundredth, percent: true } })).toBe('27.14 × 1%')
  })
})
