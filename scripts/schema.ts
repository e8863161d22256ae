/**
 * Writes what is published from the sources: the JSON Schemas of the documents (docs/schema) and the function tables of the
 * language reference (docs/formula.md, docs/en/formula.md). Run it with `npx tsx scripts/schema.ts`; a test says when it is due.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedSchema } from '../src/engine/documents/published.ts'
import { withFunctionTable } from '../src/engine/formula/reference-table.ts'

const docs = join(import.meta.dirname, '..', 'docs')
mkdirSync(join(docs, 'schema'), { recursive: true })
for (const kind of ['company', 'dataset', 'measure', 'table', 'scheme', 'incentive'] as const) writeFileSync(join(docs, 'schema', `${kind}.schema.json`), publishedSchema(kind))
for (const [lang, file] of [
  ['zh', 'formula.md'],
  ['en', 'en/formula.md'],
] as const) {
  const path = join(docs, file)
  writeFileSync(path, withFunctionTable(readFileSync(path, 'utf8'), lang))
}
