import { nameIn } from '../base/diagnostic.ts'
import type { DerivedNode } from '../engine/derivation.ts'
import type { IncentiveDocument } from '../engine/documents/incentive.ts'
import { isPercentUnit } from '../engine/index.ts'
import type { ResultsExplanation } from '../server/runs/explain-results.ts'
import type { View } from './explain-context.ts'
import { plainFigure, type TableFigures } from './explain-tables.ts'

type TableBody = IncentiveDocument['tables'][string]
type TableNode = Extract<DerivedNode, { node: 'tiers' | 'curve' | 'lookup' }>

/** The document of a table: one of the plan folder, or of an incentive plan that has it for itself. */
function documentOf({ loaded }: View, e: ResultsExplanation, id: string): TableBody | undefined {
  const shared = loaded.tables.find((t) => t.table === id)
  if (shared !== undefined) return shared
  const own = e.earnings.map(({ result }) => loaded.incentives[result.incentive]?.tables ?? {})
  return own.find((tables) => Object.hasOwn(tables, id))?.[id]
}

/** What people call the table of a node; its id where it has no name. */
export function tableName(view: View, e: ResultsExplanation, node: DerivedNode): string {
  if (!isTable(node)) return ''
  return nameIn(documentOf(view, e, node.table.table)?.name, view.context.config.lang, node.table.table)
}

const isTable = (node: DerivedNode): node is TableNode => node.node === 'tiers' || node.node === 'curve' || node.node === 'lookup'

/** Whether a table gives percentages: its author said so, or wrote them with their sign. */
export function paysPercent(view: View, e: ResultsExplanation, node: DerivedNode): boolean {
  const document = isTable(node) ? documentOf(view, e, node.table.table) : undefined
  return document !== undefined && paysIn(document)
}

function paysIn(document: TableBody): boolean {
  switch (document.kind) {
    case 'tiers':
      return isPercentUnit(document.pays) || anyPercent(document.tiers.map((t) => t.amount))
    case 'curve':
      return isPercentUnit(document.pays) || anyPercent(document.points.map((p) => p.value))
    case 'lookup':
      return isPercentUnit(document.pays) || anyPercent(document.rows.map((r) => r.value))
    default:
      return document satisfies never
  }
}

const anyPercent = (written: readonly (string | undefined)[]) => written.some((text) => text?.endsWith('%') === true)

/** How the numbers of a table are shown: percents with their sign where its author gave the unit, or wrote them with one. */
export function tableFigures(view: View, e: ResultsExplanation, node: DerivedNode): TableFigures {
  const document = isTable(node) ? documentOf(view, e, node.table.table) : undefined
  const plain = plainFigure(false)
  if (document === undefined) return { of: plain, rate: plain, pays: plain, key: () => plain }
  const pays = plainFigure(paysIn(document))
  if (document.kind === 'lookup') {
    const bounds = (name: string) =>
      document.rows
        .map(({ when }) => (Object.hasOwn(when, name) ? when[name] : undefined))
        .flatMap((cell) => (typeof cell === 'object' && !Array.isArray(cell) ? [cell.from, cell.to] : []))
    return { of: plain, rate: plain, pays, key: (name) => plainFigure(isPercentUnit(document.by.find((d) => d.key === name)?.range) || anyPercent(bounds(name))) }
  }
  const places = document.kind === 'tiers' ? document.tiers.flatMap((t) => [t.from, t.to]) : document.points.map((p) => p.at)
  const rate = plainFigure(document.kind === 'tiers' && anyPercent(document.tiers.map((t) => t.rate)))
  return { of: plainFigure(isPercentUnit(document.of) || anyPercent(places)), rate, pays, key: () => plain }
}
