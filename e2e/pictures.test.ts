import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { PUBLISHED, PUBLISHED_FOLDER } from './look.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

it('the READMEs show the pictures that the stories take, and each of them', async () => {
  const texts = await Promise.all(['README.md', 'README.en.md'].map((name) => readFile(join(ROOT, name), 'utf8')))
  const shown = texts.flatMap((text) => [...text.matchAll(/docs\/images\/pages\/([\w-]+)\.png/g)].map(([, name]) => name ?? ''))
  const wanted = PUBLISHED.toSorted()
  expect(shown.toSorted()).toEqual(wanted)
  expect((await readdir(PUBLISHED_FOLDER)).map((file) => file.replace(/\.png$/, '')).toSorted()).toEqual(wanted)
})
