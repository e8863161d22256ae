import { requirePeriod } from '../../base/calendar-check.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { seesAll } from '../access/visible.ts'
import { command, type Route } from '../http/route.ts'
import { enqueue } from '../jobs/queue.ts'
import { JobAsked } from '../jobs/routes.ts'
import { BACKTEST_JOB, BacktestAsked } from './backtest-job.ts'
import { planOfDraft } from './draft.ts'

/** A draft of a few hundred documents, each of a few kilobytes. */
const DRAFT_BYTES = 8 * 1_048_576

export const backtestRoutes: readonly Route[] = [
  command(
    'backtest.start',
    {
      id: 'startBacktest',
      method: 'post',
      path: '/backtests',
      tag: 'schemes',
      summary:
        'Try drafts of documents out on past periods: who would score, be graded and be paid differently, and what it would cost. Amounts only for who sees everybody’s pay.',
      may: 'rule.write',
      body: BacktestAsked,
      reply: JobAsked,
      status: 202,
      bodyBytes: DRAFT_BYTES,
    },
    async (tx, { who, body, audit }) => {
      // The answer is about everybody.
      if (!seesAll(who, 'score.read')) throw new Refusal('http.forbidden', { permission: 'score.read' })
      const plan = await planOfDraft(tx, body)
      for (const period of body.periods) requirePeriod(plan.company.document.calendar, period)
      audit.about('backtest', { periods: body.periods.join(', '), documents: body.documents.length })
      return { job: await enqueue(tx, { kind: BACKTEST_JOB, input: { ...body, pay: seesAll(who, 'pay.read') }, by: who.user }) }
    },
  ),
]
