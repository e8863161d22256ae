import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Tx } from '../../store/types.ts'
import { datasetLock } from '../datasets/table.ts'
import { loadProgram } from '../measures/queries.ts'
import { computeRun } from '../runs/run.ts'
import { applyPlan } from './apply.ts'
import { type Backtest, backtestPlan } from './backtest.ts'
import { type CheckedPlan, checkPlanFolder } from './check.ts'
import { readPlan } from './read.ts'
import { type Files, GOOD, planFolder } from './testing-folder.ts'
import { RULES } from './testing-rules.ts'

/** A back-test beside other work, and one that is stopped. */

const LADDER = String(RULES['tables/ladder.yaml']).replace('rate: 3%', 'rate: 4%')
const COMPANY: Files = { ...GOOD, ...RULES }

let scratch: ScratchStore
let draft: CheckedPlan
beforeAll(async () => {
  scratch = await scratchStore()
  await applyPlan(scratch.store, await checked({}))
  await run()
  draft = await checked({ 'tables/ladder.yaml': LADDER })
})
const folders: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const remove of folders) await remove()
  await scratch.drop()
})

async function checked(change: Files): Promise<CheckedPlan> {
  const { dir, remove } = await planFolder(change, COMPANY)
  const { checked: found } = checkPlanFolder((await readPlan(dir)).plan)
  if (found === null) throw new Error('the plan is wrong')
  folders.push(remove)
  return found
}

async function run() {
  const { program, calendar, versions } = await scratch.store.read(loadProgram)
  return computeRun(scratch.store, { program, calendar, versions, period: requirePeriod(calendar, '2026-Q1') })
}

const backtest = (signal?: AbortSignal): Promise<Backtest> => backtestPlan(scratch.store, draft, { periods: ['2026-Q1'], ...(signal === undefined ? {} : { signal }) })

/** Hold what `take` takes until the answer is called. */
async function held(take: (tx: Tx) => Promise<void>): Promise<() => Promise<void>> {
  const signs = new EventEmitter()
  const [isHeld, isReleased] = [once(signs, 'held'), once(signs, 'released')]
  const holder = scratch.store.tx(async (tx) => {
    await take(tx)
    signs.emit('held')
    await isReleased
  })
  await isHeld
  const release = async () => {
    signs.emit('released')
    await holder
  }
  releases.push(release)
  return release
}
/** A test that fails holds nothing any more. */
const releases: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const release of releases.splice(0)) await release()
})

/** Until so many sessions wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
  for (let i = 0; i < 500; i++) {
    const row = await scratch.store.read((read) =>
      read.first<{ n: number }>(sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
    )
    if ((row?.n ?? 0) === count) return
    await sleep(10)
  }
  throw new Error(`${count} sessions should wait for a lock`)
}

/** Runs there are, and the cells and figures that were stored. */
async function kept(): Promise<unknown> {
  return scratch.store.read((read) =>
    read.query(sql`select (select count(*) from calc.run)::int as runs, (select count(*) from calc.value)::int as figures,
      (select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname in ('calc', 'data')) as tables`),
  )
}

/** Who holds what is waited for, in the words of the locks. */
const LOCKS: readonly (readonly [string, (tx: Tx) => Promise<void>])[] = [
  ['a run', (tx) => tx.lock('runs')],
  ['an import', (tx) => tx.lock(datasetLock('orders'))],
]

describe('a back-test waits for', () => {
  test.each(LOCKS)('%s that is under way, and then answers', async (_, take) => {
    const release = await held(take)
    const testing = backtest()
    await untilWaiting(1)
    await release()
    expect((await testing).cost).toMatchObject({ open: 0, difference: expect.not.stringMatching(/^0$/) })
  })

  test('and whoever would run or change records waits for it, so that both sides see the same', async () => {
    // A back-test writes its runs here, after it has taken all its locks.
    const release = await held(async (tx) => void (await tx.run(sql`lock table calc.run in exclusive mode`)))
    const testing = backtest()
    await untilWaiting(1)
    const running = run()
    await untilWaiting(2)
    const changing = scratch.store.tx(async (tx) => {
      await tx.lock(datasetLock('orders'))
      return 'changed'
    })
    await untilWaiting(3)
    await release()
    expect([(await testing).periods.length, await changing, (await running).employees.length]).toEqual([1, 'changed', 4])
  })
})

describe('a back-test that is stopped', () => {
  test.each(LOCKS)('while it waits for %s ends at once, and leaves nothing', async (_, take) => {
    const before = await kept()
    const release = await held(take)
    const controller = new AbortController()
    const testing = backtest(controller.signal)
    await untilWaiting(1)
    controller.abort()
    // The lock is still held by the other: it is the signal that ends the waiting.
    await expect(testing).rejects.toThrow()
    await untilWaiting(0)
    await release()
    expect(await kept()).toEqual(before)
  })

  test.each([1, 3, 6])('after %i steps leaves nothing, and the same back-test then answers', async (steps) => {
    const before = await kept()
    const controller = new AbortController()
    let seen = 0
    const onProgress = () => {
      seen += 1
      if (seen === steps) controller.abort()
    }
    await expect(backtestPlan(scratch.store, draft, { periods: ['2026-Q1'], signal: controller.signal, onProgress })).rejects.toThrow()
    expect(await kept()).toEqual(before)
    expect((await backtest()).periods).toHaveLength(1)
  })
})
