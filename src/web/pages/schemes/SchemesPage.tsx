import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { useTableView } from '../../parts/use-table-view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure, Missing } from '../../ui/Figures.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { DraftsSection } from './DraftsSection.tsx'
import { type SchemeRow, schemesQuery } from './queries.ts'
import styles from './schemes.module.css'
import { forceText, rolesText } from './words.ts'

/** Every scheme and its editions: for whom, from when, and whether something about it wants attention. */
export function SchemesPage() {
  const { t } = useTranslation('schemes')
  const { data, error, refetch } = useQuery(schemesQuery)
  const { view, onView } = useTableView()
  const columns = useColumns()
  const { can } = useCurrentUser()
  const writes = can('rule.write')
  const rows = useMemo(() => data?.items.toSorted(byState), [data])
  const create = (
    <LinkButton to="/schemes/new" disabled={!writes} title={writes ? undefined : t('edit.not')}>
      {t('new.title')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} sentence={<ListSentence rows={rows} />} actions={create}>
      <DraftsSection />
      <DataTable
        name="schemes"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(s) => s.id}
        error={error}
        again={() => void refetch()}
        view={view}
        onView={onView}
        marked={(s) => s.mine}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.note')}
          </EmptyState>
        }
      />
    </Page>
  )
}

const STATES = ['current', 'upcoming', 'past'] as const

const byState = (a: SchemeRow, b: SchemeRow) => STATES.indexOf(a.state) - STATES.indexOf(b.state)

function ListSentence({ rows }: { readonly rows: readonly SchemeRow[] | undefined }) {
  const { t } = useTranslation('schemes')
  if (rows === undefined) return null
  const current = rows.filter((s) => s.state === 'current')
  const mine = rows.filter((s) => s.mine).map((s) => s.name)
  const people = current.reduce((sum, s) => sum + s.people, 0)
  return (
    <>
      {t('list.sentence', { count: current.length, people })}
      {mine.length === 0 ? null : t('list.mine', { names: mine.join(t('and')) })}
    </>
  )
}

const byText = (a: string | null | undefined, b: string | null | undefined) => (a ?? '').localeCompare(b ?? '')

function useColumns(): readonly Column<SchemeRow>[] {
  const { t } = useTranslation('schemes')
  return useMemo(
    () => [
      { id: 'name', title: t('column.name'), always: true, cell: (s) => <SchemeLink scheme={s} />, text: (s) => s.name, compare: (a, b) => byText(a.name, b.name) },
      {
        ...{ id: 'state', title: t('column.state'), width: 120, cell: (s: SchemeRow) => <StateCell state={s.state} />, text: (s: SchemeRow) => t(`state.${s.state}`) },
        filter: { of: (s) => s.state, choices: STATES.map((value) => ({ value, label: t(`state.${value}`) })) },
      },
      { id: 'roles', title: t('column.roles'), cell: (s) => rolesText(s.roles, t), text: (s) => rolesText(s.roles, t) },
      { id: 'every', title: t('column.every'), width: 90, cell: (s) => t(`every.${s.every}`), text: (s) => t(`every.${s.every}`) },
      { id: 'force', title: t('column.force'), cell: (s) => forceText(s, t), text: (s) => forceText(s, t), compare: (a, b) => byText(a.from, b.from) },
      {
        ...{ id: 'lines', title: t('column.lines'), end: true, width: 110, compare: (a: SchemeRow, b: SchemeRow) => a.lines - b.lines },
        ...{ cell: (s: SchemeRow) => t('lines.count', { count: s.lines, kpis: s.kpis }), text: (s: SchemeRow) => String(s.lines) },
      },
      {
        ...{
          id: 'people',
          title: t('column.people'),
          end: true,
          width: 90,
          text: (s: SchemeRow) => String(s.people),
          compare: (a: SchemeRow, b: SchemeRow) => a.people - b.people,
        },
        cell: (s) => (s.state === 'current' ? <Figure value={String(s.people)} /> : <Missing reason={t('people.notNow')} />),
      },
      {
        ...{
          id: 'warnings',
          title: t('column.warnings'),
          width: 110,
          text: (s: SchemeRow) => String(s.warnings),
          compare: (a: SchemeRow, b: SchemeRow) => a.warnings - b.warnings,
        },
        cell: (s) => <StateMark state={s.warnings === 0 ? 'on' : 'caution'} words={s.warnings === 0 ? t('warnings.none') : t('warnings.some', { count: s.warnings })} />,
      },
      { id: 'version', title: t('column.version'), end: true, width: 80, hidden: true, cell: (s) => s.version, text: (s) => String(s.version) },
    ],
    [t],
  )
}

function SchemeLink({ scheme }: { readonly scheme: SchemeRow }) {
  return (
    <span className={styles['name']}>
      <Link to="/schemes/$scheme" params={{ scheme: scheme.id }}>
        {scheme.name}
      </Link>
      {scheme.from === null ? null : <span className={styles['quiet']}>{scheme.from}</span>}
    </span>
  )
}

export function StateCell({ state }: { readonly state: SchemeRow['state'] }) {
  const { t } = useTranslation('schemes')
  return <span className={state === 'current' ? undefined : styles['quiet']}>{t(`state.${state}`)}</span>
}
