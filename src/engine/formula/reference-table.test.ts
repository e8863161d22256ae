import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FUNCTIONS, PLACE_WORDS, WORDS } from './functions.ts'
import { parseFormula } from './parser.ts'
import { withFunctionTable } from './reference-table.ts'

const docs = join(import.meta.dirname, '..', '..', '..', 'docs')
const references = { zh: readFileSync(join(docs, 'formula.md'), 'utf8'), en: readFileSync(join(docs, 'en', 'formula.md'), 'utf8') }

describe.each(['zh', 'en'] as const)('the language reference in %s', (lang) => {
  const text = references[lang]

  it('has the current function table; if not, run npx tsx scripts/schema.ts', () => {
    expect(text).toBe(withFunctionTable(text, lang))
    for (const f of FUNCTIONS) expect(text).toContain(f.signature[lang])
  })

  it('shows only formulas that can be read', () => {
    const examples = [...text.matchAll(/```(?:record|measures)\n([\s\S]*?)```/g)].flatMap((block) => (block[1] ?? '').trim().split('\n'))
    expect(examples.length).toBeGreaterThan(15)
    for (const example of examples) expect([example, parseFormula(example).problems]).toEqual([example, []])
  })
})

describe('the words of the language', () => {
  it('mean one thing each', () => {
    const names = FUNCTIONS.flatMap((f) => [f.name.zh, f.name.en])
    expect(new Set(names).size).toBe(names.length)
    for (const word of WORDS.keys()) expect(names).not.toContain(word)
    for (const word of [...PLACE_WORDS.where, ...PLACE_WORDS.within]) expect([...names, ...WORDS.keys()]).not.toContain(word)
  })
})
