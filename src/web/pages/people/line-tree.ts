import type { LineNode } from './queries.ts'

export interface TreeNode {
  readonly person: LineNode
  readonly children: readonly TreeNode[]
  /** Everybody below, however deep. */
  readonly below: number
}

/** The trees of a line; somebody with nobody above and nobody below is a tree of one, left out of a line that has few (`linked`). */
export function lineForest(nodes: readonly LineNode[], linked = false): readonly TreeNode[] {
  const known = new Set(nodes.map(({ id }) => id))
  const under = new Map<string | null, LineNode[]>()
  for (const node of nodes) {
    const above = node.above !== null && known.has(node.above) ? node.above : null
    const siblings = under.get(above)
    if (siblings === undefined) under.set(above, [node])
    else siblings.push(node)
  }
  const treeOf = (person: LineNode): TreeNode => {
    const children = (under.get(person.id) ?? []).map(treeOf)
    return { person, children, below: children.reduce((sum, child) => sum + 1 + child.below, 0) }
  }
  const trees = (under.get(null) ?? []).map(treeOf)
  return linked ? trees.filter(({ below }) => below > 0) : trees
}

/** Those who are linked to nobody are drawn up to here: of more boxes without a line, nothing else could be found among them. */
const APART_DRAWN = 30

/** What a graph draws of a line, and how many it leaves out because they are linked to nobody. */
export function drawnOf(
  nodes: readonly LineNode[],
  trees: readonly TreeNode[],
): { readonly nodes: readonly LineNode[]; readonly trees: readonly TreeNode[]; readonly apart: number } {
  const alone = new Set(trees.filter(({ below }) => below === 0).map(({ person }) => person.id))
  if (alone.size <= APART_DRAWN) return { nodes, trees, apart: 0 }
  return { nodes: nodes.filter(({ id }) => !alone.has(id)), trees: trees.filter(({ below }) => below > 0), apart: alone.size }
}

/** Whose children stand there at first: those at the top. */
export function topOpen(trees: readonly TreeNode[]): ReadonlySet<string> {
  return new Set(trees.map(({ person }) => person.id))
}

/** Everybody who has somebody below. */
export function allOpen(trees: readonly TreeNode[]): ReadonlySet<string> {
  return new Set(trees.flatMap(({ person, children }) => (children.length === 0 ? [] : [person.id, ...allOpen(children)])))
}

/** Those above somebody, the nearest first. */
export function aboveOf(nodes: readonly LineNode[], id: string): readonly string[] {
  const above = new Map(nodes.map((node) => [node.id, node.above]))
  const found: string[] = []
  for (let at = above.get(id); at != null && !found.includes(at); at = above.get(at)) found.push(at)
  return found
}

/** The people that stand there when these are open, each with the one above. */
export function shownIn(trees: readonly TreeNode[], open: ReadonlySet<string>, above: string | null = null): { readonly node: TreeNode; readonly above: string | null }[] {
  return trees.flatMap((node) => [{ node, above }, ...(open.has(node.person.id) ? shownIn(node.children, open, node.person.id) : [])])
}
