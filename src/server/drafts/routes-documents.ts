import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { REASON_LENGTH } from '../../base/limits.ts'
import { showVersion } from '../http/etag.ts'
import { command, query, type Route } from '../http/route.ts'
import { InstantText } from '../http/shapes.ts'
import { may } from '../http/who.ts'
import { DifferenceShown, nameOfBody } from '../measures/shown-document.ts'
import { leavesOf } from '../measures/words.ts'
import { documentYaml } from '../plan/document-yaml.ts'
import { namesOfIds } from '../schemes/names-of-ids.ts'
import { documentInForce, documentsInForce, versionsOf } from './documents.ts'
import { type ToldOfRules, withdrawDocument } from './publish.ts'
import { DocumentBody, documentPath, Id, Kind, Revision } from './shapes.ts'
import { draftOf, listDrafts } from './store.ts'

const DocumentRow = z
  .object({
    kind: Kind,
    id: Id,
    name: z.string(),
    version: z.number().int(),
    publishedAt: InstantText,
    by: z.string().nullable().describe('Null: by the command line.'),
    draft: z.boolean().describe('Somebody works on it; told to who may write rules.'),
  })
  .meta({ id: 'DocumentRow' })

const DocumentDetail = z
  .object({
    kind: Kind,
    id: Id,
    name: z.string(),
    version: z.number().int(),
    body: DocumentBody,
    yaml: z.string().describe('The same as text, as `heng export` writes it.'),
    publishedAt: InstantText,
    by: z.string().nullable(),
    draft: z.object({ revision: Revision, by: z.string(), at: InstantText }).nullable(),
  })
  .meta({ id: 'DocumentDetail' })

const DocumentVersion = z
  .object({
    version: z.number().int(),
    publishedAt: InstantText,
    by: z.string().nullable(),
    note: z.string(),
    withdrawn: z.boolean(),
    differences: z.array(DifferenceShown).describe('Against the version before it.'),
  })
  .meta({ id: 'DocumentVersion' })

const DocumentVersionDetail = DocumentVersion.extend({
  name: z.string().describe('As it was called then; of a withdrawn one, before that.'),
  newest: z.number().int().describe('The newest version there is.'),
  body: DocumentBody.nullable().describe('Null: withdrawn with this version.'),
  yaml: z.string().nullable(),
  said: z
    .array(z.object({ path: z.string(), group: z.string().describe('Line, component, grade it belongs to; empty for what stands alone.'), place: z.string(), text: z.string() }))
    .describe('All it says, in words, in the order of its author.'),
}).meta({ id: 'DocumentVersionDetail' })

const readRoutes: readonly Route[] = [
  query(
    {
      id: 'listDocuments',
      method: 'get',
      path: '/documents',
      tag: 'documents',
      summary: 'The documents in force: company, datasets, measures, tables, schemes, incentive plans.',
      may: 'rule.read',
      query: z.object({ kind: Kind.optional() }),
      reply: z.object({ items: z.array(DocumentRow) }),
    },
    async (read, { who, lang, query: { kind } }) => {
      const drafted = new Set(may(who, 'rule.write') ? (await listDrafts(read)).map((d) => `${d.kind}/${d.id}`) : [])
      const documents = await documentsInForce(read, kind)
      return { items: documents.map(({ body, ...d }) => ({ ...d, name: nameOfBody(body, lang, d.id), draft: drafted.has(`${d.kind}/${d.id}`) })) }
    },
  ),
  query(
    {
      id: 'getDocument',
      method: 'get',
      path: '/documents/{kind}/{id}',
      tag: 'documents',
      summary: 'A document in force, as its author wrote it. Its version is the ETag.',
      may: 'rule.read',
      params: documentPath,
      reply: DocumentDetail,
    },
    async (read, { who, lang, params, reply }) => {
      const found = await documentInForce(read, params)
      const draft = may(who, 'rule.write') ? await draftOf(read, params) : undefined
      // Who looks at the draft too is told when it changes: the version alone would say that nothing did.
      if (!may(who, 'rule.write')) showVersion(reply, found.version)
      else reply.header('etag', `"v${found.version}${draft === undefined ? '' : `-d${draft.revision}`}"`)
      return {
        ...found,
        name: nameOfBody(found.body, lang, found.id),
        yaml: documentYaml(found.body),
        draft: draft === undefined ? null : { revision: draft.revision, by: draft.by, at: draft.at },
      }
    },
  ),
  query(
    {
      id: 'listDocumentVersions',
      method: 'get',
      path: '/documents/{kind}/{id}/versions',
      tag: 'documents',
      summary: 'Every version of a document, the newest first, with what each changed.',
      may: 'rule.read',
      params: documentPath,
      reply: z.object({ items: z.array(DocumentVersion) }),
    },
    async (read, { params, today, lang }) => {
      const versions = await versionsOf(read, params, { lang, names: await namesOfIds(read, today) })
      return { items: versions.map(({ body: _, ...v }) => ({ ...v, differences: [...v.differences] })) }
    },
  ),
  query(
    {
      id: 'getDocumentVersion',
      method: 'get',
      path: '/documents/{kind}/{id}/versions/{version}',
      tag: 'documents',
      summary: 'What a version of a document said, in words too, who published it and why, and what it changed.',
      may: 'rule.read',
      params: documentPath.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
      reply: DocumentVersionDetail,
    },
    async (read, { params: { version, ...key }, today, lang }) => {
      const telling = { lang, names: await namesOfIds(read, today) }
      const versions = await versionsOf(read, key, telling)
      const found = versions.find((v) => v.version === version)
      if (found === undefined) throw new Refusal('document.unknown', { id: key.id })
      const { body, differences } = found
      const said = body ?? versions.find((v) => v.version < version && v.body !== null)?.body ?? {}
      return {
        ...found,
        differences: [...differences],
        name: nameOfBody(said, lang, key.id),
        newest: versions[0]?.version ?? version,
        yaml: body === null ? null : documentYaml(body),
        said: leavesOf(body, { ...telling, kind: key.kind }).map(({ path, group, within, text }) => ({ path, group, place: within, text })),
      }
    },
  ),
]

const withdrawRoute = (told: ToldOfRules): Route =>
  command(
    'document.withdraw',
    {
      id: 'withdrawDocument',
      method: 'post',
      path: '/documents/{kind}/{id}/withdraw',
      tag: 'documents',
      summary: 'Take a document out of force, where no other needs it. Its versions stay.',
      may: 'rule.write',
      params: documentPath,
      body: z.strictObject({ note: z.string().trim().max(REASON_LENGTH).default('') }),
      reply: z.object({ version: z.number().int() }),
    },
    async (tx, { params, body, who, now, audit }) => {
      const version = await withdrawDocument(tx, params, { who, note: body.note })
      await told(tx, { documents: [params], by: who, now })
      audit.about(`${params.kind}/${params.id}`, { version, note: body.note })
      return { version }
    },
  )

export const documentRoutes = (told: ToldOfRules): readonly Route[] => [...readRoutes, withdrawRoute(told)]
