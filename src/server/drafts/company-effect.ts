import { type CalendarSpec, type Day, type Period, periodContaining, periodOf, subPeriods } from '../../base/calendar.ts'
import { checkCalendar } from '../../base/calendar-check.ts'
import { sql } from '../../base/sql.ts'
import type { CompanyDocument } from '../../engine/documents/company.ts'
import { parseDocument } from '../../engine/documents/parse.ts'
import type { Read } from '../../store/types.ts'
import { isBuiltIn, type LoadedProgram } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { rowCounts } from '../records/catalogue.ts'
import { openPeriods } from '../runs/open-periods.ts'

/** A period of which something is kept, and that the drafted calendar cuts otherwise. */
export interface MovedPeriod {
  readonly id: string
  readonly before: Period
  /** Null: the drafted calendar has no such period. */
  readonly after: Period | null
  /** It was computed with the calendar in force. */
  readonly computed: boolean
  readonly targets: number
  readonly factors: number
}

/** What publishing a drafted company would do, beside what its differences say. */
export interface CompanyEffect {
  /** The year that holds today and its quarters, by the drafted calendar; empty where that does not reach today. */
  readonly year: readonly Period[]
  /** What would be computed anew by itself. */
  readonly open: readonly Period[]
  /** Those with results first, then the latest first. */
  readonly moved: readonly MovedPeriod[]
  /** Where the currency changes: amounts that say none of their own would be read as the new one. Null where it stays. */
  readonly currency: { readonly from: string; readonly to: string; readonly fields: number; readonly records: number; readonly targets: number; readonly rates: number } | null
  /** Where the time zone changes: fields with a time of day, which may fall on another day. Null where it stays. */
  readonly timestamps: number | null
}

/** Null where the draft cannot be read, or its calendar is wrong: the check says what is to be mended then. */
export async function companyEffect(read: Read, body: unknown, today: Day): Promise<CompanyEffect | null> {
  const { document } = parseDocument('company', body)
  if (document === null || checkCalendar(document.calendar).length > 0) return null
  const loaded = await rulesInForceNow(read)
  const { calendar } = document
  return {
    year: yearOf(calendar, today),
    open: await openPeriods(read, { ...loaded, calendar }, today),
    moved: await movedPeriods(read, loaded.calendar, calendar),
    currency: await currencyEffect(read, loaded, document),
    timestamps: document.timezone === loaded.company.timezone ? null : fieldsOf(loaded, (f) => f.type === 'timestamp').length,
  }
}

/** The year that holds a day, and its quarters. */
export function yearOf(calendar: CalendarSpec, day: Day): Period[] {
  const year = periodContaining(calendar, 'year', day)
  if (year !== null) return [year, ...subPeriods(calendar, year, 'quarter')]
  const quarter = periodContaining(calendar, 'quarter', day)
  return quarter === null ? [] : [quarter]
}

async function movedPeriods(read: Read, before: CalendarSpec, after: CalendarSpec): Promise<MovedPeriod[]> {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const kept = await read.query<{ id: string; computed: boolean; targets: number; factors: number }>(sql`
    select id, bool_or(computed) as computed, sum(targets)::float8 as targets, sum(factors)::float8 as factors from (
      select period as id, true as computed, 0::bigint as targets, 0::bigint as factors from calc.run group by period
      union all select period, false, count(*), 0 from app.target group by period
      union all select period, false, 0, count(*) from app.factor group by period
    ) as k group by id order by id`)
  const moved = kept.flatMap(({ id, ...k }) => {
    const [was, is] = [periodOf(before, id), periodOf(after, id)]
    return was === null || (is?.from === was.from && is.until === was.until) ? [] : [{ id, ...k, before: was, after: is }]
  })
  return moved.sort((a, b) => (a.computed === b.computed ? (a.before.from < b.before.from ? 1 : -1) : a.computed ? -1 : 1))
}

async function currencyEffect(read: Read, loaded: LoadedProgram, { currency }: CompanyDocument): Promise<CompanyEffect['currency']> {
  const from = loaded.company.currency
  if (currency === from) return null
  const fields = fieldsOf(loaded, (f) => f.type === 'money' && f.currency === undefined && f.currencyField === undefined)
  const rows = await rowCounts(read)
  const records = [...new Set(fields)].reduce((sum, dataset) => sum + (rows.get(dataset) ?? 0), 0)
  const kept = await read.first<{ targets: number; rates: number }>(
    sql`select (select count(*) from app.target)::float8 as targets, (select count(*) from app.rate)::float8 as rates`,
  )
  return { from, to: currency, fields: fields.length, records, targets: kept?.targets ?? 0, rates: kept?.rates ?? 0 }
}

/** Of each field of the company's own datasets that fits, its dataset. */
function fieldsOf({ datasets }: LoadedProgram, fits: (field: LoadedProgram['datasets'][number]['fields'][string]) => boolean): string[] {
  return datasets.filter((d) => !isBuiltIn(d.dataset)).flatMap((d) => Object.values(d.fields).flatMap((f) => (fits(f) ? [d.dataset] : [])))
}
