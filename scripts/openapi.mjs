import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { routes } from '../src/server/app.ts'
import { openApi } from '../src/server/http/openapi.ts'

/**
 * The document of the API and the types of its client, both from the routes: `npx tsx scripts/openapi.mjs` writes them, `--check` (part of
 * `npm run check`) fails where what is committed differs.
 */
const DOCUMENT = new URL('../docs/api/openapi.json', import.meta.url)
const TYPES = new URL('../src/web/api/schema.d.ts', import.meta.url)

if (routes.length === 0) throw new Error('there are no routes: nothing would be described')
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
const document = openApi(routes, { version })
const types = `// Made by scripts/openapi.mjs from docs/api/openapi.json.\n${astToString(await openapiTS(structuredClone(document)))}`
const made = [
  [DOCUMENT, `${JSON.stringify(document, null, 2)}\n`],
  [TYPES, types],
]

if (process.argv.includes('--check')) {
  for (const [file, text] of made) {
    const committed = await readFile(file, 'utf8').catch(() => '')
    if (committed === text) continue
    console.error(`${file.pathname} is not what the routes say: run npx tsx scripts/openapi.mjs and commit it`)
    process.exitCode = 1
  }
} else {
  for (const [file, text] of made) await writeFile(file, text)
}
console.log(`${routes.length} routes`)
