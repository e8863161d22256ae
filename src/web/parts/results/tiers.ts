import { dec, decimalText } from '../../../base/decimal.ts'
import { derivedNodes } from '../../../engine/derivation.ts'
import type { AmountIr, Program, TierIr, TiersIr } from '../../../engine/ir.ts'
import type { TiersResult } from '../../../engine/results.ts'
import { shownBound, shownQuantity } from '../../../engine/shown-bounds.ts'

/** A tier as it counted for somebody: bounds in the terms of the quantity, what lay in it, what it paid. */
export interface TierRow {
  readonly from: string | null
  readonly until: string | null
  readonly rate: string | null
  readonly amount: string | null
  readonly part: string
  readonly pays: string
}

export interface TiersOf {
  readonly rows: readonly TierRow[]
  /** The next tier and what is missing to its beginning; null on the highest one, and without a quantity. */
  readonly next: { readonly missing: string; readonly rate: string | null; readonly amount: string | null } | null
}

/** The tables of tiers in an amount, by the place of the part; the rules must be those that the run computed with, else a place holds something else and is left out. */
export function tierTables(program: Program, of: { readonly incentive: string; readonly component: string }, when: 'now' | 'before'): ReadonlyMap<number, TiersIr> {
  const plan = Object.hasOwn(program.incentives, of.incentive) ? program.incentives[of.incentive] : undefined
  const amount: AmountIr | null | undefined = plan?.components.find((each) => each.component === of.component)?.[when]
  if (amount === undefined || amount === null) return new Map()
  return new Map(derivedNodes(amount).flatMap((node, at) => (node.node === 'tiers' ? [[at, node.table] as const] : [])))
}

export function isTiers(result: unknown): result is TiersResult {
  return typeof result === 'object' && result !== null && 'tiers' in result && Array.isArray(result.tiers)
}

/** A table of tiers with what it came to; null where table and result do not belong together. */
export function tiersFor(table: TiersIr, result: TiersResult): TiersOf | null {
  if (result.tiers.length !== table.tiers.length) return null
  const bound = (text: string | null) => (text === null ? null : decimalText(shownBound(text, result.scale)))
  const rows = table.tiers.map(({ from, until, rate, amount }: TierIr, at) => ({
    ...{ from: bound(from), until: bound(until), rate, amount },
    ...(result.tiers[at] ?? { part: '0', pays: '0' }),
  }))
  const of = result.of === null ? null : shownQuantity(result.of, result.scale)
  const above = of === null ? undefined : rows.find(({ from }) => from !== null && dec(from).gt(of))
  const missing = of === null || above?.from == null ? null : decimalText(dec(above.from).minus(of))
  return { rows, next: missing === null || above === undefined ? null : { missing, rate: above.rate, amount: above.amount } }
}
