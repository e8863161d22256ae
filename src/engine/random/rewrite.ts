import type { AmountIr, Expr, MeasureIr } from '../ir.ts'

/** The same expression with `change` applied to every expression inside it, the innermost first. */
export function rewrite(expr: Expr, change: (e: Expr) => Expr): Expr {
  const go = (e: Expr): Expr => rewrite(e, change)
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
      return change(expr)
    case 'add':
    case 'sub':
    case 'mul':
    case 'and':
    case 'or':
      return change({ ...expr, left: go(expr.left), right: go(expr.right) })
    case 'div':
      return change({ ...expr, left: go(expr.left), right: go(expr.right) })
    case 'compare':
      return change({ ...expr, left: go(expr.left), right: go(expr.right) })
    case 'neg':
    case 'abs':
    case 'not':
    case 'empty':
      return change({ ...expr, of: go(expr.of) })
    case 'round':
      return change({ ...expr, of: go(expr.of) })
    case 'part':
      return change({ ...expr, of: go(expr.of) })
    case 'in':
      return change({ ...expr, of: go(expr.of), list: expr.list.map(go) })
    case 'if':
      return change({ ...expr, when: go(expr.when), then: go(expr.then), else: go(expr.else) })
    case 'coalesce':
    case 'least':
    case 'greatest':
      return change({ ...expr, of: expr.of.map(go) })
    case 'days':
      return change({ ...expr, from: go(expr.from), to: go(expr.to) })
    case 'contains':
    case 'starts':
      return change({ ...expr, of: go(expr.of), text: go(expr.text) })
    case 'convert':
      return change({ ...expr, of: go(expr.of), currency: go(expr.currency), on: go(expr.on) })
    case 'tiers':
      return change({ ...expr, of: go(expr.of), scale: expr.scale === null ? null : go(expr.scale) })
    case 'curve':
      return change({ ...expr, of: go(expr.of) })
    case 'lookup':
      return change({ ...expr, keys: expr.keys.map(go) })
    case 'seen':
      return change({ ...expr, keys: expr.keys.map(go), where: expr.where === null ? null : go(expr.where), date: go(expr.date) })
    default:
      return expr satisfies never
  }
}

/** The same measure with `change` applied to every expression of its value, filter or formula; not to date and credit. */
export function rewriteMeasure(measure: MeasureIr, change: (e: Expr) => Expr): MeasureIr {
  const { body } = measure
  if (body.kind === 'formula') return { ...measure, body: { ...body, expr: rewrite(body.expr, change) } }
  const { value, filter } = body.aggregate
  return {
    ...measure,
    body: { ...body, aggregate: { ...body.aggregate, value: value === null ? null : rewrite(value, change), filter: filter === null ? null : rewrite(filter, change) } },
  }
}

/** The same amount with `change` applied to every expression of its formula, conditions, floor and cap. */
export function rewriteAmount(a: AmountIr, change: (e: Expr) => Expr): AmountIr {
  const go = (e: Expr | null): Expr | null => (e === null ? null : rewrite(e, change))
  return { amount: rewrite(a.amount, change), conditions: a.conditions.map((c) => ({ ...c, when: rewrite(c.when, change) })), floor: go(a.floor), cap: go(a.cap) }
}
