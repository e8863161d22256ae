import { nameIn } from '../../../../base/diagnostic.ts'
import { ratingSources } from '../../../../engine/formula/print-measure.ts'
import type { MeasureIr, Program, Unit } from '../../../../engine/ir.ts'
import type { Body } from './body.ts'

/** A measure that a line may be judged by. */
export interface MeasureOption {
  readonly id: string
  readonly name: string
  readonly kind: MeasureIr['kind']
  readonly unit: Unit
  readonly percent: boolean
  readonly better: 'more' | 'less'
  /** Of a rating: who rates, and by what share. */
  readonly sources: readonly { readonly source: string; readonly weight: string }[]
}

/** The measures of the rules in force, by name. */
export function measureOptions(program: Body, lang: 'zh' | 'en'): MeasureOption[] {
  const { measures } = program as unknown as Program // The API sends Program of the engine as plain data.
  return Object.values(measures)
    .filter((m) => !m.hidden)
    .map(({ measure, name, kind, unit, percent, better, body }) => ({
      ...{ id: measure, name: nameIn(name, lang, measure), kind, unit, percent, better },
      sources: kind === 'rating' && body.kind === 'formula' ? ratingSources(body.expr).map(({ source, weight }) => ({ source, weight })) : [],
    }))
    .sort((a, b) => a.name.localeCompare(b.name, lang === 'zh' ? 'zh-CN' : 'en'))
}
