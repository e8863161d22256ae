import { dec, decimalText } from '../../base/decimal.ts'
import { NUMBER_DIGITS } from '../../base/limits.ts'
import type { IncentiveDocument } from '../documents/incentive.ts'
import { type Wording, worded } from '../wording.ts'
import type { Catalogue } from './catalogue.ts'
import { checkUnitText } from './check-fields.ts'
import type { DocumentPath, Reporter } from './report.ts'
import { type DeclaredUnit, parseUnit, unitWording } from './units.ts'

/** A table of the plan folder or of one incentive plan, without its id. */
export type TableBody = IncentiveDocument['tables'][string]

/** Where a table stands in its document, and whom to tell. */
export interface TableAt {
  readonly path: DocumentPath
  readonly report: Reporter
  readonly catalogue: Catalogue
}

/** A unit of a table. Null: unknown, which is reported. */
export function unitAt(text: string, key: DocumentPath, at: TableAt): DeclaredUnit | null {
  if (!checkUnitText(text, [...at.path, ...key], at)) return null
  const parsed = parseUnit(text, at.catalogue.units)
  return 'declared' in parsed ? parsed.declared : null
}

export function declaredWording(unit: DeclaredUnit, catalogue: Catalogue): Wording {
  return unit.percent ? { zh: '百分比', en: 'percent' } : unitWording(unit.unit, catalogue.units.names)
}

export function isPlain(unit: DeclaredUnit): boolean {
  return Object.keys(unit.unit).length === 0
}

/**
 * A number as formulas calculate with it: 1.5% is 0.015. In percent a number needs its sign, so that nobody has to guess whether 1 is 1 % or 100 %;
 * where an amount is due a percent is refused. `unit` null: unknown, anything goes. Null: reported.
 */
export function numberIn(unit: DeclaredUnit | null, written: string, key: DocumentPath, at: TableAt): string | null {
  const percent = written.endsWith('%')
  const digits = percent ? written.slice(0, -1) : written
  const path = [...at.path, ...key]
  if (digits.length > NUMBER_DIGITS) {
    at.report.error('formula.number-too-long', path, { limit: NUMBER_DIGITS })
    return null
  }
  const number = dec(digits)
  if (unit !== null && percent && !isPlain(unit)) {
    at.report.error('table.amount-due', path, { value: written, ...worded('unit', declaredWording(unit, at.catalogue)) })
    return null
  }
  if (unit?.percent === true && !percent && !number.isZero()) {
    at.report.error('table.percent-due', path, { value: written, hundredfold: decimalText(number.times(100)) })
    return null
  }
  return decimalText(percent ? number.times('0.01') : number)
}
