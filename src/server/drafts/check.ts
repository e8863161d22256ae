import type { Diagnostic } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { DocumentKind } from '../../engine/documents/parse.ts'
import { keptWhile } from '../../store/kept.ts'
import type { Read } from '../../store/types.ts'
import { isBuiltIn } from '../measures/queries.ts'
import type { CheckedPlan } from '../plan/check.ts'
import { checkDraft, idOfBody } from '../plan/draft.ts'
import { type DocumentKey, versionInForce } from './store.ts'

/** A draft to look at; its id is what it is saved under. */
export interface Checked extends DocumentKey {
  readonly body: Readonly<Record<string, unknown>>
}

/** The rules in force with drafts laid over them; the plan is null where something must be mended. */
export interface CheckedDrafts {
  readonly plan: CheckedPlan | null
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What is to be said of drafts laid over what is in force: of the drafts everything, of other documents what is not said of them now. A draft that cannot be read hides what
 * depends on it; of others nothing is said then. Errors: `measures.no-plan`.
 */
export async function checkDrafts(read: Read, documents: readonly Checked[]): Promise<CheckedDrafts> {
  const { plan, diagnostics } = await checkDraft(read, { documents, without: [] })
  const ids = await wrongIds(read, documents)
  const sound = ids.length === 0 ? plan : null
  const own = filesOf(documents)
  const mine = diagnostics.filter((d) => own.has(d.place.file ?? ''))
  if (documents.some(({ kind, body }) => idOfBody(kind, body) === null)) return { plan: sound, diagnostics: [...ids, ...mine] }
  const known = await saidInForce(read)
  return { plan: sound, diagnostics: [...ids, ...mine, ...diagnostics.filter((d) => !own.has(d.place.file ?? '') && !known.has(saying(d)))] }
}

/** How places name these documents. */
export function filesOf(documents: readonly Checked[]): Set<string> {
  return new Set(documents.flatMap(({ kind, id, body }) => [`${kind}/${id}`, `${kind}/${idOfBody(kind, body) ?? id}`]))
}

/** What is said of what is in force, once a version of the documents. */
const saidInForce = keptWhile(
  sql`select count(*) || ' ' || coalesce(max(published_at)::text, '') from app.document`,
  async (read) => new Set((await checkDraft(read, { documents: [], without: [] }).catch(() => ({ diagnostics: [] }))).diagnostics.map(saying)),
)

const saying = (d: Diagnostic): string => JSON.stringify([d.code, d.place.file, d.place.path, d.params])

/** Ids that would replace another document, or leave a published one behind. A scheme or plan may become another edition of itself. */
async function wrongIds(read: Read, documents: readonly Checked[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const { kind, id, body } of documents) {
    const wanted = idOfBody(kind, body)
    const place = { file: `${kind}/${wanted ?? id}`, path: [kind] }
    if (isFixed({ kind, id: wanted ?? id })) found.push({ code: 'document.fixed', severity: 'error', place, params: { id: wanted ?? id } })
    else if (wanted === null || wanted === id) continue
    else if ((await versionInForce(read, { kind, id: wanted })) !== null) found.push({ code: 'draft.id-taken', severity: 'error', place, params: { id: wanted } })
    else if (!isEdition(kind, id, wanted) && (await versionInForce(read, { kind, id })) !== null)
      found.push({ code: 'draft.id-fixed', severity: 'error', place, params: { id, wanted } })
  }
  return found
}

/** Documents that every company has. */
export function isFixed({ kind, id }: DocumentKey): boolean {
  return kind === 'dataset' && isBuiltIn(id)
}

function isEdition(kind: DocumentKind, id: string, wanted: string): boolean {
  return (kind === 'scheme' || kind === 'incentive') && baseOf(id) === baseOf(wanted)
}

/** `hunter` of `hunter@2026-04-01`. */
const baseOf = (id: string): string => id.replace(/@[^@]*$/, '')
