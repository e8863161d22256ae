import type { AmountIr, Expr } from './ir.ts'
import { walk } from './walk.ts'

/** What a figure of an incentive plan rests on. */
export type DerivedNode = Extract<Expr, { node: 'value' | 'target' | 'pay' | 'result' | 'tenure' | 'presence' | 'tiers' | 'curve' | 'lookup' }>

const DERIVED: ReadonlySet<Expr['node']> = new Set<DerivedNode['node']>(['value', 'target', 'pay', 'result', 'tenure', 'presence', 'tiers', 'curve', 'lookup'])

/** The nodes whose values are kept beside an amount, in the order of amount, conditions, floor, cap; parents first, each place once. */
export function derivedNodes(a: AmountIr): DerivedNode[] {
  const found: DerivedNode[] = []
  const visit = (e: Expr): void => {
    if (DERIVED.has(e.node)) found.push(e as DerivedNode) // DERIVED holds their names alone
  }
  for (const expr of [a.amount, ...a.conditions.map((c) => c.when), a.floor, a.cap]) walk(expr, visit)
  return found
}
