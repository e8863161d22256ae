import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodOf } from '../../../base/calendar.ts'
import type { Program } from '../../../engine/ir.ts'
import { BUG_KINDS, type BugKind, plantBug } from '../../../engine/random/bugs.ts'
import { randomWorld, type World } from '../../../engine/random/world.ts'
import { openEvaluator } from '../../../engine/reference/evaluate.ts'
import { lastWork } from '../../../engine/reference/presence.ts'
import { type ScratchStore, scratchStore } from '../../../store/testing.ts'
import { verifyRuns } from './verify.ts'

/** Worlds compared by the test suite; `heng verify --runs 2000` compares as many as one likes. */
const WORLDS = 40

/** Worlds looked through for one in which a mistake shows. Rare ones (a record exactly one day too old) need many. */
const WORLDS_A_BUG = 1_000

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

describe('the two evaluators', () => {
  test('agree on every value, score, earning and derivation of every person, while records arrive and after they change', { timeout: 300_000 }, async () => {
    const result = await verifyRuns([scratch.store], { runs: WORLDS, seed: 1 })
    expect(result.failures).toEqual([])
    expect(result.passed).toBe(WORLDS)
    expect(result.compared).toBeGreaterThan(WORLDS * 100)
  })

  test('leave nothing behind in the database', async () => {
    const tables = await scratch.store.read((read) =>
      read.query({ kind: 'sql', parts: ["select 1 from pg_tables where schemaname = 'data' or (schemaname = 'calc' and tablename like 'cells%')"], values: [] }),
    )
    expect(tables).toEqual([])
  })

  describe.each(BUG_KINDS)('a planted mistake is found: %s', (kind) => {
    const seed = seedThatShows(kind)
    test.each(['sql', 'reference'] as const)('in the %s evaluator', async (side) => {
      const result = await verifyRuns([scratch.store], { runs: 1, seed, plant: { side, change: (program) => plantBug(program, kind) } })
      expect(result.failures[0]?.error ?? null).toBeNull()
      expect(result.failures[0]?.differences.length).toBeGreaterThan(0)
    })
  })
})

const usual = new Map<number, { world: World; figures: string }>()

/** The world of a seed with its figures, worked out once for all mistakes. */
function usualOf(seed: number): { world: World; figures: string } {
  const known = usual.get(seed)
  if (known !== undefined) return known
  const world = randomWorld(seed)
  const made = { world, figures: figures(world, world.program) }
  usual.set(seed, made)
  return made
}

/** The first seed whose world has another figure with the mistake than without it, told by the interpreter alone. */
function seedThatShows(kind: BugKind): number {
  for (let seed = 1; seed <= WORLDS_A_BUG; seed++) {
    const { world, figures: right } = usualOf(seed)
    const spoiled = plantBug(world.program, kind)
    if (spoiled !== null && right !== figures(world, spoiled)) return seed
  }
  throw new Error(`no world shows the mistake ${kind}`)
}

function figures(world: World, program: Program): string {
  const evaluator = openEvaluator(program, world.calendar, world.facts)
  const measures = Object.values(program.measures).filter((m) => !m.hidden)
  const all = world.periods.flatMap((period) => world.facts.employees.map((employee) => ({ employee, period })))
  // Who did not work in a period has no values in a run, so that a mistake would not show there.
  const working = all.filter(({ employee, period }) => isWorking(world, employee, period))
  return JSON.stringify([
    working.map((of) => measures.map(({ measure }) => evaluator.trace({ ...of, measure }).value)),
    all.map((of) => [evaluator.score(of)?.result, evaluator.earnings(of).map((e) => e.result)]),
  ])
}

function isWorking(world: World, employee: string, id: string): boolean {
  const period = periodOf(world.calendar, id)
  return period !== null && lastWork(world.facts, employee, period) !== null
}
