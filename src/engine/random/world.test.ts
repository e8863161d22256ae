import { describe, expect, it } from 'vitest'
import { addDays, periodOf } from '../../base/calendar.ts'
import { checkCalendar } from '../../base/calendar-check.ts'
import type { AggregateFn, AmountIr, Expr, Program, RuleIr } from '../ir.ts'
import { openEvaluator } from '../reference/evaluate.ts'
import { holdsOn } from '../reference/lines.ts'
import { walk } from '../walk.ts'
import { BUG_KINDS, plantBug } from './bugs.ts'
import { rewrite } from './rewrite.ts'
import { rngOf } from './rng.ts'
import { applyChange, arrivals, mutateWorld, randomWorld, type World } from './world.ts'

const worlds = Array.from({ length: 250 }, (_, i) => randomWorld(i + 1))
const nodesOf: Record<Expr['node'], true> = {
  number: true,
  text: true,
  boolean: true,
  date: true,
  null: true,
  field: true,
  value: true,
  add: true,
  sub: true,
  mul: true,
  div: true,
  neg: true,
  abs: true,
  not: true,
  empty: true,
  round: true,
  compare: true,
  and: true,
  or: true,
  in: true,
  if: true,
  coalesce: true,
  least: true,
  greatest: true,
  days: true,
  part: true,
  contains: true,
  starts: true,
  convert: true,
  seen: true,
  tiers: true,
  curve: true,
  lookup: true,
  target: true,
  pay: true,
  result: true,
  tenure: true,
  presence: true,
}
const ruleKinds: Record<RuleIr['rule'], true> = { linear: true, bands: true, curve: true, lower: true, range: true, points: true, gate: true }
const fns: Record<AggregateFn, true> = { sum: true, count: true, distinct: true, average: true, min: true, max: true, last: true }

/** Every value of a world, of everybody in every period. */
function valuesOf(world: World, program: Program = world.program): (string | null)[] {
  const evaluator = openEvaluator(program, world.calendar, world.facts)
  return world.facts.employees.flatMap((employee) =>
    Object.keys(program.measures).flatMap((measure) => world.periods.map((period) => evaluator.trace({ employee, measure, period }).value)),
  )
}

/** Every score with its lines, and every earning with its derivation, of everybody in every period. */
function resultsOf(world: World, program: Program = world.program) {
  const evaluator = openEvaluator(program, world.calendar, world.facts)
  const all = world.facts.employees.flatMap((employee) => world.periods.map((period) => ({ employee, period })))
  return { scores: all.map((of) => evaluator.score(of)?.result ?? null), earnings: all.flatMap((of) => evaluator.earnings(of).map((e) => e.result)) }
}

const known = new Map<World, ReturnType<typeof resultsOf>>()
/** The same of an unchanged world, worked out once. */
function knownResults(world: World): ReturnType<typeof resultsOf> {
  const found = known.get(world) ?? resultsOf(world)
  known.set(world, found)
  return found
}

const figuresOf = (world: World, program: Program = world.program): string =>
  JSON.stringify([valuesOf(world, program), program === world.program ? knownResults(world) : resultsOf(world, program)])

/** All expressions of the plans of a program. */
function planExprsOf(program: Program): Expr[] {
  const inAmount = (a: AmountIr): (Expr | null)[] => [a.amount, ...a.conditions.map((c) => c.when), a.floor, a.cap]
  return Object.values(program.incentives)
    .flatMap((plan) => plan.components.flatMap((c) => [...inAmount(c.now), ...(c.before === null ? [] : inAmount(c.before))]))
    .filter((e) => e !== null)
}

/** All expressions of the measures of a program. */
function exprsOf(program: Program): Expr[] {
  return Object.values(program.measures)
    .flatMap(({ body }) =>
      body.kind === 'formula'
        ? [body.expr]
        : [body.aggregate.date, body.aggregate.credit.owner, body.aggregate.value, body.aggregate.filter, ...body.aggregate.credit.overlays.map((o) => o.to)],
    )
    .filter((e) => e !== null)
}

describe('a random world', () => {
  it('is the same for the same seed, another for another, and plain data', () => {
    expect(randomWorld(7)).toEqual(randomWorld(7))
    expect(randomWorld(7)).not.toEqual(randomWorld(8))
    for (const world of worlds.slice(0, 20)) expect(JSON.parse(JSON.stringify(world))).toEqual(world)
  })
  it('has a value for every question: no type ever fails to fit', () => {
    const values = worlds.flatMap((world) => valuesOf(world))
    expect(values.length).toBeGreaterThan(10_000)
    const share = (holds: (v: string | null) => boolean): number => values.filter(holds).length / values.length
    expect(share((v) => v !== null && v !== '0')).toBeGreaterThan(0.2)
    expect(share((v) => v === null)).toBeGreaterThan(0.1)
    for (const v of values) if (v !== null) expect(v).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
  })
  it('meets every node, aggregate, weight, scope, shift and calendar', () => {
    const nodes = new Set<string>()
    for (const world of worlds) for (const expr of [...exprsOf(world.program), ...planExprsOf(world.program)]) walk(expr, (e) => nodes.add(e.node))
    expect([...nodes].sort()).toEqual(Object.keys(nodesOf).sort())
    const measures = worlds.flatMap((w) => Object.values(w.program.measures))
    const aggregates = measures.flatMap((m) => (m.body.kind === 'aggregate' ? [m.body.aggregate] : []))
    expect([...new Set(aggregates.map((a) => a.fn))].sort()).toEqual(Object.keys(fns).sort())
    expect(new Set(aggregates.map((a) => `${a.fn} ${a.weight}`)).size).toBe(14)
    const scopes = new Set(measures.map(({ scope: s }) => (s.line === 'own' ? 'own' : `${s.line} ${s.depth !== null} ${s.self} ${s.asOf}`)))
    expect(scopes.size).toBe(17)
    expect(new Set(measures.map((m) => m.kind))).toEqual(new Set(['aggregate', 'ratio', 'growth', 'formula']))
    const text = JSON.stringify(measures)
    for (const piece of ['"what":"first"', '"what":"earlier"', '"shifts":["previous"]', '"shifts":["last-year"]', '"shifts":["previous","last-year"]', '"withinDays":0'])
      expect(text).toContain(piece)
    expect(new Set(worlds.map((w) => w.calendar.kind)).size).toBe(3)
    expect(aggregates.some((a) => a.credit.splits !== null) && aggregates.some((a) => a.credit.overlays.length > 0)).toBe(true)
    const paths = new Set(worlds.flatMap((w) => exprsOf(w.program)).map((e) => (e.node === 'field' ? e.path.length : 0)))
    expect(paths.has(1)).toBe(true)
  })
  it('meets every rule, state, grade, table and way of being in force', () => {
    const results = worlds.map(knownResults)
    const scores = results.flatMap((r) => r.scores)
    const lines = scores.flatMap((s) => s?.lines ?? [])
    expect(new Set(lines.map((l) => l.state)).size).toBe(6)
    const rules = worlds.flatMap((w) => Object.values(w.program.schemes)).flatMap((s) => s.lines.map((l) => l.rule.rule))
    expect([...new Set<string>(rules)].sort()).toEqual(Object.keys(ruleKinds).sort())
    const share = (list: readonly unknown[], holds: (one: never) => boolean): number => list.filter((one) => holds(one as never)).length / list.length // as: callers name the type
    expect(share(scores, (s: unknown) => s === null)).toBeGreaterThan(0.1)
    expect(share(scores, (s: { score: string | null } | null) => s?.score != null && s.score !== '0')).toBeGreaterThan(0.15)
    expect(share(scores, (s: { grade: string | null } | null) => s?.grade != null)).toBeGreaterThan(0.1)
    const earnings = results.flatMap((r) => r.earnings)
    expect(earnings.length).toBeGreaterThan(1000)
    expect(share(earnings, (e: { amount: string | null }) => e.amount !== null && e.amount !== '0')).toBeGreaterThan(0.15)
    expect(earnings.some((e) => e.before !== null && e.before.amount !== null && e.before.amount !== '0')).toBe(true)
    const text = JSON.stringify(worlds.map((w) => w.program))
    for (const piece of ['"mode":"marginal"', '"mode":"whole"', '"mode":"interpolated"', '"shifts":["to-date"]', '"shifts":["before"]', '"prorated":true', '"level":"challenge"'])
      expect(text).toContain(piece)
    for (const number of JSON.stringify([scores, earnings]).match(/"-?\d[^"]*"/g) ?? []) expect(number).not.toMatch(/e|\.\d*0"|^"-0"$/i)
  })
  it('often has a quantity exactly on a bound', () => {
    const onBound = worlds.flatMap((w) => {
      const rules = Object.fromEntries(Object.entries(w.program.schemes).flatMap(([id, s]) => s.lines.map((l) => [`${id}/${l.line}`, l.rule])))
      return knownResults(w).scores.flatMap((s) =>
        (s?.lines ?? []).filter((l) => {
          const rule = rules[`${s?.scheme}/${l.line}`]
          return (
            rule?.rule === 'bands' &&
            rule.bands.tiers.some((t) => (rule.of === 'actual' ? l.actual : l.attainment === null ? null : String(Number(l.attainment) * 100)) === t.from && t.from !== '0')
          )
        }),
      )
    })
    expect(onBound.length).toBeGreaterThan(10)
  })
  it('has nobody in two places, and no scheme beside another for one role', () => {
    for (const world of worlds.flatMap((w) => [w, mutateWorld(w, rngOf(w.seed)).world])) {
      for (const employee of world.facts.employees) {
        const mine = world.facts.assignments.filter((a) => a.employee === employee).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
        for (const [i, a] of mine.entries()) {
          const next = mine[i + 1]
          if (a.from !== null && a.until !== null) expect(a.from < a.until).toBe(true)
          if (next !== undefined) expect(a.until !== null && next.from !== null && a.until <= next.from).toBe(true)
        }
      }
      for (const [, scheme] of Object.entries(world.program.schemes)) {
        for (const weights of [
          Object.fromEntries(scheme.lines.map((l) => [l.line, l.weight])),
          ...Object.values(scheme.weights),
          ...(scheme.newcomers === null ? [] : [scheme.newcomers.weights]),
        ])
          expect(Object.values(weights).reduce((sum, w) => sum + Math.round(Number(w) * 10), 0)).toBe(1000)
      }
      const keys = [world.facts.targets.map((t) => [t.employee, t.measure, t.period]), world.facts.pay.map((p) => [p.employee, p.item, p.from])]
      for (const list of keys) expect(new Set(list.map((k) => JSON.stringify(k))).size).toBe(list.length)
    }
  })
  it('keeps the rules that the product keeps for its data', () => {
    for (const world of worlds) {
      expect(checkCalendar(world.calendar)).toEqual([])
      for (const id of world.periods) expect(periodOf(world.calendar, id)).not.toBeNull()
      for (const dataset of Object.values(world.program.datasets)) {
        const records = world.facts.records[dataset.dataset] ?? []
        expect(new Set(records.map((r) => JSON.stringify(dataset.key.map((k) => r.fields[k])))).size).toBe(records.length)
        for (const r of records) for (const k of dataset.key) if (k !== dataset.effective) expect(r.fields[k]).not.toBeNull()
        for (const r of records) expect(Object.keys(r.fields)).toEqual(Object.keys(dataset.fields))
      }
      expect(world.documents.map((d) => [d.dataset, d.key, Object.keys(d.fields)])).toEqual(world.shape.map((d) => [d.name, d.key, d.fields.map((f) => f.name)]))
    }
  })
  it('shares no record beyond 100 %, before and after changes', () => {
    for (const world of worlds.flatMap((w) => [w, mutateWorld(w, rngOf(w.seed)).world])) {
      for (const { counting } of world.shape) {
        const splits = counting?.credit.splits ?? null
        if (splits === null) continue
        const sums = new Map<unknown, number>()
        for (const r of world.facts.records[splits.dataset] ?? [])
          if (splits.overlay === null || r.fields[splits.overlay] !== true)
            sums.set(r.fields[splits.record], (sums.get(r.fields[splits.record]) ?? 0) + Math.round(Number(r.fields[splits.percent] ?? 0) * 100))
        for (const sum of sums.values()) expect(sum).toBeLessThanOrEqual(10_000)
      }
    }
  })
  it('has lines on which nobody has two superiors or stands above themselves on any day', () => {
    for (const world of worlds) {
      for (const edges of Object.values(world.facts.lines)) {
        const days = new Set([
          world.days.first,
          ...edges
            .flatMap((e) => [e.from, e.until])
            .filter((d) => d !== null)
            .flatMap((d) => [d, addDays(d, -1)]),
        ])
        for (const day of days) {
          const above = new Map<string, string>()
          for (const e of edges.filter((edge) => holdsOn(edge, day))) {
            expect(above.has(e.employee)).toBe(false)
            above.set(e.employee, e.superior)
          }
          for (const start of above.keys()) {
            let at: string | undefined = above.get(start)
            for (let steps = 0; at !== undefined && steps < 20; steps++) at = at === start ? expect.fail('a cycle') : above.get(at)
          }
        }
      }
    }
  })
})

describe('arrivals and changes', () => {
  const byId = (world: Pick<World, 'facts'>) =>
    Object.fromEntries(Object.entries(world.facts.records).map(([d, records]) => [d, Object.fromEntries(records.map((r) => [r.id, r]))]))
  it('end in the facts, whatever the order', () => {
    for (const world of worlds) {
      for (const batches of [world.batches, arrivals(rngOf(world.seed + 1), world.facts)]) {
        const empty = { ...world.facts, records: Object.fromEntries(Object.keys(world.facts.records).map((d) => [d, []])) }
        expect(byId({ facts: batches.reduce(applyChange, empty) })).toEqual(byId(world))
      }
    }
  })
  it('do not change a value by their order alone', () => {
    for (const world of worlds.slice(0, 40)) {
      const records = Object.fromEntries(Object.entries(world.facts.records).map(([d, list]) => [d, rngOf(world.seed).some(list, list.length)]))
      expect(valuesOf({ ...world, facts: { ...world.facts, records } })).toEqual(valuesOf(world))
    }
  })
  it('change values often enough to test what is computed again', () => {
    const changed = worlds.filter((world) => figuresOf(mutateWorld(world, rngOf(world.seed)).world) !== figuresOf(world))
    expect(changed.length).toBeGreaterThan(worlds.length / 2)
    const kinds = new Set(
      worlds.flatMap((world) =>
        mutateWorld(world, rngOf(world.seed)).changes.flatMap((c) =>
          c.kind === 'records' ? [...(c.put.length > 0 ? ['put'] : []), ...(c.remove.length > 0 ? ['remove'] : [])] : [c.kind],
        ),
      ),
    )
    expect([...kinds].sort()).toEqual(['assignments', 'line', 'pay', 'put', 'rates', 'remove', 'targets'])
  })
})

describe('a planted bug', () => {
  it('of every kind changes a value somewhere', () => {
    const undetected = new Set<string>(BUG_KINDS)
    for (const world of worlds) {
      const right = figuresOf(world)
      for (const kind of BUG_KINDS) {
        const program = undetected.has(kind) ? plantBug(world.program, kind) : null
        if (program !== null && figuresOf(world, program) !== right) undetected.delete(kind)
      }
    }
    expect([...undetected]).toEqual([])
  })
  it('is null where there is no place for it', () => {
    const world = worlds[0] ?? expect.fail()
    expect(plantBug({ ...world.program, measures: {}, schemes: {}, incentives: {} }, 'filter-dropped')).toBeNull()
  })
})

describe('rewriting', () => {
  it('with no change gives the same expression', () => {
    for (const world of worlds) for (const expr of [...exprsOf(world.program), ...planExprsOf(world.program)]) expect(rewrite(expr, (e) => e)).toEqual(expr)
  })
})
