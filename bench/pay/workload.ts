import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { employeeId, seeded, writeRows } from '../generate.ts'

/** One month of a thousand sales people: amount, margin and new customers of each sale, 2 % returns; three targets a person. */
export const PERIOD = '2026-08'
const PEOPLE = 1000
const DAYS = 31

/** Sums of a person in whole fen (customers: in ones), and what is asked. Far below 2^53, so exact. */
export interface Totals {
  readonly amount: number[]
  readonly margin: number[]
  readonly customers: number[]
}

interface Targets {
  readonly amount: number
  readonly margin: number
  readonly customers: number
}

export const noTotals = (): Totals => ({ amount: zeros(), margin: zeros(), customers: zeros() })
const zeros = (): number[] => Array.from({ length: PEOPLE + 1 }, () => 0)

const yuan = (fen: number): string => `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`

/** Write sales `first` … `first + count − 1` and add them to the totals. */
export async function writeSales(file: string, of: { first: number; count: number; totals: Totals }): Promise<void> {
  const random = seeded(42 + of.first)
  await writeRows(file, { header: 'sale_id,employee,day,amount,margin,new_customers', count: of.count }, (i) => sale(of.first + i, random, of.totals))
}

function sale(id: number, random: () => number, totals: Totals): string {
  const person = 1 + Math.floor(PEOPLE * random() ** 1.3)
  const day = 1 + Math.floor(DAYS * random())
  const amount = 1000 + Math.floor(random() ** 3 * 5_000_000)
  const margin = Math.floor((amount * (10 + Math.floor(random() * 30))) / 100)
  const customers = random() < 0.08 ? 1 : 0
  const sign = random() < 0.02 ? -1 : 1
  const counted = sign < 0 ? 0 : customers
  totals.amount[person] = (totals.amount[person] ?? 0) + sign * amount
  totals.margin[person] = (totals.margin[person] ?? 0) + sign * margin
  totals.customers[person] = (totals.customers[person] ?? 0) + counted
  return `${id},${employeeId(person)},${PERIOD}-${String(day).padStart(2, '0')},${yuan(sign * amount)},${yuan(sign * margin)},${counted}`
}

/** Targets between two thirds and one and a half times of what came in, whole hundreds of yuan. */
function targetsOf(totals: Totals): Targets[] {
  const random = seeded(7)
  const about = (sum: number, step: number): number => Math.max(step, Math.round((sum * (0.6 + random() * 0.9)) / step) * step)
  return totals.amount.map((_, p) => ({
    amount: about(totals.amount[p] ?? 0, 10_000),
    margin: about(totals.margin[p] ?? 0, 10_000),
    customers: about(totals.customers[p] ?? 0, 1),
  }))
}

/** people.csv and targets.csv beside the documents; answers the targets. */
export async function writePeople(dir: string, totals: Totals): Promise<Targets[]> {
  const targets = targetsOf(totals)
  const ids = Array.from({ length: PEOPLE }, (_, i) => i + 1)
  await writeFile(join(dir, 'people.csv'), `id,name,role\n${ids.map((p) => `${employeeId(p)},Person ${p},rep`).join('\n')}\n`)
  const rows = ids.flatMap((p) => {
    const t = targets[p] ?? { amount: 0, margin: 0, customers: 0 }
    return [
      `${employeeId(p)},revenue,${PERIOD},${yuan(t.amount)}`,
      `${employeeId(p)},margin,${PERIOD},${yuan(t.margin)}`,
      `${employeeId(p)},new_customers,${PERIOD},${t.customers}`,
    ]
  })
  await writeFile(join(dir, 'targets.csv'), `employee,measure,period,target\n${rows.join('\n')}\n`)
  return targets
}

export interface Expected {
  readonly employee: string
  readonly score: string
  readonly grade: string
  readonly bonus: string
}

const GRADES = [
  ['S', 13_000n],
  ['A', 11_000n],
  ['B', 9_000n],
  ['C', 7_000n],
] as const

/** The exact results in whole numbers, by arithmetic that shares nothing with the engine: score in hundredths, bonus in fen, both half up. */
export function expected(totals: Totals, targets: readonly Targets[]): Expected[] {
  return targets.flatMap((t, p) => {
    if (p === 0) return []
    const parts: [bigint, bigint, bigint][] = [
      [60n, BigInt(totals.amount[p] ?? 0), BigInt(t.amount)],
      [30n, BigInt(totals.margin[p] ?? 0), BigInt(t.margin)],
      [10n, BigInt(totals.customers[p] ?? 0), BigInt(t.customers)],
    ]
    const below = parts.reduce((product, [, , target]) => product * target, 1n) * 2n
    const above = parts.reduce((sum, [weight, actual, target]) => sum + (weight * held(actual * 2n, target * 3n) * below) / (target * 2n), 0n)
    const score = halfUp(above * 100n, below)
    const grade = GRADES.find(([, from]) => score >= from)?.[0] ?? 'D'
    return [{ employee: employeeId(p), score: hundredths(score), grade, bonus: hundredths(bonusOf(BigInt(totals.amount[p] ?? 0), BigInt(t.amount))) }]
  })
}

const held = (twice: bigint, most: bigint): bigint => (twice < 0n ? 0n : twice > most ? most : twice)
const halfUp = (above: bigint, below: bigint): bigint => (above * 2n + below) / (below * 2n)
const hundredths = (n: bigint): string =>
  n % 100n === 0n
    ? `${n / 100n}`
    : `${n / 100n}.${String(n % 100n)
        .padStart(2, '0')
        .replace(/0$/, '')}`

/** 1 % to 80 % of the target, 2 % to 100 %, 3 % to 120 %, 5 % above; at most 3 % of the target. In fen. */
function bonusOf(amount: bigint, target: bigint): bigint {
  const bounds = [0n, 80n, 100n, 120n, null] as const
  const rates = [1n, 2n, 3n, 5n] as const
  const tenThousandths = rates.reduce((sum, rate, i) => {
    const from = (bounds[i] ?? 0n) * target
    const to = bounds[i + 1]
    const top = to === null || to === undefined || amount * 100n < to * target ? amount * 100n : to * target
    return top > from ? sum + (top - from) * rate : sum
  }, 0n)
  const most = target * 100n * 3n
  return halfUp(tenThousandths > most ? most : tenThousandths, 10_000n)
}
