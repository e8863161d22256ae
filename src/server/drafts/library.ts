import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { expressionsOf, judgedBy } from '../../engine/in-force.ts'
import { namesFrom, printMeasure, unitsOf, unitWording } from '../../engine/index.ts'
import type { Expr, MeasureIr, Program } from '../../engine/ir.ts'
import { walk } from '../../engine/walk.ts'
import type { LoadedProgram } from '../measures/queries.ts'

/** A measure as the library shows it. */
export interface LibraryRow {
  readonly measure: string
  readonly name: string
  readonly description: string
  /** As its document has it; null where it says none. */
  readonly category: string | null
  readonly kind: MeasureIr['kind']
  /** In words: 元, 元/单, %. */
  readonly unit: string
  readonly percent: boolean
  /** Base units with exponents. */
  readonly base: Readonly<Record<string, number>>
  readonly better: 'more' | 'less'
  /** What is counted, from which records, by which day, credited to whom; or the formula. */
  readonly words: string
  /** The dataset it counts; null for what is made of other measures. */
  readonly dataset: string | null
  readonly version: number
  readonly uses: { readonly schemes: number; readonly incentives: number; readonly measures: number }
}

export interface Used {
  readonly kind: 'scheme' | 'incentive' | 'measure'
  readonly id: string
  readonly name: string
}

type Rules = Pick<LoadedProgram, 'program' | 'company' | 'datasets' | 'measures' | 'tables' | 'versions'>

/** Every listed measure, in the order of the documents. */
export function library(rules: Rules, lang: Lang): LibraryRow[] {
  const used = usedBy(rules.program, lang)
  return rules.measures.flatMap(({ measure, description, category }) => {
    const ir = rules.program.measures[measure]
    if (ir === undefined) return []
    const by = used.get(measure) ?? []
    const count = (kind: Used['kind']) => by.filter((u) => u.kind === kind).length
    return [
      {
        measure,
        name: nameIn(ir.name, lang, measure),
        description: nameIn(description, lang, ''),
        category: category ?? null,
        kind: ir.kind,
        ...unitOf(ir, rules, lang),
        better: ir.better,
        words: wordsOf(ir, rules, lang),
        dataset: ir.body.kind === 'aggregate' ? ir.body.aggregate.dataset : null,
        version: rules.versions[`measure/${measure}`] ?? 1,
        uses: { schemes: count('scheme'), incentives: count('incentive'), measures: count('measure') },
      },
    ]
  })
}

function unitOf(ir: MeasureIr, { company }: Pick<Rules, 'company'>, lang: Lang): Pick<LibraryRow, 'unit' | 'percent' | 'base'> {
  return { unit: ir.percent ? '%' : unitWording(ir.unit, unitsOf(company).names)[lang], percent: ir.percent, base: ir.unit }
}

/** What a measure is, in a line of the reader's words. */
export function wordsOf(ir: MeasureIr, { program, datasets, tables }: Pick<Rules, 'program' | 'datasets' | 'tables'>, lang: Lang): string {
  return printMeasure(ir, { lang, names: namesFrom({ datasets, measures: program.measures, tables }, lang) })
}

/** What reads each measure directly: schemes, incentive plans, other measures; the parts of a rating count as the rating. */
export function usedBy(program: Program, lang: Lang): Map<string, Used[]> {
  const found = new Map<string, Used[]>()
  const note = (by: Used, exprs: readonly (Expr | null)[]): void => {
    const read = new Set<string>()
    for (const expr of exprs) walk(expr, (e) => (e.node === 'value' ? read.add(e.ref.measure) : e.node === 'target' ? read.add(e.measure) : undefined))
    for (const measure of read) if (measure !== by.id || by.kind !== 'measure') found.set(measure, [...(found.get(measure) ?? []), by])
  }
  for (const [id, s] of Object.entries(program.schemes)) note({ kind: 'scheme', id, name: nameIn(s.name, lang, id) }, s.lines.flatMap(judgedBy))
  for (const [id, plan] of Object.entries(program.incentives))
    note(
      { kind: 'incentive', id, name: nameIn(plan.name, lang, id) },
      plan.components.flatMap((c) => expressionsOf(c.now)),
    )
  for (const [id, m] of Object.entries(program.measures)) if (!m.hidden && m.body.kind === 'formula') note({ kind: 'measure', id, name: nameIn(m.name, lang, id) }, [m.body.expr])
  return found
}

/** The measures that a measure is made of. */
export function readsOf(ir: MeasureIr, program: Program, lang: Lang): { readonly measure: string; readonly name: string }[] {
  if (ir.body.kind !== 'formula') return []
  const read = new Set<string>()
  walk(ir.body.expr, (e) => (e.node === 'value' ? read.add(e.ref.measure) : undefined))
  return [...read].filter((id) => program.measures[id]?.hidden === false).map((measure) => ({ measure, name: nameIn(program.measures[measure]?.name, lang, measure) }))
}
