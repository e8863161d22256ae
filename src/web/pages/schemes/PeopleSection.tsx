import { Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Missing } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { getPeople, type Scheme, type SchemePerson } from './queries.ts'

/** Whom it is for today; each leads to their score. */
export function PeopleSection({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('schemes')
  const { can } = useCurrentUser()
  const scores = can('score.read')
  const load = useCallback((after: string | undefined, signal?: AbortSignal) => getPeople(scheme.id, after, signal), [scheme.id])
  const { rows, paging, error, again } = usePages<SchemePerson>(['schemes', scheme.id, 'people'], load)
  const columns = useMemo<readonly Column<SchemePerson>[]>(
    () => [
      { id: 'name', title: t('person'), always: true, cell: (p) => (scores ? <ScoreLink person={p} /> : p.name), text: (p) => p.name },
      { id: 'unit', title: t('unit'), cell: (p) => p.unit ?? <Missing reason={t('unit.none')} />, text: (p) => p.unit },
      { id: 'position', title: t('position'), cell: (p) => p.position ?? <Missing reason={t('position.none')} />, text: (p) => p.position },
    ],
    [t, scores],
  )
  return (
    <Section title={t('people')} note={t(scheme.state === 'current' ? 'people.note' : 'people.notYet')}>
      <DataTable
        name="scheme-people"
        label={t('people')}
        columns={columns}
        rows={rows}
        rowKey={(p) => p.employee}
        error={error}
        again={again}
        paging={paging}
        tools={false}
        empty={<EmptyState title={t('people.empty')}>{t('people.emptyNote')}</EmptyState>}
      />
    </Section>
  )
}

function ScoreLink({ person }: { readonly person: SchemePerson }) {
  return (
    <Link to="/scores/$employee" params={{ employee: person.employee }}>
      {person.name}
    </Link>
  )
}
