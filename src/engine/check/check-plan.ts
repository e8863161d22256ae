import type { Diagnostic } from '../../base/diagnostic.ts'
import { BUILT_IN_DATASETS } from '../documents/built-in.ts'
import type { CompanyDocument } from '../documents/company.ts'
import type { DatasetDocument } from '../documents/dataset.ts'
import type { IncentiveDocument } from '../documents/incentive.ts'
import type { MeasureDocument } from '../documents/measure.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import type { TableDocument } from '../documents/table.ts'
import type { Program, Unit } from '../ir.ts'
import { type Catalogue, catalogueOf, type TableInfo } from './catalogue.ts'
import { checkCompany } from './check-company.ts'
import { checkDatasets } from './check-datasets.ts'
import { checkIncentives } from './check-incentives.ts'
import { checkMeasures } from './check-measures.ts'
import { checkSchemes } from './check-schemes.ts'
import { checkAmountScopes, checkCycles, checkScopes } from './check-scopes.ts'
import { checkTables, warnUnusedTables } from './check-tables.ts'
import { type Placed, type Reporter, reporterFor } from './report.ts'

/** The documents of a plan, each with the place it comes from. The built-in datasets are added by the check. */
export interface PlanDocuments {
  readonly company: Placed<CompanyDocument>
  readonly datasets: readonly Placed<DatasetDocument>[]
  readonly measures: readonly Placed<MeasureDocument>[]
  readonly tables?: readonly Placed<TableDocument>[]
  readonly schemes?: readonly Placed<SchemeDocument>[]
  readonly incentives?: readonly Placed<IncentiveDocument>[]
}

/**
 * Check the documents of a plan and compile them. Everything that is wrong comes at once;
 * the program is null when there is an error. Warnings do not stand in the way.
 */
export function checkPlan(plan: PlanDocuments): { readonly program: Program | null; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const company = plan.company.document
  const companyReport = reporterFor(plan.company, diagnostics)
  checkCompany(company, companyReport)
  const tables = checkTables(plan.tables ?? [], catalogueFor(plan), diagnostics)
  const { catalogue } = tables
  const datasets = checkDatasets(plan.datasets, catalogue, diagnostics)
  const { measures, reporters } = checkMeasures(plan.measures, catalogue, datasets, diagnostics)
  const byId = new Map(measures.map((m) => [m.measure, m]))
  if (checkCycles(byId, reporters)) checkScopes(byId, reporters)
  const { schemes, editions } = checkSchemes(plan.schemes ?? [], catalogue, byId, diagnostics)
  const incentives = checkIncentives(plan.incentives ?? [], catalogue, editions, diagnostics)
  checkAmountScopes(plan.incentives ?? [], incentives, byId, diagnostics)
  // What an error hides may use them.
  if (!diagnostics.some((d) => d.severity === 'error')) {
    warnUnusedTables(tables.reporters, catalogue)
    warnUnusedUnits(plan, catalogue, companyReport)
  }
  if (diagnostics.some((d) => d.severity === 'error')) return { program: null, diagnostics }
  const program: Program = {
    company: { company: company.company, timezone: company.timezone, currency: company.currency, currencyScale: company.currencyDecimals },
    datasets: Object.fromEntries([...datasets].map(([id, dataset]) => [id, dataset.ir])),
    measures: Object.fromEntries(byId),
    schemes: Object.fromEntries(schemes),
    incentives: Object.fromEntries(incentives),
  }
  return { program, diagnostics }
}

function catalogueFor(plan: PlanDocuments): Catalogue {
  // Built-in datasets come last: whoever defines one of their names is told, and the built-in one is used.
  return catalogueOf(
    plan.company.document,
    [...firsts(plan.datasets, (d) => d.dataset), ...BUILT_IN_DATASETS],
    firsts(plan.measures, (m) => m.measure),
  )
}

/** The first document of each id; further ones are reported as duplicates. */
function firsts<T>(sources: readonly Placed<T>[], idOf: (document: T) => string): T[] {
  const byId = new Map<string, T>()
  for (const { document } of sources) if (!byId.has(idOf(document))) byId.set(idOf(document), document)
  return [...byId.values()]
}

function warnUnusedUnits(plan: PlanDocuments, catalogue: Catalogue, report: Reporter): void {
  const used = new Set<string>()
  for (const measure of catalogue.measures.values()) for (const id of Object.keys(measure.unit.unit)) used.add(id)
  for (const dataset of catalogue.datasets.values()) for (const field of dataset.fields.values()) for (const id of Object.keys(field.unit.unit)) used.add(id)
  for (const table of catalogue.tables.values()) for (const unit of unitsOfTable(table)) for (const id of Object.keys(unit)) used.add(id)
  for (const id of Object.keys(plan.company.document.units)) if (!used.has(id)) report.warning('company.unused-unit', ['units', id], { name: id })
}

function unitsOfTable(table: TableInfo): Unit[] {
  const pays = table.pays === null ? null : 'kind' in table.pays ? (table.pays.kind === 'fixed' ? table.pays.unit : table.pays.declared) : table.pays
  const asked = table.kind === 'lookup' ? table.keys.map(({ range }) => (range === 'unknown' ? null : range)) : [table.of]
  return [...asked, pays].flatMap((declared) => (declared === null ? [] : [declared.unit]))
}
