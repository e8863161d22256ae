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
