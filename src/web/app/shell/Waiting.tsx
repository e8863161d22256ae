import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Job, openJobsQuery } from '../../api/jobs.ts'
import { useLive } from '../../parts/Events.tsx'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { NoticeWords } from '../../parts/notices/NoticeWords.tsx'
import { unreadQuery } from '../../parts/notices/queries.ts'
import { Icon } from '../../ui/Icon.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import styles from './shell.module.css'

/** How often open work is asked for where changes are not announced. */
const UNANNOUNCED_MS = 30_000

/** Kinds of work that have a name. */
const KINDS = ['run', 'import', 'export', 'backtest', 'apply'] as const

/** What the reader was told and has not read, and a way to all of it. */
function Notices() {
  const { t } = useTranslation('comments')
  const { data } = useQuery(unreadQuery)
  return (
    <>
      {data === undefined || data.items.length === 0 ? null : (
        <>
          <div className={styles['group']}>{t('notices.new')}</div>
          <ul>
            {data.items.map((notice) => (
              <li key={notice.id} className={styles['job']}>
                <NoticeWords notice={notice} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles['job']}>
        <Link to="/notifications">{t('notices.all')}</Link>
      </div>
    </>
  )
}

/** What waits for the reader, and what works for them in the background. */
export function Waiting() {
  const { t } = useTranslation('shell')
  const live = useLive()
  // Whoever follows a notification leaves this behind: it is open on the page it was opened on.
  const { href } = useLocation()
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = useQuery({ ...openJobsQuery, refetchInterval: live ? false : UNANNOUNCED_MS })
  const notices = useQuery({ ...unreadQuery, refetchInterval: live ? false : UNANNOUNCED_MS })
  const jobs = open.data ?? []
  const unread = notices.data?.unread ?? 0
  // That nothing waits is said when both have answered.
  const missing = [open, notices].filter(({ data }) => data === undefined)
  const awaited = missing.find(({ error }) => error !== null) ?? missing[0]
  const content = (
    <div className={styles['menu']}>
      {awaited === undefined ? null : <NotYet query={awaited} lines={1} />}
      {awaited === undefined && jobs.length + unread === 0 ? t('waiting.none') : null}
      <Notices />
      {jobs.length === 0 ? null : <div className={styles['group']}>{t('waiting.jobs')}</div>}
      <ul>
        {jobs.map((job) => (
          <OpenJob key={job.id} job={job} />
        ))}
      </ul>
    </div>
  )
  const label = jobs.length + unread === 0 ? t('waiting') : t('waiting.count', { count: jobs.length + unread })
  return (
    <Popover trigger="click" placement="bottomRight" content={content} destroyOnHidden open={openOn === href} onOpenChange={(open) => setOpenOn(open ? href : null)}>
      <Button
        type="text"
        icon={
          <Badge count={unread} overflowCount={99} size="small" dot={unread === 0 && jobs.length > 0}>
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
