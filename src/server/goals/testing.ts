import type { CalendarSpec } from '../../base/calendar.ts'
import type { MeasureIr } from '../../engine/ir.ts'
import { rows } from '../org/testing.ts'
import type { TargetField, TargetRow } from './rows.ts'

/** Rows of a targets.csv from line 2 on; lines may be shorter than the header. */
export const targetRows = (...lines: string[]): TargetRow[] => rows<TargetField>('/somewhere/targets.csv', 'employee,measure,period,target,stretch,challenge', ...lines)

export const MONTHS: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }

function measure(id: string, name: string, more: Partial<MeasureIr> = {}): MeasureIr {
  return {
    measure: id,
    kind: 'entered',
    name: { zh: name, en: id.replace('_', ' ') },
    unit: { CNY: 1 },
    percent: false,
    better: 'more',
    scope: { line: 'own' },
    round: null,
    body: { kind: 'formula', expr: { node: 'null' } },
    hidden: false,
    ...more,
  }
}

/** Money that adds up, a percentage that does not, and cost of which less is better. */
export const MEASURES: readonly MeasureIr[] = [
  measure('sales', '销售额'),
  measure('win_rate', '赢单率', { unit: {}, percent: true, kind: 'ratio' }),
  measure('cost', '费用', { better: 'less' }),
  measure('cost_secret', '费用', { hidden: true }),
]
