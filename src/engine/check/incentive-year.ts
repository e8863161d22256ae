import type { AmountIr, Expr, Shift } from '../ir.ts'
import { rewriteAmount } from '../random/rewrite.ts'
import { walk } from '../walk.ts'

/**
 * An amount worked out over the year: from its first day to the end of the period (`to-date`), or to the day before the period (`before`).
 * Every measure and target it reads gets that shift after its own. Pay items, score, coefficient, grade, tenure and presence are those of the period.
 * Where the author already asked for the year to date, that becomes the year before the period in `before`.
 */
export function overYear(amount: AmountIr, stretch: 'to-date' | 'before'): AmountIr {
  return rewriteAmount(amount, (e): Expr => {
    if (e.node === 'value') return { ...e, ref: { ...e.ref, shifts: withStretch(e.ref.shifts, stretch) } }
    return e.node === 'target' ? { ...e, shifts: withStretch(e.shifts, stretch) } : e
  })
}

function withStretch(shifts: readonly Shift[], stretch: 'to-date' | 'before'): Shift[] {
  return [...shifts.filter((shift) => shift !== 'to-date'), stretch]
}

/** Whether an amount reads anything that adds up over the year. */
export function readsMeasures(amount: AmountIr): boolean {
  let found = false
  for (const expr of [amount.amount, ...amount.conditions.map((c) => c.when), amount.floor, amount.cap]) {
    walk(expr, (e) => {
      if (e.node === 'value' || e.node === 'target') found = true
    })
  }
  return found
}
