import type { Day, Period } from '../../base/calendar.ts'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { FILLS_AT_ONCE } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { expressionsRead, type RulesInForce, rulesInForce } from '../../engine/in-force.ts'
import type { MeasureIr, Program, ScopeIr } from '../../engine/ir.ts'
import { type Span, spansOf } from '../../engine/spans.ts'
import { type GroupTable, type KeyTable, keysIn, type Layout, layoutOf, slotsIn } from '../../engine/sql/layout.ts'
import { type Plan, planSteps, type Step, shifted } from '../../engine/steps.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import { requireInForce } from '../datasets/in-force.ts'
import { TABLES_LOCK } from '../datasets/table.ts'
import { stepAside } from './aside.ts'
import { missingSpans, type Refresh, refreshCells } from './cells.ts'
import { currentChanges } from './dirty.ts'
import { missingPeriods, refreshKeys } from './keys.ts'
import { forNobody, type NoticeInput, noticesOf } from './notices.ts'
import { payNotices } from './pay-notices.ts'
import type { RunProgress } from './progress.ts'
import { finishRun, type RunInput, recordRun, sha256 } from './recorded.ts'
import { type RunEmployee, readEmployees } from './run-results.ts'
import { createSeenIndex, missingIndexes, seenIndexes } from './seen-index.ts'
import { peopleIn, writeResults } from './stages.ts'
import { targetNotices } from './target-notices.ts'
import { dropUnused } from './unused.ts'

export type { RunProgress } from './progress.ts'
export type { RunEmployee } from './run-results.ts'

export interface RunOptions {
  readonly onProgress?: (p: RunProgress) => void
  readonly signal?: AbortSignal
  /** Measures whose records the notices speak of; all where not given. */
  readonly shown?: readonly MeasureIr[]
  /** Leaves cores to whoever reads meanwhile: for what a server computes. A command that somebody waits for takes what it gets. */
  readonly aside?: boolean
}

export interface RunResult {
  readonly run: string
  readonly period: Period
  readonly inputsHash: string
  readonly measures: readonly MeasureIr[]
  readonly employees: readonly RunEmployee[]
  /** Records that no listed person counts; schemes and incentive plans that are for nobody; targets that people lack. */
  readonly notices: readonly Diagnostic[]
}

const tableId = (text: string): string => sha256(text).slice(0, 16)

/** The measures that are listed, in the order of their names. */
export function listedMeasures(program: Program): MeasureIr[] {
  return Object.values(program.measures).filter((m) => !m.hidden)
}

interface Prepared {
  readonly input: RunInput
  readonly measures: readonly MeasureIr[]
  readonly rules: RulesInForce
  readonly plan: Plan
  readonly layout: Layout
  readonly aggregates: readonly Extract<Step['body'], { kind: 'aggregate' }>[]
}

function prepare(input: RunInput): Prepared {
  const { program, calendar, period } = input
  const measures = listedMeasures(program)
  const rules = rulesInForce(program, period)
  const plan = planSteps(
    program,
    calendar,
    measures.map((m) => m.measure),
    period,
    expressionsRead(rules, shifted(calendar, period, ['before']) === null),
  )
  const bodies = plan.steps.flatMap((s) => (s.body.kind === 'aggregate' ? [s.body] : []))
  return {
    input,
    measures,
    rules,
    plan,
    layout: layoutOf(
      program,
      bodies.map((b) => b.aggregate),
      tableId,
    ),
    aggregates: bodies,
  }
}

/**
 * Compute every measure, score and earning of every person for a period: collect → credit → measure → score → reward.
 * What a run fills of the cells is kept when it is stopped; the results appear all at once or not at all.
 * Errors: `rules.changed` where the documents were replaced since they were read.
 */
export async function computeRun(store: Store, input: RunInput, options: RunOptions = {}): Promise<RunResult> {
  const p = prepare(input)
  return await inTurn(store, () => computeAlone(store, p, options, (read, run) => readRun(read, run, { p, shown: options.shown })))
}

/** The same, answering what `look` sees at the very moment of the run. */
export async function computeAnd<T>(store: Store, input: RunInput, options: RunOptions, look: (read: Read, run: string) => Promise<T>): Promise<T> {
  const p = prepare(input)
  return await inTurn(store, () => computeAlone(store, p, options, look))
}

const lastRun = new WeakMap<Store, Promise<unknown>>()

/** Runs of one process wait here for each other, not with a connection in their hands: the one whose turn it is needs a few. */
async function inTurn<T>(store: Store, part: () => Promise<T>): Promise<T> {
  const turn = (lastRun.get(store) ?? Promise.resolve()).then(part, part)
  lastRun.set(
    store,
    turn.catch(() => undefined),
  )
  return await turn
}

/** The server's code for a number beyond all limits, which only a product of products can reach. */
const TOO_LARGE = '22003'

function refuseTooLarge(error: unknown): never {
  throw error instanceof Error && 'code' in error && error.code === TOO_LARGE ? new Refusal('run.number-too-large', {}, { cause: error }) : error
}

async function computeAlone<T>(store: Store, p: Prepared, options: RunOptions, look: (read: Read, run: string) => Promise<T>): Promise<T> {
  const { input } = p
  return await store.tx(async (guard) => {
    await guard.lock('runs')
    await guard.share(TABLES_LOCK)
    await requireInForce(guard, input.versions)
    await fillMissing(store, p, options)
    options.signal?.throwIfAborted()
    options.onProgress?.({ stage: 'measure', what: input.period.id, done: 0, of: 1 })
    return await snapshotFor(store, options, async (tx) => look(tx, await measure(tx, p, options).catch(refuseTooLarge)))
  })
}

/** A transaction in which a part of the run is worked out. */
async function snapshotFor<T>(store: Store, { aside }: RunOptions, part: (tx: Tx) => Promise<T>): Promise<T> {
  return await store.snapshot(async (tx) => {
    if (aside === true) await stepAside(tx)
    return await part(tx)
  })
}

/** One part of what has to be filled before anything can be added up. */
interface Filling {
  readonly what: string
  readonly fill: (refresh: Refresh) => Promise<void>
}

/**
 * Fill what no run has filled yet, each part in a transaction of its own, so that a run that is stopped goes on where it was;
 * FILLS_AT_ONCE parts side by side, or one after another where the run is to stand aside. What changes meanwhile is caught up by the transaction that computes the values.
 */
async function fillMissing(store: Store, p: Prepared, options: RunOptions): Promise<void> {
  const wanted = seenIndexes(
    p.aggregates.map((a) => a.aggregate),
    tableId,
  )
  const { indexes, fillings } = await store.read(async (read) => ({ indexes: await missingIndexes(read, wanted), fillings: await missingParts(read, p) }))
  for (const index of indexes) await store.tx((tx) => createSeenIndex(tx, index))
  const total = fillings.length
  let done = 0
  const work = async (): Promise<void> => {
    for (let next = fillings.shift(); next !== undefined; next = fillings.shift()) {
      options.signal?.throwIfAborted()
      const { what, fill } = next
      options.onProgress?.({ stage: 'collect', what, done, of: total })
      await snapshotFor(store, options, async (tx) => fill(await refreshOf(tx, p)))
      done += 1
      options.onProgress?.({ stage: 'collect', what, done, of: total })
    }
  }
  await Promise.all(Array.from({ length: options.aside === true ? 1 : FILLS_AT_ONCE }, work))
}

async function missingParts(read: Read, p: Prepared): Promise<Filling[]> {
  const parts: Filling[] = []
  const breaks = await lineBreaks(read, p)
  for (const group of p.layout.groups) {
    const spans = spansFor(p, group, breaks)
    if ((await missingSpans(read, group, spans)).length > 0) parts.push({ what: group.group.dataset, fill: (r) => refreshCells(r, group, spans) })
  }
  for (const keys of p.layout.keySets) {
    const missing = await missingPeriods(read, keys, periodsOf(stepsFromKeys(p, keys)))
    if (missing.length > 0)
      parts.push({
        what: keys.keys.dataset,
        fill: async (r) => {
          for (const period of missing) await refreshKeys(r, keys, period)
        },
      })
  }
  return parts
}

async function refreshOf(tx: Tx, p: Prepared): Promise<Refresh> {
  return { tx, program: p.input.program, now: await currentChanges(tx), names: { next: 1 } }
}

function periodsOf(steps: readonly Step[]): Period[] {
  return [...new Map(steps.flatMap((s) => (s.period === null ? [] : [[s.period.id, s.period] as const]))).values()]
}

function stepsOver(p: Prepared, holds: (step: Step) => boolean): Step[] {
  return p.plan.steps.filter((s) => s.body.kind === 'aggregate' && holds(s))
}

function stepsOfGroup(p: Prepared, group: GroupTable): Step[] {
  return stepsOver(p, (s) => s.body.kind === 'aggregate' && s.body.aggregate.fn !== 'distinct' && slotsIn(p.layout, s.body.aggregate).table.id === group.id)
}

/** The spans whose cells of a group are read; those of several periods may overlap. */
function spansFor(p: Prepared, group: GroupTable, breaks: readonly Day[]): Span[] {
  const spans = periodsOf(stepsOfGroup(p, group)).flatMap((period) => spansOf(period, breaks))
  return [...new Map(spans.map((s) => [`${s.from} ${s.until}`, s])).values()]
}

async function measure(tx: Tx, p: Prepared, options: RunOptions): Promise<string> {
  const refresh = await refreshOf(tx, p)
  const breaks = await lineBreaks(tx, p)
  for (const group of p.layout.groups) await refreshCells(refresh, group, spansFor(p, group, breaks))
  for (const keys of p.layout.keySets) for (const period of periodsOf(stepsFromKeys(p, keys))) await refreshKeys(refresh, keys, period)
  await dropUnused(tx, p.layout)
  const run = await recordRun(tx, p.input, refresh.now)
  const { program, calendar, period } = p.input
  await writeResults(tx, { run, program, calendar, period, measures: p.measures, rules: p.rules, plan: p.plan, layout: p.layout, breaks }, options.onProgress)
  await finishRun(tx, run)
  return run
}

/** Distinct counts that are read from stored keys; those of a team as of each record's day come from the records. */
function stepsFromKeys(p: Prepared, keys: KeyTable): Step[] {
  const stored = (scope: ScopeIr): boolean => scope.line === 'own' || scope.asOf === 'period-end'
  return stepsOver(p, (s) => s.body.kind === 'aggregate' && s.body.aggregate.fn === 'distinct' && stored(s.scope) && keysIn(p.layout, s.body.aggregate).id === keys.id)
}

/** Days on which a line that some step follows changed. */
async function lineBreaks(read: Read, p: Prepared): Promise<Day[]> {
  const lines = [...new Set(p.plan.steps.flatMap((s) => (s.scope.line === 'own' ? [] : [s.scope.line])))]
  if (lines.length === 0) return []
  const [from, until] = [
    periodsOf(p.plan.steps)
      .map((x) => x.from)
      .sort()[0] ?? null,
    periodsOf(p.plan.steps)
      .map((x) => x.until)
      .sort()
      .at(-1) ?? null,
  ]
  const rows = await read.query<{ day: Day }>(
    sql`select distinct x.day from (select from_date as day from app.line_edge where line = any(${lines}::text[]) union all select until_date from app.line_edge where line = any(${lines}::text[])) as x where x.day > ${from}::date and x.day < ${until}::date order by 1`,
  )
  return rows.map((r) => r.day)
}

/** What a run has to say about records and rules that came to nothing, worked out now: to be asked of a run whose inputs are still what they were. */
export async function noticesOfRun(read: Read, run: string, input: RunInput): Promise<readonly Diagnostic[]> {
  return (await readRun(read, run, { p: prepare(input), shown: undefined })).notices
}

/** A finished run with its results. */
async function readRun(read: Read, run: string, { p, shown }: { readonly p: Prepared; readonly shown: RunOptions['shown'] }): Promise<RunResult> {
  const found = await read.first<{ inputs_hash: string }>(sql`select inputs_hash from calc.run where run_id = ${run}::bigint`)
  if (found === undefined) throw new Refusal('run.unknown', { run })
  const { period, program } = p.input
  const employees = await readEmployees(read, run, { period, measures: p.measures, rules: p.rules })
  const targets = await targetNotices(read, run, p.rules, period)
  const pay = await payNotices(read, run, p.rules, period)
  const records = await noticesOf(read, { program, period, ...madeFrom(p, shown), people: peopleIn(period) })
  return { run, period, inputsHash: found.inputs_hash, measures: p.measures, employees, notices: [...records, ...forNobody(p.rules, period, employees), ...targets, ...pay] }
}

/** The tables and aggregates that the values of this very period were made from, of the measures that are shown. */
function madeFrom(p: Prepared, shown: RunOptions['shown']): Pick<NoticeInput, 'groups' | 'aggregates'> {
  const { program, calendar, period } = p.input
  const names = shown?.map((m) => m.measure)
  const plan = names === undefined ? p.plan : planSteps(program, calendar, names, period)
  const ofPeriod = (s: Step): boolean => s.period?.id === period.id
  const groups = p.layout.groups.filter((g) => stepsOfGroup({ ...p, plan }, g).some(ofPeriod))
  return { groups, aggregates: plan.steps.flatMap((s) => (s.body.kind === 'aggregate' && ofPeriod(s) ? [s.body.aggregate] : [])) }
}
