import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NotYet } from '../../ui/NotYet.tsx'
import { countText } from '../../ui/numbers.ts'
import { type Branch, TreeList } from '../../ui/TreeList.tsx'
import styles from './people.module.css'
import type { UnitNode } from './units.ts'

interface UnitPanelProps {
  /** What can be done with units, below the tree. */
  readonly actions: ReactNode
  readonly nodes: readonly UnitNode[]
  /** Where they come from. */
  readonly query: { readonly data: unknown; readonly error: unknown; readonly refetch: () => unknown }
  readonly chosen: string | undefined
  readonly onChoose: (unit: string | undefined) => void
}

/** The key of the branch that stands for all units; no unit has an empty id. */
const ALL = ''

/** Units that are open at first; of more than that, the first two levels. */
const DRAWN = 60

/** The tree of units beside the table; choosing one narrows the table to it and all below. */
export function UnitPanel({ nodes, query, chosen, onChoose, actions }: UnitPanelProps) {
  const { t } = useTranslation('people')
  if (query.data === undefined)
    return (
      <div className={styles['units']}>
        <NotYet query={query} lines={6} />
      </div>
    )
  const all = nodes.reduce((sum, node) => sum + size(node), 0)
  const branches: Branch[] = [{ key: ALL, label: t('units.all') }, ...nodes.map(branchOf)]
  return (
    <section className={styles['units']} aria-label={t('units')}>
      <TreeList
        key={nodes.length}
        label={t('units')}
        branches={branches}
        chosen={chosen ?? ALL}
        onChoose={(key) => onChoose(key === ALL ? undefined : key)}
        openAll={all <= DRAWN}
        open={nodes.map(({ id }) => id)}
      />
      {actions}
    </section>
  )
}

const size = ({ below }: UnitNode): number => below.reduce((sum, node) => sum + size(node), 1)

function branchOf(node: UnitNode): Branch {
  const label = (
    <span className={styles['unit']}>
      <span>{node.name}</span>
      <span className={styles['quiet']}>{countText(node.all)}</span>
    </span>
  )
  return { key: node.id, label, ...(node.below.length === 0 ? {} : { children: node.below.map(branchOf) }) }
}
