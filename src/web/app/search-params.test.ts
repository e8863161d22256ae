import { describe, expect, it } from 'vitest'
import { parseSearch, sharedSearch, stringifySearch } from './search-params.ts'

describe('what an address holds', () => {
  it('stays text: a year is no number, true no boolean', () => {
    expect(parseSearch('?period=2026&q=true&x=%7B%7D')).toEqual({ period: '2026', q: 'true', x: '{}' })
  })

  it('comes back as it was', () => {
    const search = { period: '2026-Q1', q: '张 三&b=c', 'f.unit': '华东' }
    expect(parseSearch(stringifySearch(search))).toEqual(search)
  })

  it('leaves out what is empty or no text', () => {
    expect(stringifySearch({ a: undefined, b: '', c: 7 })).toBe('')
    expect(sharedSearch({ period: '', why: 'score', q: 'x', lang: 5 })).toEqual({ why: 'score' })
  })
})
