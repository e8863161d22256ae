import { type Diagnostic, type Lang, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { type Wording, worded } from '../../engine/wording.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Who } from '../http/who.ts'
import { nameOfBody } from '../measures/shown-document.ts'
import { applyIn } from '../plan/apply.ts'
import { checkDraft, idOfBody } from '../plan/draft.ts'
import type { DocumentName } from '../plan/publish.ts'
import { checkDrafts, filesOf, isFixed } from './check.ts'
import { documentInForce, documentsInForce } from './documents.ts'
import { type DocumentKey, draftOf, newestVersion, requireRevision, type StoredDraft, versionInForce } from './store.ts'

/** Called with everything that was published or withdrawn in one go, in its transaction. */
export type ToldOfRules = (tx: Tx, of: { readonly documents: readonly DocumentName[]; readonly by: Who; readonly now: Date }) => Promise<void>

/** Who publishes, and why; it stands with the version. */
export interface Publisher {
  readonly who: Who
  readonly note: string
}

export interface Published extends DocumentName {
  readonly version: number
  /** The draft said what was in force already: there is no new version. */
  readonly same: boolean
}

/**
 * Publish drafts, all of them or none, the way a plan folder is applied; the drafts are gone then. `revision`: what the publisher looked at.
 * Errors: `draft.unknown`, `draft.changed-meanwhile`, `draft.outdated`, `draft.refused` with everything to mend, and those of `applyIn`.
 */
export async function publishDrafts(
  tx: Tx,
  wanted: readonly (DocumentKey & { readonly revision: number })[],
  by: Publisher,
): Promise<{ readonly published: readonly Published[]; readonly warnings: readonly Diagnostic[] }> {
  // Before anything is read: what is in force beside the drafts stays what it is.
  await tx.lock('plan')
  const drafts: StoredDraft[] = []
  for (const key of wanted) drafts.push(await readyDraft(tx, key))
  const { plan, diagnostics } = await checkDrafts(tx, drafts)
  const wrong = diagnostics.filter((d) => d.severity === 'error')
  if (plan === null || wrong.length > 0) throw new Refusal('draft.refused', { count: wrong.length }, { details: diagnostics })
  const report = await applyIn(tx, plan, { skips: () => Promise.resolve(false) })
  const changed = [...report.documents.added, ...report.documents.changed]
  const published: Published[] = []
  for (const draft of drafts) {
    const name = { kind: draft.kind, id: idOfBody(draft.kind, draft.body) ?? draft.id }
    const same = !changed.some((c) => c.kind === name.kind && c.id === name.id)
    const version = same ? ((await versionInForce(tx, name)) ?? 1) : await signVersion(tx, name, by)
    published.push({ ...name, version, same })
    await tx.run(sql`delete from app.draft where kind = ${draft.kind} and id = ${draft.id}`)
  }
  const own = filesOf(drafts)
  return { published, warnings: [...diagnostics, ...report.warnings.filter((d) => own.has(d.place.file ?? ''))] }
}

async function readyDraft(tx: Tx, { revision, ...key }: DocumentKey & { readonly revision: number }): Promise<StoredDraft> {
  const draft = await draftOf(tx, key)
  if (draft === undefined) throw new Refusal('draft.unknown', { id: key.id })
  requireRevision(draft, revision)
  const version = await versionInForce(tx, key)
  if (version !== null && version !== draft.basedOn) throw new Refusal('draft.outdated', { id: key.id, version })
  return draft
}

/** Write down who made the newest version of a document, and why. Answers its number. */
export async function signVersion(tx: Tx, { kind, id }: DocumentKey, { who, note }: Publisher): Promise<number> {
  const version = (await newestVersion(tx, { kind, id }))?.version ?? 1
  await tx.run(sql`insert into app.publication (kind, id, version, user_id, user_name, note) values (${kind}, ${id}, ${version}::int, ${who.user}, ${who.name}, ${note})`)
  return version
}

/**
 * Take a document out of force, where no other needs it. Its versions stay. Answers the version that says so.
 * Errors: `document.unknown`, `document.fixed`, `document.has-records`, `document.in-use` with what needs it.
 */
export async function withdrawDocument(tx: Tx, key: DocumentKey, by: Publisher): Promise<number> {
  await tx.lock('plan')
  await documentInForce(tx, key)
  if (key.kind === 'company' || isFixed(key)) throw new Refusal('document.fixed', { id: key.id })
  if (key.kind === 'dataset') await requireEmpty(tx, key.id)
  const { plan, diagnostics } = await checkDraft(tx, { documents: [], without: [key] })
  if (plan === null) throw await inUse(tx, key, diagnostics)
  await applyIn(tx, plan, { prune: true, skips: () => Promise.resolve(false) })
  return await signVersion(tx, key, by)
}

/** Documents named where one is in use; whoever has more to change begins with these. */
const NAMED = 10

/** What needs a document is told by its name: what the checker would say of each place is not what withdrawing is about. */
async function inUse(read: Read, { id }: DocumentKey, found: readonly Diagnostic[]): Promise<Refusal> {
  const files = new Set(found.flatMap(({ severity, place }) => (severity === 'error' && place.file !== undefined ? [place.file] : [])))
  const users = (await documentsInForce(read, undefined)).filter((d) => files.has(`${d.kind}/${d.id}`))
  const say = (lang: Lang): string => {
    const names = users
      .slice(0, NAMED)
      .map((d) => (lang === 'zh' ? `${KINDS[d.kind].zh}“${nameOfBody(d.body, lang, d.id)}”` : `${KINDS[d.kind].en} “${nameOfBody(d.body, lang, d.id)}”`))
    return [...names, ...(users.length > NAMED ? ['…'] : [])].join(lang === 'zh' ? '、' : ', ')
  }
  return new Refusal('document.in-use', { id, count: users.length, ...worded('documents', { zh: say('zh'), en: say('en') }, users.map((d) => `${d.kind}/${d.id}`).join(', ')) })
}

const KINDS: Readonly<Record<DocumentKey['kind'], Wording>> = {
  company: { zh: '公司', en: 'company' },
  dataset: { zh: '业务表', en: 'dataset' },
  measure: { zh: '指标', en: 'measure' },
  table: { zh: '费率表', en: 'table' },
  scheme: { zh: '考核方案', en: 'scheme' },
  incentive: { zh: '激励方案', en: 'incentive plan' },
}

/** Errors: `document.has-records`. */
async function requireEmpty(tx: Tx, dataset: string): Promise<void> {
  const row = await tx.first<{ rows: number }>(sql`select rows::float8 as rows from app.dataset_state where dataset = ${dataset}`)
  if (row !== undefined && row.rows > 0) throw new Refusal('document.has-records', { id: dataset, count: row.rows })
}
