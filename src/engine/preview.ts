import type { Diagnostic } from '../base/diagnostic.ts'
import { type Catalogue, catalogueOf } from './check/catalogue.ts'
import { employeeOrDate } from './check/check-datasets.ts'
import { checkTables } from './check/check-tables.ts'
import { compileOverMeasures, compileOverRecord, compileRewardExpr } from './check/compile.ts'
import { type DocumentPath, type Placed, reporterFor } from './check/report.ts'
import type { Typed } from './check/typed.ts'
import { BUILT_IN_DATASETS } from './documents/built-in.ts'
import type { CompanyDocument } from './documents/company.ts'
import type { DatasetDocument } from './documents/dataset.ts'
import type { MeasureDocument } from './documents/measure.ts'
import type { TableDocument } from './documents/table.ts'
import type { Expr, ExprType } from './ir.ts'

/** A formula compiled by itself. `expr` is null where something is wrong; percentages are fractions in it. */
export interface CompiledFormula {
  readonly expr: Expr | null
  readonly type: ExprType | null
  readonly percent: boolean
  readonly diagnostics: readonly Diagnostic[]
}

const PATH: DocumentPath = []

function compiled(typed: Typed, diagnostics: readonly Diagnostic[]): CompiledFormula {
  const wrong = typed.type.kind === 'unknown' || diagnostics.some((d) => d.severity === 'error')
  return { expr: wrong ? null : typed.expr, type: typed.type.kind === 'unknown' ? null : typed.type, percent: typed.percent, diagnostics }
}

/**
 * Compile a formula over the records of a dataset, as while somebody types it.
 * `date`: the measure's date field; the dataset's own where not said. Without one, rates and what came before are unknown.
 */
export function compileRecordExpr(
  text: string,
  context: {
    readonly company: CompanyDocument
    readonly datasets: readonly DatasetDocument[]
    readonly dataset: string
    readonly date?: string
    readonly tables?: readonly TableDocument[]
  },
): CompiledFormula {
  const diagnostics: Diagnostic[] = []
  const catalogue = withTables(catalogueOf(context.company, [...context.datasets, ...BUILT_IN_DATASETS], []), context.tables)
  const source: Placed<null> = { document: null }
  const report = reporterFor(source, diagnostics)
  const dataset = catalogue.datasets.get(context.dataset)
  if (dataset === undefined) throw new Error(`no dataset ${context.dataset}`)
  const named = context.date ?? dataset.document.date
  const date = named === undefined ? null : employeeOrDate('date', { text: named, path: ['date'], catalogue, report }, dataset)
  const { typed } = compileOverRecord({ text, path: PATH, catalogue, report }, dataset, date)
  // What came before a record can only be known by a date.
  if (typed.type.kind === 'unknown' && report.errors() === 0) report.error('measure.no-date', PATH, { measure: '', dataset: dataset.id })
  return compiled(typed, diagnostics)
}

interface OverMeasures {
  readonly company: CompanyDocument
  readonly measures: readonly MeasureDocument[]
  readonly tables?: readonly TableDocument[]
}

/** Compile a formula over measures, as while somebody types it. */
export function compileMeasureExpr(text: string, context: OverMeasures): CompiledFormula {
  return over(compileOverMeasures, text, context)
}

/** Compile a formula of an incentive plan, as while somebody types it: the score, pay items and targets in proportion may be in it too. */
export function compileAmountExpr(text: string, context: OverMeasures): CompiledFormula {
  return over(compileRewardExpr, text, context)
}

function over(compile: typeof compileOverMeasures, text: string, context: OverMeasures): CompiledFormula {
  const diagnostics: Diagnostic[] = []
  const catalogue = withTables(catalogueOf(context.company, BUILT_IN_DATASETS, context.measures), context.tables)
  const { typed } = compile({ text, path: PATH, catalogue, report: reporterFor({ document: null }, diagnostics) })
  return compiled(typed, diagnostics)
}

/** What is wrong with the tables themselves is not said here. */
function withTables(catalogue: Catalogue, tables: readonly TableDocument[] = []): Catalogue {
  const sources = tables.map((document) => ({ document }))
  return checkTables(sources, catalogue, []).catalogue
}
