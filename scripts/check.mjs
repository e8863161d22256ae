import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run check`: everything that is checked without running the product. Every step runs, so that one round shows all there is to mend. */
const root = fileURLToPath(new URL('..', import.meta.url))
const tool = (...parts) => join(root, 'node_modules', ...parts)

const steps = [
  ['types', [tool('typescript', 'bin', 'tsc'), '-p', '.']],
  ['types of the pages', [tool('typescript', 'bin', 'tsc'), '-p', 'src/web']],
  ['layers as types', [tool('typescript', 'bin', 'tsc'), '-b', 'tsconfig.layers.json']],
  ['lint and format', [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']],
  ['architecture', [tool('vitest', 'vitest.mjs'), 'run', '--config', 'scripts/architecture.config.ts']],
  ['dead code', [tool('knip', 'bin', 'knip.js')]],
  ['the document of the API', [tool('tsx', 'dist', 'cli.mjs'), 'scripts/openapi.mjs', '--check']],
]

/** A check that sees no files is green for the wrong reason. */
const sources = readdirSync(join(root, 'src'), { recursive: true }).filter((file) => /\.tsx?$/.test(String(file))).length
if (sources < 50) throw new Error(`only ${sources} source files were found: nothing would be checked`)

const failed = []
for (const [name, args] of steps) {
  const began = Date.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? `all ${steps.length} checks passed over ${sources} source files` : `failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
