import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
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
    const same = new Set(['explain.average', 'verify.result', 'list.separator'])
    for (const [key, text] of Object.entries(cliTexts.zh)) if (!same.has(key)) expect(han.test(text), key).toBe(true)
    for (const [key, text] of Object.entries(cliTexts.en)) expect(han.test(text), key).toBe(false)
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
