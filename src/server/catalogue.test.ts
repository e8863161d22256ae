import { describe, expect, test } from 'vitest'
import { reworded } from '../base/diagnostic.ts'
import { pageCatalogue, pageTexts, serverCatalogue } from './catalogue.ts'

/** About plan folders, files of data and the program itself, which are mended there or by a command. */
const ELSEWHERE = /^(plan|store|http|import|value|start|serve|server|access|company\.(none|unknown)|backtest|goals\.cell|incentives\.cell|factors|org)\b/

describe('the sentences of pages', () => {
  const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map((m) => m[1] ?? ''))]

  test('name no file, no option and no command', () => {
    const told = Object.entries(pageCatalogue).filter(([code]) => !ELSEWHERE.test(code))
    expect(told.length).toBeGreaterThan(200)
    const wrong = told.filter(([, { zh, en }]) => [zh, en].some(({ say, cure }) => /\.csv|\.yaml|YAML|(^|\s)--[a-z]|heng [a-z]+/.test(`${say} ${cure}`)))
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  test('take their parameters from what the catalogue has', () => {
    for (const [code, { zh, en }] of Object.entries(pageTexts)) {
      const known = holes(`${serverCatalogue[code]?.zh.say}${serverCatalogue[code]?.zh.cure}${serverCatalogue[code]?.en.say}`)
      for (const sentence of [zh, en]) for (const text of Object.values(sentence)) for (const hole of holes(text)) expect(known, code).toContain(hole)
      expect(Object.keys(zh), code).toEqual(Object.keys(en))
    }
  })

  test('are refused for a code that says nothing', () => {
    expect(() => reworded(serverCatalogue, { 'no.such': { zh: { cure: '试' }, en: { cure: 'try' } } })).toThrow('no.such')
  })
})
