import { calendarPageTexts } from '../base/calendar-page-texts.ts'
import { calendarTexts } from '../base/calendar-texts.ts'
import { type Rewording, reworded, type TextCatalogue } from '../base/diagnostic.ts'
import { rulePageTexts } from '../engine/check/page-texts.ts'
import { engineTexts } from '../engine/check/texts.ts'
import { whyPageTexts } from '../engine/reference/why-page-texts.ts'
import { whyTexts } from '../engine/reference/why-texts.ts'
import { storeTexts } from '../store/texts.ts'
import { accessTexts } from './access/texts.ts'
import { commentTexts } from './comments/texts.ts'
import { datasetTexts } from './datasets/texts.ts'
import { draftTexts } from './drafts/texts.ts'
import { exportTexts } from './exports/texts.ts'
import { goalsPageTexts } from './goals/page-texts.ts'
import { goalsTexts } from './goals/texts.ts'
import { httpTexts } from './http/texts.ts'
import { incentivesPageTexts } from './incentives/page-texts.ts'
import { incentivesTexts } from './incentives/texts.ts'
import { jobTexts } from './jobs/texts.ts'
import { measuresPageTexts } from './measures/page-texts.ts'
import { measuresTexts } from './measures/texts.ts'
import { orgTexts } from './org/texts.ts'
import { backtestTexts } from './plan/backtest-texts.ts'
import { rolePageTexts } from './plan/role-page-texts.ts'
import { roleTexts } from './plan/role-texts.ts'
import { planTexts } from './plan/texts.ts'
import { recordTexts } from './records/texts.ts'
import { runPageTexts } from './runs/page-texts.ts'
import { runTexts } from './runs/texts.ts'
import { schemesPageTexts } from './schemes/page-texts.ts'
import { schemesTexts } from './schemes/texts.ts'
import { startTexts } from './templates/texts.ts'

/** Every sentence about a code that the server may answer with. A feature adds its texts here. */
export const serverCatalogue: TextCatalogue = {
  ...calendarTexts,
  ...engineTexts,
  ...whyTexts,
  ...httpTexts,
  ...accessTexts,
  ...jobTexts,
  ...datasetTexts,
  ...measuresTexts,
  ...recordTexts,
  ...exportTexts,
  ...goalsTexts,
  ...schemesTexts,
  ...incentivesTexts,
  ...orgTexts,
  ...runTexts,
  ...planTexts,
  ...roleTexts,
  ...backtestTexts,
  ...draftTexts,
  ...commentTexts,
  ...startTexts,
  ...storeTexts,
}

/** What is said otherwise on pages: with the words of pages, fields and buttons where the command line speaks of files, keys and commands. */
export const pageTexts: Rewording = {
  ...calendarPageTexts,
  ...rulePageTexts,
  ...whyPageTexts,
  ...measuresPageTexts,
  ...goalsPageTexts,
  ...schemesPageTexts,
  ...incentivesPageTexts,
  ...runPageTexts,
  ...rolePageTexts,
}

/** Every sentence for whoever reads it on a page. */
export const pageCatalogue: TextCatalogue = reworded(serverCatalogue, pageTexts)
