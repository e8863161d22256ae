import { calendarTexts } from '../base/calendar-texts.ts'
import type { TextCatalogue } from '../base/diagnostic.ts'
import { engineTexts } from '../engine/check/texts.ts'
import { whyTexts } from '../engine/reference/why-texts.ts'
import { storeTexts } from '../store/texts.ts'
import { accessTexts } from './access/texts.ts'
import { commentTexts } from './comments/texts.ts'
import { datasetTexts } from './datasets/texts.ts'
import { draftTexts } from './drafts/texts.ts'
import { goalsTexts } from './goals/texts.ts'
import { httpTexts } from './http/texts.ts'
import { incentivesTexts } from './incentives/texts.ts'
import { jobTexts } from './jobs/texts.ts'
import { measuresTexts } from './measures/texts.ts'
import { orgTexts } from './org/texts.ts'
import { backtestTexts } from './plan/backtest-texts.ts'
import { roleTexts } from './plan/role-texts.ts'
import { planTexts } from './plan/texts.ts'
import { recordTexts } from './records/texts.ts'
import { runTexts } from './runs/texts.ts'
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
