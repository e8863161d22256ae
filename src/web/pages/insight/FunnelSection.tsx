import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeriod } from '../../parts/use-period.ts'
import { Chart } from '../../ui/chart/Chart.tsx'
import { shownPercent } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { type Funnel, funnelsQuery, type GroupOf, sheetOf } from './queries.ts'
import { Shown } from './Shown.tsx'

/** A stage, or an outcome at the end, with the condition that finds its records. */
interface Stage {
  readonly key: string
  readonly name: string
  readonly count: number
  /** Of the records that began. */
  readonly share: string
  readonly filter: { readonly field: string; readonly op: string; readonly value: string } | null
}

/** Earlier than any record: every record that has a day has one after it. */
const EVER = '1900-01-01'

/** Records of datasets with stages, by how far they came. */
export function FunnelSection({ of }: { readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const query = useQuery(funnelsQuery(of))
  if (query.data?.items.length === 0) return null
  return (
    <Section title={t('funnel')} note={t('funnel.note')}>
      <Shown query={query}>
        {({ items }) => (
          <>
            {items.map((funnel) => (
              <FunnelChart key={funnel.dataset} funnel={funnel} of={of} />
            ))}
          </>
        )}
      </Shown>
    </Section>
  )
}

function stagesOf({ stages, outcome, outcomes }: Funnel): readonly Stage[] {
  const began = stages[0]?.count ?? 0
  const share = (count: number) => (began === 0 ? '0' : (count / began).toFixed(4)) // Of counts; for showing alone.
  return [
    ...stages.map(({ field, name, count }, at) => ({ key: field, name, count, share: share(count), filter: at === 0 ? null : { field, op: 'from', value: EVER } })),
    ...outcomes.map(({ value, count }) => ({
      ...{ key: `= ${value}`, name: value, count, share: share(count) },
      filter: outcome === null ? null : { field: outcome.field, op: 'is', value },
    })),
  ]
}

function FunnelChart({ funnel, of }: { readonly funnel: Funnel; readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const navigate = useNavigate()
  const { current } = usePeriod()
  const stages = useMemo(() => stagesOf(funnel), [funnel])
  const columns = useMemo(
    (): readonly Column<Stage>[] => [
      { id: 'stage', title: t('stage'), always: true, cell: ({ name }) => name, text: ({ name }) => name },
      { id: 'count', title: t('records'), end: true, cell: ({ count }) => count, text: ({ count }) => String(count) },
      { id: 'share', title: t('funnel.share'), end: true, cell: ({ share }) => shownPercent(share).short, text: ({ share }) => share },
    ],
    [t],
  )
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'item' },
      grid: { left: 8, right: 72, top: 8, bottom: 4, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: stages.map(({ name }) => name) },
      series: [
        {
          ...{ name: t('records'), type: 'bar', barMaxWidth: 24, data: stages.map(({ count }) => count) },
          label: {
            show: true,
            position: 'right',
            formatter: ({ dataIndex, value }: { readonly dataIndex: number; readonly value: number }) => `${value} · ${shownPercent(stages[dataIndex]?.share ?? '0', 0).short}`,
          },
        },
      ],
    }),
    [stages, t],
  )
  const began = stages[0]?.count ?? 0
  const [won] = funnel.outcomes
  const about = {
    name: funnel.name,
    count: began,
    last: won?.value ?? stages.at(-1)?.name ?? '',
    share: shownPercent(stages.find(({ name }) => name === won?.value)?.share ?? stages.at(-1)?.share ?? '0').short,
  }
  return (
    <Chart
      name={`funnel-${funnel.dataset}`}
      label={began === 0 ? t('funnel.none', about) : t('funnel.sentence', about)}
      option={option}
      height={stages.length * 36 + 32}
      rows={stages}
      columns={columns}
      rowKey={({ key }) => key}
      xlsx={() => sheetOf('funnel', of)}
      onPoint={({ dataIndex }) => {
        const filter = stages[dataIndex]?.filter
        const days = current === undefined ? {} : { from: current.from, until: current.last }
        void navigate({
          to: '/data/$dataset',
          params: { dataset: funnel.dataset },
          search: (before) => ({ ...before, ...days, ...(filter == null ? {} : { filters: JSON.stringify([filter]) }) }),
        })
      }}
    />
  )
}
