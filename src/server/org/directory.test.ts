import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDirectory } from './directory.ts'
import { editDistance, fold } from './fold.ts'

const directory = buildDirectory([
  { id: 'E1', name: 'Anna Snelling', aliases: ['Annie', '小安'] },
  { id: 'E2', name: '张伟', aliases: [] },
  { id: 'E3', name: '张伟', aliases: ['张伟（华东）'] },
  { id: 'e1', name: 'Cecily Lampkin', aliases: [] },
  { id: 'Annie', name: 'Versie Hillebrand', aliases: [] },
])

describe('who a text names', () => {
  test('the exact id comes first, then name, then alias', () => {
    expect(directory.resolve('E1')).toEqual({ kind: 'found', id: 'E1' })
    expect(directory.resolve('e1')).toEqual({ kind: 'found', id: 'e1' })
    expect(directory.resolve(' Annie ')).toEqual({ kind: 'found', id: 'Annie' })
    expect(directory.resolve('小安')).toEqual({ kind: 'found', id: 'E1' })
  })

  test('case, width and white space do not matter', () => {
    expect(directory.resolve('　ＡＮＮＡ   snelling ')).toEqual({ kind: 'found', id: 'E1' })
    expect(directory.resolve('张伟(华东)')).toEqual({ kind: 'found', id: 'E3' })
  })

  test('a name of two people is ambiguous, and so is an id written in neither way', () => {
    expect(directory.resolve('张伟')).toEqual({ kind: 'ambiguous', ids: ['E2', 'E3'] })
    expect(directory.resolve('Ｅ１')).toEqual({ kind: 'ambiguous', ids: ['E1', 'e1'] })
  })

  test('an unknown name proposes close ones, the closest first, and nothing far away', () => {
    expect(directory.resolve('Ana Sneling')).toEqual({ kind: 'unknown', near: ['Anna Snelling'] })
    expect(directory.resolve('张炜')).toEqual({ kind: 'unknown', near: ['张伟'] })
    expect(directory.resolve('quite another')).toEqual({ kind: 'unknown', near: [] })
    expect(directory.resolve('')).toEqual({ kind: 'unknown', near: [] })
  })
})

test('the edit distance is that of the textbook, up to the bound', () => {
  const textbook = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length
    return Math.min(textbook(a.slice(1), b) + 1, textbook(a, b.slice(1)) + 1, textbook(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1))
  }
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(textbook(a, b), most + 1))
    }),
  )
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 2_000 },
  )
})
