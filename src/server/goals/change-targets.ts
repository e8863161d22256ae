import type { Day } from '../../base/calendar.ts'
import { dec } from '../../base/decimal.ts'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { joinSql, sql } from '../../base/sql.ts'
import type { TargetLevel } from '../../engine/ir.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Who } from '../http/who.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { ORG_LOCK } from '../org/import-people.ts'
import { Problems } from '../org/rows.ts'
import { writeTargets } from './import-targets.ts'
import { requireMeasure, requirePeriod, writableBy } from './matrix.ts'
import { checkLevels, readLevel } from './plan-targets.ts'
import { LEVELS, type Target } from './target.ts'

/** A cell as somebody saw it and as it shall be. */
export interface TargetEdit {
  readonly employee: string
  readonly measure: string
  readonly period: string
  readonly level: TargetLevel
  /** The figure that was seen; null: none. */
  readonly from: string | null
  /** As people write it; empty: no target. */
  readonly to: string
}

type Levels = Record<TargetLevel, string | null>

interface Changing {
  readonly who: Who
  readonly today: Day
  readonly reason: string
}

/** What came of changing targets. */
export interface TargetsChanged {
  readonly cells: number
  readonly people: number
  /** Worth a look: levels in the wrong order, a percentage below one. */
  readonly warnings: readonly Diagnostic[]
}

/**
 * Set targets cell by cell: all of them or none. A cell that somebody else changed since it was seen is not overwritten.
 * Errors: `access.not-visible`; `goals.targets-invalid` with a finding a cell; `goals.changed-meanwhile` with one a cell that says who changed it.
 */
export async function changeTargets(tx: Tx, rules: LoadedProgram, edits: readonly TargetEdit[], changing: Changing): Promise<TargetsChanged> {
  const { who, today, reason } = changing
  await tx.lock(ORG_LOCK)
  const writes = await writableBy(tx, who, today)
  if (edits.some((edit) => !writes(edit.employee))) throw new Refusal('access.not-visible')
  await requirePeople(tx, edits)
  const wanted = readEdits(rules, edits)
  const stored = await storedLevels(tx, edits)
  await refuseConflicts(tx, edits, { wanted, stored })
  const rows = rowsOf(rules, edits, { wanted, stored })
  await tx.run(sql`select set_config('heng.change', ${JSON.stringify({ user: who.user, name: who.name, reason })}, true)`)
  await removeTargets(
    tx,
    rows.filter((row) => LEVELS.every((level) => row.levels[level] === null)),
  )
  const kept = rows.filter((row) => LEVELS.some((level) => row.levels[level] !== null))
  await writeTargets(tx, kept, null)
  const problems = new Problems()
  for (const row of kept) checkLevels(row, problems)
  const changed = edits.filter((edit, at) => !same(wanted[at] ?? null, stored.get(keyOf(edit))?.[edit.level] ?? null))
  return { cells: changed.length, people: new Set(changed.map((edit) => edit.employee)).size, warnings: problems.list }
}

async function requirePeople(read: Read, edits: readonly TargetEdit[]): Promise<void> {
  const ids = [...new Set(edits.map((edit) => edit.employee))]
  const row = await read.first<{ n: number }>(sql`select count(*)::int as n from app.employee where employee_id = any(${ids}::text[])`)
  if (row?.n !== ids.length) throw new Refusal('access.not-visible')
}

/** The figure of each edit, canonical. */
function readEdits(rules: LoadedProgram, edits: readonly TargetEdit[]): (string | null)[] {
  const details: Diagnostic[] = []
  const { currency } = rules.company
  const wanted = edits.map((edit, at) => {
    const problems = new Problems()
    const measure = requireMeasure(rules, edit.measure)
    requirePeriod(rules, edit.period)
    const value = readLevel({ fields: { [edit.level]: edit.to }, file: '', line: at + 1 }, edit.level, { measure, currency, problems })
    for (const { severity } of problems.list.filter((p) => p.severity === 'error')) {
      const params = { employee: edit.employee, measure: measure.measure, period: edit.period, level: edit.level, value: edit.to.slice(0, 40) }
      details.push({ code: measure.percent ? 'goals.cell-not-percent' : 'goals.cell-not-number', severity, place: { path: ['edits', at, 'to'] }, params })
    }
    return value
  })
  if (details.length > 0) throw new Refusal('goals.targets-invalid', { count: details.length }, { details: details.slice(0, TOLD) })
  return wanted
}

/** Cells told one by one; who has more to mend looks at the first ones first. */
const TOLD = 200

const keyOf = (t: { readonly employee: string; readonly measure: string; readonly period: string }): string => JSON.stringify([t.employee, t.measure, t.period])

async function storedLevels(read: Read, edits: readonly TargetEdit[]): Promise<Map<string, Levels>> {
  const rows = await read.query<Levels & { employee: string; measure: string; period: string }>(sql`
    select t.employee_id as employee, t.measure, t.period, trim_scale(target)::text as target, trim_scale(stretch)::text as stretch, trim_scale(challenge)::text as challenge
    from app.target as t where (t.employee_id, t.measure, t.period) in (${keysOf(edits)})`)
  return new Map(rows.map((row) => [keyOf(row), row]))
}

function keysOf(of: readonly { readonly employee: string; readonly measure: string; readonly period: string }[]) {
  const lists = [of.map((t) => t.employee), of.map((t) => t.measure), of.map((t) => t.period)].map((list) => sql`${list}::text[]`)
  return sql`select * from unnest(${joinSql(lists, ', ')})`
}

const same = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : dec(a).eq(dec(b)))

async function refuseConflicts(
  read: Read,
  edits: readonly TargetEdit[],
  of: { readonly wanted: readonly (string | null)[]; readonly stored: ReadonlyMap<string, Levels> },
): Promise<void> {
  const found = edits.flatMap((edit, at) => {
    const now = of.stored.get(keyOf(edit))?.[edit.level] ?? null
    return same(now, edit.from) || same(now, of.wanted[at] ?? null) ? [] : [{ edit, at, now }]
  })
  if (found.length === 0) return
  const last = await lastChanges(
    read,
    found.map(({ edit }) => edit),
  )
  const details = found.slice(0, TOLD).map(({ edit, at, now }): Diagnostic => {
    const by = last.get(JSON.stringify([keyOf(edit), edit.level]))
    const { employee, measure, period, level } = edit
    const params = { employee, measure, period, level, seen: edit.from ?? '–', now: now ?? '–', name: by?.name ?? '', at: by?.at ?? '' }
    return { code: by?.name == null ? 'goals.cell-changed' : 'goals.cell-changed-by', severity: 'error', place: { path: ['edits', at, 'from'] }, params }
  })
  throw new Refusal('goals.changed-meanwhile', { count: found.length }, { details })
}

async function lastChanges(read: Read, edits: readonly TargetEdit[]): Promise<Map<string, { name: string | null; at: string }>> {
  const rows = await read.query<{ employee: string; measure: string; period: string; level: string; name: string | null; at: string }>(sql`
    select distinct on (c.employee_id, c.measure, c.period, c.level) c.employee_id as employee, c.measure, c.period, c.level, c.user_name as name, ${isoInstant(sql`c.changed_at`)} as at
    from app.target_change as c where (c.employee_id, c.measure, c.period) in (${keysOf(edits)}) order by c.employee_id, c.measure, c.period, c.level, c.seq desc`)
  return new Map(rows.map((row) => [JSON.stringify([keyOf(row), row.level]), row]))
}

/** The rows as they shall be: what is stored with what is edited laid over. */
function rowsOf(rules: LoadedProgram, edits: readonly TargetEdit[], of: { readonly wanted: readonly (string | null)[]; readonly stored: ReadonlyMap<string, Levels> }): Target[] {
  const rows = new Map<string, Target & { levels: Levels }>()
  for (const [at, edit] of edits.entries()) {
    const key = keyOf(edit)
    const known = of.stored.get(key)
    const row = rows.get(key) ?? {
      employee: edit.employee,
      measure: requireMeasure(rules, edit.measure),
      period: requirePeriod(rules, edit.period),
      levels: { target: known?.target ?? null, stretch: known?.stretch ?? null, challenge: known?.challenge ?? null },
      row: { fields: {}, file: '', line: at + 1 },
    }
    row.levels[edit.level] = of.wanted[at] ?? null
    rows.set(key, row)
  }
  return [...rows.values()]
}

async function removeTargets(tx: Tx, rows: readonly Target[]): Promise<void> {
  if (rows.length === 0) return
  const keys = keysOf(rows.map((row) => ({ employee: row.employee, measure: row.measure.measure, period: row.period.id })))
  await tx.run(sql`delete from app.target where (employee_id, measure, period) in (${keys})`)
}

/** A change of a cell, the newest first. */
export interface TargetChange {
  readonly seq: string
  readonly at: string
  /** Null: by the command line. */
  readonly by: string | null
  readonly level: TargetLevel
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  readonly source: string | null
}

/** Changes shown of one cell. */
const HISTORY_ROWS = 100

export function targetHistory(read: Read, of: { readonly employee: string; readonly measure: string; readonly period: string }): Promise<TargetChange[]> {
  return read.query<TargetChange>(sql`
    select c.seq::text as seq, ${isoInstant(sql`c.changed_at`)} as at, c.user_name as by, c.level, trim_scale(c.before)::text as before, trim_scale(c.after)::text as after, c.reason, c.source
    from app.target_change as c where c.employee_id = ${of.employee} and c.measure = ${of.measure} and c.period = ${of.period} order by c.seq desc limit ${HISTORY_ROWS}::int`)
}
