import { nameIn } from '../base/diagnostic.ts'
import type { ComponentIr } from '../engine/ir.ts'
import type { EarningTrace } from '../engine/reference/earning.ts'
import type { ResultsExplanation } from '../server/runs/explain-results.ts'
import { moneyOf, moneyText, showAmount } from './explain-amount.ts'
import { indented, showReason, type View } from './explain-context.ts'
import { shownFixed, shownMoney } from './figures.ts'
import { withId } from './labels.ts'
import { payOf } from './ranking.ts'
import type { Column } from './table.ts'

/** What somebody earns, component by component, with the sum. */
export function showPay(view: View, earnings: readonly EarningTrace[]): void {
  const { output, config } = view.context
  const money = moneyOf(view)
  const columns: Column[] = [
    { title: output.say('pay.plan'), align: 'left' },
    { title: output.say('pay.component'), align: 'left' },
    { title: output.say('pay.amount', { currency: money.currency }), align: 'right' },
  ]
  const rows = earnings.map((e, i) => {
    const plan = nameIn(e.incentive.name, config.lang, e.incentive.incentive)
    const repeated = earnings[i - 1]?.result.incentive === e.result.incentive
    return [repeated ? '' : plan, componentName(view, e.component), shownMoney(e.result.amount, money)]
  })
  const { sum, open } = payOf({ earnings: earnings.map((e) => e.result) })
  if (earnings.length > 1) rows.push([output.say('pay.sum'), '', shownMoney(sum, money) + (open ? output.say('run.pay-open') : '')])
  output.table(columns, rows)
  for (const e of earnings) {
    if (e.result.amount === null && e.now.why !== null) {
      output.lines(output.labelled(componentName(view, e.component), '').trimEnd())
      showReason(view, e.now.why, 'explain.why-empty', 1)
    }
  }
}

/** The name, with the id where it says more. */
export function componentName({ context }: View, component: ComponentIr): string {
  return nameIn(component.name, context.config.lang, component.component)
}

/** One component in full: the formula with its figures, tables tier by tier, conditions, floor and cap, and what all of it rests on down to the records. */
export function showComponent(view: View, e: ResultsExplanation, earning: EarningTrace, told: Set<string>): void {
  const { output, config } = view.context
  const { component, result, incentive } = earning
  const plan = nameIn(incentive.name, config.lang, incentive.incentive)
  const head = output.labelled(componentName(view, component), moneyText(view, result.amount))
  output.lines('', output.colours.bold(head) + output.colours.dim(` · ${withId(plan, result.incentive)}`))
  const about = { e, earning, told }
  if (component.before === null) {
    showAmount(view, { ...about, ir: component.now, result: result.now, trace: earning.now, depth: 1 })
    return
  }
  indented(view, 1, output.say('pay.cumulative'))
  if (earning.since !== null)
    indented(
      view,
      1,
      output.say(earning.since === earning.period ? 'pay.joined-now' : 'pay.joined', { since: earning.since, amount: moneyText(view, result.before?.amount ?? null) }),
    )
  indented(view, 1, '', output.say('pay.to-date'))
  showAmount(view, { ...about, ir: component.now, result: result.now, trace: earning.now, depth: 2 })
  if (result.before === null || earning.before === null) indented(view, 1, '', output.say('pay.first-of-year'))
  else {
    indented(view, 1, '', output.say('pay.before'))
    showAmount(view, { ...about, ir: component.before, result: result.before, trace: earning.before, depth: 2 })
  }
  const rounded = (amount: string | null) => shownFixed(amount, component.round)
  indented(view, 1, '', `${rounded(result.now.amount)} − ${rounded(result.before?.amount ?? '0')} = ${rounded(result.amount)}`)
}
