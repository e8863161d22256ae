import { lastDay } from '../base/calendar.ts'
import { dec } from '../base/decimal.ts'
import { type Lang, nameIn } from '../base/diagnostic.ts'
import type { CompanyDocument } from '../engine/index.ts'
import type { Backtest, BacktestPeriod } from '../server/plan/backtest.ts'
import type { Cost, Move, Movers, Outcome, PersonCompared, RoleReport, Spread } from '../server/plan/backtest-summary.ts'
import type { Context } from './context.ts'
import { MISSING, type Money, shownFixed, shownMoney } from './figures.ts'
import { withId } from './labels.ts'
import type { Output } from './output.ts'
import { quoted } from './run-view.ts'
import type { Column } from './table.ts'
import { diagnosticJson } from './troubles.ts'

/** Decimal places of scores and percentages shown; `--json` has all of them. */
const PLACES = 2

/** People listed who change grade; `--json` has all of them. */
const SHOWN_REGRADED = 20

/** A back-test for programs: every number as exact text. */
export function backtestJson({ company, periods, cost, changes, diagnostics: told }: Backtest, lang: Lang): object {
  return {
    company,
    cost,
    changes,
    diagnostics: told.map((d) => diagnosticJson(d, lang)),
    periods: periods.map(({ period, roles, cost: all, leftOut, people, diagnostics }) => ({
      period: period.id,
      from: period.from,
      to: lastDay(period),
      cost: all,
      leftOut,
      roles,
      people,
      diagnostics: diagnostics.map((d) => diagnosticJson(d, lang)),
    })),
  }
}

export interface ShownBacktest {
  readonly found: Backtest
  readonly company: CompanyDocument
  /** The draft's folder, as it was typed. */
  readonly dir: string
}

interface View {
  readonly output: Output
  readonly money: Money
}

/** What the draft would have changed: period by period, role by role, then what all of it costs. */
export function showBacktest({ output, config }: Context, { found, company, dir }: ShownBacktest): void {
  const view: View = { output, money: { currency: company.currency, scale: company.currencyDecimals } }
  const name = nameIn(company.name, config.lang, company.company)
  output.lines(output.colours.bold(output.say('backtest.title', { company: name, dir })), output.say('backtest.basis'))
  if (found.changes.length === 0) output.lines('', output.say('backtest.same-rules'))
  for (const period of found.periods) showPeriod(view, period, found.changes.length === 0 || found.changes.some((c) => c.inPlay.includes(period.period.id)))
  if (found.periods.length > 1 && found.cost !== null) output.lines('', output.colours.bold(output.say('backtest.all-periods', { cost: costText(view, found.cost) })))
  output.lines('', output.colours.dim(output.say('backtest.next', { dir: pathWord(dir) })))
}

/** A path as a shell takes it for one word. */
function pathWord(path: string): string {
  return path.split('/').every((part) => quoted(part) === part || part === '') ? path : quoted(path)
}

/** `tested`: something that the draft changes had a part in the period. */
function showPeriod(view: View, { period, roles, cost, leftOut, people }: BacktestPeriod, tested: boolean): void {
  const { output } = view
  output.lines('', output.colours.bold(output.say('backtest.period', { period: period.id, from: period.from, to: lastDay(period) })))
  const ruled = roles.filter((r) => r.by !== null)
  const same = ruled.filter((r) => people.every((p) => p.role !== r.role || isSame(p)))
  for (const role of ruled) if (!same.includes(role)) showRole(view, role)
  if (ruled.length === 0) output.lines(output.say('backtest.nothing'))
  if (same.length > 0)
    output.lines('', output.say(tested ? 'backtest.same' : 'backtest.not-tested', { roles: same.map((r) => roleText(output, r)).join(output.say('list.separator')) }))
  if (ruled.length > 1 && cost !== null && tested) output.lines('', output.say('backtest.all-roles', { cost: costText(view, cost) }))
  if (leftOut.length > 0 && cost !== null) output.lines(output.colours.dim(output.say('backtest.left-out', { names: leftOut.join(output.say('list.separator')) })))
}

function isSame({ before, after }: PersonCompared): boolean {
  const names: readonly (keyof Outcome)[] = ['score', 'grade', 'pay', 'open']
  return names.every((name) => before[name] === after[name])
}

function roleText(output: Output, { role, people }: RoleReport): string {
  return output.say('backtest.role', { role: role ?? output.say('backtest.no-role'), people })
}

function showRole(view: View, report: RoleReport): void {
  const { output } = view
  output.lines('', output.colours.cyan(roleText(output, report)))
  showScores(output, report)
  showGrades(output, report)
  if (report.cost !== null) output.lines(`  ${output.say('backtest.cost', { cost: costText(view, report.cost) })}`)
  const key = report.by === 'pay' ? 'pay' : 'score'
  output.lines(`  ${moversText(view, report.winners, { by: key, who: 'winners' })}`, `  ${moversText(view, report.losers, { by: key, who: 'losers' })}`)
  if (report.unknown > 0) output.lines(`  ${output.say('backtest.unknown', { people: report.unknown })}`)
}

const left = (title: string): Column => ({ title, align: 'left' })
const right = (title: string): Column => ({ title, align: 'right' })

function showScores(output: Output, { scores }: RoleReport): void {
  if (scores.before === null && scores.after === null) return
  const columns = [
    left(output.say('run.score')),
    right(output.say('backtest.people')),
    right(output.say('backtest.min')),
    right('25 %'),
    right(output.say('backtest.median')),
    right('75 %'),
    right(output.say('backtest.max')),
  ]
  const row = (name: string, spread: Spread | null) => {
    const { people = 0, min = null, lower = null, median = null, upper = null, max = null } = spread ?? {}
    return [name, String(people), ...[min, lower, median, upper, max].map((v) => shownFixed(v, PLACES))]
  }
  output.table(columns, [row(output.say('backtest.before'), scores.before), row(output.say('backtest.after'), scores.after)], { indent: '  ' })
}

function showGrades(output: Output, { grades, regraded }: RoleReport): void {
  if (grades.length === 0) return
  const columns = [left(output.say('run.grade')), right(output.say('backtest.before')), right(output.say('backtest.after'))]
  const graded = (grade: string | null) => grade ?? output.say('backtest.no-grade')
  output.lines('')
  output.table(
    columns,
    grades.map((g) => [graded(g.grade), String(g.before), String(g.after)]),
    { indent: '  ' },
  )
  output.lines('')
  if (regraded.length === 0) return
  output.lines(`  ${output.say('backtest.regraded', { people: regraded.length })}`)
  for (const p of regraded.slice(0, SHOWN_REGRADED)) output.lines(`    ${personText(p)}  ${graded(p.from)} → ${graded(p.to)}`)
  if (regraded.length > SHOWN_REGRADED) output.lines(`    ${output.say('backtest.more', { people: regraded.length - SHOWN_REGRADED })}`)
}

const personText = ({ id, name }: { readonly id: string; readonly name: string }): string => withId(name, id)

function moversText({ output, money }: View, { people, largest }: Movers, of: { by: 'pay' | 'score'; who: 'winners' | 'losers' }): string {
  const counted = output.say(`backtest.${of.who}-${of.by}`, { people })
  if (largest === null) return counted
  const shown = (value: string) => (of.by === 'pay' ? shownMoney(value, money) : shownFixed(value, PLACES))
  return `${counted}${output.say('backtest.largest', { person: personText(largest), move: moveText(largest, shown) })}`
}

function moveText({ before, after, difference }: Pick<Move, 'before' | 'after' | 'difference'>, shown: (value: string) => string): string {
  return `${shown(before)} → ${shown(after)} (${signed(difference, shown)})`
}

function costText({ output, money }: View, cost: Cost): string {
  const shown = (value: string) => shownMoney(value, money)
  const percent = cost.percent === null ? MISSING : `${signed(cost.percent, (value) => shownFixed(value, PLACES))} %`
  const text = `${shown(cost.before)} → ${shown(cost.after)} (${signed(cost.difference, shown)}, ${percent})`
  return cost.open === 0 ? text : text + output.say('backtest.open', { people: cost.open })
}

function signed(value: string, shown: (value: string) => string): string {
  return dec(value).gt(0) ? `+${shown(value)}` : shown(value)
}
