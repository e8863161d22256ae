import { nameIn } from '../base/diagnostic.ts'
import type { DerivedNode } from '../engine/derivation.ts'
import type { IncentiveDocument } from '../engine/documents/incentive.ts'
import type { ResultsExplanation } from '../server/runs/explain-results.ts'
import { plainFigure, type TableFigures } from './explain-tables.ts'
import type { View } from './explain-view.ts'

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

const PERCENT = ['percent', '%', '百分比']
const isPercent = (unit: string | undefined) => unit !== undefined && PERCENT.includes(unit)

/** How the numbers of a table are shown: percents with their sign where its author gave the unit, rates where they were written with one. */
export function tableFigures(view: View, e: ResultsExplanation, node: DerivedNode): TableFigures {
  const document = isTable(node) ? documentOf(view, e, node.table.table) : undefined
  const plain = plainFigure(false)
  if (document === undefined) return { of: plain, rate: plain, pays: plain, key: () => plain }
  const pays = plainFigure(isPercent(document.pays))
  if (document.kind === 'lookup') return { of: plain, rate: plain, pays, key: (name) => plainFigure(isPercent(document.by.find((d) => d.key === name)?.range)) }
  const rate = plainFigure(document.kind === 'tiers' && document.tiers.some((t) => t.rate?.endsWith('%') === true))
  return { of: plainFigure(isPercent(document.of)), rate, pays, key: () => plain }
}
