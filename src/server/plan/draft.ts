import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import type { CompanyDocument } from '../../engine/documents/company.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import { type DocumentKind, type DocumentOf, parseDocument } from '../../engine/documents/parse.ts'
import type { Read } from '../../store/types.ts'
import { listDocuments } from '../measures/documents.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors } from './check.ts'
import type { PlanDocument } from './read.ts'

/** A document as somebody drafts it: it takes the place of the one in force with its id. */
export interface DraftDocument {
  readonly kind: DocumentKind
  readonly body: unknown
}

/** What is tried out: the rules in force with these documents, without those. */
export interface Draft {
  readonly documents: readonly DraftDocument[]
  readonly without: readonly { readonly kind: DocumentKind; readonly id: string }[]
}

interface Source {
  readonly kind: DocumentKind
  readonly body: unknown
  readonly file: string
}

/** The rules in force with a draft laid over them, checked. Errors: `draft.wrong` with everything to mend; `measures.no-plan`. */
export async function planOfDraft(read: Read, draft: Draft): Promise<CheckedPlan> {
  const gone = new Set(draft.without.map((d) => `${d.kind}/${d.id}`))
  const inForce = (await listDocuments(read)).filter((d) => !(d.kind === 'dataset' && isBuiltIn(d.id)) && !gone.has(`${d.kind}/${d.id}`))
  const drafted = new Map(draft.documents.map((d, i) => [nameOf(d, i), d]))
  const kept = inForce.filter((d) => !drafted.has(`${d.kind}/${d.id}`)).map((d): Source => ({ kind: d.kind, body: d.body, file: `${d.kind}/${d.id}` }))
  return checked([...kept, ...[...drafted].map(([file, { kind, body }]): Source => ({ kind, body, file }))])
}

/** `scheme/hunter`; a draft that cannot be read is named by its place among the drafts. */
function nameOf({ kind, body }: DraftDocument, index: number): string {
  const { document } = parseDocument(kind, body)
  return document === null ? `${kind}/#${index + 1}` : `${kind}/${idOf(document)}`
}

function idOf(document: DocumentOf<DocumentKind>): string {
  if ('scheme' in document || 'incentive' in document) return documentId(document)
  if ('measure' in document) return document.measure
  if ('table' in document) return document.table
  if ('dataset' in document) return document.dataset
  return (document as CompanyDocument).company // What is left over.
}

function checked(sources: readonly Source[]): CheckedPlan {
  const found: Diagnostic[] = []
  const of = <K extends DocumentKind>(kind: K): PlanDocument<DocumentOf<K>>[] =>
    sources
      .filter((s) => s.kind === kind)
      .flatMap(({ body, file }) => {
        const { document, diagnostics } = parseDocument(kind, body)
        found.push(...diagnostics.map((d) => ({ ...d, place: { ...d.place, file } })))
        return document === null ? [] : [{ document, file, body }]
      })
  const [company] = of('company')
  if (company === undefined && found.length === 0) throw new Refusal('measures.no-plan')
  const documents = { company: company ?? null, datasets: of('dataset'), measures: of('measure'), tables: of('table'), schemes: of('scheme'), incentives: of('incentive') }
  const { checked: plan, diagnostics } = checkPlanFolder({
    dir: '',
    dataDir: '',
    ...documents,
    people: null,
    units: null,
    rates: null,
    targets: null,
    factors: null,
    pay: null,
    data: [],
  })
  const all = [...found, ...diagnostics]
  const wrong = all.filter((d) => d.severity === 'error')
  if (plan === null || hasErrors(all)) throw new Refusal('draft.wrong', { count: wrong.length }, { details: wrong })
  return plan
}
