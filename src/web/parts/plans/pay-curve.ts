import { type Decimal, dec, decimalText } from '../../../base/decimal.ts'
import type { AmountIr, CurveIr, TiersIr } from '../../../engine/ir.ts'
import { bendsOf, paidFor, type Sample } from '../../../engine/reference/sample.ts'
import { curveOf, tiersOf } from '../../../engine/reference/tables.ts'

/** What is paid, drawn: pairs for the eye, and the exact figures behind them. */
export interface PayCurveDrawn {
  /** JS numbers, for the eye alone; no figure is made from them. */
  readonly points: readonly (readonly [x: number, y: number])[]
  /** Where it bends or jumps. */
  readonly bends: readonly number[]
  /** Exact: at the bounds and a few places between. */
  readonly rows: readonly CurveRow[]
}

export interface CurveRow {
  readonly x: string
  readonly pays: string
  /** What is paid for each one of x; null at 0. */
  readonly share: string | null
}

const STEPS = 60
/** So close to a bound that nobody sees the difference, and on its other side. */
const BESIDE = '0.00001'
/** Shown for each one of x with so many places. */
const SHARE_PLACES = 6

/** The curve of a component for an imagined person, against its base; null where nothing is paid for. */
export function curveOfAmount(amount: AmountIr, sample: Sample, of: { readonly base: string; readonly target: string | null }): PayCurveDrawn | null {
  const bends = unique(bendsOf(amount, sample, of.base))
  const target = of.target === null ? null : dec(sample[of.target] ?? '0')
  const known = [...bends, ...(target === null ? [] : [target.times('1.25')])]
  const widest = known.reduce((most, x) => (x.gt(most) ? x : most), dec(0))
  const end = widest.gt(0) ? widest.times('1.2') : dec(sample[of.base] ?? '0').times(2)
  if (end.lte(0)) return null
  const marks = target === null || target.lte(0) ? [] : ['0.5', '0.8', '1', '1.2', '1.5'].map((share) => target.times(share))
  return drawn((x) => paidFor(amount, { ...sample, [of.base]: decimalText(x) }), { from: dec(0), end, bends, marks })
}

/** The curve of a table by itself. */
export function curveOfTable(table: TiersIr | CurveIr): PayCurveDrawn | null {
  if ('points' in table) {
    const xs = table.points.map((point) => dec(point.at))
    const [first, last] = [xs[0], xs.at(-1)]
    if (first === undefined || last === undefined) return null
    const edge = last.minus(first).times('0.15')
    return drawn((x) => curveOf(table, x), { from: first.minus(edge), end: last.plus(edge), bends: xs, marks: [] })
  }
  const bends = unique(table.tiers.flatMap(({ from, until }) => [from, until].flatMap((bound) => (bound === null ? [] : [dec(bound)]))))
  const last = bends.at(-1) ?? dec(1)
  const first = table.tiers[0]?.from === null ? (bends[0] ?? dec(0)).minus(last.abs().times('0.3')) : (bends[0] ?? dec(0))
  const end = last.gt(first) ? last.plus(last.minus(first).times('0.25')) : first.plus(1)
  return drawn((x) => tiersOf(table, x, undefined).value, { from: first, end, bends, marks: [end] })
}

interface Span {
  readonly from: Decimal
  readonly end: Decimal
  readonly bends: readonly Decimal[]
  readonly marks: readonly Decimal[]
}

function drawn(paid: (x: Decimal) => Decimal | null, { from, end, bends, marks }: Span): PayCurveDrawn | null {
  const width = end.minus(from)
  const within = bends.filter((x) => x.gte(from) && x.lte(end))
  const even = Array.from({ length: STEPS + 1 }, (_, i) => from.plus(width.times(i).div(STEPS)))
  const beside = within.flatMap((x) => [x.minus(width.times(BESIDE)), x, x.plus(width.times(BESIDE))])
  const xs = unique([...even, ...beside]).filter((x) => x.gte(from) && x.lte(end))
  const points = xs.flatMap((x): [number, number][] => {
    const y = paid(x)
    return y === null ? [] : [[x.toNumber(), y.toNumber()]]
  })
  if (points.length < 2) return null
  const rows = unique([...(from.lte(0) ? [dec(0)] : [from]), ...within, ...marks]).flatMap((x): CurveRow[] => {
    const y = paid(x)
    return y === null ? [] : [{ x: decimalText(x), pays: decimalText(y), share: x.isZero() ? null : decimalText(y.div(x).toDecimalPlaces(SHARE_PLACES)) }]
  })
  return { points, bends: within.map((x) => x.toNumber()), rows }
}

/** From small to large, each once. */
function unique(xs: readonly Decimal[]): Decimal[] {
  const sorted = [...xs].sort((a, b) => a.cmp(b))
  return sorted.filter((x, i) => i === 0 || !x.eq(sorted[i - 1] ?? x.plus(1)))
}
