import { describe, expect, it } from 'vitest'
import { features, violations } from './architecture/rules.ts'
import { sourceOf, sourcesIn } from './architecture/sources.ts'

const sources = sourcesIn(new URL('./', import.meta.url))

/** What is found in a file with this text at this place. */
const planted = (path: string, text: string) => violations([sourceOf(path, text)])

describe('the test itself', () => {
  it('sees the files of every layer and the arrows between them', () => {
    expect(sources.length).toBeGreaterThan(100)
    for (const layer of ['base', 'engine', 'store', 'server', 'cli']) expect(sources.filter((source) => source.path.startsWith(`${layer}/`)).length, layer).toBeGreaterThan(5)
    const pool = sources.find((source) => source.path === 'store/pool.ts')
    expect(pool?.files).toContain('base/sql.ts')
    expect(pool?.packages).toContain('pg')
    expect(sources.find((source) => source.path === 'engine/documents/company.ts')?.packages).toContain('zod')
  })

  it('names every feature of the server', () => {
    const { there, ordered } = features(sources)
    expect(ordered).toEqual(expect.arrayContaining(there))
  })

  it.each([
    ['base/x.ts', "import { a } from '../engine/index.ts'", 'base may not import engine/index.ts'],
    ['engine/x.ts', "import type { Read } from '../store/types.ts'", 'engine may not import store/types.ts'],
    ['engine/x.ts', "const a = await import('../server/org/x.ts')", 'engine may not import server/org/x.ts'],
    ['store/x.ts', "export * from '../server/org/x.ts'", 'store may not import server/org/x.ts'],
    ['store/x.ts', "type A = import('../cli/main.ts').A", 'store may not import cli/main.ts'],
    ['server/org/x.ts', "import { a } from '../datasets/y.ts'", 'feature org may not import server/datasets/y.ts'],
    ['server/runs/x.ts', "import { a } from '../plan/y.ts'", 'feature runs may not import server/plan/y.ts'],
    ['server/other/x.ts', "import { a } from '../org/y.ts'", 'not in the order of features'],
    ['server/org/x.ts', "import { createApp } from '../app.ts'", 'feature org may not import server/app.ts'],
    ['server/http/x.ts', "import { a } from '../access/y.ts'", 'feature http may not import server/access/y.ts'],
    ['web/x.tsx', "import { a } from '../server/http/y.ts'", 'web may not import server/http/y.ts'],
    ['elsewhere/x.ts', 'export const a = 1', 'is in no layer'],
    ['store/x.ts', "import { scratchStore } from './testing.ts'", 'the product may not import store/testing.ts'],
  ])('finds the forbidden arrow in %s: %s', (path, text, what) => {
    expect(planted(path, text).join('\n')).toContain(what)
  })

  it.each([
    ["import { readFileSync } from 'node:fs'", 'node:fs'],
    ["import { parse } from 'yaml'", 'yaml'],
    ["import pg from 'pg'", 'only store may use pg'],
    ['const now = Date.now()', 'Date.now'],
    ['const now = new Date()', 'new Date()'],
    ['const luck = Math.random()', 'Math.random'],
    ['const now = Temporal.Now.plainDateISO()', 'Temporal.Now'],
    ['const home = process.env.HOME', 'process'],
    ['const id = globalThis.crypto.randomUUID()', 'globalThis'],
    ['const id = crypto.randomUUID()', 'crypto'],
    ["console.log('here')", 'console'],
    ['const place = import.meta.url', 'import.meta'],
  ])('finds what the engine may not do: %s', (text, what) => {
    expect(planted('engine/x.ts', text).join('\n')).toContain(what)
  })

  it('lets the engine have members and parameters of those names', () => {
    expect(planted('engine/x.ts', 'export const f = (document: { process: string }) => document.process\nexport const day = new Date(0)')).toEqual([])
  })

  it('finds a ring, a reader of the environment, a stranger’s package and an endless function', () => {
    const ring = [sourceOf('store/x1.ts', "import './x2.ts'"), sourceOf('store/x2.ts', "import './x1.ts'")]
    expect(violations(ring)).toEqual(['a ring: store/x1.ts → store/x2.ts → store/x1.ts'])
    expect(planted('server/org/x.ts', 'export const url = process.env.DATABASE_URL')).toEqual(['server/org/x.ts:1: may not read the environment'])
    expect(planted('server/org/x.ts', "import 'commander'")).toEqual(['server/org/x.ts: only cli may use commander'])
    expect(planted('store/x.ts', `export function f() {\n${'  f()\n'.repeat(70)}}`)).toEqual(['store/x.ts:1: a function of 72 lines'])
  })
})

describe('the code', () => {
  it('keeps to its layers, its order of features and its limits, and the engine is pure', () => {
    expect(violations(sources)).toEqual([])
  })
})
