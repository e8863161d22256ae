import type { MeasureDocument } from '../documents/measure.ts'
import type { ScopeIr } from '../ir.ts'

/** A document's scope spelled out: the reporting line counts the person too, the sponsor line does not, unless it says so. */
export function scopeOf(scope: MeasureDocument['scope']): ScopeIr {
  if (scope === 'own') return { line: 'own' }
  if (scope === 'team') return { line: 'reporting', depth: null, self: true, asOf: 'record' }
  if (scope === 'downline') return { line: 'sponsor', depth: null, self: false, asOf: 'record' }
  return { line: scope.line, depth: scope.depth === 'all' ? null : scope.depth, self: scope.self ?? scope.line === 'reporting', asOf: scope.asOf }
}

export function sameScope(a: ScopeIr, b: ScopeIr): boolean {
  if (a.line === 'own' || b.line === 'own') return a.line === b.line
  return a.line === b.line && a.depth === b.depth && a.self === b.self && a.asOf === b.asOf
}
