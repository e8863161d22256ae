import { Refusal } from '../base/diagnostic.ts'
import type { MeasureIr, Program } from '../engine/ir.ts'
import { componentNames } from './explain-results-view.ts'
import { measureNamed, nearestOf, PAY_WORDS, SCORE_WORDS } from './named.ts'

/** The score, the pay, or one component of it. */
export type ResultSubject = { readonly kind: 'score' } | { readonly kind: 'pay' } | { readonly kind: 'component'; readonly component: string }

/**
 * What is to be explained: a measure by its id; the score or the pay, where the company has any; a component of a plan or a measure by a name.
 * Errors: `cli.measure-*`; where the company has incentive plans `cli.subject-*`, with near components and measures.
 */
export function subjectNamed(program: Program, name: string): ResultSubject | { readonly kind: 'measure'; readonly measure: MeasureIr } {
  const exact = program.measures[name]
  if (exact !== undefined && !exact.hidden) return { kind: 'measure', measure: exact }
  const wanted = folded(name)
  if (Object.keys(program.schemes).length > 0 && SCORE_WORDS.includes(wanted)) return { kind: 'score' }
  if (Object.keys(program.incentives).length > 0 && PAY_WORDS.includes(wanted)) return { kind: 'pay' }
  const components = componentNames(program)
  const found = new Set(components.filter((c) => c.names.some((n) => folded(n) === wanted)).map((c) => c.id))
  const [only] = found
  if (only !== undefined && found.size === 1) return { kind: 'component', component: only }
  try {
    return { kind: 'measure', measure: measureNamed(program, name) }
  } catch (error) {
    throw error instanceof Refusal ? withComponents(error, name, components) : error
  }
}

function folded(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}

/** Where people are paid, a name that is unknown may have been meant for a component as well: those come before measures. */
function withComponents(refusal: Refusal, name: string, components: ReturnType<typeof componentNames>): Refusal {
  if (refusal.code === 'cli.measure-ambiguous' || components.length === 0) return refusal
  const ids = components.map((c) => c.id)
  const near = [
    ...nearestOf(
      name,
      ids,
      components.flatMap((c) => c.names),
    ),
    ...String(refusal.params['near'] ?? '').split(', '),
  ].filter((found) => found !== '')
  const params = { name, components: [...new Set(ids)].join(', ') }
  return near.length === 0 ? new Refusal('cli.subject-unknown', params) : new Refusal('cli.subject-near', { ...params, near: [...new Set(near)].join(', ') })
}
