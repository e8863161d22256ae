import { type Decimal, dec, divide, settled } from '../../base/decimal.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import type { CompareOp, RuleIr } from '../ir.ts'
import { curveOf, tiersOf } from './tables.ts'

/** What a line is judged by. */
export interface Judged {
  readonly actual: Decimal | null
  readonly target: Decimal | null
  /** Actual ÷ target; null without an actual or a target above 0. */
  readonly attainment: Decimal | null
}

const HUNDRED = dec(100)

/** Actual ÷ target; null without an actual or a target above 0. */
export function attainmentOf(actual: Decimal | null, target: Decimal | null): Decimal | null {
  return actual === null || target === null || settled(target).lte(0) ? null : divide(actual, target, DIVISION_SCALE)
}

/** Whether a rule can only judge against a target. */
export function needsTarget(rule: RuleIr): boolean {
  switch (rule.rule) {
    case 'linear':
    case 'lower':
      return true
    case 'bands':
    case 'curve':
      return rule.of === 'attainment'
    case 'range':
    case 'points':
    case 'gate':
      return false
    default:
      return rule satisfies never
  }
}

/** The points of an actual; null where there is no data, and for gates, which give none. */
export function pointsOf(rule: RuleIr, judged: Judged): Decimal | null {
  const { actual, target, attainment } = judged
  if (actual === null || (needsTarget(rule) && attainment === null)) return null
  switch (rule.rule) {
    case 'linear': {
      const points = times100(attainment)
      const enough = rule.threshold === null || settled(points).gte(dec(rule.threshold))
      return limited(enough ? points : dec(0), rule)
    }
    case 'bands':
      return tiersOf(rule.bands, settled(rule.of === 'actual' ? actual : times100(attainment)), undefined).value
    case 'curve':
      return curveOf(rule.curve, settled(rule.of === 'actual' ? actual : times100(attainment)))
    case 'lower':
      if (rule.method === 'difference') return limited(dec(2).minus(known(attainment)).times(HUNDRED), rule)
      return settled(actual).lte(0) ? dec(rule.cap) : limited(times100(divide(known(target), actual, DIVISION_SCALE)), rule)
    case 'range': {
      const [worst, best] = [dec(rule.worst), dec(rule.best)]
      return limited(times100(divide(actual.minus(worst), best.minus(worst), DIVISION_SCALE)), rule)
    }
    case 'points':
      return limited(dec(rule.start).plus(dec(rule.each).times(actual)), rule)
    case 'gate':
      return null
    default:
      return rule satisfies never
  }
}

function known(value: Decimal | null): Decimal {
  if (value === null) throw new Error('a rule was asked without what it needs')
  return value
}

const times100 = (value: Decimal | null): Decimal => known(value).times(HUNDRED)

/** At least the floor, then at most the cap. */
function limited(points: Decimal, by: { floor: string | null; cap: string | null }): Decimal {
  const raised = by.floor !== null && points.lt(dec(by.floor)) ? dec(by.floor) : points
  return by.cap !== null && raised.gt(dec(by.cap)) ? dec(by.cap) : raised
}

/** Whether an actual, settled, passes a gate. */
export function passes(op: CompareOp, measured: Decimal, value: Decimal): boolean {
  const actual = settled(measured)
  switch (op) {
    case '=':
      return actual.eq(value)
    case '<>':
      return !actual.eq(value)
    case '<':
      return actual.lt(value)
    case '<=':
      return actual.lte(value)
    case '>':
      return actual.gt(value)
    case '>=':
      return actual.gte(value)
    default:
      return op satisfies never
  }
}
