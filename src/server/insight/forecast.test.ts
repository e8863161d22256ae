import { describe, expect, test } from 'vitest'
import { forecastOf, shareOf } from './forecast.ts'

const earlier = (byThen: string, whole: string) => ({ period: 'x', byThen, whole })

describe('a forecast', () => {
  test('goes on like each earlier period did: the middle of them, the lowest and the highest', () => {
    // A half, a quarter and two fifths were there by then.
    const of = { actual: '100', days: 45, ofDays: 90, earlier: [earlier('50', '100'), earlier('25', '100'), earlier('40', '100')] }
    expect(forecastOf(of)).toEqual({ method: 'history', expected: '250', low: '200', high: '400' })
    expect(forecastOf({ ...of, earlier: of.earlier.slice(0, 2) })).toEqual({ method: 'history', expected: '300', low: '200', high: '400' })
  })

  test('goes by the days where too few earlier periods have results, and then has no range', () => {
    expect(forecastOf({ actual: '100', days: 30, ofDays: 90, earlier: [earlier('0', '100'), earlier('50', '100')] })).toEqual({
      method: 'days',
      expected: '300',
      low: null,
      high: null,
    })
  })

  test('of a period that is over is what it came to; before the first result there is none', () => {
    expect(forecastOf({ actual: '7', days: 90, ofDays: 90, earlier: [] })).toEqual({ method: 'final', expected: '7', low: '7', high: '7' })
    expect(forecastOf({ actual: '0', days: 10, ofDays: 90, earlier: [] }).method).toBe('none')
    expect(forecastOf({ actual: '5', days: 0, ofDays: 90, earlier: [] }).method).toBe('none')
  })

  test('is set against a target above nothing', () => {
    expect([shareOf('50', '200'), shareOf('1', '3'), shareOf('1', '0'), shareOf('1', null), shareOf(null, '1')]).toEqual(['0.25', '0.333333', null, null, null])
  })
})
