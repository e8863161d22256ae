import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../../../base/sql.ts'
import { type Bench, COMPANY, datasetBench, ORDERS } from '../testing.ts'
import { importFile } from './import-file.ts'

/** The goal: a large file needs no more memory than a small one. */

const ROWS = 300_000

/** Text that makes the file some 180 MB, so that keeping it, or a good part of it, would show. */
const NOTE = '产品培训、客户拜访、合同评审。'.repeat(13)

/** Growth of the process while it reads: buffers under way and garbage not yet collected, far less than the file. */
const GROWTH_MB = 120

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench([ORDERS])
})
afterAll(() => bench.close())

async function writeLarge(path: string): Promise<void> {
  const out = createWriteStream(path)
  out.write('order_id,day,seller,amount,pieces,stage,note\n')
  for (let i = 0; i < ROWS; i += 1_000) {
    const rows = Array.from(
      { length: 1_000 },
      (_, k) => `S${i + k},2026-${String(((i + k) % 12) + 1).padStart(2, '0')}-15,E00${((i + k) % 2) + 1},${(i + k) / 100},${k},Won,${NOTE}\n`,
    )
    if (!out.write(rows.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

it('300,000 rows are imported in little memory, and again without a change', async () => {
  const file = `${bench.dir}/large.csv`
  await writeLarge(file)
  const rss = () => process.memoryUsage().rss / 1_048_576
  for (const outcome of ['imported', 'unchanged'] as const) {
    const before = rss()
    let most = before
    const progress = () => {
      most = Math.max(most, rss())
    }
    const report = await importFile(bench.store, ORDERS, { file, company: COMPANY, datasets: [ORDERS], progress })
    expect(report).toMatchObject({ outcome, rows: { read: ROWS, bad: 0 } })
    expect(report.bytes).toBeGreaterThan(150 * 1_048_576)
    expect(most - before).toBeLessThan(GROWTH_MB)
  }
  const sum = await bench.store.read((read) => read.first<{ sum: string }>(sql`select sum(amount)::text as sum from data.orders`))
  expect(sum?.sum).toBe(((ROWS * (ROWS - 1)) / 200).toFixed(2))
})
