import { Button, Dropdown } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../../base/calendar.ts'
import { Section } from '../../ui/Page.tsx'
import { AttainmentFields } from './AttainmentFields.tsx'
import { DatasetName, DraftCard } from './DraftCard.tsx'
import styles from './estimate.module.css'
import { datasetsRead, roleIn } from './reading.ts'
import { type Asked, type Draft, draftFor, type Estimated, type WhatIf } from './what-if.ts'

interface SupposeProps {
  readonly asked: Asked
  readonly period: Period
  readonly today: string
  readonly before: Estimated
  readonly supposed: WhatIf
  readonly suppose: (whatIf: WhatIf) => void
}

/** Records that there are not yet, and attainments that could be. */
export function SupposeSection({ asked, period, today, before, supposed, suppose }: SupposeProps) {
  const { t } = useTranslation('estimate')
  const { program, calendar, facts, employee } = asked
  const reads = useMemo(() => datasetsRead(program, calendar, { period, role: roleIn(facts, employee, period) }), [program, calendar, facts, employee, period])
  const { drafts, actuals } = supposed
  const add = (dataset: string) => {
    const read = reads.find((each) => each.dataset === dataset)
    if (read === undefined) return
    const id = String(Math.max(0, ...drafts.map((draft) => Number(draft.id))) + 1)
    suppose({ ...supposed, drafts: [...drafts, draftFor(asked, read, { period, today, id })] })
  }
  const change = (draft: Draft) => suppose({ ...supposed, drafts: drafts.map((each) => (each.id === draft.id ? draft : each)) })
  const [cleared, setCleared] = useState(0)
  const clear = () => {
    suppose({ drafts: [], actuals: {} })
    setCleared(cleared + 1)
  }
  const none = drafts.length === 0 && Object.keys(actuals).length === 0
  return (
    <Section
      title={t('suppose')}
      note={t('suppose.note')}
      actions={
        <Button size="small" disabled={none} onClick={clear}>
          {t('suppose.clear')}
        </Button>
      }
    >
      {drafts.map((draft) => (
        <DraftCard
          key={draft.id}
          asked={asked}
          draft={draft}
          read={reads.find((each) => each.dataset === draft.dataset)}
          onChange={change}
          onRemove={() => suppose({ ...supposed, drafts: drafts.filter((each) => each.id !== draft.id) })}
        />
      ))}
      <div className={styles['buttons']}>
        {reads.slice(0, DIRECT).map(({ dataset }) => (
          <Button key={dataset} onClick={() => add(dataset)}>
            <DatasetName dataset={dataset} with="suppose.add" />
          </Button>
        ))}
        {reads.length <= DIRECT ? null : (
          <Dropdown
            trigger={['click']}
            menu={{ items: reads.slice(DIRECT).map(({ dataset }) => ({ key: dataset, label: <DatasetName dataset={dataset} with="suppose.add" />, onClick: () => add(dataset) })) }}
          >
            <Button>{t('suppose.more')}</Button>
          </Dropdown>
        )}
      </div>
      <AttainmentFields key={cleared} asked={asked} before={before} actuals={actuals} onChange={(next) => suppose({ ...supposed, actuals: next })} />
    </Section>
  )
}

/** Datasets with a button of their own; the rest stand in a menu. */
const DIRECT = 2
