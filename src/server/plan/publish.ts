import { Refusal } from '../../base/diagnostic.ts'
import { placeOf } from '../../engine/check/report.ts'
import { BUILT_IN_DATASETS } from '../../engine/documents/built-in.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import { type DocumentKind, parseDocument } from '../../engine/documents/parse.ts'
import type { Read, Tx } from '../../store/types.ts'
import { applyDataset } from '../datasets/apply.ts'
import { lastBody, listDocuments, publishDocument } from '../measures/documents.ts'
import { isBuiltIn, loadProgram } from '../measures/queries.ts'
import type { CheckedPlan } from './check.ts'
import type { PlanDocument } from './read.ts'

export interface DocumentName {
  readonly kind: DocumentKind
  readonly id: string
}

/** What publishing did. `leftOver`: in force, but no longer in the folder, and not withdrawn. */
export interface DocumentChanges {
  readonly added: readonly DocumentName[]
  readonly changed: readonly DocumentName[]
  readonly same: readonly DocumentName[]
  readonly withdrawn: readonly DocumentName[]
  readonly leftOver: readonly DocumentName[]
}

/** The documents of a plan with their bodies as written, but for where the data files of this copy of the folder lie: that is no rule of the company. */
export function documentsOf(plan: CheckedPlan): (DocumentName & { readonly body: unknown })[] {
  return [
    { kind: 'company', id: plan.company.document.company, body: withoutData(plan.company.body) },
    ...plan.datasets.map((d) => ({ kind: 'dataset' as const, id: d.document.dataset, body: d.body })),
    ...plan.measures.map((d) => ({ kind: 'measure' as const, id: d.document.measure, body: d.body })),
    ...plan.tables.map((d) => ({ kind: 'table' as const, id: d.document.table, body: d.body })),
    ...plan.schemes.map((d) => ({ kind: 'scheme' as const, id: documentId(d.document), body: d.body })),
    ...plan.incentives.map((d) => ({ kind: 'incentive' as const, id: documentId(d.document), body: d.body })),
  ]
}

/** The body of a company document without the place of its data files. */
export function withoutData(body: unknown): unknown {
  const { data: _, ...rest } = body as Record<string, unknown> // A checked company document is a map.
  return rest
}

/** Publish the documents of a plan and bring the tables to them. Errors: `plan.company-differs`, `dataset.change-refused`. */
export async function publishPlan(tx: Tx, plan: CheckedPlan, prune: boolean): Promise<DocumentChanges> {
  const inForce = (await listDocuments(tx)).filter((d) => !(d.kind === 'dataset' && isBuiltIn(d.id)))
  const company = inForce.find((d) => d.kind === 'company')
  const wanted = plan.company.document.company
  if (company !== undefined && company.id !== wanted) throw new Refusal('plan.company-differs', { have: company.id, want: wanted })
  await publishBuiltIn(tx)
  const changes = { added: [] as DocumentName[], changed: [] as DocumentName[], same: [] as DocumentName[] }
  const documents = documentsOf(plan)
  const parsed = new Map(plan.datasets.map((d) => [d.document.dataset, d]))
  for (const { kind, id, body } of documents) {
    const dataset = kind === 'dataset' ? parsed.get(id) : undefined
    const outcome =
      dataset === undefined ? await publishDocument(tx, { kind, id, body }) : await publishDataset(tx, dataset.document, body).catch((error: unknown) => refuseAt(dataset, error))
    changes[outcome].push({ kind, id })
  }
  const kept = new Set(documents.map((d) => `${d.kind}/${d.id}`))
  const gone = inForce.filter((d) => !kept.has(`${d.kind}/${d.id}`)).map(({ kind, id }) => ({ kind, id }))
  if (prune) for (const { kind, id } of gone) await publishDocument(tx, { kind, id, body: null })
  else if (gone.length > 0) await requireFit(tx, gone)
  return { ...changes, withdrawn: prune ? gone : [], leftOver: prune ? [] : gone }
}

/** What stays in force beside the folder must go with it: a scheme that was renamed would be there twice for its role. Errors: `plan.left-over`. */
async function requireFit(tx: Tx, gone: readonly DocumentName[]): Promise<void> {
  try {
    await loadProgram(tx)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'measures.program-broken')) throw error
    throw new Refusal('plan.left-over', { documents: gone.map((d) => d.id).join(', ') }, { details: error.details, cause: error })
  }
}

/** A change of a dataset that is refused points at the document that asks for it. */
function refuseAt(source: PlanDocument<DatasetDocument>, error: unknown): never {
  if (!(error instanceof Refusal) || !(error.code === 'dataset.change-refused' || error.code === 'dataset.unfit')) throw error
  const details = error.details.map((d) => ({ ...d, place: placeOf(source, d.place.path ?? [], d.place.span) }))
  throw new Refusal(error.code, error.params, { place: placeOf(source, ['dataset']), details, cause: error })
}

async function publishBuiltIn(tx: Tx): Promise<void> {
  for (const document of BUILT_IN_DATASETS) await publishDataset(tx, document, document)
}

async function publishDataset(tx: Tx, document: DatasetDocument, body: unknown): Promise<'added' | 'changed' | 'same'> {
  const previous = await previousOf(tx, document.dataset)
  const published = await publishDocument(tx, { kind: 'dataset', id: document.dataset, body })
  if (published !== 'same') await applyDataset(tx, document, previous)
  return published
}

/** The document that the table was made from; a dataset that was withdrawn has kept its table. */
async function previousOf(read: Read, dataset: string): Promise<DatasetDocument | null> {
  const body = await lastBody(read, 'dataset', dataset)
  if (body === undefined) return null
  const { document, diagnostics } = parseDocument('dataset', body)
  if (document === null) throw new Refusal('measures.program-broken', {}, { details: diagnostics.map((d) => ({ ...d, place: { ...d.place, file: `dataset/${dataset}` } })) })
  return document
}
