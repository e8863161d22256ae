import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Rng, rngOf } from '../../engine/random/rng.ts'

/** How much a company of the crash test holds. */
export interface Size {
  readonly people: number
  /** Orders that each file adds; corrections and repetitions come on top. */
  readonly orders: number
}

/** One command of the story, as it is typed behind `heng`. */
export interface Step {
  readonly name: string
  readonly args: readonly string[]
}

/** The files of a company and what is done with them, in order: each command finds what those before it left. */
export interface Story {
  readonly steps: readonly Step[]
}

const SEED = 20_260_331

/** Orders of each file that correct earlier ones, and that only repeat them, as a part of what the file adds. */
const CORRECTED = 0.2
const REPEATED = 0.1

/** Write the files of a made-up company into a folder. */
export function writeStory(folder: string, size: Size): Story {
  const rng = rngOf(SEED)
  const put = (path: string, text: string): string => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  }
  const orders = orderFiles(rng, size)
  const shares = shareFiles(rng, size)
  const customers = size.orders / 20
  for (const plan of ['plan-1', 'plan-2']) {
    const second = plan === 'plan-2'
    put(`${plan}/company.yaml`, COMPANY)
    put(`${plan}/people.csv`, people(size, second))
    put(`${plan}/rates.csv`, `currency,date,rate\nUSD,2025-01-01,7.1\nUSD,2026-02-01,6.95${second ? '\nUSD,2026-03-01,7.015\nEUR,2025-01-01,7.8' : ''}\n`)
    put(`${plan}/datasets/all.yaml`, datasets(second))
    put(`${plan}/measures/all.yaml`, second ? `${MEASURES}${MORE_MEASURES}` : MEASURES)
    put(`${plan}/customers.csv`, customerFile(rngOf(SEED + 1), size, customers))
    put(`${plan}/products.csv`, PRODUCTS)
    put(`${plan}/orders.csv`, orders[second ? 3 : 0] ?? '')
    put(`${plan}/shares.csv`, shares[0] ?? '')
  }
  const file = (name: string, text: string | undefined) => put(`files/${name}`, text ?? '')
  return {
    steps: steps(folder, {
      orders: [1, 2, 4].map((i) => file(`orders-${i}.csv`, orders[i])),
      shares: file('shares.csv', shares[1]),
      customers: file('customers.csv', customerFile(rngOf(SEED + 2), size, customers)),
    }),
  }
}

function steps(folder: string, files: { orders: readonly string[]; shares: string; customers: string }): Step[] {
  const [second = '', third = '', complete = ''] = files.orders
  const run = (period: string): Step => ({ name: `run ${period}`, args: ['run', '--period', period, '--json'] })
  return [
    { name: 'apply', args: ['apply', join(folder, 'plan-1')] },
    run('2026-Q1'),
    { name: 'import orders', args: ['import', 'orders', second] },
    { name: 'import shares', args: ['import', 'shares', files.shares] },
    run('2026-Q1'),
    { name: 'import corrections', args: ['import', 'orders', third] },
    { name: 'apply changes', args: ['apply', join(folder, 'plan-2'), '--prune'] },
    run('2026-Q2'),
    { name: 'import customers', args: ['import', 'customers', files.customers] },
    run('2026-Q1'),
    { name: 'import complete', args: ['import', 'orders', complete, '--mode', 'replace'] },
    run('2026-Q2'),
  ]
}

const COMPANY = `company: crash
name: { zh: 断电公司, en: Crash }
timezone: Asia/Shanghai
currency: CNY
units: { order: { zh: 单, en: orders }, customer: { zh: 个客户, en: customers } }
`

/** A tree of ten by ten; in the second plan some people change places in the middle of the time. */
function people(size: Size, moved: boolean): string {
  const rows = Array.from({ length: size.people }, (_, i) => {
    const manager = i === 0 ? '' : person(Math.floor((i - 1) / 10))
    if (!moved || i < 20 || i % 7 !== 0) return [`${person(i)},员工${i},U${i % 4},${manager},,`]
    return [`${person(i)},员工${i},U${i % 4},${manager},,2026-02-15`, `${person(i)},员工${i},U${(i + 1) % 4},${person(1 + (i % 9))},2026-02-15,`]
  })
  return `id,name,unit,manager,from,until\n${rows.flat().join('\n')}\n`
}

const person = (i: number): string => `E${String(i).padStart(3, '0')}`

/** The second version: a new field, another type, another choice. */
function datasets(second: boolean): string {
  return `- dataset: customers
  key: [customer]
  owner: keeper
  fields: { customer: text, keeper: employee, segment: { type: choice, choices: [big, small] } }
  source: { file: customers.csv }
- dataset: products
  key: [product]
  effective: since
  fields: { product: text, since: date, cost: money }
  source: { file: products.csv }
- dataset: orders
  key: [order_id]
  owner: seller
  date: day
  splits: { dataset: shares, record: order, employee: who, percent: percent }
  fields:
    order_id: { type: text, required: true }
    day: { type: date, required: true }
    seller: { type: employee, required: true }
    customer: { type: reference, to: customers }
    product: { type: reference, to: products }
    status: { type: choice, choices: [won, lost, open${second ? ', void' : ''}], required: true }
    amount: { type: money, currencyField: currency }
    currency: text
    pieces: ${second ? 'decimal' : 'integer'}
${second ? '    note: text\n' : ''}  source: { file: orders.csv }
- dataset: shares
  key: [order, who]
  fields: { order: { type: reference, to: orders }, who: { type: employee, required: true }, percent: { type: decimal, required: true } }
  source: { file: shares.csv }
`
}

const MEASURES = `- { measure: revenue, kind: aggregate, dataset: orders, aggregate: sum, value: amount, filter: 'status = "won"', unit: money }
- { measure: won, kind: aggregate, dataset: orders, aggregate: count, filter: 'status = "won"', unit: order }
- { measure: closed, kind: aggregate, dataset: orders, aggregate: count, filter: 'status in ("won", "lost")', unit: order }
- { measure: customers, kind: aggregate, dataset: orders, aggregate: distinct, value: customer, unit: customer }
- { measure: new_customers, kind: aggregate, dataset: orders, aggregate: count, filter: 'first(customer)', unit: order }
- { measure: big_revenue, kind: aggregate, dataset: orders, aggregate: sum, value: amount, filter: 'customer.segment = "big"', unit: money }
- { measure: cost, kind: aggregate, dataset: orders, aggregate: sum, value: pieces * product.cost, unit: money }
- { measure: average_order, kind: aggregate, dataset: orders, aggregate: average, value: amount, unit: money, round: 2 }
- { measure: win_rate, kind: ratio, numerator: won, denominator: closed, unit: percent, round: 2 }
- { measure: growth, kind: growth, of: revenue, against: previous, unit: percent, round: 2 }
- { measure: team_revenue, kind: aggregate, dataset: orders, aggregate: sum, value: amount, filter: 'status = "won"', unit: money, scope: team }
- { measure: team_end, kind: aggregate, dataset: orders, aggregate: sum, value: amount, unit: money, scope: { line: reporting, asOf: period-end } }
- { measure: per_customer, kind: formula, formula: revenue / customers, unit: money/customer, round: 2 }
`

const MORE_MEASURES = `- { measure: largest, kind: aggregate, dataset: orders, aggregate: max, value: amount, unit: money }
- { measure: team_customers, kind: aggregate, dataset: orders, aggregate: distinct, value: customer, unit: customer, scope: team }
`

const PRODUCTS = `product,since,cost\n${Array.from({ length: 20 }, (_, i) => [`P${i},,${10 + i}`, `P${i},2026-01-15,${11 + i}.5`])
  .flat()
  .join('\n')}\n`

function customerFile(rng: Rng, size: Size, customers: number): string {
  const rows = Array.from({ length: customers }, (_, i) => `C${i},${person(rng.int(0, size.people - 1))},${rng.pick(['big', 'small'])}`)
  return `customer,keeper,segment\n${rows.join('\n')}\n`
}

const ORDER_HEADER = 'order_id,day,seller,customer,product,status,amount,currency,pieces'
const FIRST_DAY = Date.UTC(2025, 9, 1)
const DAYS = 270
const DAY_MS = 86_400_000

function order(rng: Rng, size: Size, id: number): string {
  const day = new Date(FIRST_DAY + rng.int(0, DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  const status = rng.pick(['won', 'won', 'won', 'lost', 'open'])
  const customer = `C${rng.int(0, size.orders / 20 + 3)}`
  return `O${id},${day},${person(rng.int(0, size.people - 1))},${customer},P${rng.int(0, 21)},${status},${rng.int(1, 90_000)}.${rng.int(10, 99)},${rng.pick(['CNY', 'CNY', 'USD'])},${rng.int(1, 40)}`
}

/** Four files that each add orders, correct some of those before and repeat others; the fifth is a complete list that leaves a tenth out. */
function orderFiles(rng: Rng, size: Size): string[] {
  const known = new Map<number, string>()
  const files: string[] = []
  for (let n = 0; n < 4; n++) {
    const ids = [...known.keys()]
    const corrected = rng.some(ids, ids.length === 0 ? 0 : size.orders * CORRECTED)
    const repeated = rng.some(ids, ids.length === 0 ? 0 : size.orders * REPEATED).filter((id) => !corrected.includes(id))
    const lines = [...Array.from({ length: size.orders }, (_, i) => n * size.orders + i + 1), ...corrected].map((id): [number, string] => [id, order(rng, size, id)])
    files.push([ORDER_HEADER, ...lines.map(([, line]) => line), ...repeated.map((id) => known.get(id) ?? '')].join('\n'))
    for (const [id, line] of lines) known.set(id, line)
  }
  return [...files, [ORDER_HEADER, ...[...known].filter(([id]) => id % 10 !== 3).map(([, line]) => line)].join('\n')]
}

function shareFiles(rng: Rng, size: Size): string[] {
  const file = (from: number) =>
    [
      'order,who,percent',
      ...Array.from({ length: size.orders / 10 }, (_, i) => i * 10 + from).flatMap((id) => [
        `O${id},${person(rng.int(0, 9))},${rng.int(1, 40)}`,
        `O${id},${person(rng.int(10, size.people - 1))},${rng.int(1, 60)}`,
      ]),
    ].join('\n')
  return [file(1), file(1 + size.orders + 5)]
}
