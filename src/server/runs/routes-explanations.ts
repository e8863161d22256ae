import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Counted, Trace } from '../../engine/reference/trace.ts'
import type { Read } from '../../store/types.ts'
import { requireVisible } from '../access/visible.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { type Explained, explained, isAboutPay, subjectOf } from './explained.ts'
import { dayOfPeriod, judgedOn, type PeriodNow, periodNow } from './newest.ts'
import { shownPeriod } from './routes-periods.ts'
import { type SeesRecords, seesRecords } from './seen-people.ts'
import { EngineData, employeePath, PeriodShown, Person, periodQuery, RunRef, Versions } from './shapes.ts'
import { outerTraces, recordsAt, shownEarning, shownScore, shownTrace } from './shown-trace.ts'

const subjectQuery = { subject: z.string().max(400).describe('`score`, `pay`, `measure:ID`, `line:ID` of the scheme, `component:ID` of a plan.') }

const Explanation = z
  .object({
    employee: Person,
    period: PeriodShown,
    run: RunRef,
    subject: z.string(),
    kind: z.enum(['measure', 'score', 'pay']),
    stored: z.unknown().describe('What the run computed: a figure, a score, a line, components.'),
    recomputed: z.unknown().describe('What the interpreter came to from the records alone.'),
    agrees: z.boolean().nullable().describe('Both are the same to the last digit; null where the records have changed since the run.'),
    trace: EngineData.nullable().describe(
      'Trace or ScoreTrace of src/engine/reference; of the records of each measure the first few, `records` says how many there are and `at` where the others are.',
    ),
    traces: z.array(EngineData).describe('EarningTrace of each component, for pay.'),
    people: z.record(z.string(), z.string()).describe('Names of the people whose records are shown.'),
    versions: Versions,
    sources: z.record(z.string(), z.string()).describe('Files that targets and pay items came from.'),
  })
  .meta({ id: 'Explanation', description: 'How a figure, a score or a pay came about, down to the records one may see.' })

const CountedRecord = z
  .object({
    dataset: z.string(),
    record: z.string(),
    key: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
    day: z.string(),
    employee: z.string(),
    employeeName: z.string(),
    share: z.string(),
    value: z.string().nullable(),
    contributes: z.string().nullable(),
    converted: z.array(z.object({ amount: z.string(), currency: z.string(), rate: z.string() })).optional(),
    source: z.string().nullable(),
    line: z.number().int().nullable(),
  })
  .meta({ id: 'CountedRecord', description: 'A record that counted, for one person.' })

interface Asked {
  readonly who: Who
  readonly today: string
  readonly employee: string
  readonly period: string
  readonly subject: string
}

async function explain(read: Read, { who, today, employee, ...asked }: Asked): Promise<{ now: PeriodNow; e: Explained; sees: SeesRecords }> {
  const now = await periodNow(read, asked.period)
  const on = judgedOn(now.period, today)
  const subject = subjectOf(asked.subject)
  if (isAboutPay(subject)) await requireVisible(read, who, 'pay.read', employee, on)
  return { now, e: await explained(read, now, { employee, subject }), sees: await seesRecords(read, who, on) }
}

async function namesOf(read: Read, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await read.query<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee where employee_id = any(${[...ids]}::text[])`)
  return Object.fromEntries(rows.map((r) => [r.id, r.name]))
}

function tracesOf({ trace }: Explained): Trace[] {
  switch (trace.kind) {
    case 'measure':
      return [trace.trace]
    case 'score':
      return outerTraces(trace.score, [])
    case 'pay':
      return outerTraces(null, trace.earnings)
    default:
      return trace satisfies never
  }
}

/** The trace without what the asker may not see. */
function shownTraces({ trace }: Explained, sees: SeesRecords): { trace: object | null; traces: object[] } {
  switch (trace.kind) {
    case 'measure':
      return { trace: shownTrace(trace.trace, sees), traces: [] }
    case 'score':
      return { trace: trace.score === null ? null : shownScore(trace.score, sees), traces: [] }
    case 'pay':
      return { trace: null, traces: trace.earnings.map((earning) => shownEarning(earning, sees)) }
    default:
      return trace satisfies never
  }
}

/** Everybody whose records are among the traces and may be seen. */
function peopleIn(traces: readonly Trace[], sees: SeesRecords): string[] {
  const people = new Set<string>()
  const known = new Set<Trace>()
  const visit = (trace: Trace): void => {
    if (known.has(trace)) return
    known.add(trace)
    if (trace.parts.kind === 'aggregate') for (const c of trace.parts.counted) if (sees(c.employee, c.dataset)) people.add(c.employee)
    if (trace.parts.kind === 'formula') for (const v of trace.parts.values) visit(v.trace)
  }
  for (const trace of traces) visit(trace)
  return [...people]
}

export const explanationRoutes: readonly Route[] = [
  query(
    {
      id: 'getExplanation',
      method: 'get',
      path: '/explanations/{employee}',
      tag: 'scores',
      summary: 'How a figure, the score or the pay of a person came about, worked out a second time from the records.',
      may: 'score.read',
      params: employeePath,
      query: z.object({ ...periodQuery, ...subjectQuery }),
      reply: Explanation,
      dayOf: dayOfPeriod,
    },
    async (read, { who, params, query: asked, today }) => {
      const { now, e, sees } = await explain(read, { who, today, employee: params.employee, ...asked })
      const { newest } = now
      if (newest === null) throw new Error('an explanation without a run')
      const { trace, traces } = shownTraces(e, sees)
      return {
        employee: e.employee,
        period: shownPeriod(now.period),
        run: { run: newest.run, finishedAt: newest.finishedAt, fresh: newest.fresh },
        subject: asked.subject,
        kind: e.trace.kind,
        ...{ stored: e.stored, recomputed: e.recomputed, agrees: newest.fresh ? e.agrees : null },
        trace: trace === null ? null : { ...trace },
        traces: traces.map((t) => ({ ...t })),
        people: await namesOf(read, peopleIn(tracesOf(e), sees)),
        versions: { ...e.versions },
        sources: { ...e.sources },
      }
    },
  ),
  query(
    {
      id: 'listExplanationRecords',
      method: 'get',
      path: '/explanations/{employee}/records',
      tag: 'scores',
      summary: 'The records behind one measure of an explanation, page by page: those of people one may see.',
      may: 'score.read',
      params: employeePath,
      query: z.object({ ...periodQuery, ...subjectQuery, ...pageQuery, at: z.string().max(2_000).describe('`at` of the measure in the explanation.') }),
      reply: pageOf(CountedRecord),
      dayOf: dayOfPeriod,
    },
    async (read, { who, params, query: asked, today }) => {
      const { e, sees } = await explain(read, { who, today, employee: params.employee, period: asked.period, subject: asked.subject })
      const records = recordsAt(tracesOf(e), asked.at, sees)
      if (records === null) throw new Refusal('explain.no-subject', { subject: asked.at.slice(0, 200) })
      const first = Math.max(0, Math.trunc(Number(keyIn(asked.after, 1)?.[0] ?? 0)) || 0)
      const rows = records.slice(first, first + asked.limit + 1).map((record, i) => ({ record, next: first + i + 1 }))
      const names = await namesOf(
        read,
        rows.map((r) => r.record.employee),
      )
      return page(rows, asked.limit, { item: ({ record }) => shownRecord(record, names), key: ({ next }) => [next], total: records.length })
    },
  ),
]

function shownRecord({ converted, ...record }: Counted, names: Readonly<Record<string, string>>): z.input<typeof CountedRecord> {
  return {
    ...record,
    key: { ...record.key },
    employeeName: names[record.employee] ?? record.employee,
    ...(converted === undefined ? {} : { converted: converted.map((c) => ({ ...c })) }),
  }
}
