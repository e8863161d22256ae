import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { RATINGS } from '../../engine/documents/built-in.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { everybodyCredited } from '../../engine/sql/cells.ts'
import { readOf, writeOf } from '../access/data-permission.ts'
import { seesAll, visible } from '../access/visible.ts'
import type { Permission } from '../http/permission.ts'
import { may, type Who } from '../http/who.ts'
import { creditingOfDataset, type RecordsAt, type Rules } from './crediting.ts'

/** The dataset of that id. Errors: `dataset.unknown`. */
export function datasetNamed(rules: Pick<Rules, 'datasets'>, id: string): DatasetDocument {
  const found = rules.datasets.find((d) => d.dataset === id)
  if (found === undefined) throw new Refusal('dataset.unknown', { dataset: id })
  return found
}

/** The dataset of that id, to be read by somebody. Errors: `dataset.unknown`, `http.forbidden`. */
export function datasetRead(rules: Pick<Rules, 'datasets'>, id: string, who: Who): DatasetDocument {
  return allowed(datasetNamed(rules, id), who, readOf(id))
}

/** The dataset of that id, whose records somebody changes. Errors: `dataset.unknown`, `http.forbidden`. */
export function datasetWritten(rules: Pick<Rules, 'datasets'>, id: string, who: Who): DatasetDocument {
  return allowed(datasetNamed(rules, id), who, writeOf(id))
}

function allowed(document: DatasetDocument, who: Who, permission: Permission): DatasetDocument {
  if (!may(who, permission)) throw new Refusal('http.forbidden', { permission })
  return document
}

/** Which imports, `i`, are of datasets whose records somebody may change. */
export function importsWritten(who: Who): Sql {
  const [ratings, others] = [may(who, 'rating.write'), may(who, 'data.write')]
  if (ratings === others) return ratings ? sql`true` : sql`false`
  return ratings ? sql`i.dataset = ${RATINGS}` : sql`i.dataset <> ${RATINGS}`
}

/** True where somebody sees every record of a dataset. */
export function seesDataset(who: Who, dataset: string): boolean {
  return seesAll(who, readOf(dataset))
}

/**
 * Which records of a dataset somebody sees: those that one of the people in reach owns or has a share of. What belongs to nobody (customers, products) is
 * for everybody who reads records where other records refer to it, else only for who sees everybody.
 */
export function seenCondition(rules: Rules, { document, rows }: RecordsAt, { who, today }: { readonly who: Who; readonly today: Day }): Sql {
  const permission = readOf(document.dataset)
  if (seesAll(who, permission)) return sql`true`
  if (!may(who, permission)) return sql`false`
  const crediting = creditingOfDataset(document, rules.datasets)
  if (crediting === null) return isReferredTo(rules, document.dataset) ? sql`true` : sql`false`
  return sql`exists (select 1 from (${everybodyCredited(rules.program, crediting, rows)}) as p where p.employee_id in (${visible(who, permission, today)}))`
}

/** Whether a dataset may be opened at all. */
export function isOpen(rules: Rules, document: DatasetDocument, who: Who): boolean {
  const { dataset } = document
  return may(who, readOf(dataset)) && (seesDataset(who, dataset) || creditingOfDataset(document, rules.datasets) !== null || isReferredTo(rules, dataset))
}

function isReferredTo(rules: Rules, dataset: string): boolean {
  return rules.datasets.some((d) => Object.values(d.fields).some((f) => f.type === 'reference' && f.to === dataset))
}
