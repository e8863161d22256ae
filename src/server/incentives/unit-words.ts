import type { Lang } from '../../base/diagnostic.ts'
import { parseUnit, unitsOf, unitWording } from '../../engine/check/units.ts'
import type { CompanyDocument } from '../../engine/index.ts'
import type { Unit } from '../../engine/ir.ts'

/** A unit as a person reads it: 元, 个, 元/个; nothing for a plain number. */
export function unitWords(unit: Unit, company: CompanyDocument, lang: Lang): string {
  return Object.keys(unit).length === 0 ? '' : unitWording(unit, unitsOf(company).names)[lang]
}

/** A unit as a document writes it (`money`, `percent`, 个), in words; nothing for a plain number, and itself where it is none. */
export function writtenUnitWords(written: string, company: CompanyDocument, lang: Lang): string {
  const read = parseUnit(written, unitsOf(company))
  if (!('declared' in read)) return written
  return read.declared.percent ? '%' : unitWords(read.declared.unit, company, lang)
}
