import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { datasetTexts } from './texts.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(here, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts') && !/test|texts/.test(name))

it('every code has its sentences, and every sentence its code', () => {
  expect(sources.length).toBeGreaterThan(20)
  const used = new Set(sources.flatMap((name) => [...readFileSync(join(here, name), 'utf8').matchAll(/'((?:import|csv|value|dataset|rules)\.[a-z0-9-]+)'/g)].map((m) => m[1])))
  expect([...used].sort()).toEqual(Object.keys(datasetTexts).sort())
})

it('both languages speak of the same parameters', () => {
  const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort()
  for (const [code, { zh, en }] of Object.entries(datasetTexts)) expect([code, ...names(zh.say + zh.cure)]).toEqual([code, ...names(en.say + en.cure)])
})
