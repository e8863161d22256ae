import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec } from '../../../base/decimal.ts'
import { api, dataOf } from '../../api/client.ts'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { periodName } from '../../parts/period-names.ts'
import { RunNote } from '../../parts/results/RunNote.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { useLang } from '../../text/lang.ts'
import { AddressDrawer, useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Amount, Missing, Percent } from '../../ui/Figures.tsx'
import { countText, shownAmount } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { byNumber, byText } from '../../ui/table/rows.ts'
import { EarningsExport } from './EarningsExport.tsx'
import styles from './incentives.module.css'

const getEarnings = (period: string, signal?: AbortSignal) => dataOf(api.GET('/earnings', { params: { query: { period } }, ...(signal === undefined ? {} : { signal }) }))
const getPeople = (query: { period: string; incentive: string; component: string; limit: number; after?: string }, signal?: AbortSignal) =>
  dataOf(api.GET('/earnings/people', { params: { query }, ...(signal === undefined ? {} : { signal }) }))

type Earnings = Awaited<ReturnType<typeof getEarnings>>
type Total = Earnings['items'][number]
type Person = Awaited<ReturnType<typeof getPeople>>['items'][number]

/** What every component of every plan came to in the period, and who got it. */
export function EarningsPage() {
  const { t } = useTranslation('incentives')
  return <PeriodPage title={t('earned')}>{(period) => <EarningsOf period={period} />}</PeriodPage>
}

function EarningsOf({ period }: { readonly period: string }) {
  const { t } = useTranslation('incentives')
  const { t: frame } = useTranslation('shell')
  const { data, error, refetch } = useQuery({ queryKey: ['earnings', period], queryFn: ({ signal }) => getEarnings(period, signal) })
  const columns = useColumns(data)
  const named = periodName(period, frame)
  return (
    <Page
      title={t('earned')}
      sentence={<EarningsSentence named={named} earnings={data} />}
      actions={<EarningsExport period={period} disabled={data === undefined || data.items.length === 0} />}
    >
      <DataTable
        name="earnings"
        label={t('earned')}
        columns={columns}
        rows={data?.items}
        rowKey={keyOf}
        error={error}
        again={() => void refetch()}
        empty={<EmptyState title={t('earned.empty', { period: named })}>{t('earned.emptyNote')}</EmptyState>}
      />
      <p className={styles['quiet']}>{t('earned.reach')}</p>
      <RunNote run={data?.run} />
      <AddressDrawer param="earned" title={<DrawerTitle earnings={data} />}>
        {(key) => <People key={key} period={period} of={key} measure={data?.measure?.name ?? null} />}
      </AddressDrawer>
    </Page>
  )
}

/** Both are texts that may hold anything. */
const keyOf = ({ incentive, component }: Pick<Total, 'incentive' | 'component'>): string => JSON.stringify([incentive, component])

function partsOf(key: string): readonly [incentive: string, component: string] {
  try {
    const parts: unknown = JSON.parse(key)
    if (Array.isArray(parts)) return [String(parts[0] ?? ''), String(parts[1] ?? '')]
  } catch {
    // An address that somebody typed: nobody is found.
  }
  return ['', '']
}

const sumOf = (amounts: readonly (string | null)[]): string => amounts.reduce((all, one) => all.plus(one ?? '0'), dec('0')).toFixed()

function EarningsSentence({ named, earnings }: { readonly named: string; readonly earnings: Earnings | undefined }) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  if (earnings === undefined) return <>{named}</>
  if (earnings.run === null) return <>{t('earned.noRun', { period: named })}</>
  if (earnings.items.length === 0) return <>{t('earned.none', { period: named })}</>
  const total = shownAmount(sumOf(earnings.items.map((i) => i.total)), lang, 2)
  return <span title={total.exact}>{t('earned.sentence', { period: named, total: total.short, count: earnings.items.length })}</span>
}

function DrawerTitle({ earnings }: { readonly earnings: Earnings | undefined }) {
  const { t } = useTranslation('incentives')
  const [key = ''] = useAddressParam('earned')
  const found = earnings?.items.find((each) => keyOf(each) === key)
  return <>{found === undefined ? t('earned') : `${found.plan} · ${found.name}`}</>
}

function useColumns(earnings: Earnings | undefined): readonly Column<Total>[] {
  const { t } = useTranslation('incentives')
  const measure = earnings?.measure?.name
  return useMemo(() => {
    const share = ({ total, result }: Total) => (total === null || result === null || dec(result).lte(0) ? null : dec(total).div(result).toFixed(6))
    const all = sumOf(earnings?.items.map((i) => i.total) ?? [])
    const part = ({ total }: Total) => (total === null || dec(all).lte(0) ? null : dec(total).div(all).toFixed(6))
    return [
      { id: 'component', title: t('earned.component'), always: true, cell: (row) => <ComponentLink row={row} />, text: (row) => row.name, compare: byText((row) => row.name) },
      {
        ...{ id: 'plan', title: t('column.plan'), text: (row: Total) => row.plan, compare: byText<Total>((row) => row.plan) },
        cell: (row) => (
          <Link to="/incentives/$plan" params={{ plan: row.incentive }}>
            {row.plan}
          </Link>
        ),
      },
      {
        id: 'people',
        title: t('earned.people'),
        end: true,
        cell: (row) => countText(row.people),
        text: (row) => String(row.people),
        compare: byNumber((row) => String(row.people)),
      },
      { id: 'paid', title: t('earned.paid'), end: true, cell: (row) => countText(row.paid), text: (row) => String(row.paid), compare: byNumber((row) => String(row.paid)) },
      {
        id: 'total',
        title: t('earned.total'),
        end: true,
        cell: (row) => <Amount value={row.total} decimals={2} missing={t('earned.open')} />,
        text: (row) => row.total,
        compare: byNumber((row) => row.total),
      },
      { id: 'part', title: t('earned.part'), end: true, cell: (row) => <Percent value={part(row)} missing={t('earned.open')} />, text: part, compare: byNumber(part) },
      {
        id: 'largest',
        title: t('earned.largest'),
        end: true,
        cell: (row) => <Amount value={row.largest} decimals={2} missing={t('earned.open')} />,
        text: (row) => row.largest,
        compare: byNumber((row) => row.largest),
      },
      ...(measure === undefined
        ? []
        : [
            {
              ...{ id: 'share', title: t('share', { base: measure }), end: true, text: share, compare: byNumber(share) },
              cell: (row: Total) => <Percent value={share(row)} decimals={2} missing={t('earned.noShare', { measure })} />,
            },
          ]),
    ]
  }, [t, measure, earnings?.items])
}

function ComponentLink({ row }: { readonly row: Total }) {
  const [, open] = useAddressParam('earned')
  return (
    <Button type="link" className={styles['plain'] ?? ''} onClick={() => open(keyOf(row))}>
      {row.name}
    </Button>
  )
}

const PAGE = 100

function People({ period, of, measure }: { readonly period: string; readonly of: string; readonly measure: string | null }) {
  const { t } = useTranslation('incentives')
  const [incentive, component] = partsOf(of)
  const load = useCallback(
    (after: string | undefined, signal?: AbortSignal) => getPeople({ period, incentive, component, limit: PAGE, ...(after === undefined ? {} : { after }) }, signal),
    [period, incentive, component],
  )
  const { rows, paging, error, again } = usePages(['earnings', 'people', period, of], load)
  const columns: readonly Column<Person>[] = [
    {
      ...{ id: 'name', title: t('trial.person'), always: true, text: (p: Person) => p.name },
      cell: (p) => (
        <Link to="/scores/$employee" params={{ employee: p.id }}>
          {p.name}
        </Link>
      ),
    },
    { id: 'unit', title: t('earned.unit'), cell: (p) => p.unitName ?? <Missing />, text: (p) => p.unitName },
    {
      ...{ id: 'total', title: t('curve.pays'), end: true, text: (p: Person) => p.total },
      cell: (p) => (
        <WhyLink employee={p.id} subject={`component:${component}`}>
          <Amount value={p.total} decimals={2} missing={t('earned.open')} />
        </WhyLink>
      ),
    },
    ...(measure === null ? [] : [{ id: 'result', title: measure, end: true, cell: (p: Person) => <Amount value={p.result} />, text: (p: Person) => p.result }]),
  ]
  return (
    <div className={styles['earned']}>
      <EarningsExport period={period} of={{ incentive, component }} disabled={rows === undefined || rows.length === 0} />
      <DataTable
        name="earned-people"
        label={t('earned.people')}
        columns={columns}
        rows={rows}
        rowKey={(p) => p.id}
        error={error}
        again={again}
        paging={paging}
        tools={false}
        empty={<EmptyState title={t('earned.nobody')} />}
      />
    </div>
  )
}
