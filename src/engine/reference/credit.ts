import type { Day } from '../../base/calendar.ts'
import { type Decimal, dec } from '../../base/decimal.ts'
import type { AggregateIr, CreditIr } from '../ir.ts'
import { walk } from '../walk.ts'
import { type Book, datasetOf, recordsOf, referenceField, splitRows } from './book.ts'
import { evalExpr, type Ground, standOn, unheard } from './expr.ts'
import type { FactRecord } from './facts.ts'
import { asText } from './value.ts'

/** A record with the day it counts on and everybody who counts it. */
export interface CreditedRecord {
  readonly record: FactRecord
  /** Null: the record belongs to no period, and nobody counts it. */
  readonly day: Day | null
  /** Person → share of the record; 1 is all of it. Only shares above 0. */
  readonly shares: ReadonlyMap<string, Decimal>
}

/** Every record an aggregate looks at, with its day and its credit. */
export function creditedRecords(book: Book, a: AggregateIr): CreditedRecord[] {
  return recordsOf(book, a.dataset).map((record) => {
    const on = standOn(book, { dataset: a.dataset, record, date: a.date }, unheard)
    return { record, day: on.day, shares: sharesOf(book, { dataset: a.dataset, credit: a.credit, record }, on) }
  })
}

/** The owner counts what the splits leave of 100 %; splits and overlays count what they say; several shares of one person add up. */
function sharesOf(book: Book, of: { dataset: string; credit: CreditIr; record: FactRecord }, on: Ground): Map<string, Decimal> {
  const shares = new Map<string, Decimal>()
  const give = (employee: string | null, percent: Decimal): void => {
    if (employee === null || !percent.greaterThan(0)) return
    shares.set(employee, percent.div(100).plus(shares.get(employee) ?? 0))
  }
  const { splits, overlays, owner } = of.credit
  let left = dec(100)
  if (splits !== null) {
    const key = of.record.fields[referenceField(book, of.dataset)] ?? null
    for (const row of key === null ? [] : splitRows(book, splits, String(key))) {
      const percent = percentOf(row.fields[splits.percent] ?? null)
      const overlay = splits.overlay !== null && row.fields[splits.overlay] === true
      if (!overlay) left = left.minus(percent)
      const employee = row.fields[splits.employee] ?? null
      give(typeof employee === 'string' ? employee : null, percent)
    }
  }
  // An undated record has no day to follow dated references on; nobody counts it in any period.
  if (on.kind === 'record' && on.day === null && needsDay(book, of.credit)) return shares
  give(asText(evalExpr(owner, on)), left)
  for (const overlay of overlays) give(asText(evalExpr(overlay.to, on)), dec(overlay.percent))
  return shares
}

function needsDay(book: Book, credit: CreditIr): boolean {
  let dated = false
  for (const expr of [credit.owner, ...credit.overlays.map((o) => o.to)]) {
    walk(expr, (e) => {
      if (e.node === 'field' && e.path.some((step) => datasetOf(book, step.dataset).effective !== null)) dated = true
    })
  }
  return dated
}

/** A share without a percent is none. */
function percentOf(raw: string | boolean | null): Decimal {
  return typeof raw === 'string' ? dec(raw) : dec(0)
}
