import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse.ts'
import { publishedSchema } from './published.ts'
import { KNOWN_PATTERNS } from './words.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'schema')

const KINDS = ['company', 'dataset', 'measure', 'table', 'scheme', 'incentive'] as const

/** Every `pattern` anywhere in a schema. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => (key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value)))
}

describe('the published schemas', () => {
  it.each(KINDS)('%s is current; if not, run npx tsx scripts/schema.ts', (kind) => {
    expect(readFileSync(join(folder, `${kind}.schema.json`), 'utf8')).toBe(publishedSchema(kind))
  })

  it('tell what an author may write: shorthands, lists of documents, and no key that is not known', () => {
    const dataset = JSON.parse(publishedSchema('dataset'))
    expect(dataset.anyOf).toEqual([{ $ref: '#/$defs/Dataset' }, { type: 'array', items: { $ref: '#/$defs/Dataset' } }])
    expect(dataset.$defs.Dataset.required).toEqual(['dataset', 'key', 'fields'])
    expect(dataset.$defs.Dataset.properties.fields.additionalProperties.anyOf[0].enum).toContain('money')
    expect(JSON.parse(publishedSchema('measure')).$defs.Measure.oneOf).toHaveLength(6)
  })
})

describe('documents', () => {
  it('have a sentence for every pattern of the schemas', () => {
    const patterns = KINDS.flatMap((kind) => patternsIn(JSON.parse(publishedSchema(kind)))).map((pattern) => `/${pattern}/`)
    expect(new Set(patterns)).toEqual(new Set(KNOWN_PATTERNS))
  })

  it('a field may be written by its type alone, a source alone, and the day of validity belongs to the key', () => {
    const { document } = parseDocument('dataset', {
      dataset: 'd',
      key: ['id'],
      effective: 'from',
      fields: { id: 'text', from: 'date', a: { type: 'money', required: true } },
      source: { file: 'd.csv' },
    })
    expect(document?.key).toEqual(['id', 'from'])
    expect(document?.fields['id']).toEqual({ type: 'text', required: false, missing: 'report', aliases: {} })
    expect(document?.source).toEqual([{ file: 'd.csv', columns: {}, decimal: 'point', encoding: 'auto' }])
  })

  it('several mistakes are told at once, each at its own path, a misspelt key once', () => {
    const { diagnostics } = parseDocument('measure', {
      measure: 'm',
      unit: 'money',
      kind: 'ratio',
      numerator: 5,
      denominater: 'x',
      scope: { line: 'reporting', depth: 0 },
      round: 1.5,
    })
    expect(diagnostics.map((d) => [d.code, d.place.path?.join('.')])).toEqual([
      ['document.too-small', 'scope.depth'],
      ['document.type', 'round'],
      ['document.type', 'numerator'],
      ['document.unknown-key', 'denominater'],
    ])
  })

  it('a document that holds itself, or a key that is no key, is told and not fallen for', () => {
    const circle: Record<string, unknown> = { measure: 'm', unit: 'money', kind: 'formula' }
    circle['formula'] = circle
    circle['better'] = circle
    expect(parseDocument('measure', circle).diagnostics.map((d) => d.code)).toEqual(['document.choice', 'document.type'])
    const hostile = JSON.parse('{"dataset": "d", "key": ["id"], "fields": {"id": "text", "__proto__": {"type": "text"}}, "constructor": 1}')
    const { document, diagnostics } = parseDocument('dataset', hostile)
    expect([document, diagnostics.map((d) => d.place.path)]).toEqual([null, [['constructor']]])
  })

  it.each([[null], ['text'], [[]], [42], [undefined], [{ __proto__: null }]])('anything at all gets an answer: %j', (value) => {
    for (const kind of KINDS) expect(parseDocument(kind, value).diagnostics.length).toBeGreaterThan(0)
  })
})
