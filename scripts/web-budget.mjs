import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

/** Compressed scripts of a first page: what a phone on a middling line loads within two seconds. */
const BUDGET_BYTES = 450 * 1024

const folder = new URL('../dist/web/', import.meta.url)

/** Whatever page comes first, the frame and one language are loaded with it. */
const ALWAYS = ['index.html', 'text/zh/index.ts']
const FIRST_PAGES = ['pages/home/HomePage.tsx', 'pages/sign-in/SignInPage.tsx']

/** How large the first pages are, in words; throws where one is larger than allowed. */
export async function checkBudget() {
  const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', folder), 'utf8'))
  const sizes = await Promise.all(FIRST_PAGES.map(async (page) => ({ page, bytes: await sizeOf(filesOf(manifest, [...ALWAYS, page])) })))
  const words = sizes.map(({ page, bytes }) => `${page} ${(bytes / 1024).toFixed(0)} kB`).join(', ')
  if (sizes.some(({ bytes }) => bytes > BUDGET_BYTES)) throw new Error(`the first page loads more than ${BUDGET_BYTES / 1024} kB of compressed scripts: ${words}`)
  return words
}

/** The scripts that some entries need before they are drawn. */
function filesOf(manifest, names, seen = new Set()) {
  for (const name of names) {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`the build has no ${name}`)
    if (seen.has(chunk.file)) continue
    seen.add(chunk.file)
    filesOf(manifest, chunk.imports ?? [], seen)
  }
  return seen
}

async function sizeOf(files) {
  const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(new URL(file, folder))).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}
