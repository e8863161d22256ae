import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Rolldown } from 'vite'

/** Where `heng serve` listens unless told; `npx vite` hands calls of the API on to it. */
const SERVER = 'http://127.0.0.1:4600'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * A browser asks for six files at a time: what every page needs comes in one, instead of a file for each set of pages that share something.
 * `$initial` are the modules without which nothing is drawn.
 */
const FEW: Rolldown.CodeSplittingOptions = {
  // The entry itself stays what index.html names.
  groups: [{ name: 'frame', tags: ['$initial'], test: (id) => !/main\.tsx$|\.html$/.test(id) }],
}

export default defineConfig(({ mode }) => ({
  root: folder('./src/web'),
  plugins: [react()],
  build: {
    // The gallery of primitives is for tests and eyes: `npx vite build --mode gallery`.
    ...(mode === 'gallery'
      ? { outDir: folder('./.tmp/gallery'), rolldownOptions: { input: folder('./src/web/testing/gallery.html') } }
      : { outDir: folder('./dist/web'), rolldownOptions: { output: { codeSplitting: FEW } } }),
    emptyOutDir: true,
    target: 'es2022',
    // The manifest tells scripts/web-budget.mjs which files the first page loads.
    manifest: true,
    chunkSizeWarningLimit: 1500,
    // The policy of the server allows no `data:` fonts, and small pictures inside a script cannot be cached apart.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': SERVER } },
}))
