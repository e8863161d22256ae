import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import type { CompanyDocument } from '../../engine/documents/company.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import { type DocumentKind, type DocumentOf, parseDocument } from '../../engine/documents/parse.ts'
import type { Read } from '../../store/types.ts'
import { listDocuments } from '../measures/documents.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors } from './check.ts'
import { documentYaml } from './document-yaml.ts'
import type { PlanDocument } from './read.ts'
import { parseYaml, type YamlEntry } from './yaml.ts'

/** A document as somebody drafts it: it takes the place of the one in force with its id. */
export interface DraftDocument {
  readonly kind: DocumentKind
  /** What it is called as long as its body does not tell. */
  readonly id?: string | undefined
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
  /** Of a draft: its text, so that a mistake has a line. */
  readonly text: YamlEntry | null
}

/** The rules in force with a draft laid over them, checked. Errors: `draft.wrong` with everything to mend; `measures.no-plan`. */
export async function planOfDraft(read: Read, draft: Draft): Promise<CheckedPlan> {
  const { plan, diagnostics } = await checkDraft(read, draft)
  const wrong = diagnostics.filter((d) => d.severity === 'error')
  if (plan === null) throw new Refusal('draft.wrong', { count: wrong.length }, { details: wrong })
  return plan
}

/**
 * The same with everything there is to say, warnings too; the plan is null where something must be mended. Each place names its document as a file, `scheme/hunter`;
 * lines are those of a draft written as YAML. Errors: `measures.no-plan`.
 */
export async function checkDraft(read: Read, draft: Draft): Promise<{ readonly plan: CheckedPlan | null; readonly diagnostics: readonly Diagnostic[] }> {
  const gone = new Set(draft.without.map((d) => `${d.kind}/${d.id}`))
  const inForce = (await listDocuments(read)).filter((d) => !(d.kind === 'dataset' && isBuiltIn(d.id)) && !gone.has(`${d.kind}/${d.id}`))
  const drafted = new Map(draft.documents.map((d, i) => [nameOf(d, i), d]))
  const kept = inForce.filter((d) => !drafted.has(`${d.kind}/${d.id}`)).map((d): Source => ({ kind: d.kind, body: d.body, file: `${d.kind}/${d.id}`, text: null }))
  return checked([...kept, ...[...drafted].map(([file, { kind, body }]): Source => ({ kind, body, file, text: textOf(body) }))])
}

function textOf(body: unknown): YamlEntry | null {
  const { entries } = parseYaml('', documentYaml(body))
  return entries.length === 1 ? (entries[0] ?? null) : null
}

/** `scheme/hunter`; a draft that cannot be read is named by its place among the drafts where nobody says what it is called. */
function nameOf({ kind, id, body }: DraftDocument, index: number): string {
  return `${kind}/${idOfBody(kind, body) ?? id ?? `#${index + 1}`}`
}

/** The id that a body gives its document; null where it cannot be read. */
export function idOfBody(kind: DocumentKind, body: unknown): string | null {
  const { document } = parseDocument(kind, body)
  return document === null ? null : idOf(document)
}

function idOf(document: DocumentOf<DocumentKind>): string {
  if ('scheme' in document || 'incentive' in document) return documentId(document)
  if ('measure' in document) return document.measure
  if ('table' in document) return document.table
  if ('dataset' in document) return document.dataset
  return (document as CompanyDocument).company // What is left over.
}

function documentsOf<K extends DocumentKind>(kind: K, sources: readonly Source[], found: Diagnostic[]): PlanDocument<DocumentOf<K>>[] {
  return sources
    .filter((s) => s.kind === kind)
    .flatMap(({ body, file, text }) => {
      const { document, diagnostics } = parseDocument(kind, body)
      const placed = ({ path = [], span }: Diagnostic['place'], unknownKey: boolean) => (unknownKey ? text?.namePlace(path) : text?.place(path, span))
      found.push(...diagnostics.map((d) => ({ ...d, place: { ...d.place, ...placed(d.place, d.code === 'document.unknown-key'), file } })))
      const locate: PlanDocument<unknown>['locate'] = (path, span) => {
        const { line, column } = text?.place(path, span) ?? {}
        return line === undefined || column === undefined ? undefined : { line, column }
      }
      return document === null ? [] : [{ document, file, body, locate }]
    })
}

function checked(sources: readonly Source[]): { plan: CheckedPlan | null; diagnostics: Diagnostic[] } {
  const found: Diagnostic[] = []
  const of = <K extends DocumentKind>(kind: K) => documentsOf(kind, sources, found)
  const [company] = of('company')
  if (company === undefined && found.length === 0) throw new Refusal('measures.no-plan')
  const documents = { company: company ?? null, datasets: of('dataset'), measures: of('measure'), tables: of('table'), schemes: of('scheme'), incentives: of('incentive') }
  const facts = { people: null, units: null, rates: null, targets: null, factors: null, pay: null, data: [] }
  const { checked: plan, diagnostics } = checkPlanFolder({ dir: '', dataDir: '', ...documents, ...facts })
  const all = [...found, ...diagnostics]
  return { plan: hasErrors(all) ? null : plan, diagnostics: all }
}
