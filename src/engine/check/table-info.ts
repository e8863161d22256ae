import { TABLE_ROWS } from '../../base/limits.ts'
import { namesOf } from '../wording.ts'
import type { TableInfo } from './catalogue.ts'
import { curveInfo } from './table-curve.ts'
import { lookupInfo } from './table-lookup.ts'
import { type TableAt, type TableBody, unitAt } from './table-numbers.ts'
import { tiersInfo } from './table-tiers.ts'

/** What formulas can know of a table; what is wrong with it is reported. */
export function tableInfo(id: string, document: TableBody, at: TableAt): TableInfo {
  const common = { id, names: namesOf(document.name, id) }
  if (isTooLong(document, at)) return untold(common, document, at)
  switch (document.kind) {
    case 'tiers':
      return { ...common, ...tiersInfo(id, document, at) }
    case 'curve':
      return { ...common, ...curveInfo(id, document, at) }
    case 'lookup':
      return { ...common, ...lookupInfo(id, document, at) }
    default:
      return document satisfies never
  }
}

function isTooLong(document: TableBody, { path, report }: TableAt): boolean {
  const [key, rows] = document.kind === 'tiers' ? ['tiers', document.tiers] : document.kind === 'curve' ? ['points', document.points] : ['rows', document.rows]
  if (rows.length <= TABLE_ROWS) return false
  report.error('table.too-long', [...path, key], { count: rows.length, limit: TABLE_ROWS })
  return true
}

/** A table whose rows were not read: its units alone. */
function untold(common: { readonly id: string; readonly names: TableInfo['names'] }, document: TableBody, at: TableAt): TableInfo {
  if (document.kind === 'curve') return { ...common, kind: 'curve', ir: null, of: unitAt(document.of, ['of'], at), pays: null }
  if (document.kind === 'tiers') return { ...common, kind: 'tiers', ir: null, of: unitAt(document.of, ['of'], at), pays: null }
  return { ...common, kind: 'lookup', ir: null, keys: document.by.map(({ key }) => ({ name: key, range: 'unknown' })), pays: null }
}
