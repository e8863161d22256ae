import { dec } from '../base/decimal.ts'
import { nameIn } from '../base/diagnostic.ts'
import { type DerivedNode, derivedNodes } from '../engine/derivation.ts'
import { printExpr } from '../engine/index.ts'
import type { AmountIr, Expr, ValueRef } from '../engine/ir.ts'
import type { AmountTrace, EarningTrace, PartTrace } from '../engine/reference/earning.ts'
import type { Trace } from '../engine/reference/trace.ts'
import type { AmountResult, PartResult } from '../engine/results.ts'
import type { ResultsExplanation } from '../server/runs/explain-results.ts'
import { indented, measureName, periodText, readable, showReason, type View } from './explain-context.ts'
import { showScore, showTarget } from './explain-score.ts'
import { curveLine, lookupLine, quantityFigure, showTiers } from './explain-tables.ts'
import { showBody, toldKey } from './explain-view.ts'
import { MISSING, type Money, shownFixed, shownMoney, shownNumber, shownShare, unitSuffix } from './figures.ts'
import { quoted } from './run-view.ts'
import { substituted, withPercents } from './substituted.ts'
import { paysPercent, tableFigures, tableName } from './table-words.ts'

export function moneyOf({ loaded }: View): Money {
  return { currency: loaded.company.currency, scale: loaded.company.currencyDecimals }
}

/** An amount with the unit people know: 12,345.00 元. */
export function moneyText(view: View, amount: string | null): string {
  const money = moneyOf(view)
  return shownMoney(amount, money) + (amount === null ? '' : unitSuffix({ unit: { [money.currency]: 1 }, percent: false }, view.loaded.company, view.context.config.lang))
}

/** Places shown of an amount before it is rounded. */
const EXACT = 16

interface Amount {
  readonly e: ResultsExplanation
  readonly earning: EarningTrace
  readonly ir: AmountIr
  readonly result: AmountResult
  readonly trace: AmountTrace
  /** What was shown already: each measure, fact and score is shown once. */
  readonly told: Set<string>
  readonly depth: number
}

/** What came of the derived nodes of an amount, as it stands in a formula. */
type Figures = ReadonlyMap<Expr, Expr>

/** How an amount came about: formula, conditions, floor, cap, rounding, and below them everything the formula reads. */
export function showAmount(view: View, a: Amount): void {
  const { output } = view.context
  const { ir, result, depth } = a
  const nodes = derivedNodes(ir)
  const figures: Figures = new Map(nodes.flatMap((node, i) => (result.parts[i] === undefined ? [] : [[node, literalOf(node, result.parts[i], paysPercent(view, a.e, node))]])))
  const [formula = '', filled] = formulaLines(view, ir.amount, figures)
  const raw = shownNumber(result.raw, EXACT)
  indented(view, depth, output.labelled(output.say('explain.formula'), formula))
  if (filled !== undefined && filled.replaceAll(',', '') !== raw.replaceAll(',', '')) indented(view, depth + 1, `= ${filled}`)
  if (formula !== raw) indented(view, depth + 1, `= ${raw}`)
  for (const at of ir.conditions.keys()) showCondition(view, a, { at, figures })
  // Where a condition does not hold nothing is paid, whatever the limits: they would be read as a promise.
  const limits = result.conditions.every((holds) => holds === true) ? (['floor', 'cap'] as const) : []
  for (const limit of limits) {
    const expr = ir[limit]
    if (expr === null) continue
    const shown = [...formulaLines(view, expr, figures), ...(expr.node === 'number' ? [] : [shownNumber(result[limit], EXACT)])]
    indented(view, depth, output.labelled(output.say(`pay.${limit}`), shown.join(' = ')))
  }
  if (result.amount !== result.raw) indented(view, depth, output.colours.yellow(`→ ${shownNumber(result.amount, EXACT)}`))
  showRounding(view, a)
  if (a.trace.why !== null && result.amount === null) showReason(view, a.trace.why, 'explain.why-empty', depth)
  for (const [i, node] of nodes.entries()) {
    const part = a.trace.parts[i]
    const came = result.parts[i]
    if (part !== undefined && came !== undefined) showPart(view, a, { node, part, came, figures })
  }
}

function showRounding(view: View, { earning, result, depth }: Amount): void {
  const { round } = earning.component
  if (result.amount === null || dec(result.amount).decimalPlaces() <= round) return
  indented(view, depth, view.context.output.say('pay.rounded', { amount: shownFixed(result.amount, round), scale: round }))
}

/** The formula, and the same with figures where that says more. */
function formulaLines(view: View, expr: Expr, figures: Figures): string[] {
  const plain = printExpr(expr, { lang: view.context.config.lang, names: view.names })
  const filled = withFigures(view, expr, figures)
  return filled === plain ? [plain] : [plain, filled]
}

function withFigures(view: View, expr: Expr, figures: Figures): string {
  const filled = substituted(
    expr,
    withPercents(view.names, (e) => figures.get(e)),
  )
  return printExpr(filled, { lang: view.context.config.lang, names: view.names })
}

function literalOf(of: Expr, came: PartResult, percent: boolean): Expr {
  const value = came === null || typeof came === 'string' ? came : came.value
  if (value === null) return { node: 'null' }
  if (of.node === 'result' && of.what === 'grade') return { node: 'text', value }
  return percent ? { node: 'number', value, percent } : { node: 'number', value }
}

function showCondition(view: View, a: Amount, of: { readonly at: number; readonly figures: Figures }): void {
  const { output, config } = view.context
  const condition = a.ir.conditions[of.at]
  if (condition === undefined) return
  const holds = a.result.conditions[of.at] ?? null
  const [plain = '', filled] = formulaLines(view, condition.when, of.figures)
  const written = view.loaded.incentives[a.earning.result.incentive]?.components.find((c) => c.component === a.earning.component.component)?.when
  // A condition without a name is called by its formula.
  const isNamed = Array.isArray(written) && typeof written[of.at] === 'object'
  const verdict = output.say(holds === true ? 'pay.holds' : holds === false ? 'pay.fails' : 'pay.unknown')
  const paint = holds === true ? output.colours.green : output.colours.yellow
  const figures = filled === undefined ? '' : output.aside(filled)
  const text = isNamed ? output.labelled(nameIn(condition.name, config.lang, ''), plain) : plain
  indented(view, a.depth, `${output.labelled(output.say('pay.condition'), text + figures)} → ${paint(verdict)}`)
}

interface Part {
  readonly node: DerivedNode
  readonly part: PartTrace
  readonly came: PartResult
  readonly figures: Figures
}

function showPart(view: View, a: Amount, p: Part): void {
  const { told, depth } = a
  const { part, node } = p
  const { output } = view.context
  // The score is told once, whichever of its parts are read; a table each time, as it is read with other numbers.
  const key = part.kind === 'result' ? 'score' : JSON.stringify(['part', part.kind === 'table' ? [a.earning.result, depth] : '', node])
  if (told.has(key)) return
  told.add(key)
  output.lines('')
  switch (part.kind) {
    case 'table':
      showTable(view, a, p)
      return
    case 'measure':
      showMeasure(view, a, { trace: part.trace, ref: node.node === 'value' ? node.ref : null })
      return
    case 'target':
      showTarget(view, { e: a.e, target: part.trace, depth })
      return
    case 'result':
      if (part.score === null) indented(view, depth, output.say('pay.no-scheme'))
      else {
        showScore(view, part.score, depth)
        indented(view, depth, output.colours.dim(output.say('pay.score-hint', { employee: quoted(part.score.employee), period: part.score.period })))
      }
      return
    default:
      indented(view, depth, factText(view, a.e, { part, came: p.came }))
  }
}

function showMeasure(view: View, { e, told, depth }: Amount, of: { readonly trace: Trace; readonly ref: ValueRef | null }): void {
  const { output } = view.context
  const { trace, ref } = of
  const measure = e.program.measures[trace.measure]
  if (measure === undefined) return
  const period = trace.period === null || trace.period === e.period.id ? '' : ` · ${periodText(view, trace.period)}`
  indented(view, depth, output.colours.bold(output.labelled(`${measureName(view, trace.measure)}${period}`, readable(view, measure, trace.value))))
  const key = toldKey(ref ?? { measure: trace.measure, scope: trace.scope, shifts: [] }, trace.period)
  if (told.has(key)) return
  told.add(key)
  showBody(view, e.program, trace, told, depth + 1)
}

type Fact = Extract<PartTrace, { kind: 'pay' | 'tenure' | 'presence' }>

/** What is known of the person beside measures and the score: pay items, service, days worked. */
function factText(view: View, e: ResultsExplanation, { part, came }: { readonly part: Fact; readonly came: PartResult }): string {
  const { output } = view.context
  switch (part.kind) {
    case 'pay': {
      if (part.row === null) return output.labelled(part.item, MISSING)
      const source = e.sources.get(`${part.item} ${part.row.from ?? '-infinity'}`)
      const since = part.row.from === null ? '' : output.say('pay.since', { day: part.row.from })
      return output.labelled(part.item, moneyText(view, part.row.amount) + since + (source === undefined ? '' : output.aside(source)))
    }
    case 'tenure':
      return part.since === null ? output.say('pay.tenure-ever') : output.say('pay.tenure', { since: part.since, months: typeof came === 'string' ? came : MISSING })
    case 'presence':
      return output.say('presence.days', { days: part.presence.days, of: part.presence.of, share: shownShare(part.presence.share) })
    default:
      return part satisfies never
  }
}

function showTable(view: View, a: Amount, { node, came, figures: known }: Part): void {
  const { output } = view.context
  if (came === null || typeof came === 'string') return
  const name = output.colours.bold(tableName(view, a.e, node))
  const figures = tableFigures(view, a.e, node)
  if (node.node === 'tiers' && 'tiers' in came) {
    const quantity = quantityFigure(came, figures)
    const of = output.say('tiers.of', { of: came.of === null ? MISSING : quantity(came.of) })
    const scale = came.scale === null ? '' : output.say('tiers.scale', { scale: quantity(came.scale) })
    indented(view, a.depth, `${name} · ${output.say(`tiers.${node.table.mode}`)} · ${of}${scale} → ${came.value === null ? MISSING : figures.pays(came.value)}`)
    showTiers(output, node.table, { result: came, figures, indent: '  '.repeat(a.depth) })
  } else if (node.node === 'curve' && 'of' in came) indented(view, a.depth, `${name} · ${curveLine(output, node.table, { result: came, figures })}`)
  else if (node.node === 'lookup' && 'row' in came) {
    const keys = node.table.dimensions.map((d, i) => `${d.name} = ${node.keys[i] === undefined ? MISSING : withFigures(view, node.keys[i], known)}`)
    indented(view, a.depth, `${name} · ${keys.join(output.say('list.separator'))}`, `  ${lookupLine(output, node.table, { result: came, figures })}`)
  }
}
