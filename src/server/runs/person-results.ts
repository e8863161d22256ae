import { dec } from '../../base/decimal.ts'
import { type Lang, nameIn, type Params } from '../../base/diagnostic.ts'
import type { LineIr, SchemeIr } from '../../engine/ir.ts'
import { needsTarget } from '../../engine/reference/rules.ts'
import type { Reason } from '../../engine/reference/trace.ts'
import type { LineResult } from '../../engine/results.ts'
import { ruleTextOf } from '../schemes/rule-text.ts'
import type { PeriodNow } from './newest.ts'

/** A line of a score with the rule that judged it. */
export interface LineShown extends LineResult {
  readonly name: string
  readonly measure: string | null
  readonly measureName: string | null
  /** Of the measure: base units with exponents, and whether it is shown in percent. */
  readonly unit: Readonly<Record<string, number>>
  readonly percent: boolean
  readonly better: 'more' | 'less' | null
  readonly kpi: boolean
  /** Null where the scheme no longer has the line. */
  readonly rule: LineIr['rule'] | null
  readonly ruleText: string | null
  /** Why the line was not judged by its rule; null where it was. */
  readonly reason: Reason | null
}

interface LinesOf {
  /** As it is in force now; undefined where it no longer is. */
  readonly scheme: SchemeIr | undefined
  readonly lines: readonly LineResult[]
  /** Name of the person. */
  readonly employee: string
}

/** The lines of a score, with what the scheme in force says about them. */
export function shownLines(of: LinesOf, { input, period }: Pick<PeriodNow, 'input' | 'period'>, lang: Lang): LineShown[] {
  const { scheme, lines, employee } = of
  return lines.map((result) => {
    const line = scheme?.lines.find((l) => l.line === result.line)
    const measure = line === undefined ? undefined : input.program.measures[line.measure]
    return {
      ...result,
      name: nameIn(line?.name, lang, result.line),
      measure: line?.measure ?? null,
      measureName: measure === undefined ? null : nameIn(measure.name, lang, measure.measure),
      unit: measure?.unit ?? {},
      percent: measure?.percent ?? false,
      better: measure?.better ?? null,
      kpi: line?.kpi ?? false,
      rule: line?.rule ?? null,
      ruleText: line === undefined ? null : ruleTextOf(line.rule, measure, lang),
      reason: line === undefined ? null : reasonOf(line, result, { measure: line.measure, period: period.id, employee }),
    }
  })
}

/** Why a line has no data, from what is stored; what stood in the way of the actual itself is told by its explanation. */
function reasonOf(line: LineIr, result: LineResult, about: Params): Reason | null {
  if (result.actual === null) return { code: 'why.no-value', params: about }
  if (!needsTarget(line.rule) || result.attainment !== null) return null
  if (result.target === null) return { code: 'why.no-target', params: about }
  return dec(result.target).gt(0) ? null : { code: 'why.target-not-above-zero', params: about }
}
