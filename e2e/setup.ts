import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['src/web', 'src/base', 'src/engine', 'vite.config.ts']

/** Vitest's global setup of the browser tests: the pages and the gallery are built where they are older than what they are made of. */
export default async function setup(): Promise<void> {
  const changed = Math.max(...(await Promise.all(SOURCES.map(newest))))
  if ((await newest('dist/web/index.html')) < changed) await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  if ((await newest('.tmp/gallery/testing/gallery.html')) < changed) await build({ configFile: join(root, 'vite.config.ts'), mode: 'gallery', logLevel: 'warn' })
}

/** When a file, or the newest file below a folder, was written; 0 where nothing is. */
async function newest(path: string): Promise<number> {
  const at = join(root, path)
  const there = await stat(at).catch(() => null)
  if (there === null) return 0
  if (!there.isDirectory()) return there.mtimeMs
  const files = await readdir(at, { recursive: true })
  const times = await Promise.all(files.map(async (file) => (await stat(join(at, file)).catch(() => null))?.mtimeMs ?? 0))
  return Math.max(0, ...times)
}
