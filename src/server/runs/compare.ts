import type { CalendarSpec, Period } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { COMPARED_RECORDS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Program } from '../../engine/ir.ts'
import type { LineResult } from '../../engine/results.ts'
import type { Read } from '../../store/types.ts'
import { type Cause, causesOf } from './causes.ts'
import { type ChangedRecord, changedRecords } from './changed-records.ts'
import type { Changes } from './dirty.ts'

/** What differs between two runs of a period, and what was different when they were made. */
export interface RunComparison {
  readonly before: RunHead
  readonly after: RunHead
  /** Everybody with a figure that differs, or who is in one of the runs alone, by id. */
  readonly people: readonly PersonChange[]
  /** Documents of another version, new ones and withdrawn ones (null: not in force). */
  readonly documents: readonly { readonly document: string; readonly before: number | null; readonly after: number | null }[]
  /** Records that came, were corrected or were deleted in between; at most COMPARED_RECORDS of a dataset. */
  readonly records: readonly ChangedRecord[]
  /** What else changed: employee, assignment, line_edge, rate, target, pay … */
  readonly parts: readonly string[]
}

export interface RunHead {
  readonly run: string
  readonly finishedAt: string
}

export interface PersonChange {
  readonly id: string
  readonly name: string
  /** The scheme of the later run; null where it has no score. */
  readonly scheme: string | null
  readonly measures: readonly Change[]
  readonly score: Change | null
  readonly grade: Change | null
  /** Lines whose points, target or weight differ: their points. */
  readonly lines: readonly LineChange[]
  readonly components: readonly Change[]
  /** Sum of all components. */
  readonly pay: Change | null
  /** Which changed records stand behind which of these figures. */
  readonly causes: readonly Cause[]
}

/** Exact decimals as text (a grade as it is); null: empty, or not there. */
export interface Change {
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** The points of a line, with its target where that is another. */
export interface LineChange extends Change {
  readonly target: Change | null
}

interface StoredRun extends RunHead {
  readonly period: string
  readonly watermark: Changes
  readonly versions: Readonly<Record<string, number>>
  readonly hash: string
}

/**
 * Compare two runs of a period: those named, or the newest one with the newest before it that had other inputs.
 * Errors: `run.unknown`; `compare.one-run` where there are no two different runs; `compare.other-period`.
 */
export async function compareRuns(
  read: Read,
  program: Program,
  of: { readonly calendar: CalendarSpec; readonly period: Period; readonly runs: readonly [string, string] | null },
): Promise<RunComparison> {
  const [before, after] = of.runs === null ? await newestTwo(read, of.period) : [await storedRun(read, of.runs[0]), await storedRun(read, of.runs[1])]
  for (const run of [before, after]) if (run.period !== of.period.id) throw new Refusal('compare.other-period', { run: run.run, period: run.period, asked: of.period.id })
  const records = await changedRecords(read, program, { before: before.watermark, after: after.watermark, most: COMPARED_RECORDS })
  const people = await changedPeople(read, before.run, after.run)
  const causes = await causesOf(read, program, people, { calendar: of.calendar, period: of.period, before: before.watermark, after: after.watermark, records })
  return {
    before: { run: before.run, finishedAt: before.finishedAt },
    after: { run: after.run, finishedAt: after.finishedAt },
    people: people.map((person) => ({ ...person, causes: causes.get(person.id) ?? [] })),
    documents: changedDocuments(before.versions, after.versions),
    records,
    parts: changedParts(before.watermark, after.watermark),
  }
}

const RUN = sql`select run_id::text as run, period, finished_at::text as "finishedAt", watermark, versions, inputs_hash as hash from calc.run`

async function storedRun(read: Read, run: string): Promise<StoredRun> {
  const found = /^\d{1,18}$/.test(run) ? await read.first<StoredRun>(sql`${RUN} where run_id = ${run}::bigint`) : undefined
  if (found === undefined) throw new Refusal('run.unknown', { run })
  return found
}

async function newestTwo(read: Read, period: Period): Promise<[StoredRun, StoredRun]> {
  const after = await read.first<StoredRun>(sql`${RUN} where period = ${period.id} order by run_id desc limit 1`)
  const before =
    after === undefined ? undefined : await read.first<StoredRun>(sql`${RUN} where period = ${period.id} and inputs_hash <> ${after.hash} order by run_id desc limit 1`)
  if (before === undefined || after === undefined) throw new Refusal('compare.one-run', { period: period.id })
  return [before, after]
}

function changedDocuments(before: StoredRun['versions'], after: StoredRun['versions']): RunComparison['documents'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((document) => ({ document, before: before[document] ?? null, after: after[document] ?? null }))
    .filter((d) => d.before !== d.after)
}

/** Parts of the company that the watermark names with a star. */
function changedParts(before: Changes, after: Changes): string[] {
  return Object.keys(after)
    .filter((part) => part.startsWith('*') && before[part] !== undefined && before[part] !== after[part])
    .map((part) => part.slice(1))
    .sort()
}

interface Side {
  readonly figures: Readonly<Record<string, string | null>> | null
  readonly score: string | null
  readonly grade: string | null
  readonly lines: readonly LineResult[] | null
  readonly components: Readonly<Record<string, string | null>> | null
  readonly pay: string | null
}

interface Row {
  readonly id: string
  readonly name: string
  /** Of the later run. */
  readonly scheme: string | null
  readonly before: Side | null
  readonly after: Side | null
}

async function changedPeople(read: Read, before: string, after: string): Promise<Moved[]> {
  const side = (run: string) =>
    sql`select v.employee_id, s.scheme, jsonb_build_object('figures', v.figures, 'score', trim_scale(s.score)::text, 'grade', s.grade, 'lines', s.lines, 'components', e.components, 'pay', e.pay) as result
      from calc.value as v left join calc.score as s on s.run_id = v.run_id and s.employee_id = v.employee_id
      left join (select employee_id, jsonb_object_agg(incentive || '/' || component, trim_scale(amount)::text) as components, trim_scale(sum(amount))::text as pay from calc.earning where run_id = ${run}::bigint group by 1) as e on e.employee_id = v.employee_id
      where v.run_id = ${run}::bigint`
  const rows = await read.query<Row>(
    sql`select p.employee_id as id, p.name, a.scheme, b.result as before, a.result as after from (${side(before)}) as b full join (${side(after)}) as a on a.employee_id = b.employee_id join app.employee as p on p.employee_id = coalesce(a.employee_id, b.employee_id) where a.result is distinct from b.result order by 1`,
  )
  return rows.map(personChange)
}

type Moved = Omit<PersonChange, 'causes'>

function personChange({ id, name, scheme, before, after }: Row): Moved {
  return {
    id,
    name,
    scheme,
    measures: changes(before?.figures ?? {}, after?.figures ?? {}),
    score: change('score', before?.score ?? null, after?.score ?? null),
    grade: change('grade', before?.grade ?? null, after?.grade ?? null),
    lines: changedLines(before?.lines ?? [], after?.lines ?? []),
    components: changes(before?.components ?? {}, after?.components ?? {}),
    pay: change('pay', before?.pay ?? null, after?.pay ?? null),
  }
}

const change = (what: string, before: string | null, after: string | null): Change | null => (before === after ? null : { what, before, after })

function changes(before: Readonly<Record<string, string | null>>, after: Readonly<Record<string, string | null>>): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((what) => change(what, before[what] ?? null, after[what] ?? null) ?? [])
}

function changedLines(before: readonly LineResult[], after: readonly LineResult[]): LineChange[] {
  const of = (lines: readonly LineResult[], line: string) => lines.find((l) => l.line === line)
  return [...new Set([...before, ...after].map((l) => l.line))].flatMap((what) => {
    const [was, is] = [of(before, what), of(after, what)]
    return canonicalJson(was ?? null) === canonicalJson(is ?? null)
      ? []
      : [{ what, before: was?.points ?? null, after: is?.points ?? null, target: change('target', was?.target ?? null, is?.target ?? null) }]
  })
}
