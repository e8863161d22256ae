import { z } from 'zod'
import type { Diagnostic, Lang, TextCatalogue } from '../../base/diagnostic.ts'
import { DOCUMENT_SCHEMAS, type DocumentKind } from '../../engine/documents/parse.ts'
import { Finding, findingOf } from '../http/problem.ts'

/** Shapes that several answers about documents and drafts share. */

export const Kind = z.enum(Object.keys(DOCUMENT_SCHEMAS) as [DocumentKind, ...DocumentKind[]]) // The keys of the schemas are the kinds.

export const Id = z.string().min(1).max(200)

export const DocumentName = z.object({ kind: Kind, id: Id })

export const documentPath = z.object({ kind: Kind, id: Id })

export const DocumentBody = z.record(z.string(), z.unknown()).describe('The document as its author writes it; docs/schema has the schema of each kind.')

export const DraftBody = z.object({ kind: Kind, id: Id, body: DocumentBody }).meta({ id: 'DraftBody' })

export const Revision = z.number().int().min(1)

export const DocumentFinding = Finding.extend({ document: DocumentName.nullable().describe('Whose mistake it is; null where it is nobody’s alone.') }).meta({
  id: 'DocumentFinding',
  description: 'A finding in a document. `place.path` leads to the field; `line` and `column` are those of the draft written as YAML.',
})

/** A finding with its sentence, and the document its place names as a file: `scheme/hunter`. */
export function documentFinding(diagnostic: Diagnostic, lang: Lang, catalogue: TextCatalogue): z.input<typeof DocumentFinding> {
  const [, kind, id] = /^([a-z]+)\/(.+)$/s.exec(diagnostic.place.file ?? '') ?? []
  const known = Kind.safeParse(kind)
  return { ...findingOf(diagnostic, lang, catalogue), document: known.success && id !== undefined ? { kind: known.data, id } : null }
}
