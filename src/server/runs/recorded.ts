import { createHash } from 'node:crypto'
import type { CalendarSpec, Period } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Program } from '../../engine/ir.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Changes } from './dirty.ts'

/** What a run is asked to compute. */
export interface RunInput {
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly period: Period
  /** Versions of the documents the program was made from: `measure/won_revenue` → 3. */
  readonly versions: Readonly<Record<string, number>>
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The row of a run; answers its number. */
export async function recordRun(tx: Tx, input: RunInput, now: Changes): Promise<string> {
  const inputs = await inputsOf(tx, input)
  // The state of people, lines, rates, targets and pay is kept as well: two runs can then be told apart by what changed between them.
  const org = await tx.query<{ part: string; change: string }>(sql`select '*' || part as part, change::text from app.org_state`)
  const watermark = { ...now, ...Object.fromEntries(org.map((o) => [o.part, o.change])) }
  const row = await tx.first<{ run_id: string }>(
    sql`insert into calc.run (period, program_hash, inputs_hash, watermark, versions) values (${input.period.id}, ${inputs.program}, ${inputs.all}, ${JSON.stringify(watermark)}::jsonb, ${JSON.stringify(input.versions)}::jsonb) returning run_id::text`,
  )
  if (row === undefined) throw new Error('the run was not recorded')
  return row.run_id
}

/** Note that everything of a run is written: from its beginning until now is how long it took. */
export async function finishRun(tx: Tx, run: string): Promise<void> {
  await tx.run(sql`update calc.run set finished_at = clock_timestamp() where run_id = ${run}::bigint`)
}

/** Hash of everything a result depends on: rules, calendar, period, people, records, rates. Content, not history: the same inputs in another order give the same hash. */
async function inputsOf(read: Read, input: RunInput): Promise<{ program: string; all: string }> {
  const { period } = input
  const programHash = programHashOf(input)
  const state = await read.query<{ part: string; checksum: string }>(
    sql`select 'data/' || dataset as part, checksum::text from app.dataset_state union all select 'org/' || part, checksum::text from app.org_state order by 1`,
  )
  return { program: programHash, all: sha256(canonicalJson({ program: programHash, period, state })) }
}

const programHashes = new WeakMap<Program, { readonly calendar: CalendarSpec; readonly hash: string }>()

/** Hash of the rules and the calendar. Writing out a whole program takes longer than a page may: once for each that is loaded. */
export function programHashOf({ program, calendar }: Pick<RunInput, 'program' | 'calendar'>): string {
  const known = programHashes.get(program)
  if (known?.calendar === calendar) return known.hash
  const hash = sha256(canonicalJson({ program, calendar }))
  programHashes.set(program, { calendar, hash })
  return hash
}

/** The hash that a run of these inputs would have now. */
export async function inputsHashOf(read: Read, input: RunInput): Promise<string> {
  return (await inputsOf(read, input)).all
}

/** The newest run of the period whose inputs are still what they were, or undefined. */
export async function latestRun(read: Read, input: RunInput): Promise<string | undefined> {
  const { all } = await inputsOf(read, input)
  const row = await read.first<{ run_id: string }>(sql`select run_id::text from calc.run where period = ${input.period.id} and inputs_hash = ${all} order by run_id desc limit 1`)
  return row?.run_id
}
