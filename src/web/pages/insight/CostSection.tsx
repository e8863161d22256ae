import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { type Overview, overviewQuery } from '../../parts/results/queries.ts'
import { Chart } from '../../ui/chart/Chart.tsx'
import { Amount, Percent } from '../../ui/Figures.tsx'
import { shownPercent } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { costOf } from '../home/cost.ts'
import { drawn } from './drawing.ts'
import { sheetOf } from './queries.ts'
import { Shown } from './Shown.tsx'

interface UnitCost {
  readonly unit: string | null
  readonly name: string
  readonly pay: string | null
  readonly result: string | null
  /** Pay ÷ result. */
  readonly cost: string
}

/** What pay costs against what came in, unit by unit. */
export function CostSection({ period }: { readonly period: string }) {
  const { t } = useTranslation('insight')
  const query = useQuery(overviewQuery(period))
  return (
    <Section title={t('costs')}>
      <Shown query={query}>{(overview) => <Costs overview={overview} period={period} />}</Shown>
    </Section>
  )
}

function costsOf({ units }: Overview): readonly UnitCost[] {
  return units
    .flatMap(({ unit, name, pay, result }) => {
      const hundred = costOf(pay, result)
      return hundred === null ? [] : [{ unit, name: name ?? unit ?? '–', pay, result, cost: decimalText(dec(hundred).div(100)) }]
    })
    .toSorted((a, b) => dec(b.cost).cmp(a.cost))
}

function Costs({ overview, period }: { readonly overview: Overview; readonly period: string }) {
  const { t } = useTranslation('insight')
  const navigate = useNavigate()
  const costs = useMemo(() => costsOf(overview), [overview])
  const columns = useColumns(overview)
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis', valueFormatter: (value: number) => shownPercent(String(value)).short },
      grid: { left: 8, right: 48, top: 8, bottom: 4, containLabel: true },
      xAxis: { type: 'value', axisLabel: { formatter: (value: number) => shownPercent(String(value), 0).short } },
      yAxis: { type: 'category', inverse: true, data: costs.map(({ name }) => name), axisLabel: { width: 110, overflow: 'truncate' } },
      series: [
        {
          ...{ name: t('cost'), type: 'bar', barMaxWidth: 20, data: costs.map(({ cost }) => drawn(cost)) },
          label: { show: true, position: 'right', formatter: ({ value }: { readonly value: number }) => shownPercent(String(value)).short },
        },
      ],
    }),
    [costs, t],
  )
  const [first] = costs
  const last = costs.at(-1)
  if (first === undefined || last === undefined || overview.measure === null) return <p>{t('costs.none')}</p>
  const about = { measure: overview.measure.name, most: first.name, mostCost: shownPercent(first.cost).short, least: last.name, leastCost: shownPercent(last.cost).short }
  return (
    <Chart
      name="insight-costs"
      label={costs.length === 1 ? t('costs.one', about) : t('costs.sentence', about)}
      option={option}
      height={Math.max(MIN_HEIGHT, costs.length * ROW_HEIGHT)}
      rows={costs}
      columns={columns}
      rowKey={({ unit }) => unit ?? ''}
      xlsx={() => sheetOf('costs', { period })}
      onPoint={({ dataIndex }) => {
        const unit = costs[dataIndex]?.unit
        if (unit != null) void navigate({ to: '/scoreboard', search: (before) => ({ ...before, period, 'f.unit': unit }) })
      }}
    />
  )
}

const MIN_HEIGHT = 160
const ROW_HEIGHT = 32

function useColumns({ measure }: Overview): readonly Column<UnitCost>[] {
  const { t } = useTranslation('insight')
  return useMemo(
    () => [
      { id: 'unit', title: t('unit'), always: true, cell: ({ name }) => name, text: ({ name }) => name },
      { id: 'result', title: measure?.name ?? '', end: true, cell: ({ result }) => <Amount value={result} />, text: ({ result }) => result },
      { id: 'pay', title: t('pay'), end: true, cell: ({ pay }) => <Amount value={pay} />, text: ({ pay }) => pay },
      { id: 'cost', title: t('cost'), end: true, cell: ({ cost }) => <Percent value={cost} />, text: ({ cost }) => cost },
    ],
    [t, measure],
  )
}
