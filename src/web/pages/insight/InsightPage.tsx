import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { periodName } from '../../parts/period-names.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { NoOptions } from '../../ui/NoOptions.tsx'
import { shownNumber, shownPercent } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { choicesQuery } from '../scoreboard/board.ts'
import { CostSection } from './CostSection.tsx'
import { FunnelSection } from './FunnelSection.tsx'
import { OutlookSection } from './OutlookSection.tsx'
import { type GroupOf, trendQuery } from './queries.ts'
import { RiskSection } from './RiskSection.tsx'
import { SpreadSection } from './SpreadSection.tsx'
import { TrendSection } from './TrendSection.tsx'

/** The company or a team on one page: where it stands, where it goes, who needs help, what it costs. */
export function InsightPage() {
  const { t } = useTranslation('insight')
  const [unit] = useAddressParam('unit')
  return <PeriodPage title={t('title')}>{(period) => <InsightOf of={{ period, unit }} />}</PeriodPage>
}

function InsightOf({ of }: { readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const { can } = useCurrentUser()
  return (
    <Page title={t('title')} sentence={<InsightSentence of={of} />} actions={<Link to="/board">{t('toBoard')}</Link>} filters={<UnitFilter period={of.period} />}>
      <OutlookSection of={of} />
      <RiskSection of={of} />
      <TrendSection of={of} />
      <SpreadSection of={of} />
      {can('pay.read') && of.unit === undefined ? <CostSection period={of.period} /> : null}
      {can('data.read') ? <FunnelSection of={of} /> : null}
    </Page>
  )
}

function InsightSentence({ of }: { readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const { t: frame } = useTranslation('shell')
  const { data } = useQuery(trendQuery(of))
  const period = periodName(of.period, frame)
  const point = data?.points.find((each) => each.period === of.period)
  if (data === undefined) return <>{period}</>
  if (point === undefined) return <>{t('sentence.none', { period })}</>
  if (point.average === null) return <>{t('sentence.noScore', { period, count: point.people })}</>
  const about = { period, people: point.people, scored: point.scored, average: shownNumber(point.average).short }
  if (point.attainment === null || data.measure === null) return <>{t('sentence', about)}</>
  return <>{t('sentence.attainment', { ...about, measure: data.measure.name, attainment: shownPercent(point.attainment).short })}</>
}

function UnitFilter({ period }: { readonly period: string }) {
  const { t } = useTranslation('insight')
  const [unit, setUnit] = useAddressParam('unit')
  const query = useQuery(choicesQuery(period))
  return (
    <Select
      aria-label={t('unit')}
      value={unit ?? null}
      placeholder={t('unit.all')}
      options={(query.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(next: string | null | undefined) => setUnit(next ?? undefined)}
      notFoundContent={<NoOptions query={query} />}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 180 }}
      allowClear
    />
  )
}
