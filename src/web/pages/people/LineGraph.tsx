import { Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './graph.module.css'
import { layout, NODE_HEIGHT, NODE_WIDTH } from './graph-layout.ts'
import type { TreeNode } from './line-tree.ts'

interface LineGraphProps {
  readonly trees: readonly TreeNode[]
  readonly open: ReadonlySet<string>
  /** Who was looked for: in the middle, and marked. */
  readonly found: string | undefined
  readonly onToggle: (id: string) => void
}

type PersonNode = Node<{ readonly node: TreeNode; readonly open: boolean; readonly found: boolean; readonly onToggle: (id: string) => void }, 'person'>

const NODE_TYPES = { person: PersonBox }

/** A line as boxes and edges; moved with the mouse or the buttons, opened and folded at each person. */
export function LineGraph(props: LineGraphProps) {
  return (
    <ReactFlowProvider>
      <Drawn {...props} />
    </ReactFlowProvider>
  )
}

function Drawn({ trees, open, found, onToggle }: LineGraphProps) {
  const { t } = useTranslation('people')
  const { fitView } = useReactFlow()
  const placed = useMemo(() => layout(trees, open), [trees, open])
  const nodes = placed.map(
    ({ node, x, y }): PersonNode => ({
      ...{ id: node.person.id, type: 'person', position: { x, y }, width: NODE_WIDTH, height: NODE_HEIGHT },
      data: { node, open: open.has(node.person.id), found: node.person.id === found, onToggle },
    }),
  )
  const edges = placed.flatMap(({ node, above }): Edge[] =>
    above === null ? [] : [{ id: `${above} ${node.person.id}`, source: above, target: node.person.id, type: 'smoothstep' }],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn changes with these, and is then brought into view.
  useEffect(() => {
    const wanted = found === undefined ? {} : { nodes: [{ id: found }], maxZoom: 1 }
    const timer = setTimeout(() => void fitView({ padding: 0.1, maxZoom: 1, ...wanted }), 50)
    return () => clearTimeout(timer)
  }, [placed, found])
  return (
    <div className={styles['graph']}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        minZoom={0.05}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        panOnScroll
        preventScrolling={false}
        ariaLabelConfig={{
          'controls.ariaLabel': t('tree.look'),
          'controls.zoomIn.ariaLabel': t('tree.zoomIn'),
          'controls.zoomOut.ariaLabel': t('tree.zoomOut'),
          'controls.fitView.ariaLabel': t('tree.fit'),
        }}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

function PersonBox({ data: { node, open, found, onToggle } }: NodeProps<PersonNode>) {
  const { t } = useTranslation('people')
  const { person, children, below } = node
  return (
    <div className={`${styles['box']} ${found ? styles['found'] : ''}`}>
      <Handle type="target" position={Position.Left} className={styles['handle'] ?? ''} />
      <span className={styles['words']}>
        <Link to="/people/$employee" params={{ employee: person.id }} className={styles['name'] ?? ''} title={person.name}>
          {person.name}
        </Link>
        <span className={styles['about']} title={person.unitName ?? undefined}>
          {person.position ?? person.unitName}
        </span>
      </span>
      {children.length === 0 ? null : (
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={open}
          aria-label={t(open ? 'tree.fold' : 'tree.open', { name: person.name })}
          title={t('tree.below', { count: below })}
          onClick={() => onToggle(person.id)}
        >
          {open ? '−' : below}
        </button>
      )}
      <Handle type="source" position={Position.Right} className={styles['handle'] ?? ''} />
    </div>
  )
}
