import type { SameKeys } from '../keys.ts'
import type { board as zh } from '../zh/board.ts'

export const board: SameKeys<typeof zh> = {
  'panel.attainment': 'Where we stand',
  'panel.ranking': 'Ranking',
  'panel.deals': 'Latest',
  'panel.trend': 'Trend',
  none: 'This period was not computed yet. Results will appear here by themselves.',
  attainment: 'Attainment',
  'attainment.of': '{{measure}} against target',
  reached: 'Done by those with a target',
  target: 'Target',
  average: 'Average score',
  expected: 'Expected at the end',
  range: '{{low}} to {{high}}',
  'deals.none': 'There are no records yet.',
  'deals.day': '{{measure}} of {{day}}, the largest first',
  before: 'Previous',
  next: 'Next',
  hold: 'Stay here',
  go: 'Go on',
  whole: 'Full screen',
  leave: 'Leave (Esc)',
  live: 'Follows changes by itself',
  notLive: 'Updates do not arrive; connecting again',
}
