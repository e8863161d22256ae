import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { runObject } from '../../parts/comments/object.ts'
import { periodName } from '../../parts/period-names.ts'
import { standingsQuery } from '../../parts/results/queries.ts'
import { localTime } from '../../ui/dates.ts'
import { NotYet } from '../../ui/NotYet.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { ComparisonSection } from './ComparisonSection.tsx'
import { secondsBetween } from './duration.ts'
import { type Run, runQuery } from './queries.ts'
import styles from './runs.module.css'

/** One computation of a period: what it came to, what it has to say, and what differs from another. */
export function RunPage() {
  const { t } = useTranslation('runs')
  const { run } = useParams({ from: '/shell/runs/$run' })
  const { data, error, refetch } = useQuery(runQuery(run))
  // What is said beside a run may name anybody: only who sees everybody reads it.
  const object = useSeesEverybody() && data !== undefined ? runObject(run) : null
  const actions = (
    <>
      <Link to="/runs">{t('toList')}</Link>
      {object === null ? null : <CommentsButton object={object} />}
    </>
  )
  return (
    <Page title={t('number', { run })} sentence={data === undefined ? undefined : <RunSentence run={data} />} actions={actions}>
      {error !== null && data === undefined ? <ProblemView error={error} again={() => void refetch()} /> : null}
      {error === null && data === undefined ? <Lines count={8} /> : null}
      {data === undefined ? null : <RunShown run={data} />}
      {object === null ? null : <CommentsDrawer object={object} />}
    </Page>
  )
}

function useSeesEverybody(): boolean {
  const { session } = useCurrentUser()
  return session.grants.some(({ permission, reach }) => permission === 'score.read' && reach === 'all')
}

function RunSentence({ run }: { readonly run: Run }) {
  const { t } = useTranslation('runs')
  const { t: frame } = useTranslation('shell')
  const about = { period: periodName(run.period, frame), ...run.counts, at: localTime(run.finishedAt), seconds: secondsBetween(run.startedAt, run.finishedAt) }
  return <>{run.by === null ? t('one.sentence.itself', about) : t('one.sentence', { ...about, by: run.by })}</>
}

function RunShown({ run }: { readonly run: Run }) {
  const { t } = useTranslation('runs')
  return (
    <>
      <p className={styles['quiet']}>{t(run.newest ? (run.fresh ? 'one.fresh' : 'one.stale') : 'one.older')}</p>
      <Notices run={run} />
      {run.newest ? <Lacking period={run.period} /> : null}
      <ComparisonSection run={run} />
    </>
  )
}

/** What it says about records and rules: why, and where to go. */
function Notices({ run }: { readonly run: Run }) {
  const { t } = useTranslation('runs')
  const { can } = useCurrentUser()
  const { notices } = run
  return (
    <Section title={t('notices')}>
      {notices === null ? <p className={styles['quiet']}>{t(run.fresh ? 'notices.notSeen' : 'notices.older')}</p> : null}
      {notices?.length === 0 ? <p>{t('notices.none')}</p> : null}
      {notices === null || notices.length === 0 ? null : (
        <ul className={styles['notices']}>
          {notices.map((notice) => {
            const dataset = notice.code === 'run.owner-inactive' ? undefined : notice.params['dataset']
            return (
              <li key={`${notice.code} ${notice.detail}`}>
                {notice.detail} <span className={styles['quiet']}>{notice.cure}</span>{' '}
                {typeof dataset === 'string' && can('data.read') ? (
                  <Link to="/data/$dataset" params={{ dataset }}>
                    {t('notices.toData')}
                  </Link>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

/** People without a score who are named. */
const LACKING_SHOWN = 20

function Lacking({ period }: { readonly period: string }) {
  const { t } = useTranslation('runs')
  const query = useQuery(standingsQuery(period, { lacking: 'true', limit: LACKING_SHOWN }))
  const { data } = query
  if (data === undefined)
    return (
      <Section title={t('lacking')}>
        <NotYet query={query} lines={2} />
      </Section>
    )
  const more = (data.total ?? 0) - data.items.length
  return (
    <Section title={t('lacking')}>
      {data.items.length === 0 ? <p>{t('lacking.none')}</p> : null}
      <ul className={styles['list']}>
        {data.items.map(({ id, name, unitName, lacking }) => (
          <li key={id}>
            <Link to="/scores/$employee" params={{ employee: id }}>
              {name}
            </Link>{' '}
            <span className={styles['quiet']}>{unitName}</span> {lacking === null ? null : t(`lacking.${lacking}`)}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('lacking.more', { count: more })}</p> : null}
    </Section>
  )
}
