import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { derivedNodes } from '../../engine/derivation.ts'
import { namesFrom, printExpr } from '../../engine/formula/print-ir.ts'
import type { AmountIr, ComponentIr, IncentiveIr } from '../../engine/ir.ts'
import type { AmountResult, EarningResult } from '../../engine/results.ts'
import type { PeriodNow } from './newest.ts'
import { add } from './sum.ts'

/** How an amount came about, with the words of its plan. */
export interface AmountShown {
  /** What the formula gave, before conditions, floor and cap; and what they left of it, before rounding. */
  readonly raw: string | null
  readonly amount: string | null
  readonly formula: string
  readonly conditions: readonly { readonly name: string; readonly holds: boolean | null }[]
  readonly floor: string | null
  readonly cap: string | null
  /** What the amount rests on, in the order of the formula: the expression, and what it came to (a figure, or a table with its tiers). */
  readonly parts: readonly { readonly node: string; readonly text: string; readonly result: AmountResult['parts'][number] }[]
}

export interface ComponentShown {
  readonly component: string
  readonly name: string
  readonly amount: string | null
  readonly now: AmountShown | null
  /** What earlier periods of the year came to, taken off; null where the component is not cumulative. */
  readonly before: AmountShown | null
}

export interface PlanShown {
  readonly incentive: string
  readonly name: string
  readonly total: string | null
  readonly components: readonly ComponentShown[]
}

/** What a person's plans came to, plan by plan in their order. A component that its plan no longer has is shown without its derivation. */
export function shownPlans(earnings: readonly EarningResult[], { loaded, input }: Pick<PeriodNow, 'loaded' | 'input'>, lang: Lang): PlanShown[] {
  const { incentives } = input.program
  const names = namesFrom({ datasets: loaded.datasets, measures: input.program.measures, tables: loaded.tables }, lang)
  const print = (expr: AmountIr['amount']) => printExpr(expr, { lang, names })
  const order = [...new Set([...Object.keys(incentives), ...earnings.map((e) => e.incentive)])]
  return order.flatMap((id) => {
    const mine = earnings.filter((e) => e.incentive === id)
    if (mine.length === 0) return []
    const plan = incentives[id]
    const components = inOrderOf(plan, mine).map(({ earning, component }) => shownComponent(earning, component, { lang, print }))
    return [{ incentive: id, name: nameIn(plan?.name, lang, id), total: add(components.map((c) => c.amount)), components }]
  })
}

function inOrderOf(plan: IncentiveIr | undefined, earnings: readonly EarningResult[]): { earning: EarningResult; component: ComponentIr | undefined }[] {
  const found = (plan?.components ?? []).flatMap((component) => earnings.filter((e) => e.component === component.component).map((earning) => ({ earning, component })))
  const rest = earnings.filter((e) => !found.some((f) => f.earning === e)).map((earning) => ({ earning, component: undefined }))
  return [...found, ...rest]
}

interface Words {
  readonly lang: Lang
  readonly print: (expr: AmountIr['amount']) => string
}

function shownComponent(earning: EarningResult, component: ComponentIr | undefined, words: Words): ComponentShown {
  const { now, before } = earning
  return {
    component: earning.component,
    name: nameIn(component?.name, words.lang, earning.component),
    amount: earning.amount,
    now: component === undefined ? null : shownAmount(now, component.now, words),
    before: before === null || component?.before == null ? null : shownAmount(before, component.before, words),
  }
}

function shownAmount(result: AmountResult, ir: AmountIr, { lang, print }: Words): AmountShown {
  return {
    raw: result.raw,
    amount: result.amount,
    formula: print(ir.amount),
    conditions: ir.conditions.map((c, i) => ({ name: nameIn(c.name, lang, print(c.when)), holds: result.conditions[i] ?? null })),
    floor: result.floor,
    cap: result.cap,
    parts: derivedNodes(ir).map((node, i) => ({ node: node.node, text: print(node), result: result.parts[i] ?? null })),
  }
}
