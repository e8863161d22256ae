import { z } from 'zod'
import { previousPeriod } from '../../base/calendar.ts'
import { describe, type Lang, nameIn, type TextCatalogue } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { query, type Route } from '../http/route.ts'
import { Exact } from '../http/shapes.ts'
import { dayOfPeriod, newestNumber, type PeriodNow, periodNow } from './newest.ts'
import { shownPlans } from './pay-shown.ts'
import { personIn } from './person-head.ts'
import { shownLines } from './person-results.ts'
import { shownPeriod } from './routes-periods.ts'
import { EngineData, employeePath, PeriodShown, Person, periodQuery, RunRef, Versions } from './shapes.ts'
import { storedResults } from './stored-results.ts'
import { add } from './sum.ts'

const PersonInPeriod = Person.extend({ unit: z.string().nullable(), unitName: z.string().nullable(), position: z.string().nullable(), role: z.string().nullable() }).meta({
  id: 'PersonInPeriod',
})

const LineShown = z
  .object({
    line: z.string(),
    name: z.string(),
    measure: z.string().nullable(),
    measureName: z.string().nullable(),
    unit: z.record(z.string(), z.number()),
    percent: z.boolean(),
    better: z.enum(['more', 'less']).nullable(),
    kpi: z.boolean().describe('A KPI; else an ordinary indicator.'),
    weight: Exact.describe('The weight that counted; 0 for gates and for points beside the weights.'),
    target: Exact.nullable(),
    actual: Exact.nullable(),
    attainment: Exact.nullable().describe('1.2 for 120 %.'),
    points: Exact.nullable(),
    state: z.enum(['scored', 'skipped', 'zero', 'full', 'passed', 'failed']),
    reason: z.object({ code: z.string(), say: z.string(), cure: z.string() }).nullable().describe('Why it was not judged by its rule.'),
    rule: EngineData.nullable().describe('RuleIr of src/engine/ir.ts.'),
    ruleText: z.string().nullable().describe('The rule in words.'),
  })
  .meta({ id: 'ScoreLine' })

const Score = z
  .object({
    employee: PersonInPeriod,
    period: PeriodShown,
    run: RunRef.nullable(),
    scheme: z.object({ id: z.string(), name: z.string() }).nullable().describe('Null: no scheme is for the person in this period, or there is no run yet.'),
    score: Exact.nullable(),
    grade: z.string().nullable(),
    coefficient: Exact.nullable(),
    factor: Exact.nullable().describe('For outside causes: what the sum was multiplied by; null: nothing.'),
    grades: z.array(z.object({ grade: z.string(), from: Exact.nullable(), coefficient: Exact.nullable() })),
    previous: z.object({ period: z.string(), score: Exact.nullable(), grade: z.string().nullable() }).nullable(),
    lines: z.array(LineShown),
    versions: Versions,
  })
  .meta({ id: 'Score' })

const AmountShown = z
  .object({
    raw: Exact.nullable(),
    amount: Exact.nullable(),
    formula: z.string(),
    conditions: z.array(z.object({ name: z.string(), holds: z.boolean().nullable() })),
    floor: Exact.nullable(),
    cap: Exact.nullable(),
    parts: z.array(
      z.object({ node: z.string(), text: z.string(), result: z.unknown().describe('PartResult of src/engine/results.ts: a figure as text, or how a table came to its value.') }),
    ),
  })
  .meta({ id: 'AmountShown' })

const Pay = z
  .object({
    employee: PersonInPeriod,
    period: PeriodShown,
    run: RunRef.nullable(),
    total: Exact.nullable(),
    plans: z.array(
      z.object({
        incentive: z.string(),
        name: z.string(),
        total: Exact.nullable(),
        components: z.array(z.object({ component: z.string(), name: z.string(), amount: Exact.nullable(), now: AmountShown.nullable(), before: AmountShown.nullable() })),
      }),
    ),
    versions: Versions,
  })
  .meta({ id: 'Pay' })

const runRef = ({ newest }: PeriodNow) => (newest === null ? null : { run: newest.run, finishedAt: newest.finishedAt, fresh: newest.fresh })

async function earlierScore(read: Read, { input, period }: PeriodNow, employee: string) {
  const earlier = previousPeriod(input.calendar, period)
  const run = earlier === null ? null : await newestNumber(read, earlier.id)
  if (earlier === null || run === null) return null
  const row = await read.first<{ score: string | null; grade: string | null }>(
    sql`select trim_scale(score)::text as score, grade from calc.score where run_id = ${run}::bigint and employee_id = ${employee}`,
  )
  return row === undefined ? null : { period: earlier.id, ...row }
}

async function scoreFor(
  read: Read,
  asked: { readonly employee: string; readonly period: string; readonly lang: Lang; readonly catalogue: TextCatalogue },
): Promise<z.input<typeof Score>> {
  const { lang, catalogue } = asked
  const now = await periodNow(read, asked.period)
  const employee = await personIn(read, asked.employee, now.period)
  const { score } = now.newest === null ? { score: null } : await storedResults(read, now.newest.run, employee.id)
  const scheme = score === null ? undefined : now.input.program.schemes[score.scheme]
  const lines = shownLines({ scheme, lines: score?.lines ?? [], employee: employee.name }, now, lang)
  return {
    employee,
    period: shownPeriod(now.period),
    run: runRef(now),
    scheme: score === null ? null : { id: score.scheme, name: nameIn(scheme?.name, lang, score.scheme) },
    ...{ score: score?.score ?? null, grade: score?.grade ?? null, coefficient: score?.coefficient ?? null, factor: score?.factor ?? null },
    grades: (scheme?.grades ?? []).map((g) => ({ ...g })),
    previous: await earlierScore(read, now, employee.id),
    lines: lines.map(({ reason, unit, rule, ...line }) => ({
      ...line,
      unit: { ...unit },
      rule: rule === null ? null : { ...rule },
      reason: reason === null ? null : { code: reason.code, ...describe(reason, lang, catalogue) },
    })),
    versions: versionsOf(now, score === null ? [] : [`scheme/${score.scheme}`, ...lines.flatMap((l) => (l.measure === null ? [] : [`measure/${l.measure}`]))]),
  }
}

/** Versions that the run computed with. */
function versionsOf({ newest }: PeriodNow, documents: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(documents)].sort().flatMap((id) => (newest?.versions[id] === undefined ? [] : [[id, newest.versions[id]]])))
}

async function payFor(read: Read, asked: { readonly employee: string; readonly period: string; readonly lang: Lang }): Promise<z.input<typeof Pay>> {
  const now = await periodNow(read, asked.period)
  const employee = await personIn(read, asked.employee, now.period)
  const { earnings } = now.newest === null ? { earnings: [] } : await storedResults(read, now.newest.run, employee.id)
  const plans = shownPlans(earnings, now, asked.lang)
  return {
    employee,
    period: shownPeriod(now.period),
    run: runRef(now),
    total: add(plans.map((p) => p.total)),
    plans: structuredClone(plans) as z.input<typeof Pay>['plans'], // The same shape, where nothing is read-only.
    versions: versionsOf(
      now,
      plans.map((p) => `incentive/${p.incentive}`),
    ),
  }
}

export function resultRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [
    query(
      {
        id: 'getScore',
        method: 'get',
        path: '/scores/{employee}',
        tag: 'scores',
        summary: 'The score of a person in a period, line by line, with the rule of each in words.',
        may: 'score.read',
        params: employeePath,
        query: z.object(periodQuery),
        reply: Score,
        dayOf: dayOfPeriod,
      },
      (read, { params, query: { period }, lang }) => scoreFor(read, { employee: params.employee, period, lang, catalogue }),
    ),
    query(
      {
        id: 'getPay',
        method: 'get',
        path: '/pay/{employee}',
        tag: 'scores',
        summary: 'What a person earned in a period, component by component, with how each amount came about.',
        may: 'pay.read',
        params: employeePath,
        query: z.object(periodQuery),
        reply: Pay,
        dayOf: dayOfPeriod,
      },
      (read, { params, query: { period }, lang }) => payFor(read, { employee: params.employee, period, lang }),
    ),
  ]
}
