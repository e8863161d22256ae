import type { RuleIr } from '../engine/ir.ts'
import type { LineResult } from '../engine/results.ts'
import { shownNumber } from './figures.ts'

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
