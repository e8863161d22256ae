import { existsSync } from 'node:fs'

/** Run the command line: the built bundle where there is one (a published package), else the sources through tsx (a checkout). */
async function commandLine() {
  const bundle = new URL('../dist/heng.js', import.meta.url)
  if (existsSync(bundle)) return import(bundle.href)
  const { register } = await import('tsx/esm/api')
  register()
  return import(new URL('../src/cli/main.ts', import.meta.url).href)
}

const { main } = await commandLine()
process.exitCode = await main(process.argv.slice(2), process.env, { out: process.stdout, err: process.stderr })
