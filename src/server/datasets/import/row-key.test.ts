import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../../base/sql.ts'
import { DatasetSchema } from '../../../engine/documents/dataset.ts'
import { parseDocument } from '../../../engine/documents/parse.ts'
import { datasetState } from '../state.ts'
import { type Bench, datasetBench } from '../testing.ts'

/** Lines of a till: nothing tells two sales of the same article to the same customer apart. */
const TILL = DatasetSchema.parse({ dataset: 'till', key: 'row', date: 'day', fields: { day: 'date', article: 'text', pieces: 'integer', price: 'money' } })

const FILE = 'day,article,pieces,price\n2026-03-01,mug,1,9.90\n2026-03-01,mug,1,9.90\n2026-03-02,mug,1,9.90\n2026-03-02,,2,\n'

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench([TILL])
})
afterAll(() => bench.close())

const rows = (): Promise<{ n: string; pieces: string }[]> => bench.store.read((read) => read.query(sql`select count(*)::text as n, sum(pieces)::text as pieces from data.till`))
const state = () => bench.store.read((read) => datasetState(read, 'till'))

describe('a file whose rows nothing tells apart', () => {
  it('keeps equal rows as several records', async () => {
    const report = await bench.load(TILL, FILE)
    expect(report).toMatchObject({ outcome: 'imported', rows: { read: 4, inserted: 4, bad: 0 } })
    expect(await rows()).toEqual([{ n: '4', pieces: '5' }])
  })

  it('changes nothing when it comes again, in any order and spelling of numbers and days', async () => {
    const before = await state()
    const again = 'article,day,price,pieces\n,2026-03-02,,2\nmug,2026/3/1,9.9,1\nmug,2026-03-02,9.900,1\nmug,2026-03-01,9.90,1\n'
    expect(await bench.load(TILL, again)).toMatchObject({ outcome: 'unchanged', rows: { read: 4, same: 4, inserted: 0 } })
    expect(await state()).toEqual(before)
  })

  it('adds a third equal row, and takes it away when a complete file holds two', async () => {
    expect(await bench.load(TILL, `${FILE}2026-03-01,mug,1,9.90\n`)).toMatchObject({ rows: { inserted: 1, same: 4 } })
    expect(await rows()).toEqual([{ n: '5', pieces: '6' }])
    expect(await bench.load(TILL, FILE, { mode: 'complete' })).toMatchObject({ rows: { deleted: 1, same: 4, inserted: 0 } })
    expect(await rows()).toEqual([{ n: '4', pieces: '5' }])
  })

  it('deletes the rows that a file lists', async () => {
    expect(await bench.load(TILL, 'day,article,pieces,price\n2026-03-02,,2,\n', { mode: 'delete' })).toMatchObject({ rows: { deleted: 1 } })
    expect(await rows()).toEqual([{ n: '3', pieces: '3' }])
  })

  it('is the same document after it was published', () => {
    const { document, diagnostics } = parseDocument('dataset', JSON.parse(JSON.stringify(TILL)))
    expect(diagnostics).toEqual([])
    expect(document).toEqual(TILL)
  })
})
