import { type Sql, sql } from '../../base/sql.ts'
import { type DatasetDocument, ROW_KEY } from '../../engine/documents/dataset.ts'
import type { CreditIr, Expr, PathStep } from '../../engine/ir.ts'
import type { Crediting } from '../../engine/sql/cells.ts'
import { emit } from '../../engine/sql/expr.ts'
import { type RecordRows, recordRows } from '../../engine/sql/record.ts'
import { fieldOf } from '../datasets/table.ts'
import type { LoadedProgram } from '../measures/queries.ts'

/** The checked rules in force, as far as records need them. */
export type Rules = Pick<LoadedProgram, 'program' | 'datasets' | 'versions' | 'company' | 'calendar' | 'measures'>

/** Fields that files and people fill, in the order of the document. */
export function ownFields(document: DatasetDocument): string[] {
  return Object.keys(document.fields).filter((f) => f !== ROW_KEY)
}

/** The field at the end of a path such as `order.sales_person`. The documents were checked: every step is there. */
export function pathExpr(path: string, document: DatasetDocument, datasets: readonly DatasetDocument[]): Expr {
  const steps: PathStep[] = []
  let at = document
  const names = path in document.fields ? [path] : path.split('.')
  for (const name of names.slice(0, -1)) {
    const to = fieldOf(at, name).to ?? ''
    const next = datasets.find((d) => d.dataset === to)
    if (next === undefined) throw new Error(`no dataset ${to} in the path ${path}`)
    steps.push({ field: name, dataset: to })
    at = next
  }
  const field = names.at(-1) ?? ''
  return { node: 'field', path: steps, field, type: fieldOf(at, field).type }
}

/** The day that records of a dataset count on; null where it names none. */
export function dayExpr(document: DatasetDocument, datasets: readonly DatasetDocument[]): Expr | null {
  return document.date === undefined ? null : pathExpr(document.date, document, datasets)
}

/** Who counts the records of a dataset where a measure names nobody else; null where they belong to nobody. The shares of a dataset belong to whoever they name. */
export function creditingOfDataset(document: DatasetDocument, datasets: readonly DatasetDocument[]): Crediting | null {
  const sharing = datasets.find((d) => d.splits?.dataset === document.dataset)?.splits
  const owner = document.owner ?? sharing?.employee
  if (owner === undefined) return null
  const splits = document.splits === undefined ? null : { ...document.splits, overlay: document.splits.overlay ?? null }
  const credit: CreditIr = {
    owner: pathExpr(owner, document, datasets),
    splits,
    overlays: document.overlays.map(({ to, percent }) => ({ to: pathExpr(to, document, datasets), percent })),
  }
  return { dataset: document.dataset, date: dayExpr(document, datasets) ?? { node: 'null' }, credit }
}

/** The records of a dataset with their day, ready for conditions and columns. */
export interface RecordsAt {
  readonly document: DatasetDocument
  readonly rows: RecordRows
  /** The day a record counts on; null where the dataset has none. */
  readonly day: Sql | null
}

export function recordsAt(rules: Rules, document: DatasetDocument): RecordsAt {
  const rows = recordRows(rules.program, document.dataset)
  const expr = dayExpr(document, rules.datasets)
  const day = expr === null ? null : emit(expr, { kind: 'record', rows })
  rows.day = day ?? sql`null::date`
  return { document, rows, day }
}
