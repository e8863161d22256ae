import type { Day } from '../../base/calendar.ts'
import { LINE_DEPTH } from '../../base/limits.ts'
import type { ScopeIr } from '../ir.ts'
import type { FactEdge, Facts } from './facts.ts'

type LineScope = Exclude<ScopeIr, { line: 'own' }>

/** Whether a stretch of a line holds on a day. */
export function holdsOn(edge: FactEdge, day: Day): boolean {
  return (edge.from === null || edge.from <= day) && (edge.until === null || day < edge.until)
}

/** Everybody below a person on a line on one day, step by step down the direct stretches; the person too when the scope says so. */
export function teamOn(facts: Facts, scope: LineScope, of: { employee: string; day: Day }): ReadonlySet<string> {
  const edges = facts.lines[scope.line].filter((edge) => holdsOn(edge, of.day))
  const team = new Set<string>()
  let level = [of.employee]
  const deepest = Math.min(scope.depth ?? LINE_DEPTH, LINE_DEPTH)
  for (let depth = 1; depth <= deepest && level.length > 0; depth++) {
    level = edges.filter((edge) => level.includes(edge.superior) && !team.has(edge.employee)).map((edge) => edge.employee)
    for (const employee of level) team.add(employee)
  }
  // After the walk, so that a line that leads back to the person cannot count them against the scope.
  if (scope.self) team.add(of.employee)
  else team.delete(of.employee)
  return team
}
