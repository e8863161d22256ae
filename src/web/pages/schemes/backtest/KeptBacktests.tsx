import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../../parts/period-names.ts'
import { localTime } from '../../../ui/dates.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Delta } from '../../../ui/Figures.tsx'
import { Section } from '../../../ui/Page.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { type BacktestRow, backtestsQuery } from './queries.ts'

interface KeptProps {
  readonly scheme: string
  readonly chosen: string | undefined
  readonly onChoose: (job: string) => void
}

/** The back-tests one asked for; each can be read again. */
export function KeptBacktests({ scheme, chosen, onChoose }: KeptProps) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const { data, error, refetch } = useQuery(backtestsQuery(scheme))
  const columns = useMemo<readonly Column<BacktestRow>[]>(
    () => [
      { id: 'at', title: t('kept.at'), always: true, cell: (row) => <Open row={row} onChoose={onChoose} />, text: (row) => row.createdAt },
      {
        ...{ id: 'periods', title: t('trial.periods'), text: (row: BacktestRow) => row.periods.join(' ') },
        cell: (row) => row.periods.map((period) => periodName(period, frame)).join(t('and')),
      },
      { id: 'state', title: t('column.state'), cell: (row) => t(`job.${row.state}`), text: (row) => row.state },
      {
        ...{ id: 'cost', title: t('kept.cost'), end: true, text: (row: BacktestRow) => row.cost?.difference ?? null },
        cell: (row) => <Delta value={row.cost?.difference} as="amount" against={t('trial.now')} missing={t('kept.noCost')} />,
      },
    ],
    [t, frame, onChoose],
  )
  return (
    <Section title={t('kept')} note={t('kept.note')}>
      <DataTable
        name="backtests"
        label={t('kept')}
        columns={columns}
        rows={data?.items}
        rowKey={(row) => row.job}
        error={error}
        again={() => void refetch()}
        marked={(row) => row.job === chosen}
        tools={false}
        empty={<EmptyState title={t('kept.empty')}>{t('kept.emptyNote')}</EmptyState>}
      />
    </Section>
  )
}

function Open({ row, onChoose }: { readonly row: BacktestRow; readonly onChoose: (job: string) => void }) {
  return (
    <Button type="link" size="small" onClick={() => onChoose(row.job)}>
      {localTime(row.createdAt)}
    </Button>
  )
}
