import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refusal, describe as sentences } from '../../../base/diagnostic.ts'
import { type Bench, contentOf, datasetBench, ORDERS } from '../testing.ts'
import { datasetTexts } from '../texts.ts'

/** The goal: whatever a file holds, rows are taken or told; what our checks let pass, the database takes. */

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench()
})
afterAll(() => bench.close())

const HEADER = 'order_id,day,seller,amount,pieces,discount,rate,paid_at,urgent,stage,note'
const nasty = fc.constantFrom(
  '',
  ' ',
  '\\',
  '\\N',
  '\\.',
  'NULL',
  '\t',
  '\u0001',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\ufffe',
  '𠮷',
  'é',
  '%',
  '-',
  '+',
  '.',
  '0',
  '00',
  '-0',
  '1e5',
  '9'.repeat(25),
  "'; drop",
  '$1',
  '{x}',
  'Infinity',
  'NaN',
)
const day = fc.constantFrom(
  '2026-03-01',
  '9999-12-31',
  '1000-01-01',
  '0001-01-01',
  '2024-02-29',
  '2026-02-29',
  '2026年3月1日',
  '20260301',
  '3/4/2026',
  'infinity',
  'today',
  'epoch',
  '2026-03-01 BC',
)
const time = fc.constantFrom(
  '2026-03-01T08:00:00+14:00',
  '9999-12-31 23:59:59.999999',
  '1000-01-01 00:00:00-14:59',
  '1991-04-14 00:30:00',
  '1986-05-04 02:30',
  '2026-03-01 24:00',
  'now',
  '2026-03-01T00:00:00Z',
)
const number = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc.maxSafeInteger().map(String),
  fc.constantFrom('1,000', '(5)', '¥3', '3万', '1e60', '-9223372036854775808', '9223372036854775808', '1_000', '0x1F', '1e-400'),
)
const text = fc.oneof(nasty, fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 6 }))
const cell = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: day },
  { weight: 1, arbitrary: time },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom('E001', '张三', '王芳', 'Won', '是') },
)
const quoted = cell.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c))
const GOOD = ['K', '2026-03-01', 'E001', '1.50', '3', '5', '0.1', '2026-03-01 08:00:00', '是', 'Won', 'x']
const kinds = [cell, day, cell, number, number, number, number, time, cell, cell, text]
const change = fc.nat({ max: GOOD.length - 1 }).chain((at) => fc.oneof(kinds[at] ?? cell, cell).map((value) => ({ at, value })))
/** A good row but for a field or two. */
const likely = fc.tuple(fc.nat({ max: 5_000 }), fc.array(change, { maxLength: 2 })).map(([n, changes]) => {
  const cells = GOOD.map((c, i) => changes.find((x) => x.at === i)?.value ?? (i === 0 ? `K${n}` : c))
  return cells.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')
})
const anyRow = fc.array(quoted, { minLength: 1, maxLength: 12 }).map((cells) => cells.join(','))

it('any rows are taken or told, and the database takes what we let pass', async () => {
  let taken = 0
  const run = fc.asyncProperty(fc.array(fc.oneof(likely, likely, anyRow), { minLength: 1, maxLength: 12 }), async (rows) => {
    try {
      const report = await bench.load(ORDERS, `${HEADER}\n${rows.join('\n')}\n`, { onError: 'skip' })
      const { read, bad, inserted, changed, same } = report.rows
      expect(inserted + changed + same + bad).toBe(read)
      taken += inserted + changed
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  })
  await fc.assert(run, { numRuns: 150 })
  expect(taken).toBeGreaterThan(150)
})

it('any bytes are refused in words, or hold no good row', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 300 }),
    fc
      .array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x00, 0xff, 0xe4, 0xb8, 0xad, 0x61, 0x50, 0x4b, 0x03, 0x04), { minLength: 1, maxLength: 60 })
      .map((list) => Uint8Array.from(list)),
  )
  const before = await bench.store.read(contentOf)
  const run = fc.asyncProperty(bytes, fc.boolean(), async (list, withHeader) => {
    const file = withHeader ? Buffer.concat([Buffer.from(`${HEADER}\n`), list]) : Buffer.from(list)
    try {
      const { outcome } = await bench.load(ORDERS, file)
      expect(outcome).not.toBe('imported')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      expect(sentences(error, 'zh', datasetTexts).say).not.toMatch(/\{\w+\}|undefined/)
    }
  })
  await fc.assert(run, { numRuns: 300 })
  expect(await bench.store.read(contentOf)).toBe(before)
})
