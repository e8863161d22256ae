import { dec, decimalText } from '../base/decimal.ts'
import { isFraction, type Names } from '../engine/index.ts'
import type { Expr } from '../engine/ir.ts'

/** The expression with figures in the places of some of its nodes: where `figure` answers, its answer stands there; parents are asked first. */
export function substituted(expr: Expr, figure: (e: Expr) => Expr | undefined): Expr {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside)
    if (typeof value !== 'object' || value === null) return value
    if ('node' in value) {
      const found = figure(value as Expr) // What has a node is an expression.
      if (found !== undefined) return found
    }
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inside(v)]))
  }
  return inside(expr) as Expr // Only whole nodes were replaced by nodes.
}

/** The same figures, where a percentage stands as one, 35%, and not as the product of what is stored with 0.01. */
export function withPercents(names: Names, figure: (e: Expr) => Expr | undefined): (e: Expr) => Expr | undefined {
  return (e) => {
    if (e.node !== 'mul' || !isFraction(e, names)) return figure(e)
    const found = figure(e.left)
    return found?.node === 'number' ? { node: 'number', value: decimalText(dec(found.value).times('0.01')), percent: true } : found
  }
}
