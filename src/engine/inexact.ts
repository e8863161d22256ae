import type { Expr } from './ir.ts'

/**
 * Whether a number may carry digits of a quotient that was cut at DIVISION_SCALE. Where it is compared, asked of a table or rounded, it is settled first
 * (SETTLED_SCALE); numbers that no division went into are taken as they are, however long. False for what is not a number.
 */
export function inexact(expr: Expr): boolean {
  switch (expr.node) {
    case 'div':
    case 'value':
    case 'presence':
    case 'curve':
      return true
    case 'tiers':
      return expr.table.mode === 'interpolated' || inexact(expr.of) || (expr.scale !== null && inexact(expr.scale))
    case 'add':
    case 'sub':
    case 'mul':
      return inexact(expr.left) || inexact(expr.right)
    case 'neg':
    case 'abs':
    case 'convert':
      return inexact(expr.of)
    case 'if':
      return inexact(expr.then) || inexact(expr.else)
    case 'coalesce':
    case 'least':
    case 'greatest':
      return expr.of.some(inexact)
    default:
      return false
  }
}
