import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { JobProgress, useJob } from '../../parts/JobProgress.tsx'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { startRun } from './queries.ts'
import styles from './runs.module.css'

/** Asks for a run of the period; the job stands in the address, so that a reload still shows it. */
export function StartButton({ period }: { readonly period: string }) {
  const { t } = useTranslation('runs')
  const { can } = useCurrentUser()
  const [, setJob] = useAddressParam('job')
  const { mutate, error, isPending } = useMutation({ mutationFn: () => startRun(period), onSuccess: ({ job }) => setJob(job) })
  const allowed = can('run.start')
  return (
    <div className={styles['start']}>
      <Tooltip title={allowed ? undefined : t('start.forbidden')}>
        <Button type="primary" disabled={!allowed} loading={isPending} onClick={() => mutate()}>
          {t('start')}
        </Button>
      </Tooltip>
      {error === null ? null : <ProblemView error={error} compact />}
    </div>
  )
}

/** The run that was asked for, while it goes on and when it is done. */
export function StartedRun() {
  const { t } = useTranslation('runs')
  const queries = useQueryClient()
  const [id, setJob] = useAddressParam('job')
  const { job } = useJob(id)
  if (id === undefined) return null
  const run = runIn(job?.result)
  return (
    <div className={styles['started']} role="status">
      <JobProgress key={id} id={id} onOver={() => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'runs' || queryKey[0] === 'periods' })} />
      {run === null ? null : (
        <p>
          {t('start.done')}{' '}
          <Link to="/runs/$run" params={{ run }}>
            {t('number', { run })}
          </Link>
        </p>
      )}
      {job === undefined || job.finishedAt === null ? null : (
        <Button size="small" onClick={() => setJob(undefined)}>
          {t('start.close')}
        </Button>
      )}
    </div>
  )
}

/** The number of the run that a finished job names. */
function runIn(result: unknown): string | null {
  return typeof result === 'object' && result !== null && 'run' in result && typeof result.run === 'string' ? result.run : null
}
