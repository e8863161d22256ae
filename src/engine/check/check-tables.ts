import type { Diagnostic } from '../../base/diagnostic.ts'
import type { IncentiveDocument } from '../documents/incentive.ts'
import type { TableDocument } from '../documents/table.ts'
import { type Catalogue, type TableInfo, withTables } from './catalogue.ts'
import { checkId } from './names.ts'
import { type DocumentPath, type Placed, type Reporter, reporterFor } from './report.ts'
import { tableInfo } from './table-info.ts'

/** Check the tables of a plan: the same catalogue with the tables in it, and whom to tell about each. */
export function checkTables(
  sources: readonly Placed<TableDocument>[],
  catalogue: Catalogue,
  sink: Diagnostic[],
): { catalogue: Catalogue; reporters: ReadonlyMap<TableInfo, Reporter> } {
  const reporters = new Map<TableInfo, Reporter>()
  const byId = new Map<string, Reporter>()
  for (const source of sources) {
    const report = reporterFor(source, sink)
    const id = source.document.table
    const other = byId.get(id)
    if (other !== undefined) {
      report.error('name.duplicate', ['table'], { name: id, other: other.where(['table']) })
      continue
    }
    byId.set(id, report)
    checkId('table', id, ['table'], report)
    reporters.set(tableInfo(id, source.document, { path: [], report, catalogue }), report)
  }
  return { catalogue: withTables(catalogue, [...reporters.keys()]), reporters }
}

/** The catalogue for one incentive plan: the tables of the plan folder and the document's own, which are at `path` of it and checked here. */
export function withOwnTables(tables: IncentiveDocument['tables'], at: { readonly path: DocumentPath; readonly catalogue: Catalogue; readonly report: Reporter }): Catalogue {
  const { catalogue, report } = at
  const own = Object.entries(tables).map(([id, document]) => {
    const path = [...at.path, id]
    if (catalogue.tables.has(id)) report.error('table.own-duplicate', path, { name: id })
    checkId('table', id, path, report)
    return tableInfo(id, document, { path, report, catalogue })
  })
  return withTables(catalogue, own)
}

/** To be called when the formulas of the document are compiled: its own tables that none of them reads. */
export function warnUnusedOwnTables(tables: IncentiveDocument['tables'], at: { readonly path: DocumentPath; readonly catalogue: Catalogue; readonly report: Reporter }): void {
  for (const id of Object.keys(tables)) {
    const table = at.catalogue.tables.get(id)
    if (table !== undefined && !at.catalogue.tablesUsed.has(table)) at.report.warning('table.unused', [...at.path, id], { name: id })
  }
}

/** To be called last: tables of the plan that no formula reads. */
export function warnUnusedTables(reporters: ReadonlyMap<TableInfo, Reporter>, catalogue: Catalogue): void {
  for (const [table, report] of reporters) if (!catalogue.tablesUsed.has(table)) report.warning('table.unused', ['table'], { name: table.id })
}
