import { expect, test } from 'vitest'
import type { LookupCell } from '../ir.ts'
import { gapIn } from './lookup-gaps.ts'
import { rankedRows } from './lookup-ranked.ts'

const ANY: LookupCell = { kind: 'any' }
const text = (...values: string[]): LookupCell => ({ kind: 'text', values })
const range = (from: string | null, until: string | null): LookupCell => ({ kind: 'range', from, until })
const gap = (...rows: LookupCell[][]) => gapIn(rankedRows(rows.map((cells) => ({ cells }))))

test.each([
  ['none where one begins where the other ends', [[range(null, '10')], [range('10', '20')]], null],
  ['between two ranges', [[range(null, '10')], [range('15', null)]], { before: 0, after: 1 }],
  ['whatever the order', [[range('15', null)], [range('3', '10')]], { before: 1, after: 0 }],
  ['none that a third row fills', [[range(null, '10')], [range('15', null)], [range('9', '15')]], null],
  ['none that two rows fill together', [[range(null, '10')], [range('20', null)], [range('10', '15')], [range('15', '20')]], null],
  ['none where any number is taken after all', [[range(null, '10')], [range('15', null)], [ANY]], null],
  [
    'none between rows of different texts',
    [
      [text('a'), range(null, '10')],
      [text('b'), range('15', null)],
    ],
    null,
  ],
  [
    'none that a row for every text fills',
    [
      [text('a'), range(null, '10')],
      [text('a'), range('15', null)],
      [ANY, range('10', '15')],
    ],
    null,
  ],
  [
    'that a row for another text does not fill',
    [
      [text('a'), range(null, '10')],
      [text('a'), range('15', null)],
      [text('b'), range('10', '15')],
    ],
    { before: 0, after: 1 },
  ],
  [
    'in the second of two ranges',
    [
      [range('0', '1'), range('0', '5')],
      [range('0', '1'), range('6', '9')],
      [range('1', '2'), range('0', '9')],
    ],
    { before: 0, after: 1 },
  ],
])('%s', (_, rows, wanted) => {
  expect(gap(...rows)).toEqual(wanted)
})
