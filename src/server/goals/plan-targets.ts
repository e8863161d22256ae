import type { CalendarSpec, Period } from '../../base/calendar.ts'
import { dec } from '../../base/decimal.ts'
import type { Params } from '../../base/diagnostic.ts'
import type { MeasureIr, TargetLevel } from '../../engine/ir.ts'
import { type Manner, normaliseDecimal } from '../datasets/values/normalise.ts'
import type { Directory } from '../org/directory.ts'
import { named } from '../org/naming.ts'
import { cell, Problems, rowText } from '../org/rows.ts'
import { type FoundMeasure, measureFinder } from './measure-names.ts'
import { readPeriod } from './period-names.ts'
import type { TargetField, TargetRow } from './rows.ts'
import { checkSums } from './sums.ts'
import { LEVELS, type Target } from './target.ts'

/** What the rows of targets are read against. */
export interface TargetWorld {
  readonly directory: Directory
  readonly measures: readonly MeasureIr[]
  readonly calendar: CalendarSpec
  /** The company's currency: targets of money may carry its sign. */
  readonly currency: string
}

/** Read rows of targets, in any order. The targets are only to be used when no problem is an error. Problems: see texts.ts. */
export function planTargets(rows: readonly TargetRow[], world: TargetWorld): { targets: Target[]; problems: Problems } {
  const problems = new Problems()
  const find = measureFinder(world.measures)
  const targets = new Map<string, Target>()
  for (const row of rows) {
    const target = readTarget(row, { world, find, problems })
    if (target === undefined) continue
    const key = JSON.stringify([target.employee, target.measure.measure, target.period.id])
    const other = targets.get(key)
    if (other === undefined) targets.set(key, target)
    else problems.error(row, 'goals.target-twice', { employee: target.employee, measure: target.measure.measure, period: target.period.id, other: rowText(other.row) })
  }
  const found = [...targets.values()]
  for (const target of found) checkLevels(target, problems)
  checkSums(found, world.calendar, problems)
  return { targets: found, problems }
}

interface Reading {
  readonly world: TargetWorld
  readonly find: (text: string) => FoundMeasure
  readonly problems: Problems
}

function readTarget(row: TargetRow, reading: Reading): Target | undefined {
  const { world, problems } = reading
  const before = problems.list.length
  for (const field of ['employee', 'measure', 'period'] as const) if ((cell(row, field) ?? '') === '') problems.error(row, 'goals.cell-missing', { field })
  const employee = named(row, 'employee', world.directory, 'person', problems)
  const measure = readMeasure(row, reading)
  const period = readPeriodOf(row, world.calendar, problems)
  const levels = { target: null as string | null, stretch: null as string | null, challenge: null as string | null } // Widened: filled below.
  for (const level of LEVELS) levels[level] = readLevel(row, level, { measure, currency: world.currency, problems })
  const said = problems.list.slice(before).some((d) => d.severity === 'error')
  if (said || employee === undefined || measure === undefined || period === undefined) return undefined
  if (LEVELS.every((level) => levels[level] === null)) {
    problems.warning(row, 'goals.target-empty', { employee, measure: measure.measure, period: period.id })
    return undefined
  }
  return { employee, measure, period, levels, row }
}

function readMeasure(row: TargetRow, { find, problems }: Reading): MeasureIr | undefined {
  const value = cell(row, 'measure') ?? ''
  if (value === '') return undefined
  const found = find(value)
  if (found.kind === 'found') return found.measure
  if (found.kind === 'ambiguous') problems.error(row, 'goals.measure-ambiguous', { field: 'measure', value, ids: found.ids.join(', ') })
  else problems.error(row, 'goals.measure-unknown', { field: 'measure', value: short(value), ...found.hint })
  return undefined
}

function readPeriodOf(row: TargetRow, calendar: CalendarSpec, problems: Problems): Period | undefined {
  const value = cell(row, 'period') ?? ''
  if (value === '') return undefined
  const found = readPeriod(calendar, value)
  if (typeof found === 'object') return found
  problems.error(row, found === 'day' ? 'goals.period-day' : 'goals.period-unknown', { field: 'period', value: short(value) })
  return undefined
}

/** A figure of a target as people write it; canonical, null for none. Problems: `value.*`, `goals.not-percent`, `goals.percent-small`. */
export function readLevel(row: TargetRow, level: TargetField & TargetLevel, of: { measure: MeasureIr | undefined; currency: string; problems: Problems }): string | null {
  const { measure, currency, problems } = of
  const value = cell(row, level) ?? ''
  const manner: Manner = {
    dateOrder: null,
    serialsFrom: null,
    currency,
    isMoney: measure === undefined || measure.unit[currency] !== undefined,
    decimalComma: false,
    // A measure that is not known takes whatever is a number: its own mistake is told already.
    isPercent: measure === undefined || measure.percent,
  }
  const read = normaliseDecimal(value, manner)
  const at = { line: row.line, column: level, value: short(value) }
  if (!('ok' in read)) {
    const percent: Params = measure === undefined ? {} : { measure: measure.measure }
    if (read.bad === 'value.percent-sign') problems.error(row, 'goals.not-percent', { ...at, ...percent })
    else problems.error(row, read.bad, { ...at, ...read.params })
    return null
  }
  if (measure?.percent === true && read.ok !== null && !value.includes('%') && read.ok !== '0' && dec(read.ok).abs().lte(1)) problems.warning(row, 'goals.percent-small', at)
  return read.ok
}

/** Characters of a wrong value that a message shows. */
const SHOWN = 40

function short(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** A stretch that asks less than the target is mostly two columns that changed places. */
export function checkLevels({ measure, levels, row, employee, period }: Target, problems: Problems): void {
  const given = LEVELS.flatMap((level) => (levels[level] === null ? [] : [{ level, value: dec(levels[level]) }]))
  for (const [i, { level, value }] of given.entries()) {
    const before = given[i - 1]
    if (before === undefined) continue
    if (measure.better === 'more' ? value.lt(before.value) : value.gt(before.value))
      problems.warning(row, 'goals.levels-order', {
        employee,
        measure: measure.measure,
        period: period.id,
        level,
        value: value.toFixed(),
        easier: before.level,
        easierValue: before.value.toFixed(),
      })
  }
}
