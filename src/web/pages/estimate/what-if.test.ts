import { describe, expect, it } from 'vitest'
import type { Period } from '../../../base/calendar.ts'
import type { Program, SchemeIr } from '../../../engine/ir.ts'
import type { Facts } from '../../../engine/reference/facts.ts'
import type { LineResult, ScoreResult } from '../../../engine/results.ts'
import { choicesFor, draftFor, nextGrade, totalOf } from './what-if.ts'

const field = (type: string, to: string | null = null) => ({ type, to, required: false, unit: {}, currency: null, currencyField: null })
const PROGRAM = {
  datasets: {
    orders: {
      dataset: 'orders',
      key: ['no'],
      effective: null,
      fields: { no: field('text'), day: field('date'), who: field('employee'), customer: field('reference', 'customers'), amount: field('money') },
    },
    customers: { dataset: 'customers', key: ['id'], effective: null, fields: { id: field('text') } },
  },
} as unknown as Program // No other field is read.
const order = (no: string, day: string, who: string, amount: string) => ({ id: no, source: null, line: null, fields: { no, day, who, customer: 'c1', amount } })
const FACTS = {
  records: {
    orders: [order('o1', '2026-01-05', 'me', '5'), order('o2', '2026-02-05', 'me', '7'), order('o3', '2026-03-05', 'you', '9')],
    customers: [{ id: '1', source: null, line: null, fields: { id: 'c2' } }],
  },
} as unknown as Facts
const READ = { dataset: 'orders', fields: ['day', 'who', 'amount'], owners: ['who'], days: ['day'] }
const QUARTER: Period = { id: '2026-Q1', kind: 'quarter', from: '2026-01-01', until: '2026-04-01' }

describe('a record that there is not', () => {
  it('is like one’s newest, with a key of its own, today or on the last day of the period', () => {
    const asked = { program: PROGRAM, facts: FACTS, employee: 'me' }
    expect(draftFor(asked, READ, { period: QUARTER, today: '2026-03-10', id: '1' }).fields).toEqual({ no: '#1', day: '2026-03-10', who: 'me', customer: 'c1', amount: '7' })
    expect(draftFor(asked, READ, { period: QUARTER, today: '2026-10-10', id: '1' }).fields['day']).toBe('2026-03-31')
    expect(choicesFor(asked, 'orders', 'customer')).toEqual(['c1', 'c2'])
  })
})

const line = (id: string, weight: string, points: string | null): LineResult => ({
  line: id,
  weight,
  target: null,
  actual: null,
  attainment: null,
  factor: null,
  points,
  state: 'scored',
})
const SCHEME = {
  lines: [
    { line: 'x', rule: { rule: 'linear', threshold: null, floor: null, cap: null } },
    { line: 'y', rule: { rule: 'linear', threshold: null, floor: null, cap: '95' } },
  ],
  grades: [
    { grade: 'A', from: '90', coefficient: '1.2' },
    { grade: 'B', from: '80', coefficient: '1' },
    { grade: 'C', from: null, coefficient: '0.8' },
  ],
} as unknown as SchemeIr // No other field is read.
const score = (value: string | null, more: Partial<ScoreResult> = {}): ScoreResult => ({
  scheme: 's',
  score: value,
  grade: null,
  coefficient: null,
  factor: null,
  lines: [line('x', '60', '70'), line('y', '40', '90')],
  ...more,
})

describe('the next grade', () => {
  it('says what is missing in all and on each line alone', () => {
    expect(nextGrade(SCHEME, score('78'))).toEqual({
      grade: 'B',
      missing: '2',
      lines: [
        { line: 'x', points: '3.4' },
        { line: 'y', points: '5' },
      ],
    })
    // 25 more points than 90 are beyond the cap of 95.
    expect(nextGrade(SCHEME, score('80'))).toMatchObject({ grade: 'A', lines: [{ line: 'x' }] })
    expect(nextGrade(SCHEME, score('85'))?.grade).toBe('A')
    expect(nextGrade(SCHEME, score('95'))).toBeNull()
    expect(nextGrade(SCHEME, score(null))).toBeNull()
    expect(nextGrade(SCHEME, score('50', { lines: [{ ...line('g', '0', null), state: 'failed' }] }))).toBeNull()
  })
  it('adds pay up exactly', () => {
    const earning = (amount: string | null) => ({
      incentive: 'p',
      component: 'c',
      amount,
      now: { raw: null, amount: null, conditions: [], floor: null, cap: null, parts: [] },
      before: null,
    })
    expect(totalOf([earning('0.1'), earning('0.2'), earning(null)])).toBe('0.3')
    expect(totalOf([earning(null)])).toBeNull()
  })
})
