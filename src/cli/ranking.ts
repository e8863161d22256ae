import { type Decimal, dec } from '../base/decimal.ts'
import type { MeasureIr } from '../engine/ir.ts'
import type { RunEmployee } from '../server/runs/run.ts'

/** What people are ranked by. */
export type RankBy = { readonly kind: 'measure'; readonly measure: MeasureIr } | { readonly kind: 'score' } | { readonly kind: 'pay' }

/** The best first, by whether more or less is better; people without a value last, equal ones by id. */
export function ranked(employees: readonly RunEmployee[], by: RankBy | undefined): RunEmployee[] {
  if (by === undefined) return [...employees]
  const sign = by.kind === 'measure' && by.measure.better === 'less' ? 1 : -1
  return [...employees].sort((a, b) => {
    const [x, y] = [figureOf(a, by), figureOf(b, by)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return sign * dec(x).cmp(dec(y))
  })
}

function figureOf(e: RunEmployee, by: RankBy): string | null {
  switch (by.kind) {
    case 'measure':
      return e.values[by.measure.measure] ?? null
    case 'score':
      return e.score?.score ?? null
    case 'pay':
      return payOf(e).sum
    default:
      return by satisfies never
  }
}

/** What a person's components come to together; `open` says that some of them could not be worked out. Null: none could, or there are none. */
export function payOf({ earnings }: Pick<RunEmployee, 'earnings'>): { readonly sum: string | null; readonly open: boolean } {
  const known = earnings.flatMap((e) => (e.amount === null ? [] : [e.amount]))
  if (known.length === 0) return { sum: null, open: false }
  return { sum: known.reduce<Decimal>((sum, amount) => sum.plus(dec(amount)), dec('0')).toFixed(), open: known.length < earnings.length }
}
