import type { Diagnostic } from '../../base/diagnostic.ts'
import { documentId } from '../documents/document-id.ts'
import type { IncentiveDocument } from '../documents/incentive.ts'
import type { Expr, IncentiveIr, MeasureIr, ScopeIr, ValueRef } from '../ir.ts'
import { walk } from '../walk.ts'
import { type DocumentPath, type Placed, type Reporter, reporterFor } from './report.ts'
import { sameScope } from './scopes.ts'

/** The value references inside a measure; none for an aggregate. */
export function refsOf(measure: MeasureIr): ValueRef[] {
  return measure.body.kind === 'formula' ? refsIn(measure.body.expr) : []
}

function refsIn(of: Expr | null): ValueRef[] {
  const refs: ValueRef[] = []
  walk(of, (expr) => {
    if (expr.node === 'value') refs.push(expr.ref)
  })
  return refs
}

/** Where a measure is referred to in its document. */
export function formulaPath(measure: MeasureIr): string[] {
  return [{ aggregate: 'aggregate', ratio: 'numerator', growth: 'of', formula: 'formula', entered: 'over', rating: 'sources' }[measure.kind]]
}

/** Circles among measures, each told once with everybody in it. True: there is none. */
export function checkCycles(measures: ReadonlyMap<string, MeasureIr>, reporters: ReadonlyMap<string, Reporter>): boolean {
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  let free = true
  const visit = (id: string): void => {
    const measure = measures.get(id)
    if (measure === undefined || state.get(id) === 'done') return
    if (state.get(id) === 'open') {
      const circle = [...trail.slice(trail.indexOf(id)), id]
      reporters.get(id)?.error('measure.cycle', formulaPath(measure), { circle: circle.join(' → ') })
      free = false
      return
    }
    state.set(id, 'open')
    trail.push(id)
    for (const next of new Set(refsOf(measure).map((ref) => ref.measure))) visit(next)
    trail.pop()
    state.set(id, 'done')
  }
  for (const id of measures.keys()) visit(id)
  return free
}

/**
 * What is gathered over a team or downline must be able to be: the last entered value cannot, and neither can a value that keeps another
 * team of its own. Needs measures without circles.
 */
export function checkScopes(measures: ReadonlyMap<string, MeasureIr>, reporters: ReadonlyMap<string, Reporter>): void {
  for (const measure of measures.values()) {
    const report = reporters.get(measure.measure)
    if (report === undefined) continue
    if (measure.scope.line !== 'own') {
      gather(measure, measure.scope, { measures, report, path: ['scope'], seen: new Set() })
      continue
    }
    gatherAll(refsOf(measure), { measures, report, path: formulaPath(measure) })
  }
}

/** The same of what the amounts of incentive plans gather. `incentives` by document id. */
export function checkAmountScopes(
  sources: readonly Placed<IncentiveDocument>[],
  incentives: ReadonlyMap<string, IncentiveIr>,
  measures: ReadonlyMap<string, MeasureIr>,
  sink: Diagnostic[],
): void {
  for (const source of sources) {
    const report = reporterFor(source, sink)
    // Of two documents with one id only the first is checked, and the other is refused.
    for (const [i, { now }] of (incentives.get(documentId(source.document))?.components ?? []).entries()) {
      const at = (key: string) => ({ measures, report, path: ['components', i, key] })
      gatherAll(refsIn(now.amount), at('amount'))
      gatherAll(
        now.conditions.flatMap(({ when }) => refsIn(when)),
        at('when'),
      )
      gatherAll(refsIn(now.floor), at('floor'))
      gatherAll(refsIn(now.cap), at('cap'))
    }
  }
}

function gatherAll(refs: readonly ValueRef[], g: Omit<Gathering, 'seen'>): void {
  for (const ref of refs) {
    const target = g.measures.get(ref.measure)
    // A reference that only takes along the measure's own scope is told at that measure.
    if (target === undefined || ref.scope.line === 'own' || sameScope(ref.scope, target.scope)) continue
    gather(target, ref.scope, { ...g, seen: new Set() })
  }
}

interface Gathering {
  readonly measures: ReadonlyMap<string, MeasureIr>
  readonly report: Reporter
  readonly path: DocumentPath
  readonly seen: Set<string>
}

function gather(measure: MeasureIr, scope: ScopeIr, g: Gathering): void {
  if (g.seen.has(measure.measure)) return
  g.seen.add(measure.measure)
  if (measure.body.kind === 'aggregate') {
    if (measure.body.aggregate.fn === 'last') g.report.error('measure.last-team', g.path, { measure: measure.measure })
    return
  }
  for (const ref of refsOf(measure)) {
    const target = g.measures.get(ref.measure)
    if (target === undefined) continue
    if (ref.scope.line === 'own' || sameScope(ref.scope, scope)) gather(target, scope, g)
    else if (!g.seen.has(ref.measure)) {
      g.seen.add(ref.measure)
      g.report.error('measure.scope-mixed', g.path, { measure: ref.measure })
    }
  }
}
