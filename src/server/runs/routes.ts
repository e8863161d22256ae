import type { TextCatalogue } from '../../base/diagnostic.ts'
import type { Route } from '../http/route.ts'
import { boardRoutes } from './routes-board.ts'
import { compareRoutes } from './routes-compare.ts'
import { explanationRoutes } from './routes-explanations.ts'
import { factRoutes } from './routes-facts.ts'
import { periodRoutes } from './routes-periods.ts'
import { planEarningRoutes } from './routes-plan-earnings.ts'
import { rankingRoutes } from './routes-rankings.ts'
import { resultRoutes } from './routes-results.ts'
import { runListRoutes } from './routes-runs.ts'
import { scoreboardRoutes } from './routes-scoreboard.ts'
import { standingRoutes } from './routes-standings.ts'

/** Routes of periods, runs and what they come to; `catalogue` has the sentences of reasons and notices. */
export function runRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [
    ...periodRoutes,
    ...runListRoutes(catalogue),
    ...compareRoutes,
    ...scoreboardRoutes,
    ...boardRoutes,
    ...standingRoutes,
    ...resultRoutes(catalogue),
    ...explanationRoutes,
    ...factRoutes,
    ...rankingRoutes,
    ...planEarningRoutes,
  ]
}
