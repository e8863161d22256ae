import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { askAllAgain } from '../../api/ask-again.ts'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { periodName } from '../../parts/period-names.ts'
import { usePeriod } from '../../parts/use-period.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { OwnRules } from './OwnRules.tsx'
import { firstQuery, type StartState, startRun } from './queries.ts'
import styles from './start.module.css'

/** A run of the period at the top of the page, and where its scores are. */
export function RunStep({ state }: { readonly state: StartState }) {
  const { t } = useTranslation('start')
  const { t: shell } = useTranslation('shell')
  const { period } = usePeriod()
  const queries = useQueryClient()
  const [job, setJob] = useAddressParam('job')
  const { mutate, error, isPending } = useMutation({ mutationFn: (id: string) => startRun(id), onSuccess: (asked) => setJob(asked.job) })
  if (period === undefined) {
    return (
      <Section title={t('step.run')}>
        <EmptyState title={t('run.none')}>{t('run.noneNote')}</EmptyState>
      </Section>
    )
  }
  return (
    <Section title={t('step.run')} note={t('run.note')}>
      {state.run === null ? null : <Result run={state.run} />}
      <OwnRules state={state} />
      {error === null ? null : <ProblemView error={error} />}
      {job === undefined ? null : <JobProgress key={job} id={job} onOver={() => void askAllAgain(queries, { but: ['jobs'] })} />}
      <div>
        <Button type={(state.run?.scored ?? 0) > 0 ? 'default' : 'primary'} loading={isPending} onClick={() => mutate(period)}>
          {t('run.start', { period: periodName(period, shell) })}
        </Button>
      </div>
    </Section>
  )
}

function Result({ run }: { readonly run: NonNullable<StartState['run']> }) {
  const { t } = useTranslation('start')
  const { t: shell } = useTranslation('shell')
  const words = { period: periodName(run.period, shell), people: countText(run.people), scored: countText(run.scored) }
  return (
    <>
      <p role="status">{t(run.scored === 0 ? 'run.noScore' : 'run.done', words)}</p>
      <div className={styles['file']}>
        <Link to="/scoreboard" search={{ period: run.period }}>
          {t('run.board')}
        </Link>
        {run.scored === 0 ? null : <First period={run.period} />}
      </div>
    </>
  )
}

/** One score to look at at once. */
function First({ period }: { readonly period: string }) {
  const { t } = useTranslation('start')
  const { data } = useQuery(firstQuery(period))
  const [first] = data?.items ?? []
  if (first === undefined) return null
  return (
    <Link to="/scores/$employee" params={{ employee: first.id }} search={{ period }}>
      {t('run.first', { name: first.name })}
    </Link>
  )
}
