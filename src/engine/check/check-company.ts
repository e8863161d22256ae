import { checkCalendar } from '../../base/calendar-check.ts'
import { decimalsOf } from '../../base/currency.ts'
import type { CompanyDocument } from '../documents/company.ts'
import { checkId } from './names.ts'
import type { CalendarCode, Reporter } from './report.ts'
import { isReservedUnit } from './units.ts'

/** What the schema of company.yaml cannot say. */
export function checkCompany(company: CompanyDocument, report: Reporter): void {
  if (!isTimezone(company.timezone)) report.error('company.timezone', ['timezone'], { timezone: company.timezone })
  for (const id of Object.keys(company.units)) {
    if (isReservedUnit(id)) report.error('company.unit-reserved', ['units', id], { name: id })
    else checkId('unit', id, ['units', id], report)
  }
  const decimals = decimalsOf(company.currency)
  if (company.currencyDecimals > decimals) report.warning('company.decimals', ['currencyDecimals'], { currency: company.currency, decimals, given: company.currencyDecimals })
  for (const { code, params, path } of checkCalendar(company.calendar)) report.error(code as CalendarCode, ['calendar', ...path], params) // the calendar's own texts say every code it finds
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name)
  } catch {
    return false
  }
}
