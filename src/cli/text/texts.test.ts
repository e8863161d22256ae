import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FUNCTIONS } from '../../engine/index.ts'
import { catalogue } from './catalogue.ts'
import { cliTexts } from './cli-texts.ts'

const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ''))].sort()

describe('the sentences of the command line', () => {
  test('are the same in both languages: keys and placeholders', () => {
    expect(Object.keys(cliTexts.en).sort()).toEqual(Object.keys(cliTexts.zh).sort())
    for (const key of Object.keys(cliTexts.zh) as (keyof typeof cliTexts.zh)[]) expect(holes(cliTexts.en[key]), key).toEqual(holes(cliTexts.zh[key])) // The keys of that very object.
  })

  test('Chinese ones are Chinese, English ones are not', () => {
    const han = /\p{Script=Han}/u
    const same = new Set(['explain.average', 'verify.result', 'list.separator', 'sentence.label', 'sentence.aside'])
    for (const [key, text] of Object.entries(cliTexts.zh)) if (!same.has(key)) expect(han.test(text), key).toBe(true)
    for (const [key, text] of Object.entries(cliTexts.en)) expect(han.test(text), key).toBe(false)
  })
})

describe('Chinese sentences', () => {
  /** Without what is written in another language: groups of YAML, its keys in quotes, addresses, calls of functions and what is calculated. */
  const prose = (text: string): string => {
    const call = /\p{Script=Han}+\([^()]*\)/gu // Twice: a call may stand in a call.
    const steps = [/\{[^{}]*\}/g, /“(?:键|名称): 值”/g, /\w+:\/\/\S+/g, call, call, /\([^()]*[÷×−][^()]*\)/g]
    return steps.reduce((left, step) => left.replaceAll(step, '…'), text)
  }
  const halfWidth = (text: string) => /[\p{Script=Han}”」）][:,;!?()]/u.exec(prose(text))?.[0]

  test('have full-width punctuation', () => {
    expect([halfWidth('怎么算分: 达成率'), halfWidth('金额(元)很大,'), halfWidth('写成 年-月-日，例如 日期("2026-03-31")。')]).toEqual(['分:', '大,', undefined])
    const said = Object.entries(catalogue).flatMap(([code, { zh }]) => [zh.say, zh.cure].map((text) => [code, text] as const))
    const functions = FUNCTIONS.map((f) => [f.id, f.meaning.zh] as const)
    const all = [...Object.entries(cliTexts.zh), ...said, ...functions]
    expect(all.length).toBeGreaterThan(900)
    expect(all.filter(([, text]) => halfWidth(text) !== undefined)).toEqual([])
  })
})

describe('the sentences about codes', () => {
  test('say something and what to do, in both languages, about the same things', () => {
    expect(Object.keys(catalogue).length).toBeGreaterThan(200)
    for (const [code, { zh, en }] of Object.entries(catalogue)) {
      for (const sentence of [zh, en]) expect(sentence.say, code).not.toBe('')
      expect([holes(zh.say + zh.cure), code]).toEqual([holes(en.say + en.cure), code])
    }
  })

  test('no code is said in the source that has no sentence', () => {
    const root = join(import.meta.dirname, '..', '..')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (f) => f.endsWith('.ts') && !/\.test\.ts$|testing|texts/.test(f) && /^(store|server|cli)\//.test(f),
    )
    expect(files.length).toBeGreaterThan(80)
    const missing = files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const codes = [...text.matchAll(/(?:new Refusal\(|\bcode: |problem\(|error\(|trouble\()'([a-z]+(?:\.[a-z0-9-]+)+)'/g)].map((m) => m[1] ?? '')
      return codes.filter((code) => !(code in catalogue) && !code.startsWith('commander.')).map((code) => `${file}: ${code}`)
    })
    expect(missing).toEqual([])
  })
})
