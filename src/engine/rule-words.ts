import { fill, type Lang } from '../base/diagnostic.ts'
import type { CompareOp, RuleIr } from './ir.ts'
import type { Wording } from './wording.ts'

const OPS: Readonly<Record<CompareOp, string>> = { '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }

const WORDS = {
  linear: { zh: '达成率 × 100', en: 'attainment × 100' },
  threshold: { zh: '，低于 {value} 分记 0', en: ', 0 below {value} points' },
  floor: { zh: '，最低 {value} 分', en: ', at least {value} points' },
  cap: { zh: '，最高 {value} 分', en: ', at most {value} points' },
  attainment: { zh: '达成率', en: 'attainment' },
  actual: { zh: '实际值', en: 'the actual' },
  bands: { zh: '看{of}落在哪一段', en: 'by the band that {of} lies in' },
  curve: { zh: '按{of}在曲线上的位置', en: 'by the place of {of} on a curve' },
  ratio: { zh: '越低越好：目标 ÷ 实际 × 100', en: 'less is better: target ÷ actual × 100' },
  difference: { zh: '越低越好：(2 − 实际 ÷ 目标) × 100', en: 'less is better: (2 − actual ÷ target) × 100' },
  range: { zh: '从最差 {worst}（0 分）到最好 {best}（100 分）', en: 'from worst {worst} (0 points) to best {best} (100 points)' },
  points: { zh: '{start} 分起，每一件 {each} 分', en: '{start} points to begin with, {each} for each' },
  gate: { zh: '必须 {op} {value}，否则总分不超过 {most}', en: 'must be {op} {value}, or the score is at most {most}' },
} satisfies Readonly<Record<string, Wording>>

/** How numbers are written: `number` a bare one, `value` a figure of the line's measure. */
export interface NumberStyle {
  readonly number: (text: string) => string
  readonly value: (text: string) => string
}

/** How a line is judged, in words. */
export function ruleWords(rule: RuleIr, lang: Lang, { number, value }: NumberStyle): string {
  const say = (word: keyof typeof WORDS, params: Readonly<Record<string, string>> = {}) => fill(WORDS[word][lang], params)
  const limits = ({ floor, cap }: { readonly floor: string | null; readonly cap: string | null }) =>
    [floor === null ? '' : say('floor', { value: number(floor) }), cap === null ? '' : say('cap', { value: number(cap) })].join('')
  switch (rule.rule) {
    case 'linear':
      return [say('linear'), rule.threshold === null ? '' : say('threshold', { value: number(rule.threshold) }), limits(rule)].join('')
    case 'bands':
    case 'curve':
      return say(rule.rule, { of: say(rule.of) })
    case 'lower':
      return [say(rule.method), limits(rule)].join('')
    case 'range':
      return [say('range', { worst: value(rule.worst), best: value(rule.best) }), limits(rule)].join('')
    case 'points':
      return [say('points', { start: number(rule.start), each: number(rule.each) }), limits(rule)].join('')
    case 'gate':
      return say('gate', { op: OPS[rule.op], value: value(rule.value), most: number(rule.most) })
    default:
      return rule satisfies never
  }
}
