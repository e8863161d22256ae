import { nameIn } from '../base/diagnostic.ts'
import { type DerivedNode, derivedNodes } from '../engine/derivation.ts'
import { printExpr } from '../engine/index.ts'
import type { AmountIr, ComponentIr, Expr } from '../engine/ir.ts'
import type { AmountTrace, EarningTrace, PartTrace } from '../engine/reference/earning.ts'
import type { AmountResult, PartResult } from '../engine/results.ts'
import type { ResultsExplanation } from '../server/runs/explain-results.ts'
import { showScore, showTarget } from './explain-score.ts'
import { curveLine, lookupLine, quantityFigure, showTiers } from './explain-tables.ts'
import { indented, measureName, readable, showBody, showReason, type View } from './explain-view.ts'
import { MISSING, type Money, shownMoney, shownNumber, shownShare } from './figures.ts'
import { payOf } from './ranking.ts'
import { substituted } from './substituted.ts'
import type { Column } from './table.ts'
import { tableFigures, tableName } from './table-words.ts'

export function moneyOf({ loaded }: View): Money {
  return { currency: loaded.company.currency, scale: loaded.company.currencyDecimals }
}

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
      output.lines(componentName(view, e.component))
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
  const money = moneyOf(view)
  const plan = nameIn(incentive.name, config.lang, incentive.incentive)
  output.lines(
    '',
    output.colours.bold(`${componentName(view, component)}: ${shownMoney(result.amount, money)} ${money.currency}`) + output.colours.dim(` · ${plan} (${result.incentive})`),
  )
  if (component.before === null) {
    showAmount(view, { e, ir: component.now, result: result.now, trace: earning.now, told, depth: 1 })
  } else {
    indented(view, 1, output.say('pay.cumulative'), '', output.say('pay.to-date'))
    showAmount(view, { e, ir: component.now, result: result.now, trace: earning.now, told, depth: 2 })
    if (result.before === null || earning.before === null) indented(view, 1, '', output.say('pay.first-of-year'))
    else {
      indented(view, 1, '', output.say('pay.before'))
      showAmount(view, { e, ir: component.before, result: result.before, trace: earning.before, told, depth: 2 })
    }
    indented(view, 1, '', `${shownNumber(result.now.amount, EXACT)} − ${shownNumber(result.before?.amount ?? '0', EXACT)} → ${shownMoney(result.amount, money)}`)
  }
}

/** Places shown of an amount before it is rounded. */
const EXACT = 16

interface Amount {
  readonly e: ResultsExplanation
  readonly ir: AmountIr
  readonly result: AmountResult
  readonly trace: AmountTrace
  readonly told: Set<string>
  readonly depth: number
}

function showAmount(view: View, a: Amount): void {
  const { output } = view.context
  const { ir, result, depth } = a
  const nodes = derivedNodes(ir)
  const figures = new Map<Expr, PartResult>(nodes.flatMap((node, i) => (result.parts[i] === undefined ? [] : [[node, result.parts[i]]])))
  const shown = formulaLines(view, ir.amount, figures)
  indented(view, depth, `${output.say('explain.formula')}: ${shown[0] ?? ''}`, ...shown.slice(1).map((line) => `  ${line}`), `  = ${shownNumber(result.raw, EXACT)}`)
  for (const [i, condition] of ir.conditions.entries()) showCondition(view, a, { condition, holds: result.conditions[i] ?? null, figures })
  for (const limit of ['floor', 'cap'] as const) {
    const expr = ir[limit]
    if (expr === null) continue
    indented(
      view,
      depth,
      `${output.say(`pay.${limit}`)}: ${formulaLines(view, expr, figures).join(' = ')}${expr.node === 'number' ? '' : ` = ${shownNumber(result[limit], EXACT)}`}`,
    )
  }
  if (result.amount !== result.raw) indented(view, depth, output.colours.yellow(`→ ${shownNumber(result.amount, EXACT)}`))
  if (a.trace.why !== null && result.amount === null) showReason(view, a.trace.why, 'explain.why-empty', depth)
  for (const [i, node] of nodes.entries()) {
    const part = a.trace.parts[i]
    const came = result.parts[i]
    if (part !== undefined && came !== undefined) showPart(view, a, { node, part, came })
  }
}

/** The formula, and below it the same with figures where that says more. */
function formulaLines(view: View, expr: Expr, figures: ReadonlyMap<Expr, PartResult>): string[] {
  const options = { lang: view.context.config.lang, names: view.names }
  const plain = printExpr(expr, options)
  const filled = printExpr(
    substituted(expr, (e) => (figures.has(e) ? literalOf(e, figures.get(e) ?? null) : undefined)),
    options,
  )
  return filled === plain ? [plain] : [plain, `= ${filled}`]
}

function literalOf(of: Expr, came: PartResult): Expr {
  const value = came === null || typeof came === 'string' ? came : came.value
  if (value === null) return { node: 'null' }
  return of.node === 'result' && of.what === 'grade' ? { node: 'text', value } : { node: 'number', value }
}

function showCondition(view: View, a: Amount, of: { condition: AmountIr['conditions'][number]; holds: boolean | null; figures: ReadonlyMap<Expr, PartResult> }): void {
  const { output } = view.context
  const [plain = '', filled] = formulaLines(view, of.condition.when, of.figures)
  const named = of.condition.name === '' || of.condition.name === plain ? '' : `${of.condition.name}: `
  const verdict = output.say(of.holds === true ? 'pay.holds' : of.holds === false ? 'pay.fails' : 'pay.unknown')
  const paint = of.holds === true ? output.colours.green : output.colours.yellow
  indented(view, a.depth, `${output.say('pay.condition')}: ${named}${plain}${filled === undefined ? '' : ` (${filled.slice(2)})`} ${paint(verdict)}`)
}

interface Part {
  readonly node: DerivedNode
  readonly part: PartTrace
  readonly came: PartResult
}

function showPart(view: View, a: Amount, p: Part): void {
  const { told, depth } = a
  const key = JSON.stringify(['part', p.node, a.result === null])
  if (told.has(key)) return
  told.add(key)
  view.context.output.lines('')
  switch (p.part.kind) {
    case 'table':
      showTable(view, a, p)
      return
    case 'measure':
      showMeasure(view, a, p.part.trace)
      return
    case 'target':
      showTarget(view, { e: a.e, target: p.part.trace, depth })
      return
    default:
      showFact(view, a, p.part)
  }
}

function showMeasure(view: View, { e, told, depth }: Amount, trace: Extract<PartTrace, { kind: 'measure' }>['trace']): void {
  const { output } = view.context
  const measure = e.program.measures[trace.measure]
  if (measure === undefined) return
  const period = trace.period === null || trace.period === e.period.id ? '' : ` · ${periodText(view, trace.period)}`
  indented(view, depth, output.colours.bold(`${measureName(view, trace.measure)}${period}: ${readable(view, measure, trace.value)}`))
  const key = JSON.stringify(['body', trace.measure, trace.period, trace.scope])
  if (told.has(key)) return
  told.add(key)
  showBody(view, e.program, trace, told, depth + 1)
}

/** A stretch of a year in words. */
function periodText({ context }: View, id: string): string {
  const [period = id, stretch] = id.split('~')
  if (stretch === 'to-date') return context.output.say('period.to-date', { period })
  return stretch === 'before' ? context.output.say('period.before', { period }) : period
}

type Fact = Exclude<PartTrace, { kind: 'table' | 'measure' | 'target' }>

/** What is known of the person beside measures: pay items, the score, service, days worked. */
function showFact(view: View, { e, depth, told }: Amount, part: Fact): void {
  if (part.kind === 'result' && part.score !== null) {
    if (!told.has('score')) showScore(view, part.score)
    told.add('score')
  } else indented(view, depth, factText(view, e, part))
}

function factText(view: View, e: ResultsExplanation, part: Fact): string {
  const { output } = view.context
  switch (part.kind) {
    case 'pay': {
      if (part.row === null) return `${part.item}: ${MISSING}`
      const source = e.sources.get(`${part.item} ${part.row.from ?? '-infinity'}`)
      const since = part.row.from === null ? '' : output.say('pay.since', { day: part.row.from })
      return `${part.item}: ${shownMoney(part.row.amount, moneyOf(view))}${since}${source === undefined ? '' : ` (${source})`}`
    }
    case 'result':
      return output.say('pay.no-scheme')
    case 'tenure':
      return part.since === null ? output.say('pay.tenure-ever') : output.say('pay.tenure', { since: part.since })
    case 'presence':
      return output.say('presence.days', { days: part.presence.days, of: part.presence.of, share: shownShare(part.presence.share) })
    default:
      return part satisfies never
  }
}

function showTable(view: View, a: Amount, { node, came }: Part): void {
  const { output } = view.context
  if (came === null || typeof came === 'string') return
  const name = tableName(view, a.e, node)
  const figures = tableFigures(view, a.e, node)
  if (node.node === 'tiers' && 'tiers' in came) {
    const quantity = quantityFigure(came, figures)
    const of = came.of === null ? MISSING : quantity(came.of)
    const scale = came.scale === null ? '' : output.say('tiers.scale', { scale: quantity(came.scale) })
    indented(
      view,
      a.depth,
      `${output.colours.bold(name)} · ${output.say(`tiers.${node.table.mode}`)} · ${output.say('tiers.of', { of })}${scale} → ${came.value === null ? MISSING : figures.pays(came.value)}`,
    )
    showTiers(output, node.table, { result: came, figures, indent: '  '.repeat(a.depth) })
  } else if (node.node === 'curve' && 'of' in came) indented(view, a.depth, `${output.colours.bold(name)} · ${curveLine(output, node.table, { result: came, figures })}`)
  else if (node.node === 'lookup' && 'row' in came) indented(view, a.depth, `${output.colours.bold(name)} · ${lookupLine(output, node.table, { result: came, figures })}`)
}
