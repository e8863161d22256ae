import { calendarTexts } from '../../base/calendar-texts.ts'
import type { TextCatalogue } from '../../base/diagnostic.ts'
import { engineTexts } from '../../engine/check/texts.ts'
import { whyTexts } from '../../engine/reference/why-texts.ts'
import { datasetTexts } from '../../server/datasets/texts.ts'
import { goalsTexts } from '../../server/goals/texts.ts'
import { incentivesTexts } from '../../server/incentives/texts.ts'
import { measuresTexts } from '../../server/measures/texts.ts'
import { orgTexts } from '../../server/org/texts.ts'
import { backtestTexts } from '../../server/plan/backtest-texts.ts'
import { roleTexts } from '../../server/plan/role-texts.ts'
import { planTexts } from '../../server/plan/texts.ts'
import { runTexts } from '../../server/runs/texts.ts'
import { storeTexts } from '../../store/texts.ts'
import { refusalTexts } from './refusals.ts'

/** Every sentence about a code, from all areas. */
export const catalogue: TextCatalogue = {
  ...calendarTexts,
  ...engineTexts,
  ...whyTexts,
  ...datasetTexts,
  ...measuresTexts,
  ...goalsTexts,
  ...incentivesTexts,
  ...orgTexts,
  ...runTexts,
  ...planTexts,
  ...roleTexts,
  ...backtestTexts,
  ...storeTexts,
  ...refusalTexts,
}
