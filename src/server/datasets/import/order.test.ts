import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../../../base/sql.ts'
import { dropDataset } from '../apply.ts'
import { datasetState } from '../state.ts'
import { type Bench, datasetBench, ORDERS } from '../testing.ts'

/** The goal: what a dataset holds does not depend on the order of rows, nor on the files they came in. */

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench([ORDERS])
})
afterAll(() => bench.close())

const line = fc.record({
  key: fc.integer({ min: 1, max: 9 }),
  day: fc.integer({ min: 1, max: 28 }),
  amount: fc.integer({ min: -5, max: 5 }),
  note: fc.constantFrom('', 'a', 'b "c"', '中\n文'),
})
const linesOf = (rows: readonly { key: number; day: number; amount: number; note: string }[]) =>
  rows.map((r) => `K${r.key},2026-03-${String(r.day).padStart(2, '0')},${r.amount},"${r.note.replaceAll('"', '""')}"\n`)

/** Load the lines in files of these lengths into an empty dataset; answers its rows, its count and its checksum. */
async function loaded(lines: readonly string[], lengths: readonly number[]): Promise<unknown> {
  await bench.store.tx((tx) => tx.run(sql`delete from data.orders`))
  await bench.store.tx((tx) => tx.run(sql`update app.dataset_state set rows = 0, checksum = 0 where dataset = 'orders'`))
  for (let at = 0, i = 0; at < lines.length; i++) {
    const length = lengths[i % lengths.length] ?? 1
    await bench.load(ORDERS, `order_id,day,amount,note\n${lines.slice(at, at + length).join('')}`)
    at += length
  }
  const rows = await bench.store.read((read) => read.query(sql`select order_id, day, amount, note from data.orders order by order_id`))
  const { rows: count, checksum } = await bench.store.read((read) => datasetState(read, 'orders'))
  return { rows, count, checksum }
}

it('the order and the batches of records do not change what a dataset holds', async () => {
  const distinct = fc.uniqueArray(line, { selector: (l) => l.key, minLength: 1, maxLength: 9 })
  const run = fc.asyncProperty(distinct, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat()), async (rows, lengths, stream) => {
    const lines = linesOf(rows)
    const shuffled = lines
      .map((text) => ({ text, at: stream.next().value ?? 0 }))
      .sort((a, b) => a.at - b.at)
      .map((x) => x.text)
    expect(await loaded(shuffled, lengths)).toEqual(await loaded(lines, [lines.length]))
  })
  await fc.assert(run, { numRuns: 25 })
})

it('corrections end in the same content, whatever versions came between', async () => {
  const run = fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (rows) => {
    const last = [...new Map(rows.map((r) => [r.key, r])).values()]
    expect(await loaded(linesOf(rows), [1])).toEqual(await loaded(linesOf(last), [last.length]))
  })
  await fc.assert(run, { numRuns: 15 })
})

it('a dataset with history is not dropped', async () => {
  await expect(bench.store.tx((tx) => dropDataset(tx, ORDERS))).rejects.toMatchObject({ code: 'dataset.not-empty' })
})
