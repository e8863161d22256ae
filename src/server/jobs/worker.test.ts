import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { connectStore } from '../../store/pool.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Store } from '../../store/types.ts'
import type { Job, JobKinds } from './job.ts'
import { cancelJob, enqueue, jobOf, listJobs } from './queue.ts'
import { testKinds } from './testing-worker.ts'
import { startWorker, type Worker } from './worker.ts'

let scratch: ScratchStore
let folder: string
const stops: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  scratch = await scratchStore()
  folder = await mkdtemp(join(tmpdir(), 'heng-jobs-'))
})
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  await scratch.store.tx((tx) => tx.run(sql`delete from app.job`))
})
afterAll(async () => {
  await scratch.drop()
  await rm(folder, { recursive: true })
})

function worker(kinds: JobKinds, store: Store = scratch.store): Worker {
  const errors: unknown[] = []
  const made = startWorker({ store, url: scratch.url, kinds, onError: (error) => errors.push(error) })
  stops.push(async () => {
    await made.stop()
    expect(errors.filter((e) => !(e instanceof Error && e.message === 'a fault of ours'))).toEqual([])
  })
  return made
}

const ask = (kind: string, input: unknown, key?: string) => scratch.store.tx((tx) => enqueue(tx, { kind, input, by: 'U1', ...(key === undefined ? {} : { key }) }))

const look = (id: string): Promise<Job> => scratch.store.read((read) => jobOf(read, id, null))

async function until(id: string, holds: (job: Job) => boolean, withinMs = 15_000): Promise<Job> {
  for (const began = Date.now(); ; await sleep(20)) {
    const job = await look(id)
    if (holds(job)) return job
    if (Date.now() - began > withinMs) throw new Error(`still ${JSON.stringify(job)}`)
  }
}

const isOver = (job: Job): boolean => job.finishedAt !== null

describe('work', () => {
  test('is done once, with its progress and its result', async () => {
    let times = 0
    const kinds: JobKinds = {
      add: {
        alone: false,
        run: async (store, input, { progress }) => {
          times += 1
          progress({ stage: 'add', what: 'numbers', done: 1, of: 2 })
          await sleep(400)
          return await store.read(async (read) => ({ seen: await read.first(sql`select 2 + 3 as sum`), input }))
        },
      },
    }
    const id = await ask('add', { a: 1 })
    for (let i = 0; i < 3; i++) worker(kinds)
    const job = await until(id, isOver)
    expect(job).toMatchObject({
      state: 'done',
      attempts: 1,
      result: { seen: { sum: 5 }, input: { a: 1 } },
      progress: { stage: 'add', what: 'numbers', done: 1, of: 2 },
      error: null,
    })
    expect(job.startedAt !== null && job.createdAt <= job.startedAt && job.startedAt <= (job.finishedAt ?? '')).toBe(true)
    await sleep(300)
    expect(times).toBe(1)
  })

  test('that is refused says why in neutral words; a fault of ours says nothing of its insides', async () => {
    const kinds: JobKinds = {
      refused: {
        alone: false,
        run: () => Promise.reject(new Refusal('run.unknown', { run: '7' }, { details: [{ code: 'x', severity: 'error', place: { line: 3 }, params: {} }] })),
      },
      broken: { alone: false, run: () => Promise.reject(new Error('a fault of ours')) },
    }
    const [refused, broken] = [await ask('refused', {}), await ask('broken', {})]
    worker(kinds)
    expect((await until(refused, isOver)).error).toEqual({
      code: 'run.unknown',
      params: { run: '7' },
      place: {},
      details: [{ code: 'x', severity: 'error', place: { line: 3 }, params: {} }],
    })
    expect(await until(broken, isOver)).toMatchObject({ state: 'failed', error: { code: 'job.internal', params: {}, details: [] } })
  })

  test('of a kind that nobody here knows waits', async () => {
    const id = await ask('unheard-of', {})
    worker({}).wake()
    await sleep(200)
    expect((await look(id)).state).toBe('queued')
  })

  test('that may only be done alone waits for the one before it, and lets others pass', async () => {
    const order: string[] = []
    const note = (name: string, ms: number) => async () => {
      order.push(`begin ${name}`)
      await sleep(ms)
      order.push(`end ${name}`)
    }
    const kinds: JobKinds = {
      run: { alone: true, run: (_store, input) => note(`run ${String(input)}`, input === 1 ? 300 : 0)() },
      import: { alone: false, run: note('import', 0) },
    }
    await ask('run', 1)
    const second = await ask('run', 2)
    await ask('import', 3)
    worker(kinds)
    await until(second, isOver)
    expect(order).toEqual(['begin run 1', 'begin import', 'end import', 'end run 1', 'begin run 2', 'end run 2'])
  })
})

describe('the same wish', () => {
  test('is one job while it waits, also of transactions side by side; while it is worked on, a new one', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => ask('slow', {}, 'run:2026-Q1')))
    expect(new Set(ids).size).toBe(1)
    expect(await ask('slow', {}, 'run:2026-Q2')).not.toBe(ids[0])
    worker(testKinds(join(folder, 'wish')))
    await until(ids[0] ?? '', (job) => job.state === 'running')
    expect(await ask('slow', {}, 'run:2026-Q1')).not.toBe(ids[0])
  })

  test('does not begin before the transaction that asked for it again has ended', async () => {
    const id = await ask('quick', {}, 'k')
    let released: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      released = resolve
    })
    const asking = scratch.store.tx(async (tx) => {
      expect(await enqueue(tx, { kind: 'quick', input: {}, key: 'k', by: null })).toBe(id)
      await held
    })
    await sleep(100)
    worker({ quick: { alone: false, run: () => Promise.resolve(1) } })
    await sleep(300)
    expect((await look(id)).state).toBe('queued')
    released()
    await asking
    expect((await until(id, isOver)).state).toBe('done')
  })
})

describe('cancelling', () => {
  test('ends a job that waits at once, and leaves one that is over as it is', async () => {
    const id = await ask('slow', {})
    const cancel = () => scratch.store.tx((tx) => cancelJob(tx, id, 'U1'))
    expect(await cancel()).toMatchObject({ state: 'cancelled', cancelAsked: true })
    const { finishedAt } = await cancel()
    expect(finishedAt).toBe((await look(id)).finishedAt)
    await expect(scratch.store.tx((tx) => cancelJob(tx, id, 'U2'))).rejects.toMatchObject({ code: 'job.unknown' })
  })

  test('stops the statement that the work is at, and what it wrote is not there', async () => {
    const kinds: JobKinds = {
      sleeper: {
        alone: false,
        run: (store) =>
          store.tx(async (tx) => {
            await tx.run(sql`insert into app.employee (employee_id, name) values ('CANCELLED', 'x')`)
            await tx.query(sql`select pg_sleep(600)`)
          }),
      },
    }
    const id = await ask('sleeper', {})
    const { wake } = worker(kinds)
    await until(id, (job) => job.state === 'running')
    await sleep(200)
    await scratch.store.tx((tx) => cancelJob(tx, id, null))
    wake()
    expect((await until(id, isOver, 5_000)).state).toBe('cancelled')
    expect(await scratch.store.read((read) => read.query(sql`select 1 from app.employee where employee_id = 'CANCELLED'`))).toEqual([])
  })
})

describe('a process that ends', () => {
  test('in good order gives its work back, as if it had not been taken', async () => {
    const file = join(folder, 'orderly')
    const id = await ask('slow', {})
    const one = startWorker({ store: scratch.store, url: scratch.url, kinds: testKinds(file) })
    await until(id, (job) => job.state === 'running')
    await one.stop()
    expect(await look(id)).toMatchObject({ state: 'queued', attempts: 0, finishedAt: null })
  })

  test('in the very moment in which it takes a job, gives that back too', async () => {
    const id = await ask('slow', {})
    for (let ms = 0; ms < 60; ms += 4) {
      const one = startWorker({ store: scratch.store, url: scratch.url, kinds: testKinds(join(folder, 'moment')) })
      await sleep(ms)
      await one.stop()
      expect(await look(id)).toMatchObject({ state: 'queued', attempts: 0 })
    }
  })

  test('killed with -9: another process, which could not have it before, takes the work up and ends it', async () => {
    const file = join(folder, 'killed')
    const id = await ask('slow', { n: 9 })
    const child = childWorker(file)
    await until(id, (job) => job.state === 'running')
    const store = connectStore(scratch.url)
    stops.push(() => store.close())
    worker(testKinds(file), store)
    await sleep(2_500)
    expect(await look(id)).toMatchObject({ state: 'running', attempts: 1 })
    child.kill('SIGKILL')
    const job = await until(id, isOver, 10_000)
    expect(job).toMatchObject({ state: 'done', attempts: 2, result: { attempts: 2 } })
    expect(readFileSync(file, 'utf8')).toBe('begin 1 {"n":9}\nbegin 2 {"n":9}\nend 2\n')
  })

  test('three times over it: the job fails and says so', async () => {
    const id = await ask('slow', {})
    await scratch.store.tx((tx) => tx.run(sql`update app.job set state = 'running', attempts = 3, started_at = now()`))
    worker(testKinds(join(folder, 'thrice')))
    expect(await until(id, isOver)).toMatchObject({ state: 'failed', attempts: 3, error: { code: 'job.abandoned', params: { attempts: 3 } } })
  })

  test('killed when it was to end: nobody takes the work up again', async () => {
    const file = join(folder, 'unwanted')
    const id = await ask('slow', {})
    await scratch.store.tx((tx) => tx.run(sql`update app.job set state = 'running', attempts = 1, cancel_asked = true, started_at = now()`))
    worker(testKinds(file))
    expect(await until(id, isOver)).toMatchObject({ state: 'cancelled', attempts: 1 })
  })

  test('whose locks are lost stops working, and says nothing over whoever took the job', async () => {
    const id = await ask('slow', {})
    const file = join(folder, 'lost')
    worker(testKinds(file))
    await until(id, (job) => job.state === 'running')
    await scratch.store.read((read) =>
      read.query(
        sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 1 and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`,
      ),
    )
    expect(await until(id, isOver)).toMatchObject({ state: 'done', attempts: 2 })
  })
})

describe('the list', () => {
  test('shows each user their own, newest first, page by page', async () => {
    const mine = [await ask('slow', 1), await ask('slow', 2), await ask('slow', 3)]
    const other = await scratch.store.tx((tx) => enqueue(tx, { kind: 'slow', input: 4, by: 'U2' }))
    const ids = async (of: string | null, after: string | null, limit: number) => (await scratch.store.read((read) => listJobs(read, { of, after, limit }))).map((j) => j.id)
    expect(await ids('U1', null, 2)).toEqual([mine[2], mine[1]])
    expect(await ids('U1', mine[1] ?? '', 2)).toEqual([mine[0]])
    expect(await ids(null, null, 1)).toEqual([other])
    await expect(scratch.store.read((read) => jobOf(read, other, 'U1'))).rejects.toMatchObject({ code: 'job.unknown' })
    await expect(scratch.store.read((read) => jobOf(read, "' or 1=1", null))).rejects.toMatchObject({ code: 'job.unknown' })
  })
})

function childWorker(file: string): ChildProcess {
  const script = join(import.meta.dirname, 'testing-worker.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, scratch.url, file], { stdio: 'inherit', cwd: join(import.meta.dirname, '..', '..', '..') })
  stops.push(
    () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(null)
        child.once('exit', resolve)
        child.kill('SIGKILL')
      }),
  )
  return child
}
