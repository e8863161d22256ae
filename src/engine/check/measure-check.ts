import { type Wording, worded } from '../wording.ts'
import type { Catalogue, MeasureInfo } from './catalogue.ts'
import type { CheckedDataset } from './check-datasets.ts'
import type { Reporter } from './report.ts'
import { isNumeric, type Typed, toPercent } from './typed.ts'
import { sameUnit, unitWording } from './units.ts'

/** What the check of one measure works with. */
export interface MeasureCheck {
  readonly info: MeasureInfo
  readonly catalogue: Catalogue
  readonly datasets: ReadonlyMap<string, CheckedDataset>
  readonly report: Reporter
}

const A_NUMBER: Wording = { zh: '数', en: 'a number' }

/** The number a measure stores: its unit must be the declared one; percent is stored in hundredths. Null: reported. */
export function asDeclared(
  typed: Typed,
  c: Pick<MeasureCheck, 'catalogue' | 'report'> & { readonly info: Pick<MeasureInfo, 'unit'> },
  at: { path: readonly (string | number)[]; text: string /** The path holds another text than the one the span is of. */; elsewhere?: boolean },
): Typed['expr'] | null {
  if (typed.type.kind === 'unknown') return null
  const declared = c.info.unit
  const span = at.elsewhere === true ? undefined : typed.span
  const units = c.catalogue.units.names
  if (!isNumeric(typed.type)) {
    const actual: Wording =
      typed.type.kind === 'date'
        ? { zh: '日期', en: 'a date' }
        : typed.type.kind === 'boolean'
          ? { zh: '是/否', en: 'yes or no' }
          : typed.type.kind === 'null'
            ? { zh: '空值', en: 'empty' }
            : { zh: '文字', en: 'text' }
    c.report.error('type.expected', at.path, { text: at.text, ...worded('expected', A_NUMBER), ...worded('actual', actual) }, span)
    return null
  }
  if (typed.type.kind === 'number' && !sameUnit(typed.type.unit, declared.unit)) {
    c.report.error(
      'unit.result',
      at.path,
      { ...worded('actual', unitWording(typed.type.unit, units)), ...worded('declared', declared.percent ? { zh: '百分比', en: 'percent' } : unitWording(declared.unit, units)) },
      span,
    )
    return null
  }
  return declared.percent ? toPercent(typed.expr) : typed.expr
}
