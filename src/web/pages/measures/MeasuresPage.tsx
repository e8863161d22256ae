import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { DraftsNote } from '../../parts/documents/DraftsNote.tsx'
import { useTableView } from '../../parts/use-table-view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figures.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import styles from './measures.module.css'
import { type MeasureRow, measuresQuery } from './queries.ts'

/** Every measure of the company: what it says, in words, and where it is used. */
export function MeasuresPage() {
  const { t } = useTranslation('measures')
  const { can } = useCurrentUser()
  const { data, error, refetch } = useQuery(measuresQuery)
  const { view, onView } = useTableView()
  const columns = useColumns(data?.items)
  const rows = data?.items
  const used = rows?.filter((m) => m.uses.schemes + m.uses.incentives > 0).length ?? 0
  const may = can('rule.write')
  const actions = (
    <LinkButton to="/measures/new" disabled={!may} {...(may ? {} : { title: t('write.not') })}>
      {t('new')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} sentence={rows === undefined ? undefined : t('sentence', { count: rows.length, used })} actions={actions}>
      <DraftsNote kind="measure" />
      <DataTable
        name="measures"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(m) => m.measure}
        error={error}
        again={() => void refetch()}
        view={view}
        onView={onView}
        empty={<EmptyState title={t('empty.title')}>{t('empty.note')}</EmptyState>}
      />
    </Page>
  )
}

const CATEGORIES = ['financial', 'efficiency', 'customer', 'activity', 'team', 'manager', 'hr', 'direct-selling'] as const
const KINDS = ['aggregate', 'ratio', 'growth', 'formula', 'entered', 'rating'] as const

type Category = (typeof CATEGORIES)[number]

const isCategory = (text: string): text is Category => CATEGORIES.some((c) => c === text)

function useColumns(rows: readonly MeasureRow[] | undefined): readonly Column<MeasureRow>[] {
  const { t } = useTranslation('measures')
  return useMemo(() => {
    const categoryOf = ({ category }: MeasureRow) => (category !== null && isCategory(category) ? t(`category.${category}`) : t('category.none'))
    const here = new Set(rows?.map((m) => m.category ?? ''))
    return [
      {
        ...{ id: 'name', title: t('column.name'), always: true, text: (m) => m.name, compare: (a, b) => a.name.localeCompare(b.name) },
        cell: (m) => (
          <Link to="/measures/$measure" params={{ measure: m.measure }}>
            {m.name}
          </Link>
        ),
      },
      {
        ...{ id: 'category', title: t('column.category'), width: 110, cell: categoryOf, text: categoryOf, compare: (a, b) => categoryOf(a).localeCompare(categoryOf(b)) },
        filter: { of: (m) => m.category, choices: CATEGORIES.filter((c) => here.has(c)).map((value) => ({ value, label: t(`category.${value}`) })) },
      },
      {
        id: 'words',
        title: t('column.words'),
        cell: (m) => (
          <span className={styles['words']} title={m.words}>
            {m.words}
          </span>
        ),
        text: (m) => m.words,
      },
      { id: 'unit', title: t('column.unit'), width: 90, cell: (m) => m.unit, text: (m) => m.unit },
      {
        ...{ id: 'kind', title: t('column.kind'), width: 100, cell: (m) => t(`kind.${m.kind}`), text: (m) => t(`kind.${m.kind}`) },
        filter: { of: (m) => m.kind, choices: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
      },
      { id: 'better', title: t('column.better'), width: 100, hidden: true, cell: (m) => t(`better.${m.better}`), text: (m) => t(`better.${m.better}`) },
      {
        ...{ id: 'uses', title: t('column.uses'), width: 90, end: true, help: t('column.usesHelp'), text: (m) => String(usesOf(m)), compare: (a, b) => usesOf(a) - usesOf(b) },
        cell: (m) => <Figure value={String(usesOf(m))} />,
      },
    ]
  }, [t, rows])
}

const usesOf = ({ uses }: MeasureRow): number => uses.schemes + uses.incentives + uses.measures
