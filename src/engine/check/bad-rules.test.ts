import { describe, expect, it } from 'vitest'
import { calendarTexts } from '../../base/calendar-texts.ts'
import { describe as inWords } from '../../base/diagnostic.ts'
import { BAD_RULES, type BadRule, rulesWith } from './testing-bad-rules.ts'
import { checkRules, RULES } from './testing-rules.ts'
import { engineTexts } from './texts.ts'

const CASES = BAD_RULES.map((bad) => [bad.code, bad.file, JSON.stringify(bad.change?.[1] ?? bad.line), bad] as const)

/** Everything said about a plan, with the line of the YAML at which it is said. */
function told(bad: BadRule) {
  const files = rulesWith(bad)
  const { program, diagnostics } = checkRules(files)
  const lines = (files[bad.file] ?? '').split('\n').map((line) => line.trim())
  return { program, lines: diagnostics.map((d) => ({ ...d, line: d.place.file === bad.file ? lines[(d.place.line ?? 0) - 1] : undefined })) }
}

describe('good tables, schemes and incentive plans', () => {
  it('have nothing to be said about them', () => {
    expect(checkRules().diagnostics).toEqual([])
  })
})

describe('a mistake in tables, schemes and incentive plans', () => {
  it.each(CASES)('%s in %s: %s is told at its line, and names what is wrong in both languages', (code, _, __, bad) => {
    const { program, lines } = told(bad)
    const found = lines.find((d) => d.code === code && d.line === bad.line)
    expect(found, JSON.stringify(lines, null, 1)).toBeDefined()
    if (found === undefined) return
    expect(program === null).toBe(lines.some((d) => d.severity === 'error'))
    for (const lang of ['zh', 'en'] as const) {
      const { say, cure } = inWords(found, lang, { ...engineTexts, ...calendarTexts })
      expect(`${say} ${cure}`).toContain(bad.names)
      expect(cure).not.toBe('')
      expect(`${say} ${cure}`).not.toMatch(/\{\w+\}|undefined/)
    }
  })

  it('brings up no other error', () => {
    // Two mistakes at once are what these changes make, by their nature.
    const twice = new Set(['name.duplicate', 'tiers.interpolated-rates', 'tiers.empty', 'lookup.key-twice', 'force.two-schemes', 'table.own-duplicate'])
    const echoes = BAD_RULES.filter((bad) => !twice.has(bad.code)).flatMap((bad) => {
      const errors = told(bad).lines.filter((d) => d.severity === 'error')
      return errors.length > 1 ? [`${bad.code} ${bad.change?.[1] ?? bad.file}: ${errors.map((d) => d.code).join(', ')}`] : []
    })
    expect(echoes).toEqual([])
  })
})

describe('anything else that may stand in the files', () => {
  it('gets an answer: whichever line is missing or twice, there is a program or an error', () => {
    const texts: Readonly<Record<string, unknown>> = { ...engineTexts, ...calendarTexts }
    for (const [file, text] of Object.entries(RULES)) {
      const lines = text.split('\n')
      for (const at of lines.keys()) {
        for (const changed of [lines.toSpliced(at, 1), lines.toSpliced(at, 0, lines[at] ?? '')]) {
          const { program, diagnostics } = checkRules({ [file]: changed.join('\n') })
          expect(program === null).toBe(diagnostics.some((d) => d.severity === 'error'))
          expect(diagnostics.filter((d) => !d.code.startsWith('plan.yaml.') && texts[d.code] === undefined)).toEqual([])
        }
      }
    }
  })
})
