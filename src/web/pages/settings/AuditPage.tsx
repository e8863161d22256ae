import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { usePages } from '../../parts/use-pages.ts'
import { useTableView } from '../../parts/use-table-view.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Missing } from '../../ui/Figures.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { AuditCheck, useAuditCheck } from './AuditCheck.tsx'
import { GROUPS } from './command-names.ts'
import { useCommandName } from './commands.ts'
import styles from './settings.module.css'

interface Asked {
  readonly q: string
  readonly group: string | undefined
  readonly from: string | undefined
  readonly until: string | undefined
  readonly after: string | undefined
  readonly signal?: AbortSignal | undefined
}

const getAudit = ({ q, group, signal, ...asked }: Asked) => {
  const all = { ...asked, q, command: group === undefined ? undefined : `${group}.` }
  const query = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''))
  return dataOf(api.GET('/audit', { params: { query: { limit: 100, ...query } }, ...(signal === undefined ? {} : { signal }) }))
}

type Entry = Awaited<ReturnType<typeof getAudit>>['items'][number]

/** Who did what and when, and whether the trail is as it was written. */
export function AuditPage() {
  const { t } = useTranslation('settings')
  const { view, onView } = useTableView()
  const [from] = useAddressParam('from')
  const [until] = useAddressParam('until')
  const group = GROUPS.find((each) => each === view.filters['command'])
  const check = useAuditCheck()
  const load = useCallback((after: string | undefined, signal?: AbortSignal) => getAudit({ q: view.q, group, from, until, after, signal }), [view.q, group, from, until])
  const { rows, paging, error, again } = usePages<Entry>(['audit', view.q, group, from, until], load)
  const columns = useColumns()
  const actions = (
    <Button loading={check.isFetching} onClick={() => void check.refetch()}>
      {t('audit.check')}
    </Button>
  )
  const filters = (
    <>
      <DayField param="from" label={t('audit.from')} />
      <DayField param="until" label={t('audit.until')} />
    </>
  )
  return (
    <Page title={t('audit')} sentence={t('audit.sentence')} actions={actions} filters={filters}>
      <AuditCheck check={check} />
      <DataTable
        name="audit"
        label={t('audit.table')}
        columns={columns}
        rows={rows}
        rowKey={(entry) => entry.seq}
        error={error}
        again={again}
        view={view}
        onView={onView}
        paging={paging}
        empty={<EmptyState title={t('audit.empty')}>{t('audit.emptyNote')}</EmptyState>}
      />
    </Page>
  )
}

const detailOf = ({ detail }: Entry): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')

const VIAS = ['session', 'key', 'nobody', 'cli'] as const

function useColumns(): readonly Column<Entry>[] {
  const { t } = useTranslation('settings')
  const nameOf = useCommandName()
  return useMemo(() => {
    const via = (entry: Entry) => {
      const known = VIAS.find((each) => each === entry.via)
      return known === undefined ? entry.via : t(`via.${known}`)
    }
    const who = (entry: Entry) => (entry.name === '' ? t('audit.nobody') : entry.name)
    return [
      { id: 'seq', title: t('audit.seq'), width: 80, end: true, cell: (e) => e.seq, text: (e) => e.seq },
      { id: 'at', title: t('audit.at'), width: 150, cell: (e) => localTime(e.at), text: (e) => e.at },
      { id: 'who', title: t('audit.who'), width: 140, cell: who, text: who },
      {
        ...{ id: 'command', title: t('audit.what'), always: true, cell: (e: Entry) => <span title={e.command}>{nameOf(e.command)}</span>, text: (e: Entry) => e.command },
        filter: { of: (e) => e.command, choices: GROUPS.map((each) => ({ value: each, label: t(`group.${each}`) })) },
      },
      { id: 'object', title: t('audit.object'), cell: (e) => e.object ?? <Missing reason={t('audit.object.none')} />, text: (e) => e.object },
      {
        ...{ id: 'detail', title: t('audit.detail'), text: detailOf },
        cell: (e) => (detailOf(e) === '' ? <Missing reason={t('audit.detail.none')} /> : <span className={styles['detail']}>{detailOf(e)}</span>),
      },
      { id: 'via', title: t('audit.via'), width: 100, cell: via, text: via },
      { id: 'ip', title: t('audit.ip'), width: 130, hidden: true, cell: (e) => e.ip ?? <Missing reason={t('audit.ip.none')} />, text: (e) => e.ip },
      { id: 'hash', title: t('audit.hash'), hidden: true, cell: (e) => <span className={styles['hash']}>{e.hash}</span>, text: (e) => e.hash },
    ]
  }, [t, nameOf])
}
