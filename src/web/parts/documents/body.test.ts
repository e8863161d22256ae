import { describe, expect, test } from 'vitest'
import { moved, renamed, textAt, valueAt, withValue } from './body.ts'

const body = { measure: 'm', round: 2, sources: { boss: { weight: 60 } }, lines: [{ line: 'a' }, { line: 'b' }] }

describe('a place of a document', () => {
  test('is read, and empty where nothing is', () => {
    expect([valueAt(body, ['lines', 1, 'line']), valueAt(body, ['nothing', 'there']), textAt(body, ['round']), textAt(body, ['sources'])]).toEqual(['b', undefined, '2', ''])
  })

  test('is changed without touching the rest or the order of keys', () => {
    const next = withValue(body, ['sources', 'boss', 'weight'], 70)
    expect(next).toEqual({ ...body, sources: { boss: { weight: 70 } } })
    expect(Object.keys(next)).toEqual(Object.keys(body))
    expect(body.sources.boss.weight).toBe(60)
    expect(withValue(body, ['new', 'deep'], 'x')).toMatchObject({ new: { deep: 'x' } })
  })

  test('is taken out of maps and lists', () => {
    expect(withValue(body, ['round'], undefined)).not.toHaveProperty('round')
    expect(valueAt(withValue(body, ['lines', 0], undefined), ['lines'])).toEqual([{ line: 'b' }])
  })
})

test('a key gets another name at its place, unless that is taken', () => {
  expect(Object.keys(renamed({ a: 1, b: 2, c: 3 }, 'b', 'x'))).toEqual(['a', 'x', 'c'])
  expect(renamed({ a: 1, b: 2 }, 'a', 'b')).toEqual({ a: 1, b: 2 })
  expect(Object.keys(moved({ a: 1, b: 2, c: 3 }, 'b', -1))).toEqual(['b', 'a', 'c'])
  expect(Object.keys(moved({ a: 1, b: 2 }, 'b', 1))).toEqual(['a', 'b'])
})
