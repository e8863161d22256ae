import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { describe as sentenceOf } from '../base/diagnostic.ts'
import { storeTexts } from './texts.ts'

const folder = new URL('./', import.meta.url)

/** Every code that a file of the store names, tests and the catalogue itself apart. */
async function codesUsed(): Promise<Set<string>> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)texts\.ts$|testing/.test(file))
  expect(files).toContain('embedded/start.ts')
  const sources = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))
  return new Set(sources.flatMap((source) => [...source.matchAll(/'((?:store|server|company)\.[a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map((found) => found[1] ?? '')))
}

describe('the sentences of the store', () => {
  it('are there for every code, and none is left over', async () => {
    expect([...(await codesUsed())].sort()).toEqual(Object.keys(storeTexts).sort())
  })

  it('speak of the same things in both languages', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const [code, { zh, en }] of Object.entries(storeTexts)) {
      expect(holes(zh.say + zh.cure), code).toEqual(holes(en.say + en.cure))
      for (const text of [zh.say, zh.cure, en.say, en.cure]) expect(text.trim(), code).not.toBe('')
    }
  })

  it('are filled in the reader’s language', () => {
    const refusal = { code: 'store.version-too-old', params: { address: 'db:5432/sales', version: '13.2', least: '15' } }
    expect(sentenceOf(refusal, 'zh', storeTexts).say).toBe('数据库 db:5432/sales 的版本是 13.2，太旧了。')
    expect(sentenceOf(refusal, 'en', storeTexts).say).toBe('The database db:5432/sales is version 13.2, which is too old.')
  })
})
