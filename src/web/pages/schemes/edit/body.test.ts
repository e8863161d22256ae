import { describe, expect, it } from 'vitest'
import { asAlways, moved, plainNumber, removedLine, renamedLine, withValue } from './body.ts'

const BODY = {
  scheme: 'hunter',
  from: '2026-07-01',
  lines: [
    { line: 'sales', weight: 60 },
    { line: 'visits', weight: '40%' },
  ],
  weights: { '2026-Q1': { sales: 80, visits: 20 } },
  newcomers: { months: 3, weights: { sales: 20, visits: 80 } },
}

describe('the body of a document that is edited', () => {
  it('keeps keys in their place, makes what is not there, takes out what is undefined', () => {
    expect(Object.keys(withValue(BODY, ['from'], '2026-10-01'))).toEqual(Object.keys(BODY))
    expect(withValue(BODY, ['lines', 1, 'score', 'rule'], 'linear')).toMatchObject({ lines: [{ line: 'sales' }, { line: 'visits', score: { rule: 'linear' } }] })
    expect('from' in withValue(BODY, ['from'], undefined)).toBe(false)
    expect(BODY.from).toBe('2026-07-01')
  })

  it('takes weights along when a line gets another name or goes', () => {
    const renamed = renamedLine(BODY, 0, '销售额')
    expect(renamed).toMatchObject({ weights: { '2026-Q1': { 销售额: 80, visits: 20 } }, newcomers: { weights: { 销售额: 20 } } })
    expect(removedLine(BODY, 1)).toMatchObject({ lines: [{ line: 'sales' }], weights: { '2026-Q1': { sales: 80 } }, newcomers: { months: 3, weights: { sales: 20 } } })
  })

  it('refuses a name that another line has, and keeps every weight whatever is left in the document', () => {
    expect(renamedLine(BODY, 1, 'sales')).toBe(BODY)
    const left = { ...BODY, newcomers: { weights: { sales: 20, gone: 5, visits: 80 } } }
    expect(renamedLine(left, 1, 'gone')['newcomers']).toEqual({ weights: { sales: 20, gone: 80 } })
    expect(renamedLine({ ...left, newcomers: { weights: { visits: 80, gone: 5 } } }, 1, 'gone')['newcomers']).toEqual({ weights: { gone: 80 } })
    expect(renamedLine(BODY, 1, 'visits')).toEqual(BODY)
  })

  it('moves within the list alone', () => {
    expect([moved([1, 2, 3], 0, 1), moved([1, 2], 1, 1), moved([1, 2], 0, -1)]).toEqual([
      [2, 1, 3],
      [1, 2],
      [1, 2],
    ])
  })

  it('reads numbers with or without a percent sign, and nothing else', () => {
    expect([plainNumber('40%'), plainNumber(' 7.5 '), plainNumber('1,000'), plainNumber('4o'), plainNumber('')]).toEqual(['40', '7.5', null, null, null])
  })

  it('is tried out in the place of all its editions', () => {
    const tried = asAlways(BODY, ['hunter', 'hunter@2026-07-01'])
    expect(tried.body).not.toHaveProperty('from')
    expect(tried.without).toEqual(['hunter@2026-07-01'])
  })
})
