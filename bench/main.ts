import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { stopServer } from '../src/store/embedded/server.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/types.ts'
import { duckDb } from './duckdb.ts'
import { workload, writeNewOrders, writeOrders } from './generate.ts'
import { machine } from './machine.ts'
import { importSales, payAgain, payDifferences, payHand, preparePay } from './pay/steps.ts'
import { PERIOD as PAY_PERIOD } from './pay/workload.ts'
import { report } from './report.ts'
import { again, apply, bareCopy, differences, hand, importOrders, median, run, type StepResult, settle, writePlan } from './steps.ts'

const PERIOD = '2026-Q3'
const NEW_RECORDS = 1_000
/** The run after new records is repeated, each time after further ones, and the median is reported. */
const REPEATS = 15
const DEFAULT_SIZES = [100_000, 1_000_000, 10_000_000]
/** Sizes at which scores and pay are measured too. */
const PAY_SIZES: readonly number[] = [100_000, 1_000_000]

/** Everything measured at one number of records. Times in milliseconds. */
export interface SizeResult {
  readonly records: number
  readonly copy: StepResult
  readonly import: StepResult
  readonly fullRun: StepResult
  readonly hand: StepResult
  readonly newRun: StepResult
  readonly newImport: StepResult
  readonly differences: number
  readonly duckDb: Awaited<ReturnType<typeof duckDb>>
}

/** Scores and pay at one number of records. */
export interface PayResult {
  readonly records: number
  readonly import: StepResult
  readonly hand: StepResult
  readonly fullRun: StepResult
  readonly newRun: StepResult
  /** People whose score, grade or bonus is not the exact one, over all of it. */
  readonly wrong: number
}

const exec = promisify(execFile)

/** Where the benchmark works: the package, its home and a folder for files. */
interface Place {
  readonly root: string
  readonly home: string
  readonly folder: string
}

const STEPS: Readonly<Record<string, (store: Store, argument: string) => Promise<StepResult>>> = {
  import: importOrders,
  copy: bareCopy,
  run,
  hand,
  again,
  'pay-import': importSales,
  'pay-hand': payHand,
  'pay-again': payAgain,
}

/** One step, for the process that `child` starts: answers what it took. */
export async function benchStep(of: { home: string; company: string; step: string; argument: string }): Promise<StepResult> {
  const work = STEPS[of.step]
  if (work === undefined) throw new Error(`no step ${of.step}`)
  const store = await openStore({ home: of.home, company: of.company })
  try {
    return await work(store, of.argument)
  } finally {
    await store.close()
  }
}

/** A step in a process of its own, so that its peak memory is its own. */
async function child(at: Place & { company: string }, step: string, argument: string): Promise<StepResult> {
  const { stdout } = await exec(process.execPath, [join(at.root, 'bin', 'heng'), 'bench', '--home', at.home, '--company', at.company, '--step', step, '--argument', argument])
  return JSON.parse(stdout) as StepResult // printed by the bench command
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function measureSize(place: Place, records: number): Promise<SizeResult> {
  const { home, folder } = place
  const company = `bench-${records}`
  const at = { ...place, company }
  const w = workload(records)
  const file = join(folder, `orders-${records}.csv`)
  await writeOrders(file, w)
  const store = await openStore({ home, company, createCompany: true })
  try {
    await writePlan(join(place.root, 'bench', 'plan'), join(folder, company))
    await apply(store, join(folder, company))
    say(`${records.toLocaleString('en')} records`)
    const copy = await step('  bare COPY', () => child(at, 'copy', file))
    const imported = await step('  import', () => child(at, 'import', file))
    const hands = [await step('  hand-written SQL', () => child(at, 'hand', PERIOD)), await step('  hand-written SQL', () => child(at, 'hand', PERIOD))]
    const fullRun = await step('  full run', () => child(at, 'run', PERIOD))
    hands.push(await step('  hand-written SQL', () => child(at, 'hand', PERIOD)))
    const differ = await differences(store)
    say(`  figures that differ from the hand-written SQL: ${differ}`)
    await settle(store)
    const later = await afterNewRecords(at, records)
    const duck = await duckDb(file)
    say(duck === null ? '  DuckDB: not installed (npm install --no-save @duckdb/node-api)' : `  DuckDB: load ${Math.round(duck.loadMs)} ms, query ${Math.round(duck.queryMs)} ms`)
    return { records, copy, import: imported, fullRun, hand: median(hands), newRun: later.run, newImport: later.import, differences: differ, duckDb: duck }
  } finally {
    await store.close()
    await rm(file, { force: true })
  }
}

/** New records land one batch after another, each followed by a run, in one process as in a server that stays up. */
async function afterNewRecords(at: Place & { company: string }, records: number): Promise<{ run: StepResult; import: StepResult }> {
  const files: string[] = []
  for (let i = 0; i < REPEATS; i++) {
    const file = join(at.folder, `new-${i}.csv`)
    await writeNewOrders(file, workload(records + i * NEW_RECORDS), NEW_RECORDS)
    files.push(file)
  }
  const both = await child(at, 'again', [PERIOD, ...files].join(','))
  say(
    `  import of ${NEW_RECORDS} new records`.padEnd(32) +
      ` ${Math.round(both.beforeMs ?? 0)
        .toLocaleString('en')
        .padStart(9)} ms`,
  )
  const run = await step(`  run after them`, () => Promise.resolve(both))
  return { run, import: { ms: both.beforeMs ?? Number.NaN, rssMb: null } }
}

async function measurePay(place: Place, records: number): Promise<PayResult> {
  const company = `pay-${records}`
  const at = { ...place, company }
  const store = await openStore({ home: place.home, company, createCompany: true })
  try {
    say(`${records.toLocaleString('en')} records, scores and pay`)
    const w = await preparePay(store, { plan: join(place.root, 'bench', 'pay', 'plan'), folder: place.folder }, { records, batches: REPEATS, batch: NEW_RECORDS })
    const imported = await step('  import', () => child(at, 'pay-import', w.file))
    const hands = [await step('  hand-written SQL', () => child(at, 'pay-hand', PAY_PERIOD)), await step('  hand-written SQL', () => child(at, 'pay-hand', PAY_PERIOD))]
    const fullRun = await step('  full run', () => child(at, 'run', PAY_PERIOD))
    hands.push(await step('  hand-written SQL', () => child(at, 'pay-hand', PAY_PERIOD)))
    const wrong = (await payDifferences(store, 'run', w.first)) + (await payDifferences(store, 'hand', w.first))
    await settle(store)
    const newRun = await step('  run after new records', () => child(at, 'pay-again', [PAY_PERIOD, ...w.newFiles].join(',')))
    const wrongAfter = (await payDifferences(store, 'run', w.afterNew)) + (await payDifferences(store, 'hand', w.afterNew))
    say(
      `${'  hand-written SQL after them'.padEnd(32)} ${Math.round(newRun.handMs ?? Number.NaN)
        .toLocaleString('en')
        .padStart(9)} ms`,
    )
    say(`  people whose score, grade or bonus is not exact: ${wrong + wrongAfter}`)
    return { records, import: imported, hand: median(hands), fullRun, newRun, wrong: wrong + wrongAfter }
  } finally {
    await store.close()
  }
}

async function step(name: string, work: () => Promise<StepResult>): Promise<StepResult> {
  const result = await work()
  say(`${name.padEnd(32)} ${Math.round(result.ms).toLocaleString('en').padStart(9)} ms   ${Math.round(result.rssMb ?? 0)} MB`)
  return result
}

/** Measure each number of records (all three where none is given), print ratios, and write docs/benchmarks.md when all three were measured. */
export async function bench(root: string, asked: readonly number[]): Promise<void> {
  const sizes = asked.length > 0 ? asked : DEFAULT_SIZES
  const folder = await mkdtemp(join(tmpdir(), 'heng-bench-'))
  const place = { root, folder, home: join(folder, 'home') }
  try {
    const results: SizeResult[] = []
    for (const records of sizes) results.push(await measureSize(place, records))
    const pay: PayResult[] = []
    for (const records of sizes.filter((n) => PAY_SIZES.includes(n) || asked.length > 0)) pay.push(await measurePay(place, records))
    const text = report(machine(), results, pay)
    say(`\n${text}`)
    if (asked.length === 0) await writeFile(join(root, 'docs', 'benchmarks.md'), text)
  } finally {
    await stopServer(place.home)
    await rm(folder, { recursive: true, force: true })
  }
}
