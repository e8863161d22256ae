import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { periodName } from '../../parts/period-names.ts'
import { useLang } from '../../text/lang.ts'
import { Chart } from '../../ui/chart/Chart.tsx'
import { Amount, Figure, Percent } from '../../ui/Figures.tsx'
import { shownAmount, shownNumber, shownPercent } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { axisAmount, drawn } from './drawing.ts'
import styles from './insight.module.css'
import { type GroupOf, sheetOf, type Trend, type TrendPoint, trendQuery } from './queries.ts'
import { Shown } from './Shown.tsx'

/** Results against targets, scores and pay over the periods that were computed. */
export function TrendSection({ of }: { readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const query = useQuery(trendQuery(of))
  return (
    <Section title={t('trend')}>
      <Shown query={query}>
        {(trend) => (trend.points.every(({ average, result }) => average === null && result === null) ? <p>{t('trend.none')}</p> : <TrendCharts trend={trend} of={of} payToo />)}
      </Shown>
    </Section>
  )
}

interface TrendChart {
  readonly trend: Trend
  readonly of: GroupOf
  readonly height?: number | undefined
}

/** The charts side by side; `payToo`: where the asker may see pay. */
export function TrendCharts({ payToo, ...props }: TrendChart & { readonly payToo: boolean }) {
  const { trend } = props
  return (
    <div className={styles['pair']}>
      {trend.measure === null ? null : <ResultChart {...props} />}
      <ScoreChart {...props} />
      {payToo && trend.showsPay && trend.points.some(({ pay }) => pay !== null) ? <PayChart {...props} /> : null}
    </div>
  )
}

function ResultChart({ trend, of, height }: TrendChart) {
  const { t } = useTranslation('insight')
  const lang = useLang()
  const names = usePeriodNames(trend)
  const columns = useColumns(trend)
  const measure = trend.measure?.name ?? ''
  const option = useMemo(
    () => ({
      ...BASE,
      xAxis: { type: 'category', data: names },
      yAxis: [
        { type: 'value', axisLabel: { formatter: axisAmount(lang) } },
        { type: 'value', splitLine: { show: false }, axisLabel: { formatter: (value: number) => shownPercent(String(value), 0).short } },
      ],
      series: [
        { name: measure, type: 'bar', barMaxWidth: 36, data: trend.points.map(({ result }) => drawn(result)), tooltip: { valueFormatter: amountIn(lang) } },
        {
          name: t('attainment'),
          type: 'line',
          yAxisIndex: 1,
          symbolSize: 8,
          data: trend.points.map(({ attainment }) => drawn(attainment)),
          tooltip: { valueFormatter: percentIn },
        },
      ],
    }),
    [names, measure, trend, t, lang],
  )
  const last = trend.points.at(-1)
  const label = t(last?.attainment == null ? 'trend.result.plain' : 'trend.result', {
    period: names.at(-1) ?? '',
    measure,
    result: last?.result == null ? '–' : shownAmount(last.result, lang).short,
    reached: last?.reached == null ? '–' : shownAmount(last.reached, lang).short,
    attainment: last?.attainment == null ? '–' : shownPercent(last.attainment).short,
  })
  return <TrendChartOf name="trend-result" label={label} option={option} trend={trend} of={of} height={height} columns={columns} />
}

function ScoreChart({ trend, of, height }: TrendChart) {
  const { t } = useTranslation('insight')
  const names = usePeriodNames(trend)
  const columns = useColumns(trend)
  const option = useMemo(
    () => ({
      ...BASE,
      xAxis: { type: 'category', data: names },
      yAxis: { type: 'value', scale: true },
      series: [{ name: t('average'), type: 'line', symbolSize: 8, data: trend.points.map(({ average }) => drawn(average)), tooltip: { valueFormatter: numberIn } }],
    }),
    [names, trend, t],
  )
  const [last, before] = [trend.points.at(-1), trend.points.at(-2)]
  const about = { period: names.at(-1) ?? '', average: last?.average == null ? '–' : shownNumber(last.average).short }
  const change = last?.average == null || before?.average == null ? null : dec(last.average).minus(before.average)
  const by = change === null ? '' : shownNumber(decimalText(change.abs())).short
  const label = change === null ? t('trend.score', about) : t(change.lt(0) ? 'trend.score.down' : 'trend.score.up', { ...about, by, before: names.at(-2) ?? '' })
  return <TrendChartOf name="trend-score" label={label} option={option} trend={trend} of={of} height={height} columns={columns} />
}

function PayChart({ trend, of, height }: TrendChart) {
  const { t } = useTranslation('insight')
  const lang = useLang()
  const names = usePeriodNames(trend)
  const columns = useColumns(trend)
  const option = useMemo(
    () => ({
      ...BASE,
      xAxis: { type: 'category', data: names },
      yAxis: [
        { type: 'value', axisLabel: { formatter: axisAmount(lang) } },
        { type: 'value', splitLine: { show: false }, axisLabel: { formatter: (value: number) => shownPercent(String(value), 1).short } },
      ],
      series: [
        { name: t('pay'), type: 'bar', barMaxWidth: 36, data: trend.points.map(({ pay }) => drawn(pay)), tooltip: { valueFormatter: amountIn(lang) } },
        { name: t('cost'), type: 'line', yAxisIndex: 1, symbolSize: 8, data: trend.points.map((point) => drawn(costOf(point))), tooltip: { valueFormatter: percentIn } },
      ],
    }),
    [names, trend, t, lang],
  )
  const last = trend.points.at(-1)
  const cost = last === undefined ? null : costOf(last)
  const about = { period: names.at(-1) ?? '', pay: last?.pay == null ? '–' : shownAmount(last.pay, lang).short, measure: trend.measure?.name ?? '' }
  const label = cost === null ? t('trend.pay.plain', about) : t('trend.pay', { ...about, cost: shownPercent(cost).short })
  return <TrendChartOf name="trend-pay" label={label} option={option} trend={trend} of={of} height={height} columns={columns} />
}

interface OneChart extends TrendChart {
  readonly name: string
  readonly label: string
  readonly option: EChartsCoreOption
  readonly columns: readonly Column<TrendPoint>[]
}

/** A point leads to the people of its period, or to the person’s score. */
function TrendChartOf({ name, label, option, trend, of, columns, height }: OneChart) {
  const navigate = useNavigate()
  const lead = (period: string) =>
    of.employee === undefined
      ? void navigate({ to: '/scoreboard', search: (before) => ({ ...before, period, ...(of.unit === undefined ? {} : { 'f.unit': of.unit }) }) })
      : void navigate({ to: '/scores/$employee', params: { employee: of.employee }, search: { period } })
  return (
    <Chart
      name={name}
      label={label}
      option={option}
      {...(height === undefined ? {} : { height })}
      rows={trend.points}
      columns={columns}
      rowKey={({ period }) => period}
      xlsx={() => sheetOf('trend', of)}
      onPoint={({ dataIndex }) => {
        const point = trend.points[dataIndex]
        if (point !== undefined) lead(point.period)
      }}
    />
  )
}

const BASE = { tooltip: { trigger: 'axis' }, legend: { top: 0, type: 'scroll' }, grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true } } as const

const amountIn = (lang: 'zh' | 'en') => (value: number | null) => (value === null ? '–' : shownAmount(String(value), lang).short)
const percentIn = (value: number | null) => (value === null ? '–' : shownPercent(String(value)).short)
const numberIn = (value: number | null) => (value === null ? '–' : shownNumber(String(value)).short)

/** Pay ÷ result; null where either is missing. For showing alone. */
function costOf({ pay, result }: TrendPoint): string | null {
  return pay === null || result === null || dec(result).lte(0) ? null : decimalText(dec(pay).div(result).toDecimalPlaces(COST_DIGITS))
}

const COST_DIGITS = 6

function usePeriodNames(trend: Trend): readonly string[] {
  const { t } = useTranslation('shell')
  return useMemo(() => trend.points.map(({ period }) => periodName(period, t)), [trend, t])
}

function useColumns({ measure, showsPay }: Trend): readonly Column<TrendPoint>[] {
  const { t } = useTranslation('insight')
  const { t: frame } = useTranslation('shell')
  return useMemo((): readonly Column<TrendPoint>[] => {
    const amount = (id: 'result' | 'reached' | 'target' | 'pay', title: string): Column<TrendPoint> => ({
      ...{ id, title, end: true, cell: (p: TrendPoint) => <Amount value={p[id]} />, text: (p: TrendPoint) => p[id] },
    })
    return [
      { id: 'period', title: frame('period'), always: true, cell: (p) => periodName(p.period, frame), text: (p) => p.period },
      { id: 'scored', title: t('scored'), end: true, cell: (p) => <Figure value={String(p.scored)} />, text: (p) => String(p.scored) },
      { id: 'average', title: t('average'), end: true, cell: (p) => <Figure value={p.average} />, text: (p) => p.average },
      ...(measure === null ? [] : [amount('result', measure.name), amount('reached', t('reached')), amount('target', t('target'))]),
      { id: 'attainment', title: t('attainment'), end: true, cell: (p) => <Percent value={p.attainment} />, text: (p) => p.attainment },
      ...(showsPay ? [amount('pay', t('pay'))] : []),
    ]
  }, [t, frame, measure, showsPay])
}
