import { fileURLToPath } from 'node:url'
import { checkBudget } from './web-budget.mjs'
import { compressWeb } from './web-compress.mjs'

/** Build the pages into dist/web, and see that the first one stays small. False where vite is not installed: `npm ci --omit=dev` has none. */
export async function buildWeb() {
  const vite = await import('vite').catch(() => null)
  if (vite === null) {
    console.log('vite is not installed; the pages are not built')
    return false
  }
  await vite.build({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), logLevel: 'warn' })
  await compressWeb()
  console.log(`dist/web: ${await checkBudget()}`)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb()
