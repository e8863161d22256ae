import { Tree } from 'antd'
import type { ReactNode } from 'react'

export interface Branch {
  readonly key: string
  readonly label: ReactNode
  readonly children?: readonly Branch[]
}

interface TreeListProps {
  /** What the tree shows, for screen readers. */
  readonly label: string
  readonly branches: readonly Branch[]
  readonly chosen?: string | undefined
  readonly onChoose?: (key: string) => void
  /** Pixels; a tree of thousands draws what is seen. */
  readonly height?: number
  readonly openAll?: boolean
  /** Keys of branches that are open at first, where not all are. */
  readonly open?: readonly string[]
}

interface Node {
  key: string
  title: ReactNode
  children?: Node[]
}

/** A tree that arrows walk through. */
export function TreeList({ label, branches, chosen, onChoose, height, openAll = false, open }: TreeListProps) {
  return (
    <Tree<Node>
      aria-label={label}
      treeData={branches.map(nodeOf)}
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelect={(_, { node }) => onChoose?.(String(node.key))}
      defaultExpandAll={openAll}
      {...(open === undefined || openAll ? {} : { defaultExpandedKeys: [...open] })}
      blockNode
      {...(height === undefined ? {} : { height })}
    />
  )
}

function nodeOf({ key, label, children }: Branch): Node {
  return { key, title: label, ...(children === undefined ? {} : { children: children.map(nodeOf) }) }
}
