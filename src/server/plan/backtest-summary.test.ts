import { describe, expect, test } from 'vitest'
import { costTogether, type Outcome, outcomeOf, type PersonCompared, roleReports, spreadOf } from './backtest-summary.ts'

/** `score grade pay`; `-` is none, `?` after the pay says that it is not the whole. */
function outcome(text: string): Outcome {
  const [score, grade, pay] = text.split(' ').map((x) => (x === '-' ? null : x))
  return { score: score ?? null, grade: grade ?? null, pay: pay === '?' ? null : (pay?.replace('?', '') ?? null), open: pay?.endsWith('?') === true }
}

/** `role before → after`, people being called A, B, C …. */
function people(...rows: readonly string[]): PersonCompared[] {
  return rows.map((row, i) => {
    const [role = '', sides = ''] = row.split(': ')
    const [before = '', after = ''] = sides.split(' → ')
    const id = String.fromCharCode(65 + i)
    return { id, name: `${id}.`, role: role === '-' ? null : role, before: outcome(before), after: outcome(after) }
  })
}

const GRADES = ['S', 'A', 'B']

describe('the spread of scores', () => {
  test('has quartiles in proportion between two scores, exactly', () => {
    expect(spreadOf(['3', '1', null, '2', '4.1'])).toEqual({ people: 4, min: '1', lower: '1.75', median: '2.5', upper: '3.275', max: '4.1' })
    expect(spreadOf(['0.1', '0.2', '0.3'])).toEqual({ people: 3, min: '0.1', lower: '0.15', median: '0.2', upper: '0.25', max: '0.3' })
    expect(spreadOf(['-12345678901234567890.01', '12345678901234567890.02'])).toMatchObject({ lower: '-6172839450617283945.0025', median: '0.005' })
  })

  test('of one score is that score, of none there is none', () => {
    expect(spreadOf(['95.50'])).toEqual({ people: 1, min: '95.5', lower: '95.5', median: '95.5', upper: '95.5', max: '95.5' })
    expect(spreadOf([null, null])).toBeNull()
  })
})

describe('what a person comes to', () => {
  test('is the sum of what could be worked out, and says whether that is the whole', () => {
    const earning = (amount: string | null) => ({ incentive: 'i', component: 'c', amount })
    expect(outcomeOf({ score: null, earnings: [earning('0.1'), earning('0.2')] })).toEqual({ score: null, grade: null, pay: '0.3', open: false })
    expect(outcomeOf({ score: null, earnings: [earning('0.1'), earning(null)] })).toMatchObject({ pay: '0.1', open: true })
    expect(outcomeOf({ score: null, earnings: [earning(null)] })).toMatchObject({ pay: null, open: true })
    expect(outcomeOf({ score: null, earnings: [] })).toMatchObject({ pay: null, open: false })
  })
})

describe('the report of a role', () => {
  test('counts winners and losers by pay where there are plans, and names the largest of each', () => {
    const [hunter] = roleReports(
      people('hunter: 90 B 100 → 80 B 130.05', 'hunter: 90 B 100 → 95 A 130.05', 'hunter: 99 A 50 → 99 A 49.9', 'hunter: - - - → 70 B 20', 'hunter: 60 B 7 → 60 B 7'),
      GRADES,
    )
    expect(hunter).toMatchObject({
      role: 'hunter',
      people: 5,
      by: 'pay',
      winners: { people: 3, largest: { id: 'A', before: '100', after: '130.05', difference: '30.05' } },
      losers: { people: 1, largest: { id: 'C', name: 'C.', before: '50', after: '49.9', difference: '-0.1' } },
      unknown: 0,
      cost: { before: '257', after: '337', difference: '80', percent: '31.1284046692607004', open: 0 },
    })
    expect(hunter?.grades).toEqual([
      { grade: 'A', before: 1, after: 2 },
      { grade: 'B', before: 3, after: 3 },
      { grade: null, before: 1, after: 0 },
    ])
    expect(hunter?.regraded).toEqual([
      { id: 'B', name: 'B.', from: 'B', to: 'A' },
      { id: 'D', name: 'D.', from: null, to: 'B' },
    ])
  })

  test('counts them by score where nobody is paid by a plan; a score that comes or goes is neither', () => {
    const [role] = roleReports(people('r: 90 - - → 95.5 - -', 'r: 90 - - → 70 - -', 'r: 90 - - → 50 - -', 'r: - - - → 100 - -', 'r: - - - → - - -'), GRADES)
    expect(role).toMatchObject({
      by: 'score',
      winners: { people: 1, largest: { id: 'A', difference: '5.5' } },
      losers: { people: 2, largest: { id: 'C', before: '90', after: '50' } },
      unknown: 1,
      cost: null,
      grades: [],
      regraded: [],
    })
  })

  test('leaves out who cannot be told, and says so beside the cost', () => {
    const [role] = roleReports(people('r: 1 - 10? → 1 - 90', 'r: 1 - 10 → 1 - ?', 'r: 1 - 10 → 1 - 10'), [])
    expect(role).toMatchObject({ winners: { people: 0, largest: null }, losers: { people: 0, largest: null }, unknown: 2, cost: { before: '30', after: '100', open: 2 } })
  })

  test('comes role by role, people without a role last; a role without results has nothing to tell', () => {
    const reports = roleReports(people('-: 1 - - → 1 - -', 'b: 1 - - → 1 - -', 'a: - - - → - - -'), [])
    expect(reports.map((r) => [r.role, r.by])).toEqual([
      ['a', null],
      ['b', 'score'],
      [null, 'score'],
    ])
    expect(reports[0]).toMatchObject({ people: 1, scores: { before: null, after: null }, cost: null })
  })
})

test('costs of several periods are added up; a percentage of nothing is none', () => {
  const cost = (before: string, after: string) => roleReports(people(`r: - - ${before} → - - ${after}`), [])[0]?.cost ?? null
  expect(costTogether([cost('0.1', '0.2'), null, cost('0.2', '0.4')])).toEqual({ before: '0.3', after: '0.6', difference: '0.3', percent: '100', open: 0 })
  expect(costTogether([cost('0', '5')])).toMatchObject({ percent: null })
  expect(costTogether([null])).toBeNull()
})
