import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { DraftsNote } from '../../parts/documents/DraftsNote.tsx'
import { useTableView } from '../../parts/use-table-view.ts'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DateText, Figure, Missing } from '../../ui/Figures.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type DatasetRow, datasetsQuery } from './queries.ts'

/** Every dataset one may open. */
export function DatasetsPage() {
  const { t } = useTranslation('data')
  const { data, error, refetch } = useQuery(datasetsQuery)
  const { view, onView } = useTableView()
  const columns = useColumns()
  const rows = data?.items
  const total = rows?.reduce<number | null>((sum, d) => (sum === null || d.rows === null ? null : sum + d.rows), 0)
  const sentence = rows === undefined || total === undefined ? undefined : total === null ? t('sentence.mine') : t('sentence', { count: rows.length, rows: countText(total) })
  const { t: words } = useTranslation('datasets')
  const may = useCurrentUser().can('rule.write')
  const actions = (
    <LinkButton to="/data/new" disabled={!may} {...(may ? {} : { title: words('write.not') })}>
      {words('new')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} sentence={sentence} actions={actions}>
      <DraftsNote kind="dataset" />
      <DataTable
        name="datasets"
        label={t('table')}
        columns={columns}
        rows={rows}
        rowKey={(d) => d.dataset}
        error={error}
        again={() => void refetch()}
        view={view}
        onView={onView}
        empty={<EmptyState title={t('empty.title')}>{t('empty.note')}</EmptyState>}
      />
    </Page>
  )
}

const byText = (a: string | null | undefined, b: string | null | undefined) => (a ?? '').localeCompare(b ?? '')

function useColumns(): readonly Column<DatasetRow>[] {
  const { t } = useTranslation('data')
  return useMemo(
    () => [
      { id: 'dataset', title: t('column.dataset'), always: true, cell: (d) => <DatasetLink row={d} />, text: (d) => d.name, compare: (a, b) => byText(a.name, b.name) },
      {
        ...{ id: 'rows', title: t('column.rows'), end: true, width: 110, text: (d) => d.rows?.toString() ?? null, compare: (a, b) => (a.rows ?? 0) - (b.rows ?? 0) },
        cell: (d) => <Figure value={d.rows?.toString()} missing={t('rows.hidden')} />,
      },
      {
        ...{ id: 'latest', title: t('column.latest'), width: 130, text: (d) => d.latestDay, compare: (a, b) => byText(a.latestDay, b.latestDay) },
        cell: (d) => <DateText day={d.latestDay} missing={t(d.rows === null ? 'rows.hidden' : 'latest.none')} />,
      },
      { id: 'import', title: t('column.import'), cell: (d) => d.lastImport?.file ?? <Missing reason={t('import.none')} />, text: (d) => d.lastImport?.file ?? null },
      {
        ...{ id: 'at', title: t('column.importedAt'), width: 160, text: (d) => d.lastImport?.at ?? null, compare: (a, b) => byText(a.lastImport?.at, b.lastImport?.at) },
        cell: (d) => (d.lastImport === null ? <Missing reason={t('import.none')} /> : localTime(d.lastImport.at)),
      },
      { id: 'fields', title: t('column.fields'), end: true, width: 80, hidden: true, cell: (d) => d.fields, text: (d) => String(d.fields) },
    ],
    [t],
  )
}

function DatasetLink({ row }: { readonly row: DatasetRow }) {
  return (
    <Link to="/data/$dataset" params={{ dataset: row.dataset }} title={row.description === '' ? undefined : row.description}>
      {row.name}
    </Link>
  )
}
