import type { MeasureIr, ScopeIr, ValueRef } from '../ir.ts'
import { walk } from '../walk.ts'
import type { Reporter } from './report.ts'
import { sameScope } from './scopes.ts'

/** The value references inside a measure; none for an aggregate. */
export function refsOf(measure: MeasureIr): ValueRef[] {
  const refs: ValueRef[] = []
  if (measure.body.kind === 'formula') {
    walk(measure.body.expr, (expr) => {
      if (expr.node === 'value') refs.push(expr.ref)
    })
  }
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
    for (const ref of refsOf(measure)) {
      const target = measures.get(ref.measure)
      // A reference that only takes along the measure's own scope is told at that measure.
      if (target === undefined || ref.scope.line === 'own' || sameScope(ref.scope, target.scope)) continue
      gather(target, ref.scope, { measures, report, path: formulaPath(measure), seen: new Set() })
    }
  }
}

interface Gathering {
  readonly measures: ReadonlyMap<string, MeasureIr>
  readonly report: Reporter
  readonly path: string[]
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
