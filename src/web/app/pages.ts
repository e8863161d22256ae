import { accountRoute } from '../pages/account/route.ts'
import { datasetRoute, datasetsRoute, recordRoute } from '../pages/data/route.ts'
import { homeRoute } from '../pages/home/route.ts'
import { importRoute, importsRoute } from '../pages/imports/route.ts'
import { earningsRoute, editPlanRoute, editRateTableRoute, incentiveRoute, incentivesRoute, newPlanRoute, newRateTableRoute, rateTableRoute } from '../pages/incentives/route.ts'
import { rankingsRoute } from '../pages/rankings/route.ts'
import { scoreboardRoute } from '../pages/scoreboard/route.ts'
import { scoreRoute } from '../pages/scores/route.ts'
import type { SearchSource } from './search-source.ts'

/** Every page inside the frame, in the order of the navigation. A new page is a line here; see src/web/README.md. */
export const pages = [
  homeRoute,
  datasetsRoute,
  datasetRoute,
  recordRoute,
  importRoute,
  importsRoute,
  scoreboardRoute,
  scoreRoute,
  rankingsRoute,
  incentivesRoute,
  incentiveRoute,
  rateTableRoute,
  earningsRoute,
  newPlanRoute,
  newRateTableRoute,
  editPlanRoute,
  editRateTableRoute,
  accountRoute,
] as const

/** What the search looks through besides the pages. A feature adds its own. */
export const searchSources: readonly SearchSource[] = []
