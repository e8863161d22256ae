import { z } from 'zod'
import { lastDay, PERIOD_KINDS, type Period } from '../../base/calendar.ts'
import type { TextCatalogue } from '../../base/diagnostic.ts'
import { REASON_LENGTH, TARGET_EDITS, TARGET_EDITS_BYTES } from '../../base/limits.ts'
import { Finding, findingOf } from '../http/problem.ts'
import { command, query, type Route } from '../http/route.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { changeTargets, targetHistory } from './change-targets.ts'
import { measureShown, targetCounts, targetYears } from './choices.ts'
import { dayFor, measureOf, requirePeriod, targetMatrix } from './matrix.ts'
import { matrixOf, whichMatrix } from './matrix-asked.ts'
import { targetFileRoute } from './routes-file.ts'
import { LEVELS } from './target.ts'

const Level = z.enum(LEVELS)
const Exact = z.string().describe('Exact decimal as text; of percentages the number before the sign.')

const MeasureWithTargets = z
  .object({
    measure: z.string(),
    name: z.string(),
    unit: z.string(),
    percent: z.boolean(),
    adds: z.boolean().describe('Months make up quarters.'),
    sums: z.boolean().describe('People make up a unit.'),
    better: z.enum(['more', 'less']),
    targets: z.number().int(),
  })
  .meta({ id: 'TargetMeasure' })

const Matrix = z
  .object({
    level: Level,
    columns: z.array(
      MeasureWithTargets.omit({ targets: true })
        .extend({ period: z.string(), kind: z.enum(PERIOD_KINDS), from: z.string(), last: z.string() })
        .meta({ id: 'TargetColumn' }),
    ),
    people: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          unit: z.string().nullable(),
          unitName: z.string().nullable(),
          position: z.string().nullable(),
          writable: z.boolean(),
          values: z.array(Exact.nullable()).describe('One a column.'),
        })
        .meta({ id: 'TargetRow' }),
    ),
    teams: z
      .array(z.object({ person: z.string(), unit: z.string().nullable(), measure: z.string(), name: z.string(), values: z.array(Exact.nullable()) }))
      .describe('What is asked of teams in the same thing, by who answers for them; to be compared with what their people come to.'),
  })
  .meta({ id: 'TargetMatrix', description: 'What is asked of everybody one sees: one measure over a year, or all measures of a period.' })

const TargetEdit = z
  .strictObject({
    employee: z.string().max(200),
    measure: z.string().max(200),
    period: z.string().max(40),
    level: Level,
    from: z.string().max(100).nullable().describe('The figure that was seen; a cell that holds another one by now is not overwritten.'),
    to: z.string().max(100).describe('As people write it: `1,200`, `30%`, `5万`; empty for no target.'),
  })
  .meta({ id: 'TargetEdit' })

const shownPeriod = (p: Period) => ({ id: p.id, kind: p.kind, from: p.from, last: lastDay(p) })

const choicesRoute: Route = query(
  {
    id: 'getTargetChoices',
    method: 'get',
    path: '/targets/choices',
    tag: 'targets',
    summary: 'The measures that targets can be set for, those with most targets first, and the years to choose from.',
    may: 'target.read',
    reply: z.object({
      measures: z.array(MeasureWithTargets),
      years: z.array(z.object({ id: z.string(), kind: z.enum(PERIOD_KINDS), from: z.string(), last: z.string() })),
      current: z.string().nullable().describe('The year that holds today.'),
    }),
  },
  async (read, { lang, today }) => {
    const rules = await rulesInForceNow(read)
    const counts = new Map((await targetCounts(read)).map((c) => [c.measure, c.targets]))
    const ids = [...new Set([...counts.keys(), ...Object.keys(rules.program.measures)])]
    const measures = ids.flatMap((id) => {
      const measure = measureOf(rules, id)
      return measure === undefined ? [] : [{ ...measureShown(measure, rules, lang), targets: counts.get(id) ?? 0 }]
    })
    const years = await targetYears(read, rules.calendar, today)
    return { measures, years: years.map(shownPeriod), current: years.find((y) => y.from <= today && today < y.until)?.id ?? null }
  },
)

const matrixRoute: Route = query(
  {
    id: 'getTargets',
    method: 'get',
    path: '/targets',
    tag: 'targets',
    summary: 'The targets of everybody one sees, as a matrix.',
    may: 'target.read',
    query: z.object({ ...whichMatrix, level: Level.default('target') }),
    reply: Matrix,
  },
  async (read, { query: asked, who, lang, today }) => {
    const rules = await rulesInForceNow(read)
    const { columns, people, teams } = await targetMatrix(read, rules, matrixOf(rules, asked), { who, lang, today, level: asked.level })
    return {
      level: asked.level,
      columns: [...columns],
      people: people.map((p) => ({ ...p, values: [...p.values] })),
      teams: teams.map((team) => ({ ...team, values: [...team.values] })),
    }
  },
)

const changeRoute = (catalogue: TextCatalogue): Route =>
  command(
    'targets.change',
    {
      id: 'changeTargets',
      method: 'post',
      path: '/targets',
      tag: 'targets',
      summary: 'Set targets, cell by cell: all of them or none. What somebody else changed meanwhile is refused with who and when.',
      may: 'target.write',
      body: z.strictObject({ edits: z.array(TargetEdit).min(1).max(TARGET_EDITS), reason: z.string().trim().min(1).max(REASON_LENGTH) }),
      reply: z
        .object({ cells: z.number().int().describe('Cells that hold another figure now.'), people: z.number().int(), warnings: z.array(Finding) })
        .meta({ id: 'TargetsChanged' }),
      bodyBytes: TARGET_EDITS_BYTES,
    },
    async (tx, { body: { edits, reason }, who, today, lang, audit }) => {
      const { cells, people, warnings } = await changeTargets(tx, await rulesInForceNow(tx), edits, { who, today, reason })
      const measures = [...new Set(edits.map((edit) => edit.measure))]
      audit.about(measures.length === 1 ? `targets/${measures[0]}` : 'targets', { cells, people, reason })
      return { cells, people, warnings: warnings.map((d) => findingOf(d, lang, catalogue)) }
    },
  )

const historyRoute: Route = query(
  {
    id: 'getTargetHistory',
    method: 'get',
    path: '/targets/{employee}/history',
    tag: 'targets',
    summary: 'Who changed a target, when, from what to what, and why; the newest first.',
    may: 'target.read',
    params: z.object({ employee: z.string() }),
    query: z.object({ measure: z.string().max(200), period: z.string().max(40) }),
    reply: z.object({
      items: z.array(
        z
          .object({
            seq: z.string(),
            at: z.string(),
            by: z.string().nullable().describe('Null: by the command line.'),
            level: Level,
            before: Exact.nullable(),
            after: Exact.nullable(),
            reason: z.string(),
            source: z.string().nullable().describe('The file it came from.'),
          })
          .meta({ id: 'TargetChange' }),
      ),
    }),
    dayOf: async (read, { query: { period }, today }) => dayFor(requirePeriod(await rulesInForceNow(read), period), today),
  },
  async (read, { params, query: asked }) => ({ items: (await targetHistory(read, { ...params, ...asked })).map((each) => ({ ...each })) }),
)

/** Routes of targets. */
export function goalRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [choicesRoute, targetFileRoute, matrixRoute, changeRoute(catalogue), historyRoute]
}
