import type { Day } from '../../base/calendar.ts'
import type { Who } from '../http/who.ts'

/** Who looks, and on which day their reach is judged. */
export interface Asker {
  readonly who: Who
  readonly today: Day
}
