import { readFile, rm } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** `npm ci --omit=dev` runs this too, without the bundler: the sources then run through tsx. */
const esbuild = await import('esbuild').catch(() => null)
if (esbuild === null) {
  console.log('esbuild is not installed; the command line runs from its sources')
  process.exit(0)
}

/**
 * In the bundle every module still finds the files beside its source (migrations, package.json): its `import.meta.url` stays the
 * address it has in the checkout, counted from the package. So the published package ships those files where they lie.
 */
const addressesOfSources = {
  name: 'addresses-of-sources',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const place = JSON.stringify(relative(root, path).split(sep).join('/'))
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', `new URL(${place}, packageAddress).href`) }
    })
  },
}

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true })
const result = await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/heng.js',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  banner: { js: "const packageAddress = new URL('../', import.meta.url);" },
  plugins: [addressesOfSources],
})
const sources = Object.keys(result.metafile.inputs).length
if (sources < 10) throw new Error(`the bundle has only ${sources} sources`)
console.log(`dist/heng.js: ${sources} sources`)

/** Whoever installs the package has its dependencies alone: without another one the bundle could not even say what is missing. */
const { dependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
const loaded = result.metafile.outputs['dist/heng.js'].imports.filter(({ kind, path }) => kind === 'import-statement' && !isBuiltin(path))
const foreign = loaded.map(({ path }) => path.match(/^(@[^/]+\/)?[^/]+/)[0]).filter((name) => !(name in dependencies))
if (loaded.length === 0 || foreign.length > 0) throw new Error(`the bundle loads packages that are no dependencies: ${foreign.join(', ')}`)

await buildWeb()
