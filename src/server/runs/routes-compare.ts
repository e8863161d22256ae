import { z } from 'zod'
import type { Day, Period } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import type { Program } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { readOf } from '../access/data-permission.ts'
import { seesAll } from '../access/visible.ts'
import { keyIn, page, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import { Exact, InstantText } from '../http/shapes.ts'
import type { Who } from '../http/who.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { DifferenceShown } from '../measures/shown-document.ts'
import { namesOfIds } from '../schemes/names-of-ids.ts'
import { documentChanges, totalPay } from './changed-documents.ts'
import { compareRuns, type PersonChange, type RunComparison } from './compare.ts'
import { judgedOn } from './newest.ts'
import { type RunRow, runNumbered } from './run-queries.ts'
import { seesRecords, seesUnder } from './seen-people.ts'
import { byMove, componentChange, lineChange, measureChange, type NamedChange, placeOf, plainChange, shownCauses } from './shown-changes.ts'

const Change = z
  .object({ what: z.string(), before: Exact.nullable(), after: Exact.nullable(), name: z.string(), percent: z.boolean(), unit: z.record(z.string(), z.number()) })
  .meta({ id: 'Change', description: 'What differs, before and after; null: empty, or not there.' })

const PersonChanged = z
  .object({
    id: z.string(),
    name: z.string(),
    measures: z.array(Change),
    score: Change.nullable(),
    grade: Change.nullable(),
    lines: z.array(Change.extend({ target: Change.nullable().describe('What is asked, where that is another.') })),
    components: z.array(Change).describe('Empty where one may not see the person’s pay.'),
    pay: Change.nullable(),
    causes: z
      .array(z.object({ kind: z.enum(['line', 'component', 'measure']), what: z.string(), records: z.array(z.number().int()).describe('Places in `records`.') }))
      .describe('Which changed records, of those one may see, stand behind which of these figures.'),
  })
  .meta({ id: 'PersonChanged' })

const RunHead = z.object({ run: z.string(), finishedAt: InstantText })

const head = ({ run, finishedAt }: RunRow) => ({ run, finishedAt })

const Comparison = z
  .object({
    period: z.string(),
    before: RunHead,
    after: RunHead,
    documents: z.array(
      z.object({
        document: z.string().describe('`scheme/hunter`'),
        kind: z.string(),
        id: z.string(),
        name: z.string().describe('As it is called now, or was last.'),
        before: z.number().int().nullable(),
        after: z.number().int().nullable(),
        changes: z.array(DifferenceShown).describe('What differs inside it.'),
      }),
    ),
    cost: z.object({ before: Exact.nullable(), after: Exact.nullable() }).nullable().describe('What all pay comes to; null for who does not see everybody’s.'),
    records: z.array(
      z.object({
        dataset: z.string(),
        datasetName: z.string(),
        id: z.string().describe('Of the record; a deleted one keeps it.'),
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
    people: found.people.filter((p) => scores(p.id)).flatMap((p) => (pay(p.id) ? [p] : withoutPay(p))),
    records: records.filter((r) => r.employees.length > 0 || seesAll(who, readOf(r.dataset))),
  }
}

/** Somebody whose pay alone differs is not listed: being listed would say so. */
function withoutPay(p: PersonChange): PersonChange[] {
  const differs = p.measures.length + p.lines.length > 0 || p.score !== null || p.grade !== null
  return differs ? [{ ...p, components: [], pay: null }] : []
}

/** A person with everything named; of the records behind it those alone that the asker may see. */
function shownPerson(person: PersonChange, within: { readonly program: Program; readonly lang: Lang; readonly places: ReadonlyMap<string, number> }) {
  const { id, name, scheme, measures, score, grade, lines, components, pay } = person
  return {
    ...{ id, name, score: mutable(plainChange(score)), grade: mutable(plainChange(grade)), pay: mutable(plainChange(pay)) },
    measures: measures.map((m) => mutable(measureChange(m, within))),
    lines: lines.map((l) => {
      const { target, ...line } = lineChange(l, scheme, within)
      return { ...mutable(line), target: mutable(target) }
    }),
    components: components.map((c) => mutable(componentChange(c, within))),
    causes: shownCauses(person, within.places).map((cause) => ({ ...cause, records: [...cause.records] })),
  }
}

type Shown<C> = C extends null ? null : { what: string; before: string | null; after: string | null; name: string; percent: boolean; unit: Record<string, number> }

function mutable<C extends NamedChange | null>(change: C): Shown<C> {
  return (change === null ? null : { ...change, unit: { ...change.unit } }) as Shown<C> // The condition is that of the type.
}

export const compareRoutes: readonly Route[] = [
  query(
    {
      id: 'compareRuns',
      method: 'get',
      path: '/runs/{run}/compare/{other}',
      tag: 'runs',
      summary:
        'What differs in a run against an earlier one (`other`) of the same period, the largest moves first, and which records, documents and people’s dates changed in between.',
      may: 'score.read',
      params: z.object({ run: z.string(), other: z.string() }),
      query: z.object(pageQuery),
      reply: Comparison,
    },
    async (read, { who, params, query: asked, today, lang }) => {
      const { program, calendar, datasets } = await rulesInForceNow(read)
      const names = new Map(datasets.map((d) => [d.dataset, nameIn(d.name, lang, d.dataset)]))
      const first = Math.max(0, Math.trunc(Number(keyIn(asked.after, 1)?.[0] ?? 0)) || 0)
      const [row, earlier] = [await runNumbered(read, params.run), await runNumbered(read, params.other)]
      const period: Period = requirePeriod(calendar, row.period)
      const found = await compareRuns(read, program, { calendar, period, runs: [params.other, params.run] })
      const { people, records } = await seenPart(read, who, found, judgedOn(period, today))
      const within = { program, lang, places: new Map(records.map((record, at) => [placeOf(record), at])) }
      const rows = people
        .toSorted(byMove)
        .slice(first, first + asked.limit + 1)
        .map((person, i) => ({ person, next: first + i + 1 }))
      const inside = await documentChanges(read, found.documents, { lang, names: await namesOfIds(read, today) })
      const cost = seesAll(who, 'pay.read') ? await totalPay(read, found.before.run, found.after.run) : null
      return {
        period: period.id,
        before: head(earlier),
        after: head(row),
        documents: found.documents.flatMap((d) => {
          const told = inside.find((each) => each.document === d.document)
          return told === undefined ? [] : [{ ...told, ...d, changes: [...told.changes] }]
        }),
        cost: cost === null ? null : { before: cost.before, after: cost.after },
        records: records.map((r) => ({ ...r, datasetName: names.get(r.dataset) ?? r.dataset, employees: [...r.employees] })),
        parts: [...found.parts],
        ...page(rows, asked.limit, { item: ({ person }) => shownPerson(person, within), key: ({ next }) => [next], total: people.length }),
        total: people.length,
      }
    },
  ),
]
