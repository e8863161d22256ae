import { expect, it } from 'vitest'
import type { Period } from '../../base/calendar.ts'
import type { LineIr, MeasureIr } from '../../engine/ir.ts'
import type { LineResult } from '../../engine/results.ts'
import { elapsedOf, paceOf, paceOfAll } from './line-pace.ts'

const QUARTER: Period = { id: '2026-Q2', kind: 'quarter', from: '2026-04-01', until: '2026-07-01' } as Period // No other field is read.
const line = (weight = '50') => ({ line: 'x', weight, target: { kind: 'targets' }, rule: { rule: 'linear' } }) as LineIr // No other field is read.
const sum = { body: { kind: 'aggregate', aggregate: { fn: 'sum' } } } as MeasureIr // No other field is read.
const rate = { body: { kind: 'formula' }, percent: true } as MeasureIr // No other field is read.
const result = (more: Partial<LineResult>): LineResult => ({
  line: 'x',
  weight: '50',
  target: '100',
  actual: '50',
  attainment: '0.5',
  factor: null,
  points: '50',
  state: 'scored',
  ...more,
})

it.each([
  ['2026-03-31', '0'],
  ['2026-04-01', '0.010989010989011'],
  ['2026-06-30', '1'],
  ['2027-01-01', '1'],
])('on %s so much of a quarter is over: %s', (today, share) => expect(elapsedOf(QUARTER, today).slice(0, 17)).toBe(share))

it.each([
  ['half done at half time', result({}), sum, '0.5', 'on'],
  ['a little behind', result({ attainment: '0.46' }), sum, '0.5', 'caution'],
  ['a tenth behind', result({ attainment: '0.45' }), sum, '0.5', 'off'],
  ['far behind', result({ attainment: '0.44' }), sum, '0.5', 'off'],
  ['the whole at the end', result({ attainment: '0.999' }), sum, '1', 'caution'],
  ['before it begins', result({ attainment: '0' }), sum, '0', 'none'],
  ['a rate is judged by its points, whatever the day', result({ points: '95' }), rate, '0.1', 'caution'],
  ['without data', result({ attainment: null, points: null, state: 'skipped' }), sum, '0.5', 'none'],
  ['a gate that fails', result({ points: null, state: 'failed' }), sum, '0.5', 'off'],
] as const)('%s', (_, of, measure, elapsed, state) => expect(paceOf({ result: of, line: line(), measure, elapsed }).state).toBe(state))

it('takes the lines of a person together by weight, no line for more than half as much again; a failed gate decides', () => {
  const at = (attainment: string, weight: string) => ({ weight, pace: paceOf({ result: result({ attainment }), line: line(weight), measure: sum, elapsed: '1' }) })
  const gate = { weight: '0', pace: paceOf({ result: result({ points: null, state: 'failed' }), line: line('0'), measure: sum, elapsed: '1' }) }
  expect(paceOfAll([at('1.1', '80'), at('0.7', '20')])).toBe('on')
  expect(paceOfAll([at('1', '80'), at('0.7', '20')])).toBe('caution')
  expect(paceOfAll([at('9', '40'), at('0.55', '60')])).toBe('caution')
  expect(paceOfAll([at('9', '40'), at('0.5', '60')])).toBe('off')
  expect(paceOfAll([at('0.5', '60'), at('1', '40')])).toBe('off')
  expect([paceOfAll([]), paceOfAll([at('2', '100'), gate])]).toEqual(['none', 'off'])
})
