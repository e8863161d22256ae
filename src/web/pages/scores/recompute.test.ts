import { describe, expect, it } from 'vitest'
import type { AmountResult, EarningResult, LineResult, ScoreResult } from '../../../engine/results.ts'
import { compare, type Stored } from './recompute.ts'

const LINE: LineResult = { line: 'revenue', weight: '60', target: '100', actual: '90', attainment: '0.9', factor: null, points: '90', state: 'scored' }
const SCORE: ScoreResult = { scheme: 's', score: '90', grade: 'B', coefficient: '1', factor: null, lines: [LINE] }
const NOW: AmountResult = { raw: '10.004', amount: '10.004', conditions: [true], floor: null, cap: null, parts: ['10.004'] }
const EARNING: EarningResult = { incentive: 'p', component: 'commission', amount: '10', now: NOW, before: null }
const STORED: Stored = { score: SCORE, earnings: [EARNING] }

describe('what was stored and what the browser comes to', () => {
  it('agree figure by figure', () => expect(compare(STORED, structuredClone(STORED))).toEqual({ figures: 4 + 7 + 2, differences: [] }))

  it.each<[string, Stored, string, string, string | null, string | null]>([
    ['a score', { ...STORED, score: { ...SCORE, score: '90.01' } }, 'score', '', '90', '90.01'],
    ['a grade', { ...STORED, score: { ...SCORE, grade: 'A' } }, 'grade', '', 'B', 'A'],
    [
      'the last digit of a line',
      { ...STORED, score: { ...SCORE, lines: [{ ...LINE, attainment: '0.9000000000000001' }] } },
      'line.attainment',
      'revenue',
      '0.9',
      '0.9000000000000001',
    ],
    ['a cent of pay', { ...STORED, earnings: [{ ...EARNING, amount: '10.01' }] }, 'component', 'commission', '10', '10.01'],
    ['a component that is missing', { ...STORED, earnings: [] }, 'component', 'commission', '10', null],
  ])('differ in %s', (_, recomputed, what, of, left, right) => {
    const found = compare(STORED, recomputed).differences
    expect(found[0]).toEqual({ what, of, stored: left, recomputed: right })
  })

  it('differ where the same amount came about in another way', () => {
    const other = { ...STORED, earnings: [{ ...EARNING, now: { ...NOW, parts: ['10.003'] } }] }
    expect(compare(STORED, other).differences.map(({ what }) => what)).toEqual(['derivation'])
  })

  it('differ in everything where a score is missing', () => expect(compare(STORED, { ...STORED, score: null }).differences.length).toBe(9))

  it('have nothing to compare where there is nothing', () => expect(compare({ score: null, earnings: [] }, { score: null, earnings: [] })).toEqual({ figures: 0, differences: [] }))
})
