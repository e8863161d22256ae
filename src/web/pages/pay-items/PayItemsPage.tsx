import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dec } from '../../../base/decimal.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PersonName } from '../../parts/PersonName.tsx'
import { useTableView } from '../../parts/use-table-view.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DateText } from '../../ui/Figures.tsx'
import { countText, shownAmount } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { PayHistory } from './PayHistory.tsx'
import { PayImport } from './PayImport.tsx'
import { PayItemEditor } from './PayItemEditor.tsx'
import { type PayItem, payItemsQuery } from './queries.ts'

/** What people are paid by contract, with the days it holds: what plans read as base salary, performance salary … */
export function PayItemsPage() {
  const { t } = useTranslation('payItems')
  const { can } = useCurrentUser()
  const { data, error, refetch } = useQuery(payItemsQuery)
  const { view, onView } = useTableView()
  const [all, setAll] = useAddressParam('all')
  const [editing, setEditing] = useState<PayItem | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const [, setHistory] = useAddressParam('history')
  const rows = useMemo(() => data?.items.filter((item) => all !== undefined || item.state !== 'past'), [data, all])
  const columns = useColumns(data?.names ?? [], { onEdit: setEditing, onHistory: setHistory })
  const writes = can('pay.write')
  const why = writes ? undefined : t('readOnly')
  const people = new Set(data?.items.map((item) => item.employee)).size
  const actions = (
    <>
      <Button disabled={!writes} title={why} onClick={() => setImporting(true)}>
        {t('import')}
      </Button>
      {/* The names in use are offered in the form: it opens when they are known. */}
      <Button type="primary" disabled={!writes || data === undefined} title={why} onClick={() => setEditing('new')}>
        {t('add')}
      </Button>
    </>
  )
  const filters = (
    <Checkbox checked={all !== undefined} onChange={(event) => setAll(event.target.checked ? '1' : undefined)}>
      {t('past')}
    </Checkbox>
  )
  return (
    <Page
      title={t('title')}
      sentence={data === undefined ? undefined : t('sentence', { count: people, people: countText(people), items: data.names.length })}
      actions={actions}
      filters={filters}
    >
      <DataTable
        name="pay-items"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        error={error}
        again={() => void refetch()}
        view={view}
        onView={onView}
        empty={<EmptyState title={t('empty')}>{t('empty.note')}</EmptyState>}
      />
      {editing === null || data === undefined ? null : <PayItemEditor item={editing === 'new' ? null : editing} known={data} onClose={() => setEditing(null)} />}
      {importing ? <PayImport onClose={() => setImporting(false)} /> : null}
      <PayHistory names={new Map(data?.items.map((item) => [item.employee, item.name]))} />
    </Page>
  )
}

const keyOf = ({ employee, item, from }: PayItem): string => JSON.stringify([employee, item, from])

function useColumns(
  names: readonly { readonly item: string }[],
  { onEdit, onHistory }: { readonly onEdit: (item: PayItem) => void; readonly onHistory: (employee: string) => void },
): readonly Column<PayItem>[] {
  const { t } = useTranslation('payItems')
  const lang = useLang()
  return [
    {
      id: 'employee',
      title: t('person'),
      always: true,
      cell: (row) => <PersonName name={row.name} unit={row.unitName} />,
      text: (row) => `${row.name} ${row.employee}`,
      compare: (a, b) => (a.employee < b.employee ? -1 : 1),
    },
    {
      id: 'item',
      title: t('item'),
      cell: (row) => row.item,
      text: (row) => row.item,
      filter: { of: (row) => row.item, choices: names.map(({ item }) => ({ value: item, label: item })) },
    },
    {
      id: 'amount',
      title: t('amount'),
      end: true,
      cell: (row) => shownAmount(row.amount, lang, 2).exact,
      text: (row) => row.amount,
      compare: (a, b) => dec(a.amount).cmp(dec(b.amount)),
    },
    {
      id: 'from',
      title: t('from'),
      cell: (row) => (row.from === null ? t('ever') : <DateText day={row.from} />),
      text: (row) => row.from,
      compare: (a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1),
    },
    { id: 'until', title: t('until'), cell: (row) => (row.until === null ? t('open') : <DateText day={row.until} />), text: (row) => row.until },
    { id: 'state', title: t('state'), cell: (row) => t(`state.${row.state}`), text: (row) => t(`state.${row.state}`) },
    {
      id: 'does',
      title: t('does'),
      cell: (row) => (
        <>
          <Button
            size="small"
            type="link"
            disabled={!row.writable}
            title={row.writable ? undefined : t('readOnly')}
            aria-label={t('edit.of', { name: row.name, item: row.item })}
            onClick={() => onEdit(row)}
          >
            {t('edit')}
          </Button>
          <Button size="small" type="link" aria-label={t('history.of', { name: row.name, item: row.item })} onClick={() => onHistory(row.employee)}>
            {t('history')}
          </Button>
        </>
      ),
    },
  ]
}
