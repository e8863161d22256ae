import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Expr, IncentiveIr, Program } from '../../engine/ir.ts'
import { nearNames } from '../../engine/near.ts'
import { walk } from '../../engine/walk.ts'
import { type Manner, normaliseDecimal } from '../datasets/values/normalise.ts'
import type { Directory } from '../org/directory.ts'
import { named } from '../org/naming.ts'
import { cell, checkText, Problems, parseDay, rowText } from '../org/rows.ts'
import { BEGINNING } from '../org/stretches.ts'
import type { PayRow } from './rows.ts'

/** An amount of a pay item as it is stored; `from` is `-infinity` where it holds since ever. */
export interface Pay {
  readonly employee: string
  readonly item: string
  readonly from: string
  readonly amount: string
  readonly row: PayRow
}

export interface PayWorld {
  readonly directory: Directory
  readonly currency: string
}

/** Read rows of pay items, in any order. They are only to be used when no problem is an error. Problems: see texts.ts. */
export function planPay(rows: readonly PayRow[], world: PayWorld): { pay: Pay[]; problems: Problems } {
  const problems = new Problems()
  const pay = new Map<string, Pay>()
  for (const row of rows) {
    const one = readPay(row, world, problems)
    if (one === undefined) continue
    if (one.amount.startsWith('-')) problems.warning(row, 'incentives.pay-negative', { employee: one.employee, item: one.item, amount: one.amount })
    const key = JSON.stringify([one.employee, one.item, one.from])
    const other = pay.get(key)
    if (other === undefined) pay.set(key, one)
    else if (one.from === BEGINNING) problems.error(row, 'incentives.pay-twice', { employee: one.employee, item: one.item, other: rowText(other.row) })
    else problems.error(row, 'incentives.pay-twice-from', { employee: one.employee, item: one.item, from: one.from, other: rowText(other.row) })
  }
  return { pay: [...pay.values()], problems }
}

function readPay(row: PayRow, { directory, currency }: PayWorld, problems: Problems): Pay | undefined {
  const before = problems.list.length
  for (const field of ['employee', 'item', 'amount'] as const) if ((cell(row, field) ?? '') === '') problems.error(row, 'incentives.cell-missing', { field })
  const employee = named(row, 'employee', directory, 'person', problems)
  checkText(row, 'item', problems)
  const amount = readAmount(row, currency, problems)
  const text = cell(row, 'from') ?? ''
  const from = text === '' ? BEGINNING : parseDay(text)
  if (from === undefined) problems.error(row, 'org.date-invalid', { field: 'from', value: text.slice(0, SHOWN) })
  if (problems.list.length > before || employee === undefined || amount === null || from === undefined) return undefined
  return { employee, item: cell(row, 'item') ?? '', from, amount, row }
}

/** Characters of a wrong value that a message shows. */
const SHOWN = 40

/** An amount as people write it; canonical, null for none. Problems: `value.*`, `incentives.not-percent`, `incentives.cell-missing`. */
export function readAmount(row: PayRow, currency: string, problems: Problems): string | null {
  const value = cell(row, 'amount') ?? ''
  const manner: Manner = { dateOrder: null, serialsFrom: null, currency, isMoney: true, decimalComma: false, isPercent: false }
  const read = normaliseDecimal(value, manner)
  if (!('ok' in read)) {
    const at = { line: row.line, column: 'amount', value: value.slice(0, SHOWN) }
    if (read.bad === 'value.percent-sign') problems.error(row, 'incentives.not-percent', at)
    else problems.error(row, read.bad, { ...at, ...read.params })
    return null
  }
  // What files write for nothing, such as n/a, is no amount either.
  if (read.ok === null && value !== '') problems.error(row, 'incentives.cell-missing', { field: 'amount' })
  return read.ok
}

/**
 * Items that plans pay on and nobody has, and items that no plan reads: a name spelled in two ways pays nothing without a word.
 * `items`: those of the file. Warnings: `incentives.item-*`.
 */
export function checkItems(program: Program, pay: readonly Pay[]): Diagnostic[] {
  const read = itemsRead(program)
  if (read.size === 0) return []
  const first = new Map<string, PayRow>()
  for (const { item, row } of pay) if (!first.has(item)) first.set(item, row)
  const had = [...first.keys()]
  const unread = [...first].flatMap(([item, row]): Diagnostic[] => {
    if (read.has(item)) return []
    const near = nearNames(item, read.keys())
    return near.length === 0 ? [] : [{ code: 'incentives.item-unread', severity: 'warning', place: { file: row.file, line: row.line }, params: { item, near: near.join(', ') } }]
  })
  const missing = [...read].flatMap(([item, plan]): Diagnostic[] => {
    if (first.has(item)) return []
    return [{ code: 'incentives.item-missing', severity: 'warning', place: {}, params: { item, incentive: plan, known: had.slice(0, 10).join(', ') || '–' } }]
  })
  return [...unread, ...missing]
}

/** Pay items that formulas read, each with a plan that does. */
export function itemsRead(program: Program): Map<string, string> {
  const found = new Map<string, string>()
  for (const plan of Object.values(program.incentives)) {
    for (const expr of exprsOf(plan)) {
      walk(expr, (e) => {
        if (e.node === 'pay' && !found.has(e.item)) found.set(e.item, plan.incentive)
      })
    }
  }
  return found
}

function exprsOf(plan: IncentiveIr): Expr[] {
  const of = plan.components.flatMap(({ now }) => [now.amount, ...now.conditions.map((c) => c.when), now.floor, now.cap])
  return of.filter((e) => e !== null)
}
