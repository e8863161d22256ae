import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import type { EChartsCoreOption } from 'echarts/core'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { usePeriod } from '../../parts/use-period.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { Chart } from '../../ui/chart/Chart.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { dayInProse } from '../../ui/dates.ts'
import { Amount, Figure } from '../../ui/Figures.tsx'
import { shownAmount, shownNumber, shownPercent } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { axisAmount, drawn } from './drawing.ts'
import styles from './insight.module.css'
import { type GroupOf, type Outlook, outlookQuery, sheetOf } from './queries.ts'
import { Shown } from './Shown.tsx'

/** Where a result stands, and what it may come to by the end of the period. */
export function OutlookSection({ of }: { readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const [measure] = useAddressParam('measure')
  const [day] = useAddressParam('day')
  const asked = { ...of, measure, day }
  const query = useQuery(outlookQuery(asked))
  const last = useLast(query.data)
  return (
    <Section title={t('outlook')} actions={<Choices found={last} day={query.data?.day} />}>
      <Shown query={query}>{(found) => (found.measure === null ? <p>{t('outlook.noMeasure')}</p> : <OutlookShown found={found} of={asked} />)}</Shown>
    </Section>
  )
}

/** What was found last: the fields that ask for something else stay while that is on its way, and where it is refused. */
function useLast(found: Outlook | undefined): Outlook | undefined {
  const last = useRef(found)
  if (found !== undefined) last.current = found
  return last.current
}

function Choices({ found, day }: { readonly found: Outlook | undefined; readonly day: string | undefined }) {
  const { t } = useTranslation('insight')
  const { current } = usePeriod()
  const [measure, setMeasure] = useAddressParam('measure')
  return (
    <span className={styles['choices']}>
      {found === undefined ? null : (
        <Select
          aria-label={t('outlook.measure')}
          value={measure ?? found.measure?.id ?? null}
          options={found.measures.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(next: string | null) => setMeasure(next ?? undefined)}
          popupMatchSelectWidth={false}
          style={{ minWidth: 130 }}
        />
      )}
      <DayField param="day" label={t('outlook.day')} usual={day} min={current?.from} max={current?.last} />
    </span>
  )
}

interface ShownProps {
  readonly found: Outlook
  readonly of: Parameters<typeof sheetOf>[1]
}

function OutlookShown({ found, of }: ShownProps) {
  const { t } = useTranslation('insight')
  const sentence = useSentence(found)
  const option = useOption(found)
  const columns = useColumns(found)
  const toRecords = useToRecords(found)
  return (
    <>
      <Chart
        name="outlook"
        label={sentence}
        option={option}
        rows={found.curve}
        columns={columns}
        rowKey={({ day }) => day}
        xlsx={() => sheetOf('outlook', of)}
        onPoint={({ dataIndex }) => {
          const day = found.curve[dataIndex]?.day
          if (day !== undefined) toRecords(day)
        }}
      />
      <p className={styles['quiet']}>{[found.people === null ? t('outlook.everybody') : t('outlook.people', { count: found.people }), t(`method.${found.method}`)].join(' ')}</p>
      <Earlier found={found} />
    </>
  )
}

/** What the forecast rests on: what earlier periods had at the same point. */
function Earlier({ found }: { readonly found: Outlook }) {
  const { t } = useTranslation('insight')
  const { t: frame } = useTranslation('shell')
  const told = found.earlier.filter(({ whole }) => dec(whole).gt(0))
  if (found.method !== 'history' || told.length === 0) return null
  const share = ({ byThen, whole }: Outlook['earlier'][number]) => shownPercent(decimalText(dec(byThen).div(whole).toDecimalPlaces(SHARE_DIGITS))).short
  return (
    <p className={styles['quiet']}>{t('earlier', { list: told.map((each) => t('earlier.one', { period: periodName(each.period, frame), share: share(each) })).join(t('and')) })}</p>
  )
}

const SHARE_DIGITS = 6

function useSentence({ method, actual, expected, measure, target, attainment, day }: Outlook): string {
  const { t } = useTranslation('insight')
  const lang = useLang()
  const told = (value: string | null) => (value === null ? '–' : measure?.money === true ? shownAmount(value, lang).short : shownNumber(value).short)
  const share = (value: string | null) => (value === null ? '–' : shownPercent(value).short)
  const about = {
    measure: measure?.name ?? '',
    day: dayInProse(day, lang),
    actual: told(actual),
    expected: told(expected),
    target: told(target),
    now: share(attainment.now),
    then: share(attainment.expected),
  }
  if (method === 'none') return t('outlook.nothing', about)
  if (method === 'final') return t(target === null ? 'outlook.final.plain' : 'outlook.final', about)
  if (method === 'days') return t(target === null ? 'outlook.days.plain' : 'outlook.days', about)
  if (target === null) return t('outlook.history.plain', about)
  return t('outlook.history', { ...about, low: share(attainment.low), high: share(attainment.high) })
}

/** What there was at the end of each day, the even way to the target, and where the end may lie. */
function useOption({ curve, measure, days, ofDays, target, actual, low, high, method }: Outlook): EChartsCoreOption {
  const { t } = useTranslation('insight')
  const lang = useLang()
  return useMemo(() => {
    const told = (value: number | null) => (value === null ? '–' : measure?.money === true ? shownAmount(String(value), lang).short : shownNumber(String(value)).short)
    const first = curve[0]?.day
    const names = Array.from({ length: ofDays }, (_, at) => curve[at]?.day ?? (first === undefined ? '' : laterDay(first, at)))
    const from = days - 1
    const towards = (end: string | null) =>
      names.map((_, at) => (end === null || actual === null || at < from ? null : Number(actual) + ((Number(end) - Number(actual)) * (at - from)) / Math.max(1, ofDays - 1 - from)))
    const line = (name: string, data: readonly (number | null)[], type: 'solid' | 'dashed' | 'dotted') => ({ name, type: 'line', showSymbol: false, lineStyle: { type }, data })
    return {
      tooltip: { trigger: 'axis', valueFormatter: told },
      legend: { top: 0, type: 'scroll' },
      grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: names, axisLabel: { hideOverlap: true } },
      yAxis: { type: 'value', axisLabel: { formatter: measure?.money === true ? axisAmount(lang) : told } },
      series: [
        {
          ...line(
            t('outlook.soFar'),
            curve.map(({ amount }) => drawn(amount)),
            'solid',
          ),
          showSymbol: true,
          symbolSize: 5,
        },
        ...(target === null
          ? []
          : [
              line(
                t('outlook.even'),
                names.map((_, at) => (Number(target) * (at + 1)) / ofDays),
                'dotted',
              ),
            ]),
        ...(method === 'history' ? [line(t('outlook.low'), towards(low), 'dashed'), line(t('outlook.high'), towards(high), 'dashed')] : []),
      ],
    }
  }, [curve, measure, days, ofDays, target, actual, low, high, method, t, lang])
}

const DAY_MS = 86_400_000

/** So many days after a day. */
const laterDay = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

function useColumns({ measure }: Outlook): readonly Column<Outlook['curve'][number]>[] {
  const { t } = useTranslation('insight')
  return useMemo(
    () => [
      { id: 'day', title: t('outlook.date'), always: true, cell: ({ day }) => day, text: ({ day }) => day },
      {
        ...{ id: 'amount', title: t('outlook.soFar'), end: true, text: ({ amount }: Outlook['curve'][number]) => amount },
        cell: ({ amount }) => (measure?.money === true ? <Amount value={amount} /> : <Figure value={amount} />),
      },
    ],
    [t, measure],
  )
}

/** The records of a day, for who may look at records. */
function useToRecords({ measure }: Outlook): (day: string) => void {
  const navigate = useNavigate()
  const { can } = useCurrentUser()
  return (day) => {
    if (measure !== null && can('data.read'))
      void navigate({ to: '/data/$dataset', params: { dataset: measure.dataset }, search: (before) => ({ ...before, from: day, until: day }) })
  }
}
