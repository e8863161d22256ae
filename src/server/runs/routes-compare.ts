import { z } from 'zod'
import type { Day, Period } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import type { Read } from '../../store/types.ts'
import { readOf } from '../access/data-permission.ts'
import { seesAll } from '../access/visible.ts'
import { keyIn, page, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { compareRuns, type PersonChange, type RunComparison } from './compare.ts'
import { judgedOn } from './newest.ts'
import { type RunRow, runNumbered } from './run-queries.ts'
import { seesRecords, seesUnder } from './seen-people.ts'
import { Exact, InstantText } from './shapes.ts'

const Change = z
  .object({ what: z.string(), before: Exact.nullable(), after: Exact.nullable() })
  .meta({ id: 'Change', description: 'What differs, before and after; null: empty, or not there.' })

const PersonChanged = z
  .object({
    id: z.string(),
    name: z.string(),
    measures: z.array(Change),
    score: Change.nullable(),
    grade: Change.nullable(),
    lines: z.array(Change),
    components: z.array(Change).describe('Empty where one may not see the person’s pay.'),
    pay: Change.nullable(),
  })
  .meta({ id: 'PersonChanged' })

const RunHead = z.object({ run: z.string(), finishedAt: InstantText })

const head = ({ run, finishedAt }: RunRow) => ({ run, finishedAt })

const Comparison = z
  .object({
    period: z.string(),
    before: RunHead,
    after: RunHead,
    documents: z.array(z.object({ document: z.string(), before: z.number().int().nullable(), after: z.number().int().nullable() })),
    records: z.array(
      z.object({
        dataset: z.string(),
        key: z.string(),
        what: z.enum(['new', 'corrected', 'deleted']),
        file: z.string().nullable(),
        line: z.number().int().nullable(),
        employees: z.array(z.string()).describe('Whoever counts it, of those one may see.'),
      }),
    ),
    parts: z.array(z.string()).describe('What else changed: people, lines, rates, targets, pay items.'),
    items: z.array(PersonChanged),
    next: z.string().nullable(),
    total: z.number().int(),
  })
  .meta({ id: 'RunComparison', description: 'What differs between two runs of a period, person by person, and what was different when they were made.' })

/** Without what the asker may not see. */
async function seenPart(read: Read, who: Who, found: RunComparison, on: Day): Promise<Pick<RunComparison, 'people' | 'records'>> {
  const [scores, pay, data] = [await seesUnder(read, who, 'score.read', on), await seesUnder(read, who, 'pay.read', on), await seesRecords(read, who, on)]
  const records = found.records.map((r) => ({ ...r, employees: r.employees.filter((e) => data(e, r.dataset)) }))
  return {
    people: found.people
      .filter((p) => scores(p.id))
      .flatMap((p) => (pay(p.id) ? [p] : withoutPay(p)))
      .map((p) => ({ ...p, causes: [] })), // They name records of others, which not everybody may see.
    records: records.filter((r) => r.employees.length > 0 || seesAll(who, readOf(r.dataset))),
  }
}

/** Somebody whose pay alone differs is not listed: being listed would say so. */
function withoutPay(p: PersonChange): PersonChange[] {
  const differs = p.measures.length + p.lines.length > 0 || p.score !== null || p.grade !== null
  return differs ? [{ ...p, components: [], pay: null }] : []
}

export const compareRoutes: readonly Route[] = [
  query(
    {
      id: 'compareRuns',
      method: 'get',
      path: '/runs/{run}/compare/{other}',
      tag: 'runs',
      summary: 'What differs in a run against an earlier one (`other`) of the same period, and which records, documents and people’s dates changed in between.',
      may: 'score.read',
      params: z.object({ run: z.string(), other: z.string() }),
      query: z.object(pageQuery),
      reply: Comparison,
    },
    async (read, { who, params, query: asked, today }) => {
      const { program, calendar } = await rulesInForceNow(read)
      const after = keyIn(asked.after, 1)?.[0]
      const [row, earlier] = [await runNumbered(read, params.run), await runNumbered(read, params.other)]
      const period: Period = requirePeriod(calendar, row.period)
      const found = await compareRuns(read, program, { calendar, period, runs: [params.other, params.run] })
      const { people, records } = await seenPart(read, who, found, judgedOn(period, today))
      const rest = typeof after === 'string' ? people.filter((p) => p.id > after) : people
      const shown = page(rest, asked.limit, { item: mutable, key: (p) => [p.id], total: people.length })
      return {
        period: period.id,
        before: head(earlier),
        after: head(row),
        documents: [...found.documents],
        records: records.map((r) => ({ ...r, employees: [...r.employees] })),
        parts: [...found.parts],
        ...shown,
        total: people.length,
      }
    },
  ),
]

const mutable = (p: PersonChange) => ({ ...p, measures: [...p.measures], lines: [...p.lines], components: [...p.components] })
