import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { periodName } from '../../parts/period-names.ts'
import { usePages } from '../../parts/use-pages.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { secondsBetween } from './duration.ts'
import { getRuns, type RunListed, runQuery, runsOfQuery } from './queries.ts'
import { StartButton, StartedRun } from './StartRun.tsx'

/** Every time a period was computed, and the way to have it computed again. */
export function RunsPage() {
  const { t } = useTranslation('runs')
  return <PeriodPage title={t('title')}>{(period) => <RunsOf period={period} />}</PeriodPage>
}

function RunsOf({ period }: { readonly period: string }) {
  const { t } = useTranslation('runs')
  const { t: frame } = useTranslation('shell')
  const [scope, setScope] = useAddressParam('of')
  const everyPeriod = scope === 'all'
  const of = everyPeriod ? undefined : period
  const load = useCallback((after: string | undefined, signal?: AbortSignal) => getRuns({ period: of, after }, signal), [of])
  const { rows, paging, error, again } = usePages(['runs', 'list', of ?? 'all'], load)
  const columns = useColumns()
  const named = periodName(period, frame)
  return (
    <Page
      title={t('title')}
      sentence={<NewestSentence period={period} />}
      actions={<StartButton period={period} />}
      filters={
        <Radio.Group
          aria-label={t('scope')}
          optionType="button"
          value={everyPeriod ? 'all' : 'one'}
          onChange={(event) => setScope(event.target.value === 'all' ? 'all' : undefined)}
        >
          <Radio.Button value="one">{named}</Radio.Button>
          <Radio.Button value="all">{t('scope.all')}</Radio.Button>
        </Radio.Group>
      }
    >
      <StartedRun />
      <DataTable
        name="runs"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ run }) => run}
        error={error}
        again={again}
        paging={paging}
        tools={false}
        empty={<EmptyState title={t('empty', { period: named })}>{t('emptyNote')}</EmptyState>}
      />
    </Page>
  )
}

/** What the newest run of the period came to, and whether it still holds. */
function NewestSentence({ period }: { readonly period: string }) {
  const { t } = useTranslation('runs')
  const { t: frame } = useTranslation('shell')
  const runs = useQuery(runsOfQuery(period))
  const newest = runs.data?.items[0]
  const run = useQuery({ ...runQuery(newest?.run ?? ''), enabled: newest !== undefined })
  const named = periodName(period, frame)
  if (runs.data === undefined) return <>{named}</>
  if (newest === undefined) return <>{t('sentence.none', { period: named })}</>
  if (run.data === undefined) return <>{t('sentence.at', { period: named, at: localTime(newest.finishedAt) })}</>
  return <>{t(run.data.fresh ? 'sentence.fresh' : 'sentence.stale', { period: named, at: localTime(newest.finishedAt), ...run.data.counts })}</>
}

function useColumns(): readonly Column<RunListed>[] {
  const { t } = useTranslation('runs')
  const { t: frame } = useTranslation('shell')
  return useMemo(
    () => [
      {
        ...{ id: 'run', title: t('run'), always: true, width: 130, text: (row) => row.run },
        cell: (row) => (
          <Link to="/runs/$run" params={{ run: row.run }} search={(before) => ({ ...before, period: row.period })}>
            {t('number', { run: row.run })}
          </Link>
        ),
      },
      { id: 'period', title: frame('period'), cell: (row) => periodName(row.period, frame), text: (row) => row.period },
      { id: 'at', title: t('at'), width: 160, cell: (row) => localTime(row.finishedAt), text: (row) => row.finishedAt },
      {
        ...{ id: 'took', title: t('took'), end: true, width: 110, text: (row: RunListed) => secondsBetween(row.startedAt, row.finishedAt) },
        cell: (row) => t('seconds', { seconds: secondsBetween(row.startedAt, row.finishedAt) }),
      },
      { id: 'by', title: t('by'), cell: (row) => row.by ?? t('by.itself'), text: (row) => row.by },
    ],
    [t, frame],
  )
}
