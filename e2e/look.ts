import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Look, Visit } from './visit.ts'
import { settled } from './visit.ts'

const FOLDER = fileURLToPath(new URL('../.tmp/screenshots', import.meta.url))

/** Where the pictures of the READMEs are; `npm run pictures` takes them anew. */
export const PUBLISHED_FOLDER = fileURLToPath(new URL('../docs/images/pages', import.meta.url))

/** The pictures that the READMEs show. */
export const PUBLISHED: readonly string[] = [
  'scoreboard-1440-zh-light',
  'score-1440-zh-light',
  'why-pay-1440-zh-light',
  'scoreboard-1440-en-dark',
  'score-1440-en-dark',
  'why-pay-1440-en-dark',
]

/** What every page is looked at in: a desk and a phone, both languages, both themes. */
export const LOOKS: readonly Look[] = [
  { width: 1440, lang: 'zh', theme: 'light' },
  { width: 1440, lang: 'en', theme: 'dark' },
  { width: 390, height: 844, lang: 'zh', theme: 'dark' },
  { width: 390, height: 844, lang: 'en', theme: 'light' },
]

export const lookName = ({ width, lang, theme }: Look): string => `${width}-${lang}-${theme}`

/** A picture for eyes, of the window or of the whole page; answers where it is. */
export async function picture({ page, look }: Visit, name: string, { whole = false }: { readonly whole?: boolean } = {}): Promise<string> {
  await mkdir(FOLDER, { recursive: true })
  await settled(page)
  const path = join(FOLDER, `${name}-${lookName(look)}.png`)
  await page.screenshot({ path, animations: 'disabled', fullPage: whole })
  const published = PUBLISHED.find((known) => known === `${name}-${lookName(look)}`)
  if (published !== undefined && process.env['HENG_PICTURES'] === '1') await copyFile(path, join(PUBLISHED_FOLDER, `${published}.png`))
  return path
}
