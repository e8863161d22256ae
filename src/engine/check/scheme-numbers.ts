import { dec, decimalText } from '../../base/decimal.ts'
import { worded } from '../wording.ts'
import type { Catalogue, MeasureInfo } from './catalogue.ts'
import type { DocumentPath, Reporter } from './report.ts'
import { unitWording } from './units.ts'

/**
 * How the numbers of a scheme are read, by what they are:
 * - points (thresholds, floors, caps, points of bands and curves, `start`, `each`, `most`, grades), bounds of attainment, and weights:
 *   80 and 80% are the same, since 100 points are 100 % of what is asked;
 * - actuals (bounds `of: actual`, `worst`, `best`, fixed targets, what a gate asks): in the unit of the measure. Of a percent measure 80 and 80% are the same;
 *   for another measure a percent is refused;
 * - coefficients: a factor, so that 120% is 1.2.
 */
export function pointsOf(written: string): string {
  return decimalText(dec(written.replace('%', '')))
}

/** At most so many points are more likely a factor (1.5) than points (150). */
const FACTOR_AT_MOST = 3

/** Whether points are written as a factor: without a percent sign, and too few to be points. */
export function isFactor(written: string): boolean {
  return !written.endsWith('%') && dec(written).gt(0) && dec(written).lte(FACTOR_AT_MOST)
}

export function factorOf(written: string): string {
  const number = dec(written.replace('%', ''))
  return decimalText(written.endsWith('%') ? number.div(100) : number)
}

export interface ActualAt {
  readonly line: string
  /** Null: unknown, which is reported. */
  readonly measure: MeasureInfo | null
  readonly path: DocumentPath
  readonly catalogue: Catalogue
  readonly report: Reporter
}

/** A number in the unit of a measure, as the measure is stored. Null: a percent where an amount or a count is due, which is reported. */
export function actualOf(written: string, { line, measure, path, catalogue, report }: ActualAt): string | null {
  if (written.endsWith('%') && measure !== null && !measure.unit.percent) {
    const unit = unitWording(measure.unit.unit, catalogue.units.names)
    report.error('scheme.percent-amount', path, { line, value: written, ...worded('measure', measure.names, measure.id), ...worded('unit', unit), number: pointsOf(written) })
    return null
  }
  const points = dec(pointsOf(written))
  // 0.6 of a percent measure is hardly ever six tenths of a percent.
  if (measure?.unit.percent === true && !written.endsWith('%') && points.gt(0) && points.lt(1))
    report.warning('scheme.percent-fraction', path, { line, value: written, meant: decimalText(points.times(100)), ...worded('measure', measure.names, measure.id) })
  return decimalText(points)
}
