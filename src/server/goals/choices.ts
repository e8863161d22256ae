import { type CalendarSpec, type Day, type Period, periodContaining, previousPeriod } from '../../base/calendar.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { unitWording } from '../../engine/index.ts'
import type { MeasureIr } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { recordDays } from '../measures/record-days.ts'
import { addsUp } from './sums.ts'

/** A measure as its targets are shown. */
export interface MeasureShown {
  readonly measure: string
  readonly name: string
  /** Its unit in words: `CNY`, `单`. */
  readonly unit: string
  /** A target of 30 means 30 %. */
  readonly percent: boolean
  /** Whether months make up quarters. */
  readonly adds: boolean
  /** Whether people make up a unit: of what teams do, their managers’ figures would count twice. */
  readonly sums: boolean
  readonly better: 'more' | 'less'
}

export function measureShown(measure: MeasureIr, { company }: Pick<LoadedProgram, 'company'>, lang: Lang): MeasureShown {
  const names = new Map(Object.entries(company.units).map(([id, name]) => [id, { zh: nameIn(name, 'zh', id), en: nameIn(name, 'en', id) }]))
  const unit = measure.percent ? '%' : Object.keys(measure.unit).length === 0 ? '' : unitWording(measure.unit, names)[lang]
  return {
    measure: measure.measure,
    name: nameIn(measure.name, lang, measure.measure),
    unit,
    percent: measure.percent,
    adds: addsUp(measure),
    sums: addsUp(measure) && measure.scope.line === 'own',
    better: measure.better,
  }
}

/** How many targets of each measure there are, the most first. */
export function targetCounts(read: Read): Promise<{ measure: string; targets: number }[]> {
  return read.query(sql`select measure, count(*)::int as targets from app.target group by measure order by count(*) desc, measure`)
}

/** Of the records so many years are offered, counted from the latest: one wrong day must not bring a century. */
const YEARS_BACK = 10

/** The years to choose from: those with targets or records, this one and the next, the earliest first. */
export async function targetYears(read: Read, calendar: CalendarSpec, today: Day): Promise<Period[]> {
  const days = await read.query<{ day: string }>(sql`select distinct from_date::text as day from app.target order by 1`)
  const found = new Map<string, Period>()
  const note = (year: Period | null) => {
    if (year !== null) found.set(year.id, year)
    return year
  }
  for (const { day } of days) note(periodContaining(calendar, 'year', day))
  for (const year of await recordYears(read, calendar, today)) note(year)
  const now = note(periodContaining(calendar, 'year', today))
  if (now !== null) note(periodContaining(calendar, 'year', now.until))
  return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

async function recordYears(read: Read, calendar: CalendarSpec, today: Day): Promise<Period[]> {
  const days = await recordDays(read)
  if (days === null || days.first > today) return []
  const found: Period[] = []
  for (
    let year = periodContaining(calendar, 'year', days.last > today ? today : days.last);
    year !== null && year.until > days.first && found.length < YEARS_BACK;
    year = previousPeriod(calendar, year)
  )
    found.push(year)
  return found
}
