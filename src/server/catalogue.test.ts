import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serverCatalogue } from './catalogue.ts'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.test\.ts$|testing|texts/.test(file) && /^(store|server)\//.test(file),
)

describe('the sentences of the server', () => {
  it('are there for every code that server and store refuse with: the API has no other catalogue', () => {
    expect(files.length).toBeGreaterThan(100)
    const said = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/new Refusal\(\s*'([a-z]+(?:\.[a-z0-9-]+)+)'/g)].map((match) => ({ file, code: match[1] ?? '' })),
    )
    expect(said.length).toBeGreaterThan(50)
    expect(said.filter(({ code }) => serverCatalogue[code] === undefined)).toEqual([])
  })
})
