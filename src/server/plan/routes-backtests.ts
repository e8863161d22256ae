import { z } from 'zod'
import { requirePeriod } from '../../base/calendar-check.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { seesAll } from '../access/visible.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { command, query, type Route } from '../http/route.ts'
import { enqueue } from '../jobs/queue.ts'
import { JobAsked } from '../jobs/routes.ts'
import { namesOfIds } from '../schemes/names-of-ids.ts'
import { BACKTEST_JOB, BacktestAsked } from './backtest-job.ts'
import { BacktestRow, BacktestShown, backtestOf, listBacktests } from './backtests-kept.ts'
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
  query(
    {
      id: 'listBacktests',
      method: 'get',
      path: '/backtests',
      tag: 'schemes',
      summary: 'The back-tests one asked for, the newest first; results are kept.',
      may: 'rule.write',
      query: z.object({ ...pageQuery, scheme: z.string().max(200).optional().describe('Only those in which a draft of this scheme was tried out.') }),
      reply: pageOf(BacktestRow),
    },
    async (read, { who, query: { limit, after, scheme } }) => {
      const key = keyIn(after, 1)?.[0]
      const rows = await listBacktests(read, { user: who.user, scheme, after: typeof key === 'string' ? key : null, limit: limit + 1 })
      return page(rows, limit, { item: (row) => ({ ...row, periods: [...row.periods], schemes: [...row.schemes] }), key: (row) => [row.job] })
    },
  ),
  query(
    {
      id: 'getBacktest',
      method: 'get',
      path: '/backtests/{job}',
      tag: 'schemes',
      summary: 'What a back-test found: distribution, grades, winners and losers, cost, and each person before and after.',
      may: 'rule.write',
      params: z.object({ job: z.string().max(60) }),
      reply: BacktestShown,
    },
    async (read, { who, params, lang, today }) => await backtestOf(read, params.job, who.user, { lang, names: await namesOfIds(read, today) }),
  ),
]
