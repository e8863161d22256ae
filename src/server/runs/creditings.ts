import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Program } from '../../engine/ir.ts'
import { type Crediting, creditingOf } from '../../engine/sql/cells.ts'

/** The ways in which the measures of a program find who counts the records of a dataset, each once. */
export function creditingsOf(program: Program, dataset: string): Crediting[] {
  const all = Object.values(program.measures).flatMap(({ body }) => (body.kind === 'aggregate' && body.aggregate.dataset === dataset ? [creditingOf(body.aggregate)] : []))
  return [...new Map(all.map((crediting) => [canonicalJson(crediting.credit), crediting])).values()]
}
