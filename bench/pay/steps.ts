import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from '../../src/base/sql.ts'
import type { Store } from '../../src/store/types.ts'
import { apply, importInto, median, periodIn, run, type StepResult, timed } from '../steps.ts'
import { PAY_TABLES, payByHand, payByHandAfter, payHandSums } from './hand.ts'
import { type Expected, expected, noTotals, type Totals, writePeople, writeSales } from './workload.ts'

export const importSales = (store: Store, file: string): Promise<StepResult> => importInto(store, 'sales', file)

/** Import each of some files (`PERIOD,FILE,FILE …`) and after each run the period, then the hand-written statement for the people it touched; medians. */
export async function payAgain(store: Store, argument: string): Promise<StepResult> {
  const [id = '', ...files] = argument.split(',')
  const { period } = await periodIn(store, id)
  await store.tx(async (tx) => {
    for (const statement of payHandSums(period)) await tx.run(statement)
  })
  const runs: StepResult[] = []
  const hands: StepResult[] = []
  for (const file of files) {
    const before = await changeOf(store)
    await importInto(store, 'sales', file)
    runs.push(await run(store, id))
    hands.push(await timed(() => store.tx((tx) => tx.run(payByHandAfter(period, before)))))
  }
  return { ...median(runs), handMs: median(hands).ms }
}

/** The last change of the sales. */
async function changeOf(store: Store): Promise<string> {
  const row = await store.read((read) => read.first<{ change: string }>(sql`select change::text from app.dataset_state where dataset = 'sales'`))
  if (row === undefined) throw new Error('there are no sales')
  return row.change
}

/** The hand-written statement over the same records, into tables like ours. */
export async function payHand(store: Store, id: string): Promise<StepResult> {
  const { period } = await periodIn(store, id)
  await store.tx(async (tx) => {
    for (const statement of PAY_TABLES) await tx.run(statement)
  })
  return await timed(() => store.tx((tx) => tx.run(payByHand(period))))
}

/** What a workload is, and what it comes to. */
export interface PayWorkload {
  readonly file: string
  readonly newFiles: readonly string[]
  readonly first: readonly Expected[]
  readonly afterNew: readonly Expected[]
}

/** Write the files of a workload and apply its plan. */
export async function preparePay(store: Store, at: { plan: string; folder: string }, of: { records: number; batches: number; batch: number }): Promise<PayWorkload> {
  const totals: Totals = noTotals()
  const file = join(at.folder, `sales-${of.records}.csv`)
  await writeSales(file, { first: 1, count: of.records, totals })
  const dir = join(at.folder, `pay-${of.records}`)
  await mkdir(dir, { recursive: true })
  await cp(at.plan, dir, { recursive: true })
  const targets = await writePeople(dir, totals)
  await apply(store, dir)
  const first = expected(totals, targets)
  const newFiles: string[] = []
  for (let i = 0; i < of.batches; i++) {
    const more = join(at.folder, `sales-new-${i}.csv`)
    await writeSales(more, { first: of.records + i * of.batch + 1, count: of.batch, totals })
    newFiles.push(more)
  }
  return { file, newFiles, first, afterNew: expected(totals, targets) }
}

const OURS = sql`select s.employee_id as employee, trim_scale(s.score)::text as score, s.grade, trim_scale(e.amount)::text as bonus from calc.score as s join calc.earning as e on e.run_id = s.run_id and e.employee_id = s.employee_id where s.run_id = (select max(run_id) from calc.run)`
const BY_HAND = sql`select s.employee_id as employee, trim_scale(s.score)::text as score, s.grade, trim_scale(e.amount)::text as bonus from calc.hand_score as s join calc.hand_earning as e on e.employee_id = s.employee_id`

/** How many people's score, grade or bonus differ from the exact ones: of the newest run, or of the hand-written statement, which must be right to be worth comparing with. */
export async function payDifferences(store: Store, whose: 'run' | 'hand', exact: readonly Expected[]): Promise<number> {
  const rows = await store.read((read) => read.query<Expected>(whose === 'run' ? OURS : BY_HAND))
  const text = (e: Expected): string => JSON.stringify([e.score, e.grade, e.bonus])
  const found = new Map(rows.map((r) => [r.employee, text(r)]))
  return exact.filter((e) => found.get(e.employee) !== text(e)).length
}
