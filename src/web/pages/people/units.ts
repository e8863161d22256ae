import type { UnitRow } from './queries.ts'

export interface UnitNode extends UnitRow {
  readonly below: readonly UnitNode[]
}

/** The rows as trees; a unit whose parent is not among them stands at the top. Those that are closed are left out. */
export function unitNodes(all: readonly UnitRow[]): readonly UnitNode[] {
  const rows = all.filter(({ closed }) => !closed)
  const known = new Set(rows.map(({ id }) => id))
  const under = (parent: string | null): UnitNode[] =>
    rows.filter((row) => (row.parent !== null && known.has(row.parent) ? row.parent : null) === parent).map((row) => ({ ...row, below: under(row.id) }))
  return under(null)
}

/** Units in the order of the tree, each as deep as it stands, for a list on a phone. */
export function unitChoices(nodes: readonly UnitNode[], depth = 0): { readonly value: string; readonly label: string }[] {
  return nodes.flatMap((node) => [{ value: node.id, label: `${'　'.repeat(depth)}${node.name}` }, ...unitChoices(node.below, depth + 1)])
}
