import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import type { Lang, TextCatalogue } from '../../base/diagnostic.ts'
import { DRAFT_DOCUMENTS, REASON_LENGTH } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { Finding, findingOf } from '../http/problem.ts'
import { command, look, query, type Route } from '../http/route.ts'
import { InstantText } from '../http/shapes.ts'
import { DifferenceShown, nameOfBody } from '../measures/shown-document.ts'
import { type Told, toldDifferences } from '../measures/words.ts'
import type { CheckedPlan } from '../plan/check.ts'
import { documentYaml } from '../plan/document-yaml.ts'
import { idOfBody } from '../plan/draft.ts'
import { namesOfIds } from '../schemes/names-of-ids.ts'
import { type Checked, checkDrafts } from './check.ts'
import { wordsOf } from './library.ts'
import { previewMeasure } from './preview.ts'
import { publishDrafts, type ToldOfRules } from './publish.ts'
import { DocumentBody, DocumentFinding, DocumentName, DraftBody, documentFinding, documentPath, Id, Kind, Revision } from './shapes.ts'
import { discardDraft, draftOf, listDrafts, newestVersion, saveDraft, versionInForce } from './store.ts'

const shown = {
  kind: Kind,
  id: Id,
  name: z.string(),
  revision: Revision,
  basedOn: z.number().int().nullable().describe('The version in force when it was begun; null: there was none.'),
  inForce: z.number().int().nullable().describe('The version in force now; where it is another, somebody published meanwhile.'),
  by: z.string(),
  at: InstantText,
}

const DraftRow = z.object(shown).meta({ id: 'DraftRow' })

const DraftDetail = z.object({ ...shown, body: DocumentBody, yaml: z.string() }).meta({ id: 'DraftDetail' })

const Published = z.object({ kind: Kind, id: Id, version: z.number().int(), same: z.boolean().describe('It said what was in force already.'), warnings: z.array(DocumentFinding) })

const Note = z.string().trim().max(REASON_LENGTH).default('').describe('Why; it stands with the version.')

/** A draft of a few hundred documents, each of a few kilobytes. */
const DRAFT_BYTES = 8 * 1_048_576

async function differences(
  read: Read,
  documents: readonly Checked[],
  { today, lang }: { readonly today: Day; readonly lang: Lang },
): Promise<{ kind: Checked['kind']; id: string; changes: Told[] }[]> {
  const found = []
  const names = await namesOfIds(read, today)
  for (const { kind, id, body } of documents)
    found.push({ kind, id, changes: toldDifferences((await newestVersion(read, { kind, id }))?.body ?? null, body, { kind, lang, names }) })
  return found
}

/** What a drafted measure is, in words. */
function draftWords(plan: CheckedPlan, { kind, id, body }: Checked, lang: Lang): { kind: Checked['kind']; id: string; text: string }[] {
  const ir = kind === 'measure' ? plan.program.measures[idOfBody(kind, body) ?? id] : undefined
  if (ir === undefined) return []
  const documents = { program: plan.program, datasets: plan.datasets.map((d) => d.document), tables: plan.tables.map((d) => d.document) }
  return [{ kind, id, text: wordsOf(ir, documents, lang) }]
}

const readRoutes: readonly Route[] = [
  query(
    {
      id: 'listDrafts',
      method: 'get',
      path: '/drafts',
      tag: 'documents',
      summary: 'What is being written and not published yet.',
      may: 'rule.write',
      reply: z.object({ items: z.array(DraftRow) }),
    },
    async (read, { lang }) => {
      const items = []
      for (const { body, ...d } of await listDrafts(read)) items.push({ ...d, name: nameOfBody(body, lang, d.id), inForce: await versionInForce(read, d) })
      return { items }
    },
  ),
  query(
    {
      id: 'getDraft',
      method: 'get',
      path: '/drafts/{kind}/{id}',
      tag: 'documents',
      summary: 'The draft of a document.',
      may: 'rule.write',
      params: documentPath,
      reply: DraftDetail.nullable().describe('Null where there is none.'),
    },
    async (read, { params, lang }) => {
      const draft = await draftOf(read, params)
      return draft === undefined ? null : { ...draft, name: nameOfBody(draft.body, lang, draft.id), yaml: documentYaml(draft.body), inForce: await versionInForce(read, draft) }
    },
  ),
]

/** Pages save while one types: the audit trail says once in this time that somebody is at a draft. */
const SAVES_TOLD_MS = 3_600_000

/** Whether the audit trail says already that somebody saves the draft of a document; a draft that was begun anew is another one. */
async function savedLately(read: Read, { object, user, now }: { readonly object: string; readonly user: string; readonly now: Date }): Promise<boolean> {
  const since = new Date(now.getTime() - SAVES_TOLD_MS).toISOString()
  const row = await read.first(sql`
    select from app.audit where object = ${object} and user_id = ${user} and command = 'draft.save' and at > ${since}::timestamptz
      and seq > coalesce((select max(seq) from app.audit where object = ${object} and command in ('draft.discard', 'document.publish')), 0) limit 1`)
  return row !== undefined
}

const writeRoutes: readonly Route[] = [
  command(
    'draft.save',
    {
      id: 'saveDraft',
      method: 'put',
      path: '/drafts/{kind}/{id}',
      tag: 'documents',
      summary: 'Save a draft, right or wrong: what was typed survives. 412 where somebody saved it meanwhile.',
      may: 'rule.write',
      params: documentPath,
      body: z.strictObject({
        body: DocumentBody,
        revision: Revision.nullable().describe('The revision that was changed; null: there was no draft.'),
        basedOn: z
          .number()
          .int()
          .min(1)
          .nullable()
          .optional()
          .describe('The version in force that its author has seen since; what it was begun from where not given. Null: a new document.'),
      }),
      reply: z.object({ revision: Revision }),
    },
    async (tx, { params, body, who, now, audit }) => {
      const revision = await saveDraft(tx, { ...params, ...body }, who)
      const object = `${params.kind}/${params.id}`
      audit.about(object, { revision })
      if (revision > 1 && (await savedLately(tx, { object, user: who.user, now }))) audit.nothingNew()
      return { revision }
    },
  ),
  command(
    'draft.discard',
    {
      id: 'discardDraft',
      method: 'delete',
      path: '/drafts/{kind}/{id}',
      tag: 'documents',
      summary: 'Forget a draft.',
      may: 'rule.write',
      params: documentPath,
      query: z.object({ revision: z.coerce.number().int().min(1).optional().describe('The revision that was looked at; whatever there is where not given.') }),
      reply: z.null(),
      status: 204,
    },
    async (tx, { params, query: { revision }, audit }) => {
      await discardDraft(tx, params, revision ?? null)
      audit.about(`${params.kind}/${params.id}`)
      return null
    },
  ),
]

function publishRoutes(catalogue: TextCatalogue, told: ToldOfRules): readonly Route[] {
  return [
    command(
      'document.publish',
      {
        id: 'publishDraft',
        method: 'post',
        path: '/drafts/{kind}/{id}/publish',
        tag: 'documents',
        summary: 'Publish a draft as the next version of its document. 422 with findings where it is wrong; warnings do not stop it.',
        may: 'rule.write',
        params: documentPath,
        body: z.strictObject({ note: Note, revision: Revision }),
        reply: Published.meta({ id: 'PublishedDocument' }),
      },
      async (tx, { params, body, who, lang, now, audit }) => {
        const { published, warnings } = await publishDrafts(tx, [{ ...params, revision: body.revision }], { who, note: body.note })
        const [done] = published
        if (done === undefined) throw new Error('publishing one draft published none')
        await told(tx, { documents: published.filter(({ same }) => !same), by: who, now })
        audit.about(`${done.kind}/${done.id}`, { version: done.version, note: body.note })
        return { ...done, warnings: warnings.map((d) => documentFinding(d, lang, catalogue)) }
      },
    ),
    command(
      'document.publish',
      {
        id: 'publishDrafts',
        method: 'post',
        path: '/drafts/publish',
        tag: 'documents',
        summary: 'Publish several drafts that need each other: all of them or none.',
        may: 'rule.write',
        body: z.strictObject({
          note: Note,
          drafts: z
            .array(DocumentName.extend({ revision: Revision }))
            .min(1)
            .max(DRAFT_DOCUMENTS),
        }),
        reply: z.object({ items: z.array(Published.omit({ warnings: true })), warnings: z.array(DocumentFinding) }),
      },
      async (tx, { body, who, lang, now, audit }) => {
        const { published, warnings } = await publishDrafts(tx, body.drafts, { who, note: body.note })
        await told(tx, { documents: published.filter(({ same }) => !same), by: who, now })
        audit.about('documents', { documents: published.map((d) => `${d.kind}/${d.id} ${d.version}`).join(', '), note: body.note })
        return { items: [...published], warnings: warnings.map((d) => documentFinding(d, lang, catalogue)) }
      },
    ),
  ]
}

function lookRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [
    look(
      {
        id: 'checkDrafts',
        method: 'post',
        path: '/drafts/check',
        tag: 'documents',
        summary: 'What is wrong with drafts, and what they change, laid over what is in force; nothing is stored. The checker and linter of `heng check`.',
        may: 'rule.write',
        body: z.strictObject({ documents: z.array(DraftBody).min(1).max(DRAFT_DOCUMENTS) }),
        reply: z.object({
          findings: z.array(DocumentFinding),
          differences: z.array(z.object({ kind: Kind, id: Id, changes: z.array(DifferenceShown) })),
          publishable: z.boolean().describe('There is no error.'),
          words: z.array(z.object({ kind: Kind, id: Id, text: z.string() })).describe('Of each measure that is right: what it is, in words.'),
        }),
        bodyBytes: DRAFT_BYTES,
      },
      async (read, { body: { documents }, lang, today }) => {
        const { plan, diagnostics } = await checkDrafts(read, documents)
        return {
          findings: diagnostics.map((d) => documentFinding(d, lang, catalogue)),
          differences: await differences(read, documents, { today, lang }),
          publishable: plan !== null && !diagnostics.some((d) => d.severity === 'error'),
          words: plan === null ? [] : documents.flatMap((d) => draftWords(plan, d, lang)),
        }
      },
    ),
    look(
      {
        id: 'previewMeasure',
        method: 'post',
        path: '/drafts/preview/measure',
        tag: 'documents',
        summary: 'What a drafted measure comes to for a person one may see, from the records there are; nothing is stored.',
        may: 'rule.write',
        body: z.strictObject({ body: DocumentBody, documents: z.array(DraftBody).max(DRAFT_DOCUMENTS).default([]), employee: z.string().max(200), period: z.string().max(40) }),
        reply: z
          .object({
            value: z.string().nullable().describe('Exact decimal as text.'),
            percent: z.boolean(),
            unit: z.record(z.string(), z.number()).describe('Base units with exponents: { CNY: 1 }.'),
            records: z.number().int().nullable(),
            until: z.string().nullable(),
            problem: Finding.nullable().describe('Why there is no value, or nothing was counted.'),
          })
          .meta({ id: 'MeasurePreview' }),
        bodyBytes: DRAFT_BYTES,
      },
      async (read, { body, who, today, lang }) => {
        const { problem, unit, ...preview } = await previewMeasure(read, body, { who, today })
        return { ...preview, unit: { ...unit }, problem: problem === null ? null : findingOf(problem, lang, catalogue) }
      },
    ),
  ]
}

export const draftRoutes = (catalogue: TextCatalogue, told: ToldOfRules): readonly Route[] => [
  ...readRoutes,
  ...writeRoutes,
  ...publishRoutes(catalogue, told),
  ...lookRoutes(catalogue),
]
