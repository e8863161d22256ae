import { describe, expect, it } from 'vitest'
import { calendarTexts } from '../../base/calendar-texts.ts'
import { describe as inWords } from '../../base/diagnostic.ts'
import { checkRaw, DATASETS } from './testing.ts'
import { BAD_PLANS, type BadPlan, planWith } from './testing-bad-plans.ts'
import { BAD_RULES } from './testing-bad-rules.ts'
import { BAD_TABLES } from './testing-bad-tables.ts'
import { engineTexts } from './texts.ts'

/** The diagnostic as one line: where, and the part of the formula it points at. */
function found(bad: BadPlan) {
  const { program, diagnostics } = checkRaw(planWith(bad))
  return {
    program,
    lines: diagnostics.map((d) => {
      const text = d.place.span === undefined ? undefined : (bad.change[String(d.place.path?.[0])] as string | undefined) // formulas are changed at the top of a document
      return { code: d.code, file: d.place.file, path: d.place.path?.join('.'), at: text?.slice(d.place.span?.from, d.place.span?.to), severity: d.severity, params: d.params }
    }),
  }
}

describe('a good plan', () => {
  it('has nothing to be said about it, and compiles', () => {
    const { program, diagnostics } = checkRaw()
    expect(diagnostics).toEqual([])
    expect(Object.keys(program?.datasets ?? {})).toEqual(['entered', 'ratings', ...Object.keys(DATASETS)])
  })
})

describe('a bad plan is refused with the place of the mistake', () => {
  it.each(BAD_PLANS.map((bad) => [bad.code, bad.in, JSON.stringify(bad.change).slice(0, 80), bad] as const))('%s in %s: %s', (code, file, _, bad) => {
    const { program, lines } = found(bad)
    // A mistake in one dataset may show in another that refers to it.
    const line = lines.find((l) => l.code === code && l.path === bad.path && (bad.at === undefined || l.at === bad.at))
    expect(line, JSON.stringify(lines, null, 1)).toBeDefined()
    if (code !== 'dataset.reference-key-type') expect(line?.file).toBe(file)
    expect(program === null).toBe(line?.severity === 'error')
  })
})

describe('what is said', () => {
  it('covers every code: each sentence has a plan that makes it', () => {
    expect(Object.keys(engineTexts).filter((code) => ![...BAD_PLANS, ...BAD_TABLES, ...BAD_RULES].some((bad) => bad.code === code))).toEqual([])
  })

  it('has every parameter filled in, in both languages', () => {
    const open: string[] = []
    for (const bad of BAD_PLANS) {
      for (const line of found(bad).lines) {
        for (const lang of ['zh', 'en'] as const) {
          const { say, cure } = inWords(line, lang, { ...engineTexts, ...calendarTexts })
          expect(cure).not.toBe('')
          if (/\{\w+\}/.test(say + cure) || !(line.code in engineTexts || line.code in calendarTexts)) open.push(`${line.code} ${lang}: ${say} ${cure}`)
        }
      }
    }
    expect(open).toEqual([])
  })

  it('uses the same parameters in both languages', () => {
    for (const [code, { zh, en }] of Object.entries(engineTexts)) {
      const params = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
      expect([code, params(zh.say + zh.cure)]).toEqual([code, params(en.say + en.cure)])
    }
  })

  it('is Chinese in Chinese and English in English', () => {
    for (const [code, { zh, en }] of Object.entries(engineTexts)) {
      expect(`${code}: ${zh.say}`).toMatch(/[\u4e00-\u9fff]/)
      expect(`${code}: ${en.say}${en.cure}`).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
})
