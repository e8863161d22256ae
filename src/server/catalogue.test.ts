import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calendarTexts } from '../base/calendar-texts.ts'
import { reworded, type Sentence } from '../base/diagnostic.ts'
import { engineTexts } from '../engine/check/texts.ts'
import { DOCUMENT_SCHEMAS } from '../engine/documents/parse.ts'
import { pageCatalogue, pageTexts, serverCatalogue } from './catalogue.ts'

/** About plan folders, files of data and the program itself, which are mended there or by a command. */
const ELSEWHERE = /^(plan|store|http|import|value|start|serve|server|access|company\.(none|unknown)|backtest|goals\.cell|incentives\.cell|factors|org)\b/

/** Words of documents: their keys, and the values that may be chosen. */
const WORDS = wordsOf(Object.values(DOCUMENT_SCHEMAS).map((schema) => z.toJSONSchema(schema, { io: 'input' })))

function wordsOf(node: unknown): { readonly keys: Set<string>; readonly choices: Set<string> } {
  const found = { keys: new Set<string>(), choices: new Set<string>() }
  const visit = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return
    if ('properties' in each) for (const key of Object.keys(each.properties ?? {})) found.keys.add(key)
    if ('enum' in each && Array.isArray(each.enum)) for (const choice of each.enum) found.choices.add(String(choice))
    if ('const' in each) found.choices.add(String(each.const))
    for (const member of Object.values(each)) visit(member)
  }
  visit(node)
  return found
}

/** A unit is written so wherever two are divided: money/单. No label could be typed instead. */
const TYPED = new Set(['money'])

/** Only a file can have these: a key that nobody knows, and a comma that ends a value of YAML. */
const OF_FILES = new Set(['document.unknown-key', 'document.comma'])

/** Parameters that carry keys, choices or places in files; `{hint}` and `{advice}` of some codes tell what to write in files. */
const CARRIERS: readonly (readonly [code: RegExp, hole: string])[] = [
  ...['aggregate', 'setting', 'types', 'rule', 'has', 'others', 'yaml'].map((hole) => [/./, hole] as const),
  ...['key', 'hint'].map((hole) => [/^document\./, hole] as const),
  [/^document\.missing$/, 'expected'],
  [/^level\.reward-only$/, 'hint'],
  [/^call\.team-of$/, 'advice'],
  [/^(?!scheme\.weights$)/, 'where'],
  [/^(name\.duplicate|force\.editions)$/, 'other'],
]

describe('the sentences of the checker on pages', () => {
  const told = Object.entries(pageCatalogue).filter(([code]) => (Object.hasOwn(engineTexts, code) || Object.hasOwn(calendarTexts, code)) && !OF_FILES.has(code))
  const bare = (text: string): string => text.replace(/\{[^}]*\}/g, '…')
  const isWord = (word: string): boolean => (WORDS.keys.has(word) || WORDS.choices.has(word)) && !TYPED.has(word)

  const wordsIn = ({ say, cure }: Sentence): string[] => (bare(`${say} ${cure}`).match(/[A-Za-z][A-Za-z0-9-]*/g) ?? []).filter(isWord)

  test('are about documents with keys, which the checker names elsewhere', () => {
    for (const word of ['cap', 'noData', 'currencyField', 'rises']) expect(WORDS.keys).toContain(word)
    for (const word of ['interpolated', 'begins', 'aggregate']) expect(WORDS.choices).toContain(word)
    expect(told.length).toBeGreaterThan(200)
    expect(Object.values(engineTexts).filter(({ zh }) => wordsIn(zh).length > 0).length).toBeGreaterThan(70)
  })

  test('hold no key and no value of YAML in Chinese, where such a word is never prose', () => {
    expect(told.flatMap(([code, { zh }]) => wordsIn(zh).map((word) => `${code}: ${word}`))).toEqual([])
  })

  test('hold neither a key that is no English word nor the notation of YAML in English', () => {
    const found = told.flatMap(([code, { en }]) => {
      const text = bare(`${en.say} ${en.cure}`)
      const coined = (text.match(/[a-z]+[A-Z]\w*/g) ?? []).filter((word) => WORDS.keys.has(word))
      const written = [...text.matchAll(/([A-Za-z]+): ?([\w-]+|[[{\d-])/g)].filter(
        ([, key = '', value = '']) => WORDS.keys.has(key) && (WORDS.choices.has(value) || /^[[{\d-]/.test(value)),
      )
      return [...coined, ...written.map(([whole]) => whole)].map((word) => `${code}: ${word}`)
    })
    expect(found).toEqual([])
  })

  test('show no parameter that carries a key', () => {
    const found = told.flatMap(([code, { zh, en }]) =>
      CARRIERS.filter(([of, hole]) => of.test(code) && new RegExp(`\\{${hole}[|}]`).test(`${zh.say}${zh.cure}${en.say}${en.cure}`)).map(([, hole]) => `${code}: ${hole}`),
    )
    expect(found).toEqual([])
  })
})

describe('the sentences of pages', () => {
  const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map((m) => m[1] ?? ''))]

  test('name no file, no option and no command', () => {
    const told = Object.entries(pageCatalogue).filter(([code]) => !ELSEWHERE.test(code))
    expect(told.length).toBeGreaterThan(200)
    const wrong = told.filter(([, { zh, en }]) => [zh, en].some(({ say, cure }) => /\.csv|\.yaml|YAML|(^|\s)--[a-z]|heng [a-z]+/.test(`${say} ${cure}`)))
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  test('take their parameters from what the catalogue has, and the label of a field that it calls by its key', () => {
    for (const [code, { zh, en }] of Object.entries(pageTexts)) {
      const known = [
        ...holes(`${serverCatalogue[code]?.zh.say}${serverCatalogue[code]?.zh.cure}${serverCatalogue[code]?.en.say}`),
        ...(code.startsWith('document.') ? ['field'] : []),
      ]
      for (const sentence of [zh, en]) for (const text of Object.values(sentence)) for (const hole of holes(text)) expect(known, code).toContain(hole)
      expect(Object.keys(zh), code).toEqual(Object.keys(en))
    }
  })

  test('are refused for a code that says nothing', () => {
    expect(() => reworded(serverCatalogue, { 'no.such': { zh: { cure: '试' }, en: { cure: 'try' } } })).toThrow('no.such')
  })
})
