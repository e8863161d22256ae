import type { Period } from '../base/calendar.ts'
import type { AmountIr, Expr, IncentiveIr, InForce, LineIr, Program, SchemeIr } from './ir.ts'
import type { TargetNode, ValueNode } from './steps.ts'

/** Rules by the id of their document. */
export interface RulesInForce {
  readonly schemes: readonly (readonly [id: string, SchemeIr])[]
  readonly incentives: readonly (readonly [id: string, IncentiveIr])[]
}

/** Whether rules are for periods such as this one: of their kind, and beginning between their days. */
export function isInForce(rules: InForce, period: Period): boolean {
  return rules.every === period.kind && (rules.from === null || rules.from <= period.from) && (rules.until === null || period.from < rules.until)
}

/** The schemes and incentive plans in force in a period, in the order of the program. */
export function rulesInForce(program: Program, period: Period): RulesInForce {
  return {
    schemes: Object.entries(program.schemes).filter(([, s]) => isInForce(s, period)),
    incentives: Object.entries(program.incentives).filter(([, i]) => isInForce(i, period)),
  }
}

/** The actual of a line, as an expression reads it. */
export function actualOf(line: LineIr): ValueNode {
  return { node: 'value', ref: { measure: line.measure, scope: { line: 'own' }, shifts: [] } }
}

/** The target of a line in targets.csv, as an expression reads it; null where it comes from elsewhere. */
export function targetOf(line: LineIr): TargetNode | null {
  if (line.target.kind !== 'targets') return null
  return { node: 'target', measure: line.measure, level: line.target.level, prorated: line.target.prorated, scope: { line: 'own' }, shifts: [] }
}

/** What a line is judged from, as expressions: the actual, and the target where it is not fixed. */
export function judgedBy(line: LineIr): Expr[] {
  const target = line.target.kind === 'formula' ? line.target.expr : targetOf(line)
  return [actualOf(line), ...(target === null ? [] : [target])]
}

/** The expressions of an amount, in the order in which they are told. */
export function expressionsOf(a: AmountIr): Expr[] {
  return [a.amount, ...a.conditions.map((c) => c.when), ...[a.floor, a.cap].filter((e) => e !== null)]
}

/** Everything the rules in force read beside the measures. `first`: the period is the year's first, where nothing came before. */
export function expressionsRead({ schemes, incentives }: RulesInForce, first: boolean): Expr[] {
  const judged = schemes.flatMap(([, s]) => s.lines.flatMap(judgedBy))
  const paid = incentives.flatMap(([, i]) => i.components.flatMap((c) => [...expressionsOf(c.now), ...(c.before === null || first ? [] : expressionsOf(c.before))]))
  return [...judged, ...paid]
}
