import { dec } from '../../../base/decimal.ts'
import type { RuleIr, TiersIr } from '../../../engine/ir.ts'
import { pointsOf } from '../../../engine/reference/rules.ts'

/** A rule as a line to draw: JS numbers, for the eye alone; no figure is made from them. */
export interface Drawn {
  /** What lies along the bottom. */
  readonly of: 'attainment' | 'actual'
  readonly points: readonly (readonly [x: number, points: number])[]
  /** Where the person is; null without data. */
  readonly at: readonly [x: number, points: number] | null
}

export interface Judged {
  readonly actual: string | null
  readonly target: string | null
  readonly attainment: string | null
  readonly points: string | null
}

const STEPS = 60

/** The rule from its worst to a little beyond its best, and the person's place on it; null for rules that draw no line. */
export function drawnRule(rule: RuleIr, judged: Judged): Drawn | null {
  const of = axisOf(rule)
  const span = of === null ? null : spanOf(rule, judged)
  if (of === null || span === null) return null
  const [from, to] = span
  const points = placesOf(rule, from, to).flatMap((x): [number, number][] => {
    const found = pointsAt(rule, x, judged)
    return found === null ? [] : [[x, found]]
  })
  const x = of === 'attainment' ? numberOf(judged.attainment, 100) : numberOf(judged.actual)
  const y = numberOf(judged.points)
  return points.length < 2 ? null : { of, points, at: x === null || y === null ? null : [Math.min(Math.max(x, from), to), y] }
}

/** Even steps, and just before and after each bound: a step is drawn upright. */
function placesOf(rule: RuleIr, from: number, to: number): number[] {
  const even = Array.from({ length: STEPS + 1 }, (_, i) => from + ((to - from) * i) / STEPS)
  const edge = (to - from) / 10_000
  const around = boundsIn(rule).flatMap((x) => [x - edge, x, x + edge])
  return [...even, ...around.filter((x) => x > from && x < to)].sort((a, b) => a - b)
}

/** Where a rule turns, along its bottom. */
function boundsIn(rule: RuleIr): number[] {
  if (rule.rule === 'linear') return [rule.threshold, rule.floor, rule.cap].flatMap((x) => (x === null ? [] : [Number(x)]))
  if (rule.rule === 'bands') return rule.bands.tiers.flatMap(({ until }) => (until === null ? [] : [Number(until)]))
  if (rule.rule === 'curve') return rule.curve.points.map(({ at }) => Number(at))
  return rule.rule === 'range' ? [Number(rule.worst), Number(rule.best)] : []
}

/** What lies along the bottom of a rule; null for rules that draw no line. */
export function axisOf(rule: RuleIr): Drawn['of'] | null {
  switch (rule.rule) {
    case 'linear':
      return 'attainment'
    case 'bands':
    case 'curve':
      return rule.of
    case 'lower':
    case 'range':
    case 'points':
      return 'actual'
    case 'gate':
      return null
    default:
      return rule satisfies never
  }
}

/** First and last x. */
function spanOf(rule: RuleIr, judged: Judged): readonly [number, number] | null {
  const x = axisOf(rule) === 'attainment' ? numberOf(judged.attainment, 100) : numberOf(judged.actual)
  const reach = (from: number, to: number): readonly [number, number] => [Math.min(from, x ?? from), Math.max(to, x ?? to)]
  switch (rule.rule) {
    case 'linear':
      return reach(0, Math.max(120, (numberOf(rule.cap) ?? 120) * 1.1))
    case 'bands':
      return reach(...boundsOf(rule.bands))
    case 'curve':
      return reach(Number(rule.curve.points[0]?.at ?? 0), Number(rule.curve.points.at(-1)?.at ?? 100) * 1.1)
    case 'lower': {
      const target = numberOf(judged.target)
      return target === null || target <= 0 ? null : reach(0, target * 2)
    }
    case 'range': {
      const [worst, best] = [Number(rule.worst), Number(rule.best)]
      const margin = Math.abs(best - worst) * 0.25
      return reach(Math.min(worst, best) - margin, Math.max(worst, best) + margin)
    }
    case 'points':
      return reach(0, Math.max(5, (x ?? 0) * 1.3))
    case 'gate':
      return null
    default:
      return rule satisfies never
  }
}

function boundsOf({ tiers }: TiersIr): readonly [number, number] {
  const bounds = tiers.flatMap(({ from, until }) => [from, until].flatMap((bound) => (bound === null ? [] : [Number(bound)])))
  const [from, to] = [Math.min(...bounds, 0), Math.max(...bounds, 1)]
  return [from, to + (to - from) * 0.15]
}

function pointsAt(rule: RuleIr, x: number, judged: Judged): number | null {
  const at = dec(x.toFixed(9))
  const target = judged.target === null ? null : dec(judged.target)
  const ofAttainment = axisOf(rule) === 'attainment'
  const attainment = ofAttainment ? at.div(100) : target === null || target.lte(0) ? null : at.div(target)
  const points = pointsOf(rule, { actual: at, target: target ?? dec(100), attainment: attainment ?? dec(1) })
  return points === null ? null : points.toNumber()
}

function numberOf(text: string | null, times = 1): number | null {
  return text === null ? null : Number(text) * times
}
