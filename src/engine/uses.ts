import { actualOf, expressionsOf, type RulesInForce } from './in-force.ts'
import type { BodyIr, Expr, Program } from './ir.ts'
import { walk } from './walk.ts'

/** What rules rest on: the measures they read, those that these are made of, and every table on the way. */
export interface Uses {
  readonly measures: ReadonlySet<string>
  readonly tables: ReadonlySet<string>
}

/** Everything that some rules read, directly or through measures. */
export function usesOf(program: Program, { schemes, incentives }: RulesInForce): Uses {
  const [measures, tables] = [new Set<string>(), new Set<string>()]
  const measure = (id: string): void => {
    const body = program.measures[id]?.body
    if (body === undefined || measures.has(id)) return
    measures.add(id)
    for (const expr of expressionsIn(body)) read(expr)
  }
  const read = (expr: Expr | null): void =>
    walk(expr, (e) => {
      if (e.node === 'value') measure(e.ref.measure)
      if (e.node === 'tiers' || e.node === 'curve' || e.node === 'lookup') tables.add(e.table.table)
    })
  for (const [, scheme] of schemes) for (const line of scheme.lines) read(actualOf(line))
  for (const [, plan] of incentives)
    for (const c of plan.components) for (const expr of [...expressionsOf(c.now), ...(c.before === null ? [] : expressionsOf(c.before))]) read(expr)
  return { measures, tables }
}

function expressionsIn(body: BodyIr): (Expr | null)[] {
  if (body.kind === 'formula') return [body.expr]
  const { date, credit, value, filter } = body.aggregate
  return [date, credit.owner, ...credit.overlays.map((o) => o.to), value, filter]
}
