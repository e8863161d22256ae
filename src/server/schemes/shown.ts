import { type Day, periodContaining } from '../../base/calendar.ts'
import { type Diagnostic, describe, type Lang, nameIn } from '../../base/diagnostic.ts'
import { grouped } from '../../base/grouped.ts'
import { enginePageTexts } from '../../engine/check/page-texts.ts'
import { namesFrom, printExpr } from '../../engine/formula/print-ir.ts'
import { ratingSources } from '../../engine/formula/print-measure.ts'
import { expressionsOf, isInForce } from '../../engine/in-force.ts'
import type { IncentiveIr, InForce, LineIr, SchemeIr } from '../../engine/ir.ts'
import { walk } from '../../engine/walk.ts'
import { TARGET_LEVELS } from '../../engine/wording.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { ruleTextOf, valueText } from './rule-text.ts'

export type State = 'current' | 'upcoming' | 'past'

/** Whether rules hold for the period of today; outside the calendar their own days decide. */
export function stateOf(rules: InForce, { calendar }: Pick<LoadedProgram, 'calendar'>, today: Day): State {
  const period = periodContaining(calendar, rules.every, today)
  if (period !== null && isInForce(rules, period)) return 'current'
  const begins = period?.from ?? today
  if (rules.from !== null && rules.from > begins) return 'upcoming'
  return rules.until !== null && rules.until <= begins ? 'past' : 'current'
}

/** What the checker warns of in one scheme, in words. */
export function findingsOf(findings: readonly Diagnostic[], id: string, lang: Lang) {
  return findings.filter((d) => d.place.file === `scheme/${id}`).map((d) => findingIn(d, lang))
}

function findingIn(found: Diagnostic, lang: Lang) {
  const { say, cure } = describe(found, lang, enginePageTexts)
  return { code: found.code, severity: found.severity, detail: say, cure, path: [...(found.place.path ?? [])] }
}

/** A line as people read it: what is counted, by which rule, against which target. */
export function lineShown(line: LineIr, rules: LoadedProgram, lang: Lang) {
  const measure = rules.program.measures[line.measure]
  return {
    line: line.line,
    name: nameIn(line.name, lang, line.line),
    measure: line.measure,
    measureName: nameIn(measure?.name, lang, line.measure),
    measureKind: measure?.kind ?? ('formula' as const),
    unit: measure?.unit ?? {},
    percent: measure?.percent ?? false,
    better: measure?.better ?? ('more' as const),
    sources: measure?.kind === 'rating' && measure.body.kind === 'formula' ? ratingSources(measure.body.expr).map(({ source, weight }) => ({ source, weight })) : [],
    kpi: line.kpi,
    weight: line.weight,
    target: targetShown(line, rules, lang),
    rule: { ...line.rule },
    ruleText: ruleTextOf(line.rule, measure, lang),
    noData: line.noData,
  }
}

function targetShown({ target, measure }: LineIr, rules: LoadedProgram, lang: Lang) {
  switch (target.kind) {
    case 'targets':
      return { kind: target.kind, text: TARGET_LEVELS[target.level][lang], fixed: null, prorated: target.prorated }
    case 'fixed':
      return { kind: target.kind, text: valueText(grouped(target.value), rules.program.measures[measure]), fixed: target.value, prorated: false }
    case 'formula':
      return { kind: target.kind, text: printExpr(target.expr, { lang, names: namesOfRules(rules, lang) }), fixed: null, prorated: false }
    case 'none':
      return { kind: target.kind, text: null, fixed: null, prorated: false }
    default:
      return target satisfies never
  }
}

const namesOfRules = ({ datasets, program, tables }: LoadedProgram, lang: Lang) => namesFrom({ datasets, measures: program.measures, tables }, lang)

const asList = (weights: Readonly<Record<string, string>>) => Object.entries(weights).map(([line, weight]) => ({ line, weight }))

export function weightsShown({ weights, newcomers }: SchemeIr) {
  return {
    periodWeights: Object.entries(weights).map(([period, each]) => ({ period, weights: asList(each) })),
    newcomers: newcomers === null ? null : { months: newcomers.months, weights: asList(newcomers.weights) },
  }
}

/** Incentive plans for people of a scheme that pay by what it comes to. */
export function paidBy(scheme: SchemeIr, { program }: LoadedProgram, lang: Lang): { readonly id: string; readonly name: string }[] {
  return Object.entries(program.incentives)
    .filter(([, plan]) => sharesRole(plan, scheme) && readsResult(plan))
    .map(([id, plan]) => ({ id, name: nameIn(plan.name, lang, plan.incentive) }))
}

const sharesRole = (a: InForce, b: InForce): boolean => a.roles === null || b.roles === null || a.roles.some((role) => b.roles?.includes(role))

function readsResult({ components }: IncentiveIr): boolean {
  let found = false
  for (const { now } of components)
    for (const expr of expressionsOf(now))
      walk(expr, (e) => {
        if (e.node === 'result') found = true
      })
  return found
}
