import type { Expr } from './ir.ts'

/** Visit an expression and every expression inside it, parents first. */
export function walk(expr: Expr | null, visit: (e: Expr) => void): void {
  if (expr === null) return
  visit(expr)
  switch (expr.node) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'date':
    case 'null':
    case 'field':
    case 'value':
      return
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'compare':
    case 'and':
    case 'or':
      walk(expr.left, visit)
      walk(expr.right, visit)
      return
    case 'neg':
    case 'abs':
    case 'not':
    case 'empty':
    case 'round':
    case 'part':
      walk(expr.of, visit)
      return
    case 'in':
      walk(expr.of, visit)
      expr.list.forEach((e) => {
        walk(e, visit)
      })
      return
    case 'if':
      walk(expr.when, visit)
      walk(expr.then, visit)
      walk(expr.else, visit)
      return
    case 'coalesce':
    case 'least':
    case 'greatest':
      expr.of.forEach((e) => {
        walk(e, visit)
      })
      return
    case 'days':
      walk(expr.from, visit)
      walk(expr.to, visit)
      return
    case 'contains':
    case 'starts':
      walk(expr.of, visit)
      walk(expr.text, visit)
      return
    case 'convert':
      walk(expr.of, visit)
      walk(expr.currency, visit)
      walk(expr.on, visit)
      return
    case 'seen':
      expr.keys.forEach((e) => {
        walk(e, visit)
      })
      walk(expr.where, visit)
      walk(expr.date, visit)
      return
    default:
      expr satisfies never
  }
}
