import { accountRoute } from '../pages/account/route.ts'
import { companyEditRoute, companyRoute } from '../pages/company/route.ts'
import { datasetRoute, datasetsRoute, recordRoute } from '../pages/data/route.ts'
import { datasetSearch } from '../pages/data/search.ts'
import { datasetAboutRoute, datasetEditRoute, datasetNewRoute } from '../pages/datasets/route.ts'
import { estimateRoute } from '../pages/estimate/route.ts'
import { exportsRoute } from '../pages/exports/route.ts'
import { homeRoute } from '../pages/home/route.ts'
import { importRoute, importsRoute } from '../pages/imports/route.ts'
import { earningsRoute, editPlanRoute, editRateTableRoute, incentiveRoute, incentivesRoute, newPlanRoute, newRateTableRoute, rateTableRoute } from '../pages/incentives/route.ts'
import { planSearch, tableSearch } from '../pages/incentives/search.ts'
import { insightRoute, personInsightRoute } from '../pages/insight/route.ts'
import { findMeasures } from '../pages/measures/queries.ts'
import { measureEditRoute, measureNewRoute, measureRoute, measuresRoute } from '../pages/measures/route.ts'
import { notificationsRoute } from '../pages/notifications/route.ts'
import { payItemsRoute } from '../pages/pay-items/route.ts'
import { peopleImportRoute, peopleRoute, personRoute, treeRoute, unitRoute, unitsImportRoute } from '../pages/people/route.ts'
import { peopleSearch } from '../pages/people/search.ts'
import { rankingsRoute } from '../pages/rankings/route.ts'
import { runRoute, runsRoute } from '../pages/runs/route.ts'
import { backtestRoute, editSchemeRoute, keptBacktestRoute, newSchemeRoute, schemeRoute, schemesRoute } from '../pages/schemes/route.ts'
import { schemeSearch } from '../pages/schemes/search.ts'
import { scoreboardRoute } from '../pages/scoreboard/route.ts'
import { scoreRoute } from '../pages/scores/route.ts'
import { auditRoute, rolesRoute, usersRoute } from '../pages/settings/route.ts'
import { startRoute } from '../pages/start/route.ts'
import { targetsRoute } from '../pages/targets/route.ts'
import { versionRoute } from '../pages/versions/route.ts'
import type { SearchSource } from './search-source.ts'

/** Every page inside the frame, in the order of the navigation. A new page is a line here; see src/web/README.md. */
export const pages = [
  homeRoute,
  startRoute,
  targetsRoute,
  estimateRoute,
  datasetsRoute,
  datasetNewRoute,
  datasetEditRoute,
  datasetAboutRoute,
  datasetRoute,
  recordRoute,
  importRoute,
  importsRoute,
  exportsRoute,
  measuresRoute,
  measureNewRoute,
  measureRoute,
  measureEditRoute,
  schemesRoute,
  newSchemeRoute,
  schemeRoute,
  editSchemeRoute,
  backtestRoute,
  keptBacktestRoute,
  runsRoute,
  runRoute,
  scoreboardRoute,
  scoreRoute,
  rankingsRoute,
  incentivesRoute,
  newPlanRoute,
  incentiveRoute,
  editPlanRoute,
  rateTableRoute,
  newRateTableRoute,
  editRateTableRoute,
  earningsRoute,
  payItemsRoute,
  insightRoute,
  personInsightRoute,
  peopleRoute,
  peopleImportRoute,
  unitsImportRoute,
  unitRoute,
  personRoute,
  treeRoute,
  companyRoute,
  companyEditRoute,
  usersRoute,
  rolesRoute,
  auditRoute,
  versionRoute,
  notificationsRoute,
  accountRoute,
] as const

/** What the search looks through besides the pages. A feature adds its own. */
export const searchSources: readonly SearchSource[] = [
  peopleSearch,
  schemeSearch,
  planSearch,
  tableSearch,
  datasetSearch,
  {
    id: 'measures',
    title: 'measures:title',
    may: 'rule.read',
    find: async (q, signal) => (await findMeasures(q, signal)).map((m) => ({ key: m.measure, label: m.name, about: m.unit, to: `/measures/${encodeURIComponent(m.measure)}` })),
  },
]
