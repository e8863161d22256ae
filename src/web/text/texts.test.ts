import { describe, expect, it } from 'vitest'
import { texts as en } from './en/index.ts'
import { texts as zh } from './zh/index.ts'

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Every text as `namespace:key`. */
const flat = (catalogue: Catalogue) => Object.entries(catalogue).flatMap(([namespace, texts]) => Object.entries(texts).map(([key, text]) => [`${namespace}:${key}`, text] as const))
const [chinese, english] = [flat(zh), flat(en)]

/** Languages are named in their own writing. */
const NAMES = /中文|English/g
const CHINESE = /[㐀-鿿　-〿＀-￯]/

describe('the texts of the pages', () => {
  it('are the same in both languages, but for the one form of English', () => {
    expect(chinese.length).toBeGreaterThan(100)
    const wanted = chinese.flatMap(([key]) => (key.endsWith('_other') ? [key, key.replace(/_other$/, '_one')] : [key]))
    expect(english.map(([key]) => key).sort()).toEqual(wanted.sort())
  })

  it('hold the same parameters', () => {
    const parameters = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    const byKey: ReadonlyMap<string, string> = new Map(chinese)
    /** English names a month by its word, Chinese by its number. */
    const differ = ['shell:periodName.month']
    for (const [key, text] of english) {
      const other = byKey.get(key.replace(/_one$/, '_other'))
      if (!differ.includes(key)) expect(parameters(text), key).toEqual(parameters(other ?? ''))
    }
  })

  it('keep the languages apart', () => {
    for (const [key, text] of english) expect(text.replaceAll(NAMES, ''), key).not.toMatch(CHINESE)
    for (const [key, text] of chinese) {
      expect(text.trim(), key).not.toBe('')
      // Half-width marks between Chinese characters are a typing slip, but in the header of a CSV file.
      if (!key.endsWith('.templateColumns')) expect(text, key).not.toMatch(/[㐀-鿿][,;:?!]/)
    }
  })
})
