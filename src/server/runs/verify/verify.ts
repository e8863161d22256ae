import { periodOf } from '../../../base/calendar.ts'
import type { Program } from '../../../engine/ir.ts'
import { rngOf } from '../../../engine/random/rng.ts'
import { applyChange, type Change, mutateWorld, randomWorld, type World } from '../../../engine/random/world.ts'
import { openEvaluator } from '../../../engine/reference/evaluate.ts'
import type { Facts } from '../../../engine/reference/facts.ts'
import type { Store, Tx } from '../../../store/types.ts'
import { computeRun } from '../run.ts'
import { figuresOf, type PersonResults, storedResults } from './compared.ts'
import { createWorld, storeWithin, type WorldState, writeChange } from './world-store.ts'

/** A figure on which the two evaluators do not agree. */
export interface Difference {
  readonly seed: number
  /** When it was seen: while the records arrived, with all of them there, or after changes. */
  readonly phase: 'arriving' | 'complete' | 'changed'
  readonly period: string
  readonly employee: string
  /** A measure, `scheme/line`, `plan/component`, or one of them with what is told of it: `scheme · grade`, `plan/component · now`. */
  readonly name: string
  /** Null: empty. MISSING: there is no such figure. */
  readonly sql: string | null
  readonly reference: string | null
}

const MISSING = '(none)'

export interface Failure {
  readonly seed: number
  readonly differences: readonly Difference[]
  readonly error: string | null
}

export interface VerifyOptions {
  readonly runs: number
  /** The first seed; the others follow it. */
  readonly seed: number
  readonly onProgress?: (done: number, failed: number) => void
  readonly signal?: AbortSignal
  /** Changes what one evaluator computes, to show that a mistake in it would be found. Null: this program offers no place for it. */
  readonly plant?: { readonly side: 'sql' | 'reference'; readonly change: (program: Program) => Program | null }
}

export interface VerifyResult {
  readonly passed: number
  readonly failed: number
  /** Worlds with nothing to plant the mistake in. */
  readonly skipped: number
  readonly compared: number
  readonly failures: readonly Failure[]
}

/**
 * Compute random companies with both evaluators and compare every value, score, line, earning and stored derivation of every person: while records arrive in batches,
 * when all are there, and after corrections, deletions, late rates, transfers, new targets and raises. Nothing stays in the databases;
 * each of them works on one company at a time.
 */
export async function verifyRuns(stores: readonly Store[], options: VerifyOptions): Promise<VerifyResult> {
  const result = { passed: 0, failed: 0, skipped: 0, compared: 0, failures: [] as Failure[] }
  let next = 0
  let done = 0
  const work = async (store: Store): Promise<void> => {
    while (next < options.runs) {
      options.signal?.throwIfAborted()
      await verifySeed(store, options.seed + next++, options, result)
      options.onProgress?.(++done, result.failed)
    }
  }
  await Promise.all(stores.map(work))
  result.failures.sort((a, b) => a.seed - b.seed)
  return result
}

async function verifySeed(
  store: Store,
  seed: number,
  { plant }: VerifyOptions,
  result: { passed: number; failed: number; skipped: number; compared: number; failures: Failure[] },
): Promise<void> {
  const world = randomWorld(seed)
  const planted = plant?.change(world.program)
  if (planted === null) {
    result.skipped += 1
    return
  }
  const programFor = (side: 'sql' | 'reference'): Program => (plant?.side === side && planted !== undefined ? planted : world.program)
  const { failure, compared } = await verifyWorld(store, world, { sql: programFor('sql'), reference: programFor('reference') })
  result.compared += compared
  if (failure === null) result.passed += 1
  else {
    result.failed += 1
    result.failures.push(failure)
  }
}

/** Thrown at the end of a world so that its transaction is rolled back. */
class WorldDone extends Error {}

interface Programs {
  readonly sql: Program
  readonly reference: Program
}

async function verifyWorld(store: Store, world: World, programs: Programs): Promise<{ failure: Failure | null; compared: number }> {
  const found: Difference[] = []
  const counter = { compared: 0 }
  let error: string | null = null
  try {
    await store.tx(async (tx) => {
      await liveThrough(tx, world, { programs, found, counter })
      throw new WorldDone()
    })
  } catch (e) {
    if (!(e instanceof WorldDone)) error = e instanceof Error ? `${e.message}\n${e.stack ?? ''}` : String(e)
  }
  const failure = found.length === 0 && error === null ? null : { seed: world.seed, differences: found, error }
  return { failure, compared: counter.compared }
}

interface Watching {
  readonly programs: Programs
  readonly found: Difference[]
  readonly counter: { compared: number }
}

async function liveThrough(tx: Tx, world: World, watching: Watching): Promise<void> {
  const rng = rngOf(world.seed ^ 0x5eed)
  const empty: Facts = { ...world.facts, records: Object.fromEntries(Object.keys(world.facts.records).map((d) => [d, []])) }
  const living: Living = { tx, world, state: await createWorld(tx, world, empty), facts: empty, watching }
  for (const [i, batch] of world.batches.entries()) {
    await happen(living, batch)
    if (i < world.batches.length - 1 && rng.chance(0.3)) await compare(living, 'arriving', world.periods.slice(0, 1))
  }
  await compare(living, 'complete', world.periods)
  // What comes later would mostly differ for the same cause.
  if (watching.found.length > 0) return
  const later = mutateWorld({ ...world, facts: living.facts }, rng)
  for (const change of later.changes) await happen(living, change)
  await compare(living, 'changed', world.periods)
}

interface Living {
  readonly tx: Tx
  readonly world: World
  readonly state: WorldState
  facts: Facts
  readonly watching: Watching
}

async function happen(living: Living, change: Change): Promise<void> {
  await writeChange(living.tx, living.state, living.world, change)
  living.facts = applyChange(living.facts, change)
}

async function compare(living: Living, phase: Difference['phase'], periods: readonly string[]): Promise<void> {
  const { world, watching, facts } = living
  const evaluator = openEvaluator(watching.programs.reference, world.calendar, facts)
  for (const id of periods) {
    const period = periodOf(world.calendar, id)
    if (period === null) throw new Error(`the world ${world.seed} asks for the period ${id}, which its calendar does not know`)
    const run = await computeRun(storeWithin(living.tx), { program: watching.programs.sql, calendar: world.calendar, period, versions: {} })
    const stored = await storedResults(living.tx, run.run)
    const valued = new Map(run.employees.map((e) => [e.id, e.values]))
    for (const employee of facts.employees) {
      const values = valued.get(employee)
      const measures = values === undefined ? [] : run.measures.map((m) => m.measure)
      const results: PersonResults = {
        score: evaluator.score({ employee, period: id })?.result ?? null,
        earnings: evaluator.earnings({ employee, period: id }).map((e) => e.result),
      }
      const sides = {
        sql: new Map([...measures.map((m) => [m, values?.[m] ?? null] as const), ...figuresOf(stored.get(employee) ?? NOTHING)]),
        reference: new Map([...measures.map((m) => [m, evaluator.trace({ employee, measure: m, period: id }).value] as const), ...figuresOf(results)]),
      }
      for (const difference of differ(sides)) watching.found.push({ seed: world.seed, phase, period: id, employee, ...difference })
      watching.counter.compared += sides.reference.size
    }
  }
}

const NOTHING: PersonResults = { score: null, earnings: [] }

type Figures = ReadonlyMap<string, string | null>

function differ({ sql, reference }: { sql: Figures; reference: Figures }): Pick<Difference, 'name' | 'sql' | 'reference'>[] {
  const shown = (figures: Figures, name: string): string | null => (figures.has(name) ? (figures.get(name) ?? null) : MISSING)
  return [...new Set([...sql.keys(), ...reference.keys()])].flatMap((name) => {
    const sides = { sql: shown(sql, name), reference: shown(reference, name) }
    return sides.sql === sides.reference ? [] : [{ name, ...sides }]
  })
}
