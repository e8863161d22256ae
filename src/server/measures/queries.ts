import type { CalendarSpec } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { checkPlan, type PlanDocuments } from '../../engine/check/check-plan.ts'
import type { Placed } from '../../engine/check/report.ts'
import { BUILT_IN_DATASETS } from '../../engine/documents/built-in.ts'
import type { CompanyDocument } from '../../engine/documents/company.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import type { IncentiveDocument } from '../../engine/documents/incentive.ts'
import type { MeasureDocument } from '../../engine/documents/measure.ts'
import { type DocumentKind, type DocumentOf, parseDocument } from '../../engine/documents/parse.ts'
import type { SchemeDocument } from '../../engine/documents/scheme.ts'
import type { TableDocument } from '../../engine/documents/table.ts'
import type { Program } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { listDocuments, type PublishedDocument } from './documents.ts'

/** Everything a run needs to know of the rules: the checked documents in force. */
export interface LoadedProgram {
  readonly program: Program
  readonly calendar: CalendarSpec
  /** `measure/won_revenue` → 3. */
  readonly versions: Readonly<Record<string, number>>
  readonly company: CompanyDocument
  /** The company's own datasets and the built-in ones. */
  readonly datasets: readonly DatasetDocument[]
  readonly measures: readonly MeasureDocument[]
  readonly tables: readonly TableDocument[]
  /** By document id, as in the program. */
  readonly schemes: Readonly<Record<string, SchemeDocument>>
  readonly incentives: Readonly<Record<string, IncentiveDocument>>
}

/** True for the datasets that every company has; they are published like others, so that they have versions. */
export function isBuiltIn(dataset: string): boolean {
  return BUILT_IN_DATASETS.some((d) => d.dataset === dataset)
}

/**
 * Read the documents in force and check them.
 * Errors: `measures.no-plan` where none was applied yet; `measures.program-broken` where this version of the program refuses what an older one took.
 */
export async function loadProgram(read: Read): Promise<LoadedProgram> {
  const documents = await listDocuments(read)
  const plan = planOf(documents)
  const { company, datasets, measures, tables, schemes, incentives } = plan
  const { program, diagnostics } = checkPlan(plan)
  if (program === null) throw new Refusal('measures.program-broken', {}, { details: diagnostics.filter((d) => d.severity === 'error') })
  return {
    program,
    calendar: company.document.calendar,
    versions: Object.fromEntries(documents.map((d) => [`${d.kind}/${d.id}`, d.version])),
    company: company.document,
    datasets: [...datasets.map((d) => d.document), ...BUILT_IN_DATASETS],
    measures: measures.map((d) => d.document),
    tables: tables.map((d) => d.document),
    schemes: Object.fromEntries(schemes.map(({ document }) => [documentId(document), document])),
    incentives: Object.fromEntries(incentives.map(({ document }) => [documentId(document), document])),
  }
}

/** Documents in force as the checker takes them; each is named by its kind and id. Errors: `measures.no-plan`, `measures.program-broken`. */
export function planOf(documents: readonly PublishedDocument[]): Required<PlanDocuments> {
  const own = documents.filter((d) => !(d.kind === 'dataset' && isBuiltIn(d.id)))
  const [company] = parsed('company', own)
  if (company === undefined) throw new Refusal('measures.no-plan')
  return {
    company,
    datasets: parsed('dataset', own),
    measures: parsed('measure', own),
    tables: parsed('table', own),
    schemes: parsed('scheme', own),
    incentives: parsed('incentive', own),
  }
}

/** The measures that values are or were entered for: those in force, and the ids of all that ever were. */
export async function measuresForEntry(read: Read): Promise<{ readonly measures: readonly MeasureDocument[]; readonly everIds: readonly string[] }> {
  const ever = await read.query<{ id: string }>(sql`select distinct id from app.document where kind = 'measure'`)
  return { measures: parsed('measure', await listDocuments(read)).map((d) => d.document), everIds: ever.map((e) => e.id) }
}

function parsed<K extends DocumentKind>(kind: K, documents: readonly PublishedDocument[]): Placed<DocumentOf<K>>[] {
  return documents
    .filter((d) => d.kind === kind)
    .map(({ id, body }) => {
      const { document, diagnostics } = parseDocument(kind, body)
      if (document === null) throw new Refusal('measures.program-broken', {}, { details: diagnostics.map((d) => ({ ...d, place: { ...d.place, file: `${kind}/${id}` } })) })
      return { document, file: `${kind}/${id}` }
    })
}
