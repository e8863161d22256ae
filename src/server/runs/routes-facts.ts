import { z } from 'zod'
import { FACT_RECORDS } from '../../base/limits.ts'
import { planSteps } from '../../engine/steps.ts'
import type { Read } from '../../store/types.ts'
import { query, type Route } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { neededBy } from './explain-results.ts'
import { loadFacts } from './facts.ts'
import { dayOfPeriod, judgedOn, periodNow } from './newest.ts'
import { personIn } from './person-head.ts'
import { programHashOf } from './recorded.ts'
import { shownPeriod } from './routes-periods.ts'
import { seesRecords, seesUnder } from './seen-people.ts'
import { EngineData, employeePath, PeriodShown, periodQuery, RunRef } from './shapes.ts'
import { storedResults } from './stored-results.ts'

const FactsShown = z
  .object({
    employee: z.string(),
    period: PeriodShown,
    run: RunRef.nullable(),
    program: z.string().describe('Hash of the rules that the facts are for; `GET /api/program` answers them.'),
    facts: EngineData.describe('Facts of src/engine/reference/facts.ts.'),
    complete: z
      .object({ records: z.boolean(), pay: z.boolean() })
      .describe('False where something is left out that one may not see: figures that need it cannot be worked out again.'),
    stored: z
      .object({ score: EngineData.nullable(), earnings: z.array(EngineData) })
      .describe('ScoreResult and EarningResult of src/engine/results.ts as the run stored them, to be compared.'),
  })
  .meta({ id: 'Facts', description: 'Everything the interpreter needs to work out a person’s score and pay again, as far as one may see it.' })

const ProgramShown = z
  .object({ hash: z.string(), program: EngineData, calendar: EngineData })
  .meta({ id: 'Program', description: 'The checked rules in force, as the engine takes them: Program of src/engine/ir.ts, CalendarSpec of src/base/calendar.ts.' })

async function factsFor(read: Read, who: Who, asked: { readonly employee: string; readonly period: string; readonly today: string }): Promise<z.input<typeof FactsShown>> {
  const { input, newest, period } = await periodNow(read, asked.period)
  const { program, calendar } = input
  const { id, role } = await personIn(read, asked.employee, period)
  const on = judgedOn(period, asked.today)
  const [sees, seesPay] = [await seesRecords(read, who, on), await seesUnder(read, who, 'pay.read', on)]
  const { measures, exprs } = neededBy(program, { period, role })
  let records = true
  const onHidden = () => {
    records = false
  }
  const facts = await loadFacts(read, program, planSteps(program, calendar, measures, period, exprs), id, { sees, onHidden, most: FACT_RECORDS })
  const pay = seesPay(id)
  const stored = newest === null ? { score: null, earnings: [] } : await storedResults(read, newest.run, id)
  return {
    employee: id,
    period: shownPeriod(period),
    run: newest === null ? null : { run: newest.run, finishedAt: newest.finishedAt, fresh: newest.fresh },
    program: programHashOf(input),
    facts: { ...facts, pay: pay ? facts.pay : [] },
    complete: { records, pay },
    stored: { score: stored.score === null ? null : { ...stored.score }, earnings: pay ? stored.earnings.map((e) => ({ ...e })) : [] },
  }
}

export const factRoutes: readonly Route[] = [
  query(
    {
      id: 'getFacts',
      method: 'get',
      path: '/facts/{employee}',
      tag: 'scores',
      summary: 'What a person’s score and pay rest on, for working them out again in the browser.',
      may: 'score.read',
      params: employeePath,
      query: z.object(periodQuery),
      reply: FactsShown,
      dayOf: dayOfPeriod,
    },
    (read, { who, params, query: { period }, today }) => factsFor(read, who, { employee: params.employee, period, today }),
  ),
  query(
    {
      id: 'getProgram',
      method: 'get',
      path: '/program',
      tag: 'scores',
      summary: 'The checked rules in force, for the engine in the browser. Changes only with the documents: ask with If-None-Match.',
      may: 'rule.read',
      reply: ProgramShown,
    },
    async (read, { reply }) => {
      const { program, calendar } = await rulesInForceNow(read)
      const hash = programHashOf({ program, calendar })
      reply.header('etag', `"${hash}"`)
      return { hash, program: { ...program }, calendar: { ...calendar } }
    },
  ),
]
