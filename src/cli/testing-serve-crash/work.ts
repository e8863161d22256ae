import type { Size } from '../testing-crash/company.ts'
import type { Client } from './client.ts'

/** Periods whose results are asked for. */
export const PERIODS = ['2026-Q1', '2026-Q2'] as const

/** A record of the dataset of orders as it is typed. */
export type Typed = Readonly<Record<string, string>>

export interface SentFile {
  readonly name: string
  readonly content: string
}

/** What people work with until they are told to stop. */
export interface Day {
  readonly size: Size
  readonly goOn: () => boolean
  /** Ids of the orders that somebody was told are stored. */
  readonly stored: string[]
}

const FIELDS = ['order_id', 'day', 'seller', 'customer', 'product', 'status', 'amount', 'currency', 'pieces'] as const

/** Orders of an import. */
const FILE_ORDERS = 400

/** An order that no other number has, in one of the periods. */
function order(id: string, n: number, size: Size): Typed {
  const day = `2026-0${1 + (n % 6)}-${String(1 + (n % 28)).padStart(2, '0')}`
  return {
    ...{ order_id: id, day, seller: `E${String(n % size.people).padStart(3, '0')}`, customer: `C${n % 7}`, product: `P${n % 20}` },
    ...{ status: n % 4 === 0 ? 'lost' : 'won', amount: `${100 + n}.${10 + (n % 89)}`, currency: n % 5 === 0 ? 'USD' : 'CNY', pieces: String(1 + (n % 9)) },
  }
}

/** Records as a CSV file. */
export function fileOf(name: string, rows: readonly Typed[]): SentFile {
  return { name, content: [FIELDS.join(','), ...rows.map((row) => FIELDS.map((field) => row[field]).join(','))].join('\n') }
}

/** Type records, one after another, until told to stop. Answers those that were taken. */
export async function typing(client: Client, person: number, { size, goOn, stored }: Day): Promise<Typed[]> {
  const taken: Typed[] = []
  for (let n = 1; goOn(); n += 1) {
    const id = `T${person}-${n}`
    const fields = order(id, n * 2 + person, size)
    await client.post('/datasets/orders/records', { fields, reason: `by hand ${n}` })
    taken.push(fields)
    stored.push(id)
  }
  return taken
}

/** Import files, one after another, until told to stop. Answers those that were imported. */
export async function importing(client: Client, { size, goOn, stored }: Day): Promise<SentFile[]> {
  const taken: SentFile[] = []
  for (let n = 1; goOn(); n += 1) {
    const ids = Array.from({ length: FILE_ORDERS }, (_, i) => `F${n}-${i}`)
    const rows = ids.map((id, i) => order(id, n * FILE_ORDERS + i, size))
    const file = fileOf(`file-${n}.csv`, rows)
    const upload = await client.send('orders', file.name, file.content)
    // Work that died with its server three times is given up, and says so: a person asks again.
    for (let state = ''; state !== 'done'; ) {
      ;({ state } = await client.work(`/uploads/${upload}/import`, {}))
      if (state !== 'done' && state !== 'failed') throw new Error(`an import ended as ${state}`)
    }
    taken.push(file)
    stored.push(...ids)
  }
  return taken
}

/** Ask for runs, one after another, until told to stop. Answers how many were done. */
export async function running(client: Client, { goOn }: Day): Promise<number> {
  let done = 0
  for (let n = 0; goOn(); n += 1) {
    const { state } = await client.work('/runs', { period: PERIODS[n % PERIODS.length] })
    if (state === 'done') done += 1
  }
  return done
}
