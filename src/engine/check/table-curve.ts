import { dec } from '../../base/decimal.ts'
import type { CurveIr } from '../ir.ts'
import type { TableInfo } from './catalogue.ts'
import { numberIn, type TableAt, type TableBody, unitAt } from './table-numbers.ts'

type Curve = TableBody & { kind: 'curve' }
type Written = Curve['points'][number]

/** A curve: `at` rises from point to point, and so does the value unless it may fall. */
export function curveInfo(id: string, document: Curve, at: TableAt): Omit<TableInfo & { kind: 'curve' }, 'id' | 'names'> {
  const before = at.report.errors()
  const of = unitAt(document.of, ['of'], at)
  const pays = unitAt(document.pays, ['pays'], at)
  const points = document.points.map((written, i) => ({
    written,
    at: numberIn(of, written.at, ['points', i, 'at'], at),
    value: numberIn(pays, written.value, ['points', i, 'value'], at),
  }))
  const read: CurveIr['points'][number][] = []
  for (const [i, point] of points.entries()) {
    const last = points[i - 1]
    if (last !== undefined) rises(last, point, { index: i, mayFall: !document.rises }, at)
    if (point.at !== null && point.value !== null) read.push({ at: point.at, value: point.value })
  }
  return { kind: 'curve', ir: at.report.errors() > before ? null : { table: id, points: read }, of, pays }
}

interface Point {
  readonly written: Written
  readonly at: string | null
  readonly value: string | null
}

function rises(last: Point, point: Point, how: { readonly index: number; readonly mayFall: boolean }, { path, report }: TableAt): void {
  const here = [...path, 'points', how.index]
  const names = { first: last.written.at, second: point.written.at }
  if (last.at !== null && point.at !== null && dec(point.at).lte(last.at)) report.error('curve.order', [...here, 'at'], names)
  else if (!how.mayFall && last.value !== null && point.value !== null && dec(point.value).lt(last.value))
    report.error('curve.falls', [...here, 'value'], { ...names, before: last.written.value, after: point.written.value })
}
