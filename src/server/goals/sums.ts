import { type CalendarSpec, type PeriodKind, subPeriods } from '../../base/calendar.ts'
import { type Decimal, dec, decimalText } from '../../base/decimal.ts'
import type { MeasureIr, TargetLevel } from '../../engine/ir.ts'
import { type Problems, rowText } from '../org/rows.ts'
import type { Target } from './target.ts'

/** Kinds of periods that make up longer ones without rest, the coarsest first. Weeks do not. */
const PARTS: readonly PeriodKind[] = ['half', 'quarter', 'month']

/**
 * Months that do not add up to their quarter or year, for each person, measure and level: a warning with both figures.
 * Only where every part has a target, and only for measures whose periods add up.
 */
export function checkSums(targets: readonly Target[], calendar: CalendarSpec, problems: Problems): void {
  const byKey = new Map(targets.map((t) => [keyOf(t, t.period.id), t]))
  for (const whole of targets) {
    if (!addsUp(whole.measure)) continue
    for (const kind of PARTS) {
      const parts = partsOf(whole, kind, { calendar, byKey })
      if (parts === null) continue
      for (const level of ['target', 'stretch', 'challenge'] as const) compare(whole, parts, { level, kind, problems })
      break
    }
  }
}

function keyOf(of: Target, period: string): string {
  return JSON.stringify([of.employee, of.measure.measure, period])
}

/** The targets of all parts of a kind; null where one of them has none, or there are none of that kind. */
function partsOf(whole: Target, kind: PeriodKind, of: { calendar: CalendarSpec; byKey: ReadonlyMap<string, Target> }): Target[] | null {
  if (whole.period.kind === kind || whole.period.kind === 'week' || PARTS.indexOf(kind) <= PARTS.indexOf(whole.period.kind)) return null
  const parts = subPeriods(of.calendar, whole.period, kind).map((p) => of.byKey.get(keyOf(whole, p.id)))
  return parts.length > 1 && parts.every((p) => p !== undefined) ? parts : null
}

function compare(whole: Target, parts: readonly Target[], of: { level: TargetLevel; kind: PeriodKind; problems: Problems }): void {
  const asked = whole.levels[of.level]
  const values = parts.map((p) => p.levels[of.level])
  if (asked === null || values.some((v) => v === null)) return
  const sum = values.reduce<Decimal>((total, v) => total.plus(dec(v ?? '0')), dec('0'))
  if (sum.eq(dec(asked))) return
  const [first] = parts
  of.problems.warning(whole.row, `goals.sum-${of.kind}`, {
    employee: whole.employee,
    measure: whole.measure.measure,
    period: whole.period.id,
    level: of.level,
    value: asked,
    sum: decimalText(sum),
    gap: decimalText(dec(asked).minus(sum).abs()),
    count: parts.length,
    other: first === undefined ? '' : rowText(first.row),
  })
}

/** Shares, averages and the like are not the sum of their months. */
export function addsUp(measure: MeasureIr): boolean {
  if (measure.percent || ['ratio', 'growth', 'rating'].includes(measure.kind)) return false
  if (Object.values(measure.unit).some((power) => power < 0)) return false
  return measure.body.kind === 'formula' || measure.body.aggregate.fn === 'sum' || measure.body.aggregate.fn === 'count'
}
