import { readdir, readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const assets = new URL('../dist/web/assets/', import.meta.url)

/** Beside every script and sheet its compressed form: the server sends that as it is, instead of compressing it for every reader anew. */
export async function compressWeb() {
  const names = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(names.map(compress))
}

const brotli = promisify(brotliCompress)

async function compress(name) {
  const text = await readFile(new URL(name, assets))
  const small = await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } })
  if (small.length < text.length) await writeFile(new URL(`${name}.br`, assets), small)
}
