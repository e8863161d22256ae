import { describe, expect, it } from 'vitest'
import { describe as inWords } from '../../base/diagnostic.ts'
import { enginePageTexts, rulePageTexts } from './page-texts.ts'
import { checkRaw } from './testing.ts'
import { BAD_PLANS, planWith } from './testing-bad-plans.ts'
import { BAD_RULES, rulesWith } from './testing-bad-rules.ts'
import { checkRules } from './testing-rules.ts'

/** One finding of every code there is. */
const FOUND = new Map(
  [...BAD_PLANS.flatMap((bad) => checkRaw(planWith(bad)).diagnostics), ...BAD_RULES.flatMap((bad) => checkRules(rulesWith(bad)).diagnostics)].map((d) => [d.code, d]),
)

describe('what the checker says on pages', () => {
  it('has every parameter filled in, in both languages', () => {
    const told = Object.keys(rulePageTexts).flatMap((code) => {
      const found = FOUND.get(code)
      return found === undefined ? [] : (['zh', 'en'] as const).map((lang) => ({ code, lang, ...inWords(found, lang, enginePageTexts) }))
    })
    expect(told.length).toBeGreaterThan(200)
    expect(told.filter(({ say, cure }) => say === '' || cure.trim() === '' || /\{\w+[|}]|undefined/.test(say + cure))).toEqual([])
  })

  it('names a field by its label, the same key by what it is there', () => {
    const said = (code: string, lang: 'zh' | 'en', in_: string) => {
      const found = checkRules({ 'schemes/hunter.yaml': in_ }).diagnostics.filter((d) => d.code === code)
      return found.map((d) => inWords(d, lang, enginePageTexts).say)
    }
    const scheme = 'scheme: hunter\nlines:\n  - { measure: x, weight: 100, score: { rule: curve, points: [{ at: 1, points: "" }] } }\ngrades: [{ grade: A, from: a lot }]\n'
    expect(said('document.missing', 'zh', scheme)).toEqual(['“考核周期”还没有填。', '“考核项编号”还没有填。'])
    expect(said('document.empty', 'zh', scheme)).toEqual(['“得分”不能空着。'])
    expect(said('document.length', 'en', scheme)).toEqual(['“Points of the curve” should have 2 entries.'])
    expect(said('document.format', 'zh', scheme)).toEqual(['“起点”的写法不对：“a lot”。'])
  })
})
