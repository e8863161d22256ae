import type { Expr } from './ir.ts'

/** Visit an expression and every expression inside it, parents first. */
export function walk(expr: Expr | null, visit: (e: Expr) => void): void {
  if (expr === null) return
  visit(expr)
  for (const part of partsOf(expr)) walk(part, visit)
}

/** The expressions directly inside one, in the order written. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.node) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'date':
    case 'null':
    case 'field':
    case 'value':
    case 'target':
    case 'pay':
    case 'result':
    case 'tenure':
    case 'presence':
      return []
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'compare':
    case 'and':
    case 'or':
      return [expr.left, expr.right]
    case 'neg':
    case 'abs':
    case 'not':
    case 'empty':
    case 'round':
    case 'part':
      return [expr.of]
    case 'in':
      return [expr.of, ...expr.list]
    case 'if':
      return [expr.when, expr.then, expr.else]
    case 'coalesce':
    case 'least':
    case 'greatest':
      return expr.of
    case 'days':
      return [expr.from, expr.to]
    case 'contains':
    case 'starts':
      return [expr.of, expr.text]
    case 'convert':
      return [expr.of, expr.currency, expr.on]
    case 'tiers':
      return expr.scale === null ? [expr.of] : [expr.of, expr.scale]
    case 'curve':
      return [expr.of]
    case 'lookup':
      return expr.keys
    case 'seen':
      return [...expr.keys, ...(expr.where === null ? [] : [expr.where]), expr.date]
    default:
      return expr satisfies never
  }
}
