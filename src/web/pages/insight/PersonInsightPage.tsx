import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { periodName } from '../../parts/period-names.ts'
import { scoreQuery } from '../../parts/results/queries.ts'
import { shownNumber } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { FunnelSection } from './FunnelSection.tsx'
import { OutlookSection } from './OutlookSection.tsx'
import { TrendSection } from './TrendSection.tsx'

/** One person over time: where the period goes, how scores, results and pay went. */
export function PersonInsightPage() {
  const { t } = useTranslation('insight')
  const { employee } = useParams({ from: '/shell/insight/$employee' })
  return <PeriodPage title={t('title')}>{(period) => <PersonOf employee={employee} period={period} />}</PeriodPage>
}

function PersonOf({ employee, period }: { readonly employee: string; readonly period: string }) {
  const { t } = useTranslation('insight')
  const { t: frame } = useTranslation('shell')
  const { can } = useCurrentUser()
  const { data, error, refetch } = useQuery(scoreQuery(employee, period))
  if (data === undefined) return <Page title={t('title')}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
  const about = { period: periodName(period, frame), score: data.score === null ? '–' : shownNumber(data.score).short }
  const of = { period, employee }
  return (
    <Page
      title={t('person.title', { name: data.employee.name })}
      sentence={t(data.score === null ? 'person.none' : 'person.sentence', about)}
      actions={
        <Link to="/scores/$employee" params={{ employee }}>
          {t('person.toScore')}
        </Link>
      }
    >
      <OutlookSection of={of} />
      <TrendSection of={of} />
      {can('data.read') ? <FunnelSection of={of} /> : null}
    </Page>
  )
}
