import { addDays, type CalendarSpec, type Day, daysBetween, lastDay, type Period, previousPeriod } from '../../base/calendar.ts'
import { dec, decimalText } from '../../base/decimal.ts'
import { FORECAST_PERIODS } from '../../base/limits.ts'
import type { AggregateIr, Program } from '../../engine/ir.ts'
import { elapsedOn } from '../../engine/pace.ts'
import type { Read } from '../../store/types.ts'
import { type Brought, broughtIn, daysAsSpans } from './daily.ts'
import { type Earlier, type Forecast, forecastOf } from './forecast.ts'
import type { Group } from './group.ts'

/** How a group’s result of a measure grows over a period, and what it may come to. */
export interface Outlook extends Forecast {
  /** The last day that counts. */
  readonly day: Day
  readonly days: number
  readonly ofDays: number
  readonly actual: string
  readonly earlier: readonly Earlier[]
  /** What there was at the end of each day so far. */
  readonly curve: readonly { readonly day: Day; readonly amount: string }[]
}

interface Asked {
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly aggregate: AggregateIr
  readonly group: Group
  readonly period: Period
  readonly on: Day
  /** Records after it do not count: how it looked on that day. */
  readonly day: Day
}

export async function outlookOf(read: Read, asked: Asked): Promise<Outlook> {
  const { program, calendar, aggregate, group, period, on } = asked
  const day = asked.day < lastDay(period) ? asked.day : lastDay(period)
  const { days, of: ofDays } = elapsedOn(period, day)
  const of = { program, aggregate, group, period, on }
  const daily = days === 0 ? [] : await broughtIn(read, { ...of, spans: daysAsSpans(period.from, day) })
  const curve = addedUp(daily, period.from, day)
  const actual = curve.at(-1)?.amount ?? '0'
  const earlier = days === 0 || days >= ofDays ? [] : await earlierPeriods(read, { ...of, calendar, share: { days, ofDays } })
  return { ...forecastOf({ actual, days, ofDays, earlier }), day, days, ofDays, actual, earlier, curve }
}

/** What there was at the end of each day, also of those that brought nothing. */
function addedUp(daily: readonly Brought[], from: Day, last: Day): { day: Day; amount: string }[] {
  const amounts = new Map(daily.map((each) => [each.from, each.amount]))
  let sum = dec(0)
  return daysAsSpans(from, last).map((span) => {
    sum = sum.plus(amounts.get(span.from) ?? '0')
    return { day: span.from, amount: decimalText(sum) }
  })
}

type EarlierAsked = Omit<Asked, 'day'> & { readonly share: { readonly days: number; readonly ofDays: number } }

/** The periods before, each cut at the same share of its days. */
async function earlierPeriods(read: Read, { calendar, period, share, ...of }: EarlierAsked): Promise<Earlier[]> {
  const periods: Period[] = []
  for (let before = previousPeriod(calendar, period); before !== null && periods.length < FORECAST_PERIODS; before = previousPeriod(calendar, before)) periods.unshift(before)
  const cuts = periods.map((before) => ({ before, cut: cutOf(before, share) }))
  // Periods of one kind follow one another: all of them are read in one pass.
  const spans = cuts.flatMap(({ before, cut }) => [
    { from: before.from, until: cut },
    { from: cut, until: before.until },
  ])
  const found = new Map((await broughtIn(read, { ...of, period, spans })).map(({ from, amount }) => [from, amount]))
  return cuts.map(({ before, cut }) => {
    const byThen = found.get(before.from) ?? '0'
    return { period: before.id, byThen, whole: decimalText(dec(byThen).plus(found.get(cut) ?? '0')) }
  })
}

/** The first day that no longer counts: at least one day counts, and at least one does not. */
function cutOf(before: Period, { days, ofDays }: { readonly days: number; readonly ofDays: number }): Day {
  const length = daysBetween(before.from, before.until)
  return addDays(before.from, Math.min(length - 1, Math.max(1, Math.round((days * length) / ofDays))))
}
