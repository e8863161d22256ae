import type { Lang } from '../../base/diagnostic.ts'
import { grouped } from '../../base/grouped.ts'
import type { MeasureIr, RuleIr } from '../../engine/ir.ts'
import { ruleWords } from '../../engine/rule-words.ts'

/** How a line is judged, in words, with figures as their measure is shown. */
export function ruleTextOf(rule: RuleIr, measure: MeasureIr | undefined, lang: Lang): string {
  return ruleWords(rule, lang, { number: grouped, value: (text) => valueText(text, measure) })
}

/** A figure of a measure in running text. */
export function valueText(text: string, measure: Pick<MeasureIr, 'percent'> | undefined): string {
  return measure?.percent === true ? `${grouped(text)} %` : grouped(text)
}
