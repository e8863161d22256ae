import { z } from 'zod'
import { lastDay } from '../../base/calendar.ts'
import { calendarPageTexts } from '../../base/calendar-page-texts.ts'
import { calendarTexts } from '../../base/calendar-texts.ts'
import { type Diagnostic, describe, reworded } from '../../base/diagnostic.ts'
import { BACKTEST_PERIODS, DRAFT_DOCUMENTS } from '../../base/limits.ts'
import { enginePageTexts } from '../../engine/check/page-texts.ts'
import { DOCUMENT_SCHEMAS, type DocumentKind } from '../../engine/documents/parse.ts'
import { goalsPageTexts } from '../goals/page-texts.ts'
import { goalsTexts } from '../goals/texts.ts'
import type { JobKind } from '../jobs/job.ts'
import { runPageTexts } from '../runs/page-texts.ts'
import { runTexts } from '../runs/texts.ts'
import { type Backtest, backtestPlan } from './backtest.ts'
import { backtestPageTexts } from './backtest-page-texts.ts'
import { type Outcome, type PersonCompared, type RoleReport, roleReports } from './backtest-summary.ts'
import { backtestTexts } from './backtest-texts.ts'
import { planOfDraft } from './draft.ts'
import { rolePageTexts } from './role-page-texts.ts'
import { roleTexts } from './role-texts.ts'

export const BACKTEST_JOB = 'backtest'

/** What a back-test may have to say; its result is read in either language. */
const texts = {
  ...enginePageTexts,
  ...reworded({ ...goalsTexts, ...runTexts, ...calendarTexts, ...roleTexts }, { ...goalsPageTexts, ...runPageTexts, ...calendarPageTexts, ...rolePageTexts }),
  ...backtestTexts,
  ...backtestPageTexts,
}

const Kind = z.enum(Object.keys(DOCUMENT_SCHEMAS) as [DocumentKind, ...DocumentKind[]]) // The keys of the schemas are the kinds.

/** What is to be tried out on which periods. */
export const BacktestAsked = z
  .object({
    periods: z.array(z.string().max(40)).min(1).max(BACKTEST_PERIODS),
    documents: z
      .array(z.object({ kind: Kind, body: z.unknown() }))
      .max(DRAFT_DOCUMENTS)
      .default([])
      .describe('Drafts: each takes the place of the document in force with its id, or is new.'),
    without: z
      .array(z.object({ kind: Kind, id: z.string().max(200) }))
      .max(DRAFT_DOCUMENTS)
      .default([])
      .describe('Documents in force that the draft leaves out.'),
  })
  .meta({ id: 'BacktestAsked' })

/** Whether who asked may see everybody's pay is settled when it is asked. */
const Input = BacktestAsked.extend({ pay: z.boolean() })

export const backtestJob: JobKind = {
  alone: true,
  run: async (store, input, { signal, progress }) => {
    const { periods, documents, without, pay } = Input.parse(input)
    const plan = await store.read((read) => planOfDraft(read, { documents, without }))
    const found = await backtestPlan(store, plan, { periods, signal, onProgress: progress, aside: true })
    return resultOf(found, pay)
  },
}

const unpaid = (o: Outcome): Outcome => ({ ...o, pay: null, open: false })

/** The reports made anew from scores alone: who gains and who loses would tell about pay. */
function withoutPay(roles: readonly RoleReport[], people: readonly PersonCompared[]): RoleReport[] {
  const grades = [...new Set(roles.flatMap((r) => r.grades.flatMap((g) => g.grade ?? [])))]
  return roleReports(
    people.map((p) => ({ ...p, before: unpaid(p.before), after: unpaid(p.after) })),
    grades,
  )
}

/** The result as plain data: every number as exact text; without amounts for who may not see them. */
function resultOf({ company, periods, cost, changes, diagnostics: about }: Backtest, pay: boolean): object {
  const told = (found: readonly Diagnostic[]) => found.map((d) => ({ ...d, zh: describe(d, 'zh', texts), en: describe(d, 'en', texts) }))
  const outcome = (o: Outcome): Outcome => (pay ? o : unpaid(o))
  return {
    company,
    cost: pay ? cost : null,
    changes,
    diagnostics: told(about),
    periods: periods.map(({ period, roles, cost: all, leftOut, people, diagnostics }) => ({
      period: period.id,
      from: period.from,
      last: lastDay(period),
      cost: pay ? all : null,
      leftOut,
      roles: pay ? roles : withoutPay(roles, people),
      people: people.map((p) => ({ ...p, before: outcome(p.before), after: outcome(p.after) })),
      diagnostics: told(diagnostics),
    })),
  }
}
