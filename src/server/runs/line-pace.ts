import type { Day, Period } from '../../base/calendar.ts'
import { type Decimal, dec, decimalText, divide, roundHalfUp } from '../../base/decimal.ts'
import { SHOWN_SCALE } from '../../base/limits.ts'
import type { LineIr, MeasureIr } from '../../engine/ir.ts'
import { elapsedOn, growsWithDays, OFF_TRACK } from '../../engine/pace.ts'
import type { LineResult } from '../../engine/results.ts'

/** on: as asked or better · caution: less than a tenth below it · off: below that · none: nothing can be said, or nothing is asked. */
export type PaceState = 'on' | 'caution' | 'off' | 'none'

export interface Pace {
  readonly state: PaceState
  /** Share of the target that is due by now; null for lines that do not add up over the period and are judged by their points. */
  readonly due: string | null
  /** What is reached of what is due, 1 for all of it; null where nothing can be said, and for gates. */
  readonly ratio: Decimal | null
}

/** So much of what is due is cautioned; this and less is off: the meaning of engine/pace.ts. */
const OFF = dec(1).minus(OFF_TRACK)
const HUNDRED = dec(100)
const RATIO_PLACES = 10
/** More than half as much again counts no more: it would hide what lies behind elsewhere. */
const MOST = dec('1.5')

/** The share of a period's days that are over on a day, that day included: 1 for a past period, 0 for one to come. */
export function elapsedOf(period: Period, today: Day): string {
  const { days, of } = elapsedOn(period, today)
  return decimalText(divide(dec(days), dec(of), SHOWN_SCALE) ?? dec(0))
}

interface PaceOf {
  readonly result: LineResult
  readonly line: LineIr
  readonly measure: MeasureIr | undefined
  readonly elapsed: string
}

/** How a line stands when so much of the period is over: its attainment against the days gone where it adds up, else its points against what is asked. */
export function paceOf({ result, line, measure, elapsed }: PaceOf): Pace {
  if (result.state === 'passed' || result.state === 'failed') return { state: result.state === 'passed' ? 'on' : 'off', due: null, ratio: null }
  const addsUp = measure !== undefined && growsWithDays(measure) && line.target.kind !== 'none' && line.rule.rule !== 'lower'
  if (addsUp && result.attainment !== null) {
    if (dec(elapsed).lte(0)) return { state: 'none', due: '0', ratio: null }
    return judged(dec(result.attainment).div(elapsed), elapsed)
  }
  if (result.points === null || line.weight === '0' || result.state !== 'scored') return { state: 'none', due: null, ratio: null }
  return judged(dec(result.points).div(HUNDRED), null)
}

const judged = (ratio: Decimal, due: string | null): Pace => ({ state: stateOf(ratio), due, ratio })

/** The figures are as shown, so that what is just as asked may come out a hair beside it. */
function stateOf(ratio: Decimal): PaceState {
  const reached = roundHalfUp(ratio, RATIO_PLACES)
  if (reached.gte(1)) return 'on'
  return reached.gt(OFF) ? 'caution' : 'off'
}

/** How a person stands: all lines together, each by its weight; a gate that fails decides by itself. */
export function paceOfAll(lines: readonly { readonly weight: string; readonly pace: Pace }[]): PaceState {
  if (lines.some(({ pace }) => pace.state === 'off' && pace.ratio === null)) return 'off'
  const weighing = lines.flatMap(({ weight, pace }) => (pace.ratio === null || dec(weight).lte(0) ? [] : [{ weight: dec(weight), ratio: pace.ratio.lt(MOST) ? pace.ratio : MOST }]))
  const weights = weighing.reduce((sum, { weight }) => sum.plus(weight), dec(0))
  if (weights.lte(0)) return 'none'
  return stateOf(weighing.reduce((sum, { weight, ratio }) => sum.plus(ratio.times(weight)), dec(0)).div(weights))
}
