import { nameIn } from '../base/diagnostic.ts'
import type { InForce, Program } from '../engine/ir.ts'
import type { EarningTrace } from '../engine/reference/earning.ts'
import type { ResultsExplanation } from '../server/runs/explain-results.ts'
import { moneyText } from './explain-amount.ts'
import { personName, showReason, type View } from './explain-context.ts'
import { componentName, showComponent, showPay } from './explain-pay.ts'
import { showScore, showScoreInFull } from './explain-score.ts'
import { exactValue, shownFixed } from './figures.ts'
import { payOf } from './ranking.ts'

/** Score and pay of a person at a glance; what the company does not have is not mentioned. */
export function showResults(view: View, e: ResultsExplanation): void {
  const { output } = view.context
  if (Object.keys(e.program.schemes).length > 0) {
    sayScore(view, e)
    if (e.score !== null) showScore(view, e.score)
  }
  if (Object.keys(e.program.incentives).length > 0) {
    if (Object.keys(e.program.schemes).length > 0) output.lines('')
    sayPay(view, e, e.earnings)
    if (e.earnings.length > 0) showPay(view, e.earnings)
  }
  showAgreement(view, e, e.earnings)
}

/** The score in full: rules, targets, measures, records. */
export function showScoreExplained(view: View, e: ResultsExplanation, versions: Versions): void {
  sayScore(view, e)
  if (e.score !== null) showScoreInFull(view, e, e.score)
  showAgreement(view, { ...e, earnings: [] }, [])
  showVersions(view, versions)
}

interface PayAsked {
  readonly earnings: readonly EarningTrace[]
  readonly versions: Versions
  /** The component that was asked for; null: all of the pay. */
  readonly asked: string | null
}

/** A component of plans that are for others: whose it is, and what this person is paid by. */
function sayOthers(view: View, e: ResultsExplanation, asked: string): void {
  const { output } = view.context
  const plans = Object.fromEntries(Object.entries(e.program.incentives).filter(([, plan]) => plan.components.some((c) => c.component === asked)))
  const [name = asked] = Object.values(plans).flatMap((plan) => plan.components.filter((c) => c.component === asked).map((c) => componentName(view, c)))
  const params = { employee: personName(view, e.employee.id), period: e.period.id, component: name }
  output.lines(output.colours.bold(output.say('pay.not-theirs', params)), output.say('pay.of-plans') + rulesText(view, plans))
  const own = [...new Set(e.earnings.map((x) => componentName(view, x.component)))]
  output.lines(own.length === 0 ? output.say('pay.none', { period: e.period.id }) : output.say('pay.theirs', { names: own.join(output.say('list.separator')) }))
}

/** Components in full, tier by tier and down to the records. */
export function showPayExplained(view: View, e: ResultsExplanation, { earnings, versions, asked }: PayAsked): void {
  if (asked !== null && earnings.length === 0) {
    sayOthers(view, e, asked)
    return
  }
  sayPay(view, e, earnings)
  if (earnings.length > 1) showPay(view, earnings)
  const told = new Set<string>()
  for (const earning of earnings) showComponent(view, e, earning, told)
  showAgreement(view, { ...e, score: null, stored: { ...e.stored, score: null } }, earnings)
  showVersions(view, versions)
}

function sayScore(view: View, e: ResultsExplanation): void {
  const { output } = view.context
  const employee = personName(view, e.employee.id)
  const period = e.period.id
  const result = e.score?.result
  const params = { employee, period, score: shownFixed(result?.score ?? null, e.score?.scheme.round ?? 2), grade: result?.grade ?? '' }
  const key = result?.score == null ? 'score.sentence-empty' : result.grade === null ? 'score.sentence' : 'score.sentence-grade'
  output.lines(output.colours.bold(output.say(key, params)))
  if (e.score !== null) return
  showReason(view, { code: 'why.no-scheme', params: { employee: e.employee.id, period } }, 'explain.why-empty', 0)
  output.lines(output.say('score.schemes') + rulesText(view, e.program.schemes))
}

function sayPay(view: View, e: ResultsExplanation, earnings: readonly EarningTrace[]): void {
  const { output } = view.context
  const { sum, open } = payOf({ earnings: earnings.map((x) => x.result) })
  const shown = (amount: string | null, isOpen: boolean) => moneyText(view, amount) + (isOpen ? output.say('run.pay-open') : '')
  const params = { employee: personName(view, e.employee.id), period: e.period.id, sum: shown(sum, open) }
  // A component of several is not the whole pay.
  const whole = payOf({ earnings: e.earnings.map((x) => x.result) })
  const [first] = earnings
  const part = first !== undefined && earnings.length < e.earnings.length
  const key = sum === null ? 'pay.sentence-empty' : part ? 'pay.sentence-part' : 'pay.sentence'
  output.lines(output.colours.bold(output.say(key, { ...params, component: first === undefined ? '' : componentName(view, first.component), whole: shown(whole.sum, whole.open) })))
  if (earnings.length > 0) return
  output.lines(output.colours.yellow(output.say('pay.none', { period: e.period.id })), output.say('pay.plans') + rulesText(view, e.program.incentives))
}

/** Schemes or plans with whom they are for, so that a role that is written otherwise is seen. */
function rulesText(view: View, rules: Readonly<Record<string, InForce>>): string {
  const { output, config } = view.context
  const texts = Object.entries(rules).map(([id, r]) =>
    output.say('rules.for', { id, every: output.say(`every.${r.every}`), roles: r.roles === null ? output.say('rules.anybody') : r.roles.join(' / ') }),
  )
  return texts.join(config.lang === 'zh' ? '、' : ', ')
}

/** What the database computed beside what was worked out again from the records. */
function showAgreement(view: View, e: ResultsExplanation, earnings: readonly EarningTrace[]): void {
  const { output } = view.context
  const stored = (of: EarningTrace) => e.stored.earnings.find((s) => s.incentive === of.result.incentive && s.component === of.result.component)?.amount ?? null
  const said = [
    ...(e.score === null ? [] : [{ sql: exactValue(e.stored.score?.score ?? null, false), interpreter: exactValue(e.score.result.score, false), agrees: e.agrees.score }]),
    ...(earnings.length === 0
      ? []
      : [
          {
            sql: exactValue(payOf({ earnings: earnings.map((x) => ({ ...x.result, amount: stored(x) })) }).sum, false),
            interpreter: exactValue(payOf({ earnings: earnings.map((x) => x.result) }).sum, false),
            agrees: e.agrees.pay,
          },
        ]),
  ]
  if (said.length > 0) output.lines('')
  for (const { agrees, ...figures } of said)
    output.lines(agrees ? output.colours.green(output.say('explain.agree', figures)) : output.colours.red(output.say('explain.differ', figures)))
}

type Versions = Readonly<Record<string, number>>

function showVersions(view: View, versions: Versions): void {
  const { output } = view.context
  const texts = Object.entries(versions).map(([id, version]) => `${id} v${version}`)
  if (texts.length > 0) output.lines(output.colours.dim(output.labelled(output.say('explain.versions'), texts.join(output.say('list.separator')))))
}

/** The names a component may be called by, of all plans. */
export function componentNames(program: Program): { readonly id: string; readonly names: readonly string[] }[] {
  return Object.values(program.incentives).flatMap((plan) =>
    plan.components.map((c) => ({ id: c.component, names: [c.component, nameIn(c.name, 'zh', c.component), nameIn(c.name, 'en', c.component)] })),
  )
}
