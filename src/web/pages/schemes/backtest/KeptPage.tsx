import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../../parts/JobProgress.tsx'
import { periodName } from '../../../parts/period-names.ts'
import { localTime } from '../../../ui/dates.ts'
import { NotYet } from '../../../ui/NotYet.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useRoleName } from './BacktestPage.tsx'
import { type Backtest, backtestQuery, type Result } from './queries.ts'
import { hasMoved, ResultView } from './ResultView.tsx'

/** One back-test by its id, whatever was tried: where the notification about it leads. */
export function KeptPage() {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const { job } = useParams({ from: '/shell/backtests/$job' })
  const query = useQuery(backtestQuery(job))
  const { data, refetch } = query
  if (data === undefined)
    return (
      <Page title={t('trial.title')}>
        <NotYet query={query} lines={10} />
      </Page>
    )
  const periods = data.periods.map((period) => periodName(period, frame)).join(t('and'))
  return (
    <Page title={t('trial.title')} sentence={t('kept.sentence', { at: localTime(data.createdAt), periods })}>
      <CameOf test={data} over={() => void refetch()} />
    </Page>
  )
}

/** What came of it, or how far it is. */
function CameOf({ test, over }: { readonly test: Backtest; readonly over: () => void }) {
  const { t } = useTranslation('schemes')
  const roleName = useRoleName()
  if (test.result !== null) return <ResultView result={test.result} cost={test.cost} roles={movedRoles(test.result)} roleName={roleName} />
  return test.state === 'cancelled' ? <p role="status">{t('trial.cancelled')}</p> : <JobProgress id={test.job} onOver={over} />
}

/** Roles in which somebody's result moves; null, for everybody, where none does. */
function movedRoles({ periods }: Result): readonly string[] | null {
  const roles = periods.flatMap((period) => period.roles.filter(hasMoved).flatMap(({ role }) => (role === null ? [] : [role])))
  return roles.length === 0 ? null : [...new Set(roles)]
}
