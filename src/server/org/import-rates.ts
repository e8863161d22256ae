import { Decimal, dec, decimalText } from '../../base/decimal.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import { inBatches, ORG_LOCK, type OrgImport } from './import-people.ts'
import { cell, Problems, parseDay, type RateRow, rowText } from './rows.ts'

interface Rate {
  readonly currency: string
  readonly day: string
  readonly rate: string
  readonly row: RateRow
}

/** A plain decimal; more digits than this before or behind the point are no rate, and would not fit `numeric`. */
const PLAIN_DECIMAL = /^[+-]?\d{1,20}(\.\d{1,30})?$/

/** Record rates; a day already known takes the new rate, days without a row are left alone. Diagnostics: see texts.ts. */
export async function importRates(tx: Tx, rows: readonly RateRow[]): Promise<OrgImport> {
  await tx.lock(ORG_LOCK)
  const { rates, problems } = planRates(rows)
  if (problems.bad) return { diagnostics: problems.list, given: rates.length, changes: 0 }
  const changes = await inBatches(
    tx,
    rates,
    (column) => sql`
    insert into app.rate as r (currency, day, rate)
    select currency, day::date, rate::numeric from unnest(${column((r) => r.currency)}, ${column((r) => r.day)}, ${column((r) => r.rate)}) as n (currency, day, rate)
    on conflict (currency, day) do update set rate = excluded.rate where r.rate <> excluded.rate`,
  )
  return { diagnostics: problems.list, given: rates.length, changes }
}

/** Read rows of rates, in any order. The rates are only to be used when no problem is an error. Problems: see texts.ts. */
export function planRates(rows: readonly RateRow[]): { readonly rates: readonly Rate[]; readonly problems: Problems } {
  const problems = new Problems()
  const rates = new Map<string, Rate>()
  for (const row of rows) {
    const rate = readRate(row, problems)
    if (rate === undefined) continue
    const key = `${rate.currency} ${rate.day}`
    const other = rates.get(key)
    if (other === undefined) rates.set(key, rate)
    else if (other.rate !== rate.rate) {
      problems.error(row, 'org.rate-twice', { currency: rate.currency, day: rate.day, value: rate.rate, other: rowText(other.row), otherValue: other.rate })
    }
  }
  return { rates: [...rates.values()], problems }
}

function readRate(row: RateRow, problems: Problems): Rate | undefined {
  const before = problems.list.length
  const currency = (cell(row, 'currency') ?? '').normalize('NFKC').toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency)) problems.error(row, 'org.currency-invalid', { value: shown(currency) })
  const text = cell(row, 'date') ?? ''
  const day = parseDay(text)
  if (text === '') problems.error(row, 'org.rate-date-missing', { currency: shown(currency) })
  else if (day === undefined) problems.error(row, 'org.date-invalid', { field: 'date', value: shown(text) })
  const value = (cell(row, 'rate') ?? '').normalize('NFKC')
  const rate = PLAIN_DECIMAL.test(value) ? dec(value) : undefined
  if (rate === undefined) problems.error(row, 'org.rate-invalid', { value: shown(value) })
  else if (rate.lte(new Decimal(0))) problems.error(row, 'org.rate-not-positive', { value: decimalText(rate) })
  if (problems.list.length > before || day === undefined || rate === undefined) return undefined
  return { currency, day, rate: decimalText(rate), row }
}

/** Characters of a wrong value that a message shows. */
const SHOWN = 40

function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
