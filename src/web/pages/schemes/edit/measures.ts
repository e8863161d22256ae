import { nameIn } from '../../../../base/diagnostic.ts'
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
  /** Schemes in force with a line of it: their id without the day of an edition, and their name. */
  readonly schemes: readonly { readonly scheme: string; readonly name: string }[]
}

/** The measures of the rules in force, by name. */
export function measureOptions(program: Body, lang: 'zh' | 'en'): MeasureOption[] {
  const { measures, schemes } = program as unknown as Program // The API sends Program of the engine as plain data.
  return Object.values(measures)
    .filter((m) => !m.hidden)
    .map(({ measure, name, kind, unit, percent, better }) => ({
      ...{ id: measure, name: nameIn(name, lang, measure), kind, unit, percent, better },
      schemes: Object.values(schemes).flatMap((s) => (s.lines.some((line) => line.measure === measure) ? [{ scheme: s.scheme, name: nameIn(s.name, lang, s.scheme) }] : [])),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, lang === 'zh' ? 'zh-CN' : 'en'))
}

/** A measure by its id, or by its name, as a document may call it. */
export function measureNamed(measures: readonly MeasureOption[], text: string): MeasureOption | undefined {
  return measures.find((m) => m.id === text || m.name === text)
}
