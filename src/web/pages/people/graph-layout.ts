import dagre from '@dagrejs/dagre'
import { shownIn, type TreeNode } from './line-tree.ts'

export const NODE_WIDTH = 180
export const NODE_HEIGHT = 58

export interface Placed {
  readonly node: TreeNode
  readonly above: string | null
  readonly x: number
  readonly y: number
}

/** Where everybody stands: the top at the left, each column one step down. */
export function layout(trees: readonly TreeNode[], open: ReadonlySet<string>): readonly Placed[] {
  const shown = shownIn(trees, open)
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 64 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { node, above } of shown) {
    graph.setNode(node.person.id, { width: NODE_WIDTH, height: NODE_HEIGHT })
    if (above !== null) graph.setEdge(above, node.person.id)
  }
  dagre.layout(graph)
  return shown.map(({ node, above }) => {
    const { x, y } = graph.node(node.person.id)
    return { node, above, x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }
  })
}
