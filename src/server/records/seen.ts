import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { everybodyCredited } from '../../engine/sql/cells.ts'
import { seesAll, visible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'
import { creditingOfDataset, type RecordsAt, type Rules } from './crediting.ts'

/** The dataset of that id. Errors: `dataset.unknown`. */
export function datasetNamed(rules: Pick<Rules, 'datasets'>, id: string): DatasetDocument {
  const found = rules.datasets.find((d) => d.dataset === id)
  if (found === undefined) throw new Refusal('dataset.unknown', { dataset: id })
  return found
}

/**
 * Which records of a dataset somebody sees: those that one of the people in reach owns or has a share of. What belongs to nobody (customers, products) is
 * for everybody who reads records where other records refer to it, else only for who sees everybody.
 */
export function seenCondition(rules: Rules, { document, rows }: RecordsAt, { who, today }: { readonly who: Who; readonly today: Day }): Sql {
  if (seesAll(who, 'data.read')) return sql`true`
  const crediting = creditingOfDataset(document, rules.datasets)
  if (crediting === null) return isReferredTo(rules, document.dataset) ? sql`true` : sql`false`
  return sql`exists (select 1 from (${everybodyCredited(rules.program, crediting, rows)}) as p where p.employee_id in (${visible(who, 'data.read', today)}))`
}

/** Whether a dataset may be opened at all. */
export function isOpen(rules: Rules, document: DatasetDocument, who: Who): boolean {
  return seesAll(who, 'data.read') || creditingOfDataset(document, rules.datasets) !== null || isReferredTo(rules, document.dataset)
}

function isReferredTo(rules: Rules, dataset: string): boolean {
  return rules.datasets.some((d) => Object.values(d.fields).some((f) => f.type === 'reference' && f.to === dataset))
}
