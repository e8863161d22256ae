import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DateText } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { getRates, type Rate } from './queries.ts'
import { RateDrawer } from './RateDrawer.tsx'

/** What foreign currencies are worth, from which day on. */
export function RatesSection({ currency }: { readonly currency: string }) {
  const { t } = useTranslation('company')
  const may = useCurrentUser().can('rule.write')
  const [, setRate] = useAddressParam('rate')
  const load = useCallback((after: string | undefined, signal?: AbortSignal) => getRates(after, signal), [])
  const { rows, paging, error, again } = usePages<Rate>(['rates'], load)
  const columns = useColumns(currency, may, setRate)
  const add = (
    <Button disabled={!may} title={may ? undefined : t('rates.not')} onClick={() => setRate('new')}>
      {t('rates.add')}
    </Button>
  )
  return (
    <Section title={t('rates')} note={t('rates.note', { currency })} actions={add}>
      <DataTable
        name="rates"
        label={t('rates')}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.currency} ${row.day}`}
        error={error}
        again={again}
        paging={paging}
        tools={false}
        empty={<EmptyState title={t('rates.empty')}>{t('rates.emptyNote', { currency })}</EmptyState>}
      />
      <RateDrawer rates={rows ?? []} currency={currency} />
    </Section>
  )
}

function useColumns(currency: string, may: boolean, setRate: (rate: string) => void): readonly Column<Rate>[] {
  const { t } = useTranslation('company')
  return useMemo(
    () => [
      { id: 'currency', title: t('rates.currency'), always: true, cell: (r) => r.currency, text: (r) => r.currency },
      { id: 'day', title: t('rates.day'), cell: (r) => <DateText day={r.day} />, text: (r) => r.day },
      { id: 'rate', title: t('rates.rate', { currency }), end: true, cell: (r) => r.rate, text: (r) => r.rate },
      {
        ...{ id: 'change', title: t('rates.change'), text: () => null },
        cell: (r) => (
          <Button size="small" disabled={!may} aria-label={t('rates.changeOf', { currency: r.currency, day: r.day })} onClick={() => setRate(`${r.currency} ${r.day}`)}>
            {t('rates.change')}
          </Button>
        ),
      },
    ],
    [t, currency, may, setRate],
  )
}
