import type { CompareOp, RuleIr } from '../engine/ir.ts'
import type { LineResult } from '../engine/results.ts'
import { shownNumber } from './figures.ts'
import type { Output } from './output.ts'

const OPS: Readonly<Record<CompareOp, string>> = { '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }

/** How a line is judged, in the reader's words. `value` shows a figure of the line's measure. */
export function ruleWords(rule: RuleIr, output: Output, value: (text: string) => string): string {
  const { say } = output
  switch (rule.rule) {
    case 'linear':
      return [say('rule.linear'), ...(rule.threshold === null ? [] : [say('rule.threshold', { value: shownNumber(rule.threshold) })]), ...limits(rule, output)].join('')
    case 'bands':
      return say('rule.bands', { of: say(`rule.of-${rule.of}`) })
    case 'curve':
      return say('rule.curve', { of: say(`rule.of-${rule.of}`) })
    case 'lower':
      return [say(`rule.lower-${rule.method}`), ...limits(rule, output)].join('')
    case 'range':
      return [say('rule.range', { worst: value(rule.worst), best: value(rule.best) }), ...limits(rule, output)].join('')
    case 'points':
      return [say('rule.points', { start: shownNumber(rule.start), each: shownNumber(rule.each) }), ...limits(rule, output)].join('')
    case 'gate':
      return say('rule.gate', { op: OPS[rule.op], value: value(rule.value), most: shownNumber(rule.most) })
    default:
      return rule satisfies never
  }
}

function limits({ floor, cap }: { readonly floor: string | null; readonly cap: string | null }, { say }: Output): string[] {
  return [...(floor === null ? [] : [say('rule.floor', { value: shownNumber(floor) })]), ...(cap === null ? [] : [say('rule.cap', { value: shownNumber(cap) })])]
}

/** The points of a line as a calculation, where there is one to show: before floor, cap and threshold. Null for bands, curves and gates. */
export function pointsCalculation(rule: RuleIr, line: LineResult, value: (text: string) => string): string | null {
  const { actual, target, points } = line
  if (line.state !== 'scored' || actual === null || points === null) return null
  const came = shownNumber(points)
  switch (rule.rule) {
    case 'linear':
      return target === null ? null : `${value(actual)} ÷ ${value(target)} × 100 → ${came}`
    case 'lower':
      if (target === null) return null
      return rule.method === 'ratio' ? `${value(target)} ÷ ${value(actual)} × 100 → ${came}` : `(2 − ${value(actual)} ÷ ${value(target)}) × 100 → ${came}`
    case 'range':
      return `(${value(actual)} − ${value(rule.worst)}) ÷ (${value(rule.best)} − ${value(rule.worst)}) × 100 → ${came}`
    case 'points':
      return `${shownNumber(rule.start)} + (${shownNumber(rule.each)}) × ${shownNumber(actual)} → ${came}`
    case 'bands':
    case 'curve':
    case 'gate':
      return null
    default:
      return rule satisfies never
  }
}
