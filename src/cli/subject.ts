import { Refusal } from '../base/diagnostic.ts'
import type { MeasureIr, Program } from '../engine/ir.ts'
import { componentNames } from './explain-results-view.ts'
import { measureNamed, nearestOf, PAY_WORDS, SCORE_WORDS } from './named.ts'

/** The score, the pay, or one component of it. */
export type ResultSubject = { readonly kind: 'score' } | { readonly kind: 'pay' } | { readonly kind: 'component'; readonly component: string }

/**
 * What is to be explained: a measure by its id; the score or the pay, where the company has any; a component of a plan or a measure by a name.
 * Errors: `cli.measure-*`, with near components too.
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

/** Components that may have been meant come before measures that are merely known. */
function withComponents(refusal: Refusal, name: string, components: ReturnType<typeof componentNames>): Refusal {
  if (refusal.code === 'cli.measure-ambiguous') return refusal
  const near = nearestOf(
    name,
    components.map((c) => c.id),
    components.flatMap((c) => c.names),
  )
  if (near.length === 0) return refusal
  const already = String(refusal.params['near'] ?? '')
  return new Refusal('cli.measure-near', { measure: name, near: [...(already === '' ? [] : [already]), ...near].join(', ') })
}
