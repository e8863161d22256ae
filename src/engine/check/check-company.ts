import type { CompanyDocument } from '../documents/company.ts'
import { dayNumber, isDay } from './days.ts'
import { checkId } from './names.ts'
import type { Reporter } from './report.ts'
import { isReservedUnit } from './units.ts'

/** What the schema of company.yaml cannot say. */
export function checkCompany(company: CompanyDocument, report: Reporter): void {
  if (!isTimezone(company.timezone)) report.error('company.timezone', ['timezone'], { timezone: company.timezone })
  for (const id of Object.keys(company.units)) {
    if (isReservedUnit(id)) report.error('company.unit-reserved', ['units', id], { name: id })
    else checkId('unit', id, ['units', id], report)
  }
  const { calendar } = company
  if (calendar.kind === 'weeks') checkWeeks(calendar, report)
  if (calendar.kind === 'quarters') checkQuarters(calendar.quarterStarts, report)
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name)
  } catch {
    return false
  }
}

function checkWeeks(calendar: { pattern: readonly number[]; years: Readonly<Record<string, string>> }, report: Reporter): void {
  const weeks = calendar.pattern.reduce((sum, n) => sum + n, 0)
  if (weeks !== 13) report.error('company.week-pattern', ['calendar', 'pattern'], { weeks })
  const years = Object.entries(calendar.years).sort(([a], [b]) => Number(a) - Number(b))
  for (const [i, [year, from]] of years.entries()) {
    const path = ['calendar', 'years', year]
    if (!isDay(from)) {
      report.error('company.bad-day', path, { day: from })
      continue
    }
    const next = years[i + 1]
    if (next === undefined || Number(next[0]) !== Number(year) + 1 || !isDay(next[1])) continue
    const days = dayNumber(next[1]) - dayNumber(from)
    if (days !== 364 && days !== 371) report.error('company.week-year', path, { year, from, days })
  }
}

function checkQuarters(starts: readonly string[] | Readonly<Record<string, string>>, report: Reporter): void {
  const path = ['calendar', 'quarterStarts']
  // A day that exists every year: 29 February does not.
  const days: [string | number, string, string][] = Array.isArray(starts)
    ? starts.map((day: string, i) => [i, day, `2001-${day}`])
    : Object.entries(starts)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([quarter, day]) => [quarter, day, day])
  const good = days.filter(([key, day, full]) => {
    if (isDay(full)) return true
    report.error('company.bad-day', [...path, key], { day })
    return false
  })
  // Days of the year may pass New Year once: a year that begins in April ends in the next.
  const descents = good.filter(([, , full], i) => i > 0 && full <= (good[i - 1]?.[2] ?? ''))
  const allowed = Array.isArray(starts) ? 1 : 0
  const wraps = descents.length === 1 && (good.at(-1)?.[2] ?? '') < (good[0]?.[2] ?? '')
  if (descents.length <= allowed && (descents.length === 0 || wraps)) return
  for (const [key, day] of descents) report.error('company.quarter-starts', [...path, key], { day })
}
