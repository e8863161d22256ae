import type { CalendarSpec, Period } from '../../base/calendar.ts'
import { type Decimal, dec, decimalText } from '../../base/decimal.ts'
import { isInForce } from '../../engine/in-force.ts'
import type { LineIr, SchemeIr } from '../../engine/ir.ts'
import { nearNames } from '../../engine/near.ts'
import { hintOf, namesOf } from '../../engine/wording.ts'
import { readPeriod } from '../goals/period-names.ts'
import type { Directory } from '../org/directory.ts'
import { named } from '../org/naming.ts'
import { cell, checkText, Problems, rowText } from '../org/rows.ts'
import type { FactorField, FactorRow } from './rows.ts'

/** A factor as it is stored: an empty scheme is any, an empty line the whole score. */
export interface Factor {
  readonly period: Period
  readonly unit: string
  readonly scheme: string
  readonly line: string
  readonly factor: string
  readonly reason: string
  readonly by: string
  readonly row: FactorRow
}

/** What the rows of factors are read against. */
export interface FactorWorld {
  readonly units: Directory
  readonly schemes: readonly SchemeIr[]
  readonly calendar: CalendarSpec
}

/** Factors outside these are possible, and mostly a slip of the point: a tenth more or less is what a market does. */
const USUAL = { least: '0.5', most: '1.5' } as const

/** Read rows of factors, in any order. They are only to be used when no problem is an error. Problems: see texts.ts. */
export function planFactors(rows: readonly FactorRow[], world: FactorWorld): { factors: Factor[]; problems: Problems } {
  const problems = new Problems()
  const factors = new Map<string, Factor>()
  for (const row of rows) {
    const factor = readFactor(row, world, problems)
    if (factor === undefined) continue
    const key = JSON.stringify([factor.period.id, factor.unit, factor.scheme, factor.line])
    const other = factors.get(key)
    if (other === undefined) factors.set(key, factor)
    else problems.error(row, 'factors.twice', { unit: factor.unit, period: factor.period.id, other: rowText(other.row) })
  }
  const found = [...factors.values()]
  for (const factor of found) checkTaken(factor, world, problems)
  return { factors: found, problems }
}

const NEEDED = ['period', 'unit', 'factor', 'reason', 'by'] as const satisfies readonly FactorField[]

function readFactor(row: FactorRow, world: FactorWorld, problems: Problems): Factor | undefined {
  const before = problems.list.filter((d) => d.severity === 'error').length
  for (const field of NEEDED) if ((cell(row, field) ?? '') === '') problems.error(row, field === 'reason' ? 'factors.no-reason' : 'factors.cell-missing', { field })
  for (const field of ['reason', 'by'] as const) checkText(row, field, problems)
  const period = readPeriodOf(row, world.calendar, problems)
  const unit = named(row, 'unit', world.units, 'unit', problems)
  const schemes = schemesNamed(row, world.schemes, problems)
  const line = lineNamed(row, schemes ?? world.schemes, problems)
  const factor = readNumber(row, problems)
  const wrong = problems.list.filter((d) => d.severity === 'error').length > before
  if (wrong || period === undefined || unit === undefined || factor === undefined) return undefined
  const text = (field: FactorField): string => cell(row, field) ?? ''
  return { period, unit, scheme: schemes?.[0]?.scheme ?? '', line, factor: decimalText(factor), reason: text('reason'), by: text('by'), row }
}

function readPeriodOf(row: FactorRow, calendar: CalendarSpec, problems: Problems): Period | undefined {
  const value = cell(row, 'period') ?? ''
  if (value === '') return undefined
  const found = readPeriod(calendar, value)
  if (typeof found === 'object') return found
  problems.error(row, found === 'day' ? 'goals.period-day' : 'goals.period-unknown', { field: 'period', value: value.slice(0, SHOWN) })
  return undefined
}

/** Characters of a wrong value that a message shows. */
const SHOWN = 40

const spelled = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

const namesOfScheme = (s: SchemeIr): string[] => [s.scheme, ...Object.values(namesOf(s.name, s.scheme))]
const namesOfLine = (l: LineIr): string[] => [l.line, ...Object.values(namesOf(l.name, l.line))]

/** All editions of the scheme that a row names by id or name; undefined where it names none, or one that is not there (which is told). */
function schemesNamed(row: FactorRow, schemes: readonly SchemeIr[], problems: Problems): readonly SchemeIr[] | undefined {
  const value = cell(row, 'scheme') ?? ''
  if (value === '') return undefined
  const byId = schemes.filter((s) => s.scheme === value)
  const found = byId.length > 0 ? byId : schemes.filter((s) => namesOfScheme(s).some((n) => spelled(n) === spelled(value)))
  const ids = [...new Set(found.map((s) => s.scheme))]
  if (ids.length === 1) return found
  const all = [...new Set(schemes.map((s) => s.scheme))]
  if (ids.length > 1) problems.error(row, 'factors.ambiguous', { field: 'scheme', value: value.slice(0, SHOWN), ids: ids.join(', ') })
  else problems.error(row, 'factors.scheme-unknown', { value: value.slice(0, SHOWN), ...hintOf(nearNames(value, schemes.flatMap(namesOfScheme)), all) })
  return undefined
}

/** The id of the line that a row names; empty where it names none, or one that is not there (which is told). */
function lineNamed(row: FactorRow, schemes: readonly SchemeIr[], problems: Problems): string {
  const value = cell(row, 'line') ?? ''
  if (value === '') return ''
  const lines = schemes.flatMap((s) => s.lines)
  const byId = lines.filter((l) => l.line === value)
  const found = byId.length > 0 ? byId : lines.filter((l) => namesOfLine(l).some((n) => spelled(n) === spelled(value)))
  const [id, other] = [...new Set(found.map((l) => l.line))]
  if (id !== undefined && other === undefined) {
    if (found.every((l) => l.rule.rule === 'gate')) problems.error(row, 'factors.gate', { line: id })
    return id
  }
  if (id === undefined)
    problems.error(row, 'factors.line-unknown', { value: value.slice(0, SHOWN), ...hintOf(nearNames(value, lines.flatMap(namesOfLine)), [...new Set(lines.map((l) => l.line))]) })
  else problems.error(row, 'factors.ambiguous', { field: 'line', value: value.slice(0, SHOWN), ids: [...new Set(found.map((l) => l.line))].join(', ') })
  return ''
}

/** 1.05 or 105%. Undefined: reported, or empty. */
function readNumber(row: FactorRow, problems: Problems): Decimal | undefined {
  const value = (cell(row, 'factor') ?? '').normalize('NFKC')
  if (value === '') return undefined
  if (!/^-?\d{1,6}(\.\d{1,10})?%?$/.test(value)) {
    problems.error(row, 'factors.not-a-number', { value: value.slice(0, SHOWN) })
    return undefined
  }
  const number = dec(value.replace('%', '')).times(value.endsWith('%') ? '0.01' : '1')
  if (number.lte(0)) {
    problems.error(row, 'factors.not-above-zero', { value })
    return undefined
  }
  if (number.lt(USUAL.least) || number.gt(USUAL.most)) problems.warning(row, 'factors.unusual', { value: decimalText(number), ...USUAL })
  return number
}

/** A factor that no scheme takes changes nothing without a word. */
function checkTaken({ period, scheme, line, row }: Factor, { schemes }: FactorWorld, problems: Problems): void {
  const judging = schemes.filter((s) => isInForce(s, period) && (scheme === '' || s.scheme === scheme) && (line === '' || s.lines.some((l) => l.line === line)))
  if (judging.length === 0) problems.warning(row, 'factors.no-scheme', { period: period.id })
  else if (judging.every((s) => !s.factors)) problems.warning(row, 'factors.ignored', { period: period.id, schemes: judging.map((s) => s.scheme).join(', ') })
}
