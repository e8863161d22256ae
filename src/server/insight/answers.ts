import type { z } from 'zod'
import { type Day, type Period, previousPeriod } from '../../base/calendar.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { TREND_PERIODS } from '../../base/limits.ts'
import type { MeasureIr } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { fieldOf } from '../datasets/table.ts'
import { may } from '../http/who.ts'
import { recordDays } from '../measures/record-days.ts'
import { judgedOn, newestNumber, periodNow } from '../runs/newest.ts'
import { mainMeasure, type UnitResult, unitResults } from '../runs/overview.ts'
import { addedMeasures, peopleAsked } from './asked-lines.ts'
import { latestDeals } from './deals.ts'
import { distributionOf } from './distribution.ts'
import { shareOf } from './forecast.ts'
import { funnelOf, stagesOf } from './funnel.ts'
import type { Group } from './group.ts'
import { outlookOf } from './outlook.ts'
import type { DealsShown, DistributionShown, FunnelsShown, OutlookShown, Trend } from './shapes.ts'
import { trendPoint } from './trend.ts'

export interface Asked {
  readonly group: Group
  readonly period: string
  readonly today: Day
  readonly lang: Lang
}

const named = (measure: MeasureIr, lang: Lang) => ({ id: measure.measure, name: nameIn(measure.name, lang, measure.measure) })

/** The periods up to one that were computed, the oldest first. */
export async function trendAnswer(read: Read, { group, period: id, today, lang }: Asked): Promise<z.input<typeof Trend>> {
  const { period: last, input } = await periodNow(read, id)
  const measure = mainMeasure(input.program, last)
  const points: z.input<typeof Trend>['points'] = []
  let period: Period | null = last
  for (let looked = 0; period !== null && looked < TREND_PERIODS; looked++) {
    const run = await newestNumber(read, period.id)
    const at = { program: input.program, group, period, on: judgedOn(period, today), measure: measure?.measure ?? null }
    if (run !== null) points.unshift({ period: period.id, run, ...(await trendPoint(read, { ...at, run })) })
    period = previousPeriod(input.calendar, period)
  }
  return { measure: measure === null ? null : named(measure, lang), showsPay: may(group.who, 'pay.read'), points }
}

export async function distributionAnswer(read: Read, { group, period: id, today }: Asked): Promise<z.input<typeof DistributionShown>> {
  const { period, newest } = await periodNow(read, id)
  const run = newest?.run ?? null
  if (run === null) return { run, bands: [], grades: [], scored: 0, unscored: 0, median: null, lower: null, upper: null }
  const { bands, grades, ...rest } = await distributionOf(read, { group, period, on: judgedOn(period, today), run })
  return { run, ...rest, bands: bands.map((band) => ({ ...band })), grades: grades.map((grade) => ({ ...grade })) }
}

const NO_OUTLOOK = { days: 0, ofDays: 0, method: 'none', people: null, actual: null, target: null, expected: null, low: null, high: null, earlier: [], curve: [] } as const

export async function outlookAnswer(
  read: Read,
  { group, period: id, today, lang, measure: wanted, day: asOf }: Asked & { readonly measure: string | undefined; readonly day: Day | undefined },
): Promise<z.input<typeof OutlookShown>> {
  const { period, newest, input } = await periodNow(read, id)
  const { program, calendar } = input
  const on = judgedOn(period, today)
  const main = mainMeasure(program, period)
  const added = addedMeasures(program, period)
  const measures = added.map((each) => named(each, lang))
  const measure = added.find((each) => each.measure === (wanted ?? main?.measure)) ?? (wanted === undefined ? added[0] : undefined)
  const day = asOf ?? (await lastKnown(read, today))
  if (measure === undefined || measure.body.kind !== 'aggregate')
    return { ...NO_OUTLOOK, measure: null, measures, day, attainment: { now: null, expected: null, low: null, high: null }, earlier: [], curve: [] }
  const run = newest?.run ?? null
  // What is set against targets is of those who have one: what others bring would make everybody look better.
  const asked = run === null ? null : { ...group, among: peopleAsked(program, period, measure.measure, run) }
  const point = asked === null || run === null ? null : await trendPoint(read, { program, group: asked, period, on, run, measure: measure.measure })
  const target = point?.target ?? null
  const of = asked === null || target === null ? group : asked
  const found = await outlookOf(read, { program, calendar, aggregate: measure.body.aggregate, group: of, period, on, day })
  const { actual, expected, low, high } = found
  return {
    ...found,
    measure: { ...named(measure, lang), money: measure.unit[program.company.currency] === 1, dataset: measure.body.aggregate.dataset },
    measures,
    people: target === null ? null : (point?.people ?? null),
    target,
    attainment: { now: shareOf(actual, target), expected: shareOf(expected, target), low: shareOf(low, target), high: shareOf(high, target) },
    earlier: found.earlier.map((each) => ({ ...each })),
    curve: found.curve.map((each) => ({ ...each })),
  }
}

/** Today, or the last day with records where they come later: days that were not told about yet would look like days without business. */
async function lastKnown(read: Read, today: Day): Promise<Day> {
  const days = await recordDays(read)
  return days !== null && days.last < today ? days.last : today
}

export async function funnelsAnswer(read: Read, { group, period: id, today, lang }: Asked): Promise<z.input<typeof FunnelsShown>> {
  const { period, loaded } = await periodNow(read, id)
  const on = judgedOn(period, today)
  const items: z.input<typeof FunnelsShown>['items'] = []
  for (const document of loaded.datasets) {
    const found = stagesOf(document)
    if (found === null) continue
    const { counts, outcomes } = await funnelOf(read, found, { group, period, on })
    const nameOf = (field: string) => nameIn(fieldOf(document, field).name, lang, field)
    items.push({
      dataset: document.dataset,
      name: nameIn(document.name, lang, document.dataset),
      date: found.stages[0] ?? '',
      stages: found.stages.map((field, at) => ({ field, name: nameOf(field), count: counts[at] ?? 0 })),
      outcome: found.outcome === null ? null : { field: found.outcome, name: nameOf(found.outcome) },
      outcomes: outcomes.map((each) => ({ ...each })),
    })
  }
  return { items }
}

/** Records of a day that are shown. */
const DEALS = 10

export async function dealsAnswer(read: Read, { group, period: id, today, lang }: Asked): Promise<z.input<typeof DealsShown>> {
  const { period, input } = await periodNow(read, id)
  const measure = mainMeasure(input.program, period) ?? addedMeasures(input.program, period)[0]
  if (measure === undefined || measure.body.kind !== 'aggregate') return { measure: null, day: null, items: [] }
  const { aggregate } = measure.body
  const { day, items } = await latestDeals(read, { program: input.program, aggregate, who: group.who, today, most: DEALS })
  const money = measure.unit[input.program.company.currency] === 1
  return { measure: { ...named(measure, lang), money, dataset: aggregate.dataset }, day, items: items.map((each) => ({ ...each })) }
}

/** Units side by side: what they brought of the main measure, and their pay as far as the asker may see it. */
export async function costsAnswer(read: Read, { group, period: id, today }: Asked): Promise<readonly UnitResult[]> {
  const { period, newest, input } = await periodNow(read, id)
  const measure = mainMeasure(input.program, period)
  return await unitResults(read, { who: group.who, period, run: newest?.run ?? null, before: null, on: judgedOn(period, today) }, measure?.measure ?? null)
}
