import type { SameKeys } from '../keys.ts'
import type { grid as zh } from '../zh/grid.ts'

/** Grids that are edited like a sheet. */
export const grid: SameKeys<typeof zh> = {
  cell: 'Row {{row}}, {{column}}',
  remove: 'Remove row {{row}}',
  add: 'Add a row',
  hint: 'Enter and arrows move, Ctrl-Z takes back; paste from Excel.',
  trouble: 'Row {{row}}: {{said}}',
}
