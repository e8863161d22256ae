import type { Lang } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { DOCUMENT_SCHEMAS, type DocumentKind } from '../../engine/documents/parse.ts'
import type { Read } from '../../store/types.ts'
import { nameOfBody } from '../measures/shown-document.ts'
import { type NamesOfIds, type Told, toldDifferences } from '../measures/words.ts'
import type { Change, RunComparison } from './compare.ts'

/** A document of another version than before, and what changed inside it. */
export interface DocumentChange {
  readonly document: string
  readonly kind: DocumentKind
  readonly id: string
  /** As it is called now, or was last. */
  readonly name: string
  /** Nothing for one that is new or was withdrawn: there is nothing to set it against. */
  readonly changes: readonly Told[]
}

/** Old and new of everything that differs inside documents, in the words of the pages. */
export async function documentChanges(read: Read, documents: RunComparison['documents'], telling: { readonly lang: Lang; readonly names: NamesOfIds }): Promise<DocumentChange[]> {
  const found: DocumentChange[] = []
  for (const { document, before, after } of documents) {
    const at = document.indexOf('/')
    const [kind, id] = [kindOf(document.slice(0, at)), document.slice(at + 1)]
    if (kind === undefined) continue
    const rows = await read.query<{ version: number; body: Readonly<Record<string, unknown>> | null }>(
      sql`select version, body from app.document where kind = ${kind} and id = ${id} and version in (${before ?? 0}::int, ${after ?? 0}::int)`,
    )
    const bodyOf = (version: number | null) => rows.find((r) => r.version === version)?.body ?? null
    const [was, is] = [bodyOf(before), bodyOf(after)]
    const changes = was === null || is === null ? [] : toldDifferences(was, is, { ...telling, kind })
    found.push({ document, kind, id, name: nameOfBody(is ?? was ?? {}, telling.lang, id), changes })
  }
  return found
}

/** Versions are kept by `<kind>/<id>`. */
const kindOf = (text: string): DocumentKind | undefined => (Object.hasOwn(DOCUMENT_SCHEMAS, text) ? (text as DocumentKind) : undefined) // Looked: a key of the schemas.

/** What all components of everybody came to in two runs, as exact decimal text; null where a run paid nothing to anybody. */
export async function totalPay(read: Read, before: string, after: string): Promise<Change> {
  const of = async (run: string): Promise<string | null> =>
    (await read.first<{ pay: string | null }>(sql`select trim_scale(sum(amount))::text as pay from calc.earning where run_id = ${run}::bigint`))?.pay ?? null
  return { what: 'pay', before: await of(before), after: await of(after) }
}
