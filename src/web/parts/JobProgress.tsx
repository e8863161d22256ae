import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelJob, isOver, type Job, jobQuery } from '../api/jobs.ts'
import { countText } from '../ui/numbers.ts'
import { ProblemView } from '../ui/ProblemView.tsx'
import { useLive } from './Events.tsx'
import styles from './job-progress.module.css'

/** How often a job is asked for: seldom where changes are announced, often where they are not. */
const ANNOUNCED_MS = 15_000
const UNANNOUNCED_MS = 2_000

/** A job as it goes on, until it is over. */
export function useJob(job: string | undefined): { readonly job: Job | undefined; readonly error: unknown } {
  const live = useLive()
  const { data, error } = useQuery({
    ...jobQuery(job ?? ''),
    enabled: job !== undefined,
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : live ? ANNOUNCED_MS : UNANNOUNCED_MS),
  })
  return { job: data, error }
}

interface JobProgressProps {
  readonly id: string
  /** Without the words that one may leave: where one has left already. */
  readonly brief?: boolean
  /** Told once, when it is over. */
  readonly onOver?: (job: Job) => void
}

/** How far a job is; it may be left, and cancelled. */
export function JobProgress({ id, brief = false, onOver }: JobProgressProps) {
  const { t } = useTranslation('shell')
  const { job, error } = useJob(id)
  const told = useRef(false)
  useEffect(() => {
    if (job === undefined || !isOver(job) || told.current) return
    told.current = true
    onOver?.(job)
  }, [job, onOver])
  if (job === undefined) return error === null ? <Bar value={null} label={t('job.queued')} /> : <ProblemView error={error} compact />
  if (job.state === 'failed' && job.error !== null) return <p role="alert">{`${job.error.detail} ${job.error.cure}`}</p>
  return <Known job={job} lost={error !== null} brief={brief} />
}

function Known({ job, lost, brief }: { readonly job: Job; readonly lost: boolean; readonly brief: boolean }) {
  const { t } = useTranslation('shell')
  const words = useJobWords(job)
  return (
    <div className={styles['job']}>
      <Bar value={shareOf(job)} label={words} />
      {isOver(job) ? null : <Cancel job={job} />}
      {isOver(job) || (brief && !lost) ? null : <p className={styles['note']}>{t(lost ? 'job.lost' : 'job.leave')}</p>}
    </div>
  )
}

/** What is being done and how far it is, in words. */
function useJobWords({ state, cancelAsked, progress }: Job): string {
  const { t } = useTranslation('shell')
  if (cancelAsked && state === 'running') return t('job.cancelling')
  if (state !== 'running' || progress === null || progress.of === 0) return t(`job.${state}`)
  return t('job.progress', { done: countText(progress.done), of: countText(progress.of) })
}

function shareOf({ state, progress }: Job): number | null {
  if (state === 'done') return 1
  return progress === null || progress.of === 0 ? null : Math.min(1, progress.done / progress.of)
}

function Bar({ value, label }: { readonly value: number | null; readonly label: string }) {
  return (
    <div className={styles['line']}>
      <progress className={styles['bar']} aria-label={label} {...(value === null ? {} : { value, max: 1 })} />
      <span role="status">{label}</span>
    </div>
  )
}

function Cancel({ job }: { readonly job: Job }) {
  const { t } = useTranslation('shell')
  const queries = useQueryClient()
  const { mutate, error, isPending } = useMutation({ mutationFn: () => cancelJob(job.id), onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }) })
  return (
    <>
      <Button size="small" onClick={() => mutate()} loading={isPending} disabled={job.cancelAsked}>
        {t('job.cancel')}
      </Button>
      {error === null ? null : <ProblemView error={error} compact />}
    </>
  )
}
