import { z } from 'zod'
import { DOCUMENT_SCHEMAS, type DocumentKind } from './parse.ts'

/**
 * The JSON Schema of a file of a kind, as an author writes it (before defaults are filled in), for editors and other programs.
 * A file of datasets or measures holds one document or a list of them.
 */
export function publishedSchema(kind: DocumentKind): string {
  const { $schema, $ref, ...rest } = z.toJSONSchema(DOCUMENT_SCHEMAS[kind], { io: 'input', target: 'draft-2020-12' })
  const one = { $ref }
  const file = kind === 'company' ? one : { anyOf: [one, { type: 'array', items: one }] }
  return `${JSON.stringify({ $schema, ...file, ...rest }, null, 2)}\n`
}
