import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Folders of a checkout that the bundle is made from; a published package has none of them as sources. */
const SOURCES = ['src', 'bench']

/** True where no source is newer than the bundle: somebody who changes a file sees the change. */
function isCurrent(bundle) {
  const built = statSync(bundle).mtimeMs
  return SOURCES.every((name) => {
    const folder = fileURLToPath(new URL(`../${name}/`, import.meta.url))
    if (!existsSync(folder)) return true
    return readdirSync(folder, { recursive: true, withFileTypes: true }).every(
      (file) => !file.name.endsWith('.ts') || statSync(`${file.parentPath ?? file.path}/${file.name}`).mtimeMs <= built,
    )
  })
}

/** Run the command line: the bundle that `npm ci` built, which starts several times as fast, else the sources through tsx. */
async function commandLine() {
  const bundle = new URL('../dist/heng.js', import.meta.url)
  if (existsSync(bundle) && isCurrent(fileURLToPath(bundle))) return import(bundle.href)
  const { register } = await import('tsx/esm/api')
  register()
  return import(new URL('../src/cli/main.ts', import.meta.url).href)
}

const { main } = await commandLine()
process.exitCode = await main(process.argv.slice(2), process.env, { out: process.stdout, err: process.stderr })
