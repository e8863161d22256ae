import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../../parts/JobProgress.tsx'
import { periodName } from '../../../parts/period-names.ts'
import { usePeriod } from '../../../parts/use-period.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Section } from '../../../ui/Page.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { rolesOf } from '../backtest/BacktestPage.tsx'
import { PeopleCompared } from '../backtest/PeopleCompared.tsx'
import type { PeriodCompared } from '../backtest/queries.ts'
import { pastPeriods } from '../backtest/TrialForm.tsx'
import { useBacktest } from '../backtest/use-backtest.ts'
import { schemesQuery } from '../queries.ts'
import styles from '../schemes.module.css'
import { asAlways, type Body, textAt } from './body.ts'
import { useEditing } from './context.ts'

interface PreviewProps {
  readonly id: string
  readonly body: Body
  /** Why the draft cannot be tried as it stands. */
  readonly why: string | undefined
}

/** The draft on real people of one period: score and grade before and after. */
export function Preview({ id, body, why }: PreviewProps) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const { periods, period: current } = usePeriod()
  const { data: schemes } = useQuery(schemesQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [tried, setTried] = useState<Body | null>(null)
  const test = useBacktest('trial')
  const { ratings } = useEditing()
  const open = pastPeriods(periods ?? [], textAt(body, ['every']))
  const period = chosen ?? open.find(({ id: each }) => each === current)?.id ?? open.find(({ latest }) => latest !== null)?.id ?? open[0]?.id
  const editions = (schemes?.items ?? []).filter((s) => s.scheme === textAt(body, ['scheme'])).map((s) => s.id)
  const start = async () => {
    if (period === undefined) return
    // What is tried is what the server has of them.
    for (const { saver } of ratings.values()) await saver.flush().catch(() => undefined)
    setTried(body)
    test.start({ periods: [period], ...asAlways(body, editions) })
  }
  const [found] = test.found?.result?.periods ?? []
  const more = (
    <LinkButton to="/schemes/$scheme/backtest" params={{ scheme: id }} plain>
      {t('preview.more')}
    </LinkButton>
  )
  return (
    <Section title={t('preview')} note={t('preview.note')} actions={more}>
      <div className={styles['addLine']}>
        <Select
          aria-label={t('trial.period')}
          value={period ?? null}
          options={open.map((each) => ({ value: each.id, label: periodName(each.id, frame) }))}
          onChange={(next: string | null) => setChosen(next)}
        />
        <Button onClick={() => void start()} loading={test.starting} disabled={period === undefined || why !== undefined || test.running} title={why}>
          {t('preview.start')}
        </Button>
      </div>
      {test.error === null ? null : <ProblemView error={test.error} compact />}
      {test.job !== undefined && test.found === undefined ? <JobProgress key={test.job} id={test.job} onOver={test.over} /> : null}
      {found === undefined ? null : <Found found={found} body={body} stale={tried !== null && tried !== body} />}
    </Section>
  )
}

function Found({ found, body, stale }: { readonly found: PeriodCompared; readonly body: Body; readonly stale: boolean }) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const roles = rolesOf(body)
  const people = found.people.filter((p) => roles === null || (p.role !== null && roles.includes(p.role)))
  return (
    <>
      <p role="status">
        {t('preview.found', { period: periodName(found.period, frame), count: people.length })}
        {stale ? t('preview.stale') : null}
      </p>
      <PeopleCompared people={people} period={found.period} />
    </>
  )
}
