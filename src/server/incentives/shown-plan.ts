import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { derivedNodes } from '../../engine/derivation.ts'
import { namesFrom, printExpr } from '../../engine/formula/print-ir.ts'
import type { CompanyDocument, DatasetDocument, IncentiveDocument, MeasureDocument, TableDocument } from '../../engine/index.ts'
import type { AmountIr, ComponentIr, Expr, IncentiveIr, Program } from '../../engine/ir.ts'
import { type PlanTrait, traitsOf } from '../../engine/plan-traits.ts'
import { baseLeaf, leavesOf, type SampleNode } from '../../engine/reference/sample.ts'
import { unitWords } from './unit-words.ts'

/** The rules that a plan stands among, in force or drafted. */
export interface RulesAround {
  readonly program: Program
  readonly company: CompanyDocument
  readonly datasets: readonly DatasetDocument[]
  readonly measures: readonly MeasureDocument[]
  readonly tables: readonly TableDocument[]
}

/** Something that an amount asks about a person. */
export interface LeafShown {
  readonly key: string
  readonly node: SampleNode['node']
  /** As formulas write it, in the reader's words. */
  readonly text: string
  /** The measure that is asked about; null for pay items, the score and the like. */
  readonly measure: string | null
  readonly percent: boolean
  readonly unit: Readonly<Record<string, number>>
  readonly unitName: string
}

export interface ComponentDetail {
  readonly component: string
  readonly name: string
  readonly formula: string
  readonly conditions: readonly { readonly name: string; readonly formula: string }[]
  readonly floor: string | null
  readonly cap: string | null
  readonly over: 'period' | 'year'
  readonly round: number
  readonly traits: readonly PlanTrait[]
  /** Ids of the tables it reads. */
  readonly tables: readonly string[]
  readonly asks: readonly LeafShown[]
  /** Key of what the pay is drawn against; null where the amount asks nothing. */
  readonly base: string | null
  readonly amount: AmountIr
}

/** The components of a plan in words and as they were compiled. */
export function componentsShown(incentive: IncentiveIr, around: RulesAround, lang: Lang): ComponentDetail[] {
  return incentive.components.map((component) => componentShown(component, around, lang))
}

function componentShown(component: ComponentIr, around: RulesAround, lang: Lang): ComponentDetail {
  const { now } = component
  const names = namesFrom({ datasets: around.datasets, measures: around.program.measures, tables: around.tables }, lang)
  const print = (expr: Expr) => printExpr(expr, { lang, names })
  const tables = derivedNodes(now).flatMap((node) => (node.node === 'tiers' || node.node === 'curve' || node.node === 'lookup' ? [node.table.table] : []))
  return {
    component: component.component,
    name: nameIn(component.name, lang, component.component),
    formula: print(now.amount),
    conditions: now.conditions.map((c) => ({ name: nameIn(c.name, lang, print(c.when)), formula: print(c.when) })),
    floor: now.floor === null ? null : print(now.floor),
    cap: now.cap === null ? null : print(now.cap),
    over: component.before === null ? 'period' : 'year',
    round: component.round,
    traits: traitsOf(component, around.program),
    tables: [...new Set(tables)],
    asks: leavesOf(now).map(({ key, node }) => ({ key, node: node.node, text: print(node), ...lookOf(node, around, lang) })),
    base: baseLeaf(now)?.key ?? null,
    amount: now,
  }
}

function lookOf(node: SampleNode, { program, company }: RulesAround, lang: Lang): Pick<LeafShown, 'measure' | 'percent' | 'unit' | 'unitName'> {
  const id = node.node === 'value' ? node.ref.measure : node.node === 'target' ? node.measure : null
  const measure = id === null ? undefined : program.measures[id]
  if (measure !== undefined) return { measure: id, percent: measure.percent, unit: measure.unit, unitName: measure.percent ? '%' : unitWords(measure.unit, company, lang) }
  const unit = node.node === 'pay' ? { [program.company.currency]: 1 } : {}
  return { measure: null, percent: false, unit, unitName: node.node === 'pay' ? unitWords(unit, company, lang) : '' }
}

/** A table that a plan reads: one of the company's, or of its own. */
export interface PlanTable {
  readonly own: boolean
  readonly document: TableDocument
}

/** The tables that components read, in the order in which they do; own ones that none reads stand last. */
export function tablesOf(document: IncentiveDocument, read: readonly string[], shared: readonly TableDocument[]): PlanTable[] {
  const own = Object.entries(document.tables).map(([table, body]): PlanTable => ({ own: true, document: { table, ...body } as TableDocument })) // A table without its id, and its id.
  const all = [...own, ...shared.map((each): PlanTable => ({ own: false, document: each }))]
  const used = [...new Set(read)].flatMap((id) => all.find(({ document: { table } }) => table === id) ?? [])
  return [...used, ...own.filter((each) => !used.includes(each))]
}

/** Roles as documents write them: none, one or several. */
export function rolesOf({ role }: IncentiveDocument): readonly string[] | null {
  if (role === undefined) return null
  return typeof role === 'string' ? [role] : role
}

/** Where a table is read: plans with their component, measures, schemes. */
export interface TableUse {
  readonly kind: 'incentive' | 'measure'
  readonly id: string
  readonly name: string
  readonly component: string | null
}

/** Who reads each table of the company, by its id. A plan's own table of the same name is another. */
export function tableUses(program: Program, incentives: Readonly<Record<string, IncentiveDocument>>, lang: Lang): ReadonlyMap<string, readonly TableUse[]> {
  const found = new Map<string, TableUse[]>()
  const add = (table: string, use: TableUse) => {
    const uses = found.get(table) ?? []
    if (!uses.some((each) => each.id === use.id && each.component === use.component)) found.set(table, [...uses, use])
  }
  for (const [id, plan] of Object.entries(program.incentives)) {
    const own = new Set(Object.keys(incentives[id]?.tables ?? {}))
    for (const c of plan.components) {
      for (const table of tablesIn([...derivedNodes(c.now)])) {
        if (!own.has(table)) add(table, { kind: 'incentive', id, name: nameIn(plan.name, lang, id), component: nameIn(c.name, lang, c.component) })
      }
    }
  }
  for (const measure of Object.values(program.measures)) {
    const { body } = measure
    const exprs = body.kind === 'formula' ? [body.expr] : [body.aggregate.value, body.aggregate.filter].filter((e) => e !== null)
    const nodes = exprs.flatMap((amount) => derivedNodes({ amount, conditions: [], floor: null, cap: null }))
    for (const table of tablesIn(nodes)) add(table, { kind: 'measure', id: measure.measure, name: nameIn(measure.name, lang, measure.measure), component: null })
  }
  return found
}

function tablesIn(nodes: readonly Expr[]): Set<string> {
  return new Set(nodes.flatMap((node) => (node.node === 'tiers' || node.node === 'curve' || node.node === 'lookup' ? [node.table.table] : [])))
}
