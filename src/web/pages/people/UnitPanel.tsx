import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { type Branch, TreeList } from '../../ui/TreeList.tsx'
import styles from './people.module.css'
import type { UnitNode } from './units.ts'

interface UnitPanelProps {
  readonly nodes: readonly UnitNode[]
  readonly loading: boolean
  readonly error: unknown
  readonly chosen: string | undefined
  readonly onChoose: (unit: string | undefined) => void
}

/** The key of the branch that stands for all units; no unit has an empty id. */
const ALL = ''

/** The tree of units beside the table; choosing one narrows the table to it and all below. */
export function UnitPanel({ nodes, loading, error, chosen, onChoose }: UnitPanelProps) {
  const { t } = useTranslation('people')
  if (loading) return <div className={styles['units']}>{error === null ? <Lines count={6} /> : <ProblemView error={error} compact />}</div>
  const branches: Branch[] = [{ key: ALL, label: t('units.all') }, ...nodes.map(branchOf)]
  return (
    <section className={styles['units']} aria-label={t('units')}>
      <TreeList key={nodes.length} label={t('units')} branches={branches} chosen={chosen ?? ALL} onChoose={(key) => onChoose(key === ALL ? undefined : key)} openAll />
    </section>
  )
}

function branchOf(node: UnitNode): Branch {
  const label = (
    <span className={styles['unit']}>
      <span>{node.name}</span>
      <span className={styles['quiet']}>{node.all}</span>
    </span>
  )
  return { key: node.id, label, ...(node.below.length === 0 ? {} : { children: node.below.map(branchOf) }) }
}
