import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** What the records of a benchmark look like. */
export interface Workload {
  readonly employees: number
  readonly records: number
  readonly recordsPerDay: number
  /** The last day with records; the others go back from it. */
  readonly lastDay: string
}

/** Ten thousand orders a day by a thousand people, so that ten times the records are ten times the days. */
export function workload(records: number): Workload {
  return { employees: 1000, records, recordsPerDay: 10_000, lastDay: '2026-09-30' }
}

const DAY_MS = 86_400_000
const CUSTOMERS_A_PERSON = 60
const CHUNK_ROWS = 5_000

/** mulberry32: a small generator with a seed, so that everybody measures the same records. */
export function seeded(seed: number): () => number {
  let s = seed >>> 0
  return () => {
    s = (s + 0x6d2b79f5) >>> 0
    let t = Math.imul(s ^ (s >>> 15), s | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const HEADER = 'order_id,day,employee,customer,status,amount,cost'

function row(id: number, day: string, w: Workload, random: () => number): string {
  const employee = 1 + Math.floor(w.employees * random() ** 1.3)
  const customer = Math.floor(CUSTOMERS_A_PERSON * random() ** 2)
  const dice = random()
  const status = dice < 0.7 ? 'won' : dice < 0.9 ? 'lost' : 'open'
  const fen = 1000 + Math.floor(random() ** 3 * 5_000_000)
  const cost = Math.floor(fen * (0.5 + 0.4 * random()))
  return `${id},${day},E${String(employee).padStart(4, '0')},C${employee}-${customer},${status},${amount(fen)},${amount(cost)}`
}

function amount(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** Write a CSV file of orders in the order of their days, as a system exports them. */
export async function writeOrders(file: string, w: Workload): Promise<void> {
  const random = seeded(42)
  const days = Math.ceil(w.records / w.recordsPerDay)
  const first = Date.parse(`${w.lastDay}T00:00:00Z`) - (days - 1) * DAY_MS
  await writeRows(file, { header: HEADER, count: w.records }, (i) => row(i + 1, isoDay(first + Math.floor(i / w.recordsPerDay) * DAY_MS), w, random))
}

/** Further orders of the last days, with ids that the first file does not hold. */
export async function writeNewOrders(file: string, w: Workload, count: number): Promise<void> {
  const random = seeded(4242)
  await writeRows(file, { header: HEADER, count }, (i) => row(w.records + i + 1, w.lastDay, w, random))
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Write a CSV file row by row, however long. */
export async function writeRows(file: string, { header, count }: { header: string; count: number }, make: (i: number) => string): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${header}\n`)
  let chunk: string[] = []
  for (let i = 0; i < count; i++) {
    chunk.push(make(i))
    if (chunk.length < CHUNK_ROWS && i < count - 1) continue
    if (!out.write(`${chunk.join('\n')}\n`)) await once(out, 'drain')
    chunk = []
  }
  out.end()
  await once(out, 'finish')
}

/** A tree of ten by ten by ten: everybody but the first reports to somebody. */
export function superiorOf(employee: number): number | null {
  return employee === 1 ? null : employee <= 11 ? 1 : employee <= 111 ? 2 + ((employee - 12) % 10) : 12 + ((employee - 112) % 100)
}

export const employeeId = (n: number): string => `E${String(n).padStart(4, '0')}`
