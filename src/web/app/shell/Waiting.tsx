import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Job, openJobsQuery } from '../../api/jobs.ts'
import { useLive } from '../../parts/Events.tsx'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './shell.module.css'

/** How often open work is asked for where changes are not announced. */
const UNANNOUNCED_MS = 30_000

/** Kinds of work that have a name. */
const KINDS = ['run', 'import', 'export', 'backtest', 'apply'] as const

/** What waits for the reader, and what works for them in the background. */
export function Waiting() {
  const { t } = useTranslation('shell')
  const live = useLive()
  const { data: jobs = [] } = useQuery({ ...openJobsQuery, refetchInterval: live ? false : UNANNOUNCED_MS })
  const content = (
    <div className={styles['menu']}>
      {jobs.length === 0 ? t('waiting.none') : <div className={styles['group']}>{t('waiting.jobs')}</div>}
      <ul>
        {jobs.map((job) => (
          <OpenJob key={job.id} job={job} />
        ))}
      </ul>
    </div>
  )
  const label = jobs.length === 0 ? t('waiting') : t('waiting.count', { count: jobs.length })
  return (
    <Popover trigger="click" placement="bottomRight" content={content} destroyOnHidden>
      <Button
        type="text"
        icon={
          <Badge dot={jobs.length > 0}>
            <Icon name="bell" size={18} />
          </Badge>
        }
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
      />
    </Popover>
  )
}

function OpenJob({ job }: { readonly job: Job }) {
  const { t } = useTranslation('shell')
  const kind = KINDS.find((each) => each === job.kind) ?? 'other'
  return (
    <li className={styles['job']}>
      <span>{t(`job.kind.${kind}`)}</span>
      <JobProgress id={job.id} brief />
    </li>
  )
}
