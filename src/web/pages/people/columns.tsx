import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dayBefore } from '../../parts/days.ts'
import type { PersonShown } from '../../parts/people.ts'
import { DateText, Missing } from '../../ui/Figures.tsx'
import type { Column } from '../../ui/table/column.ts'
import { type Colleague, ColleagueName } from './ColleagueName.tsx'
import styles from './people.module.css'
import { choicesQuery } from './queries.ts'
import { keepDay } from './UnitLink.tsx'
import { useRoleName } from './words.ts'

export function usePeopleColumns(): readonly Column<PersonShown>[] {
  const { t } = useTranslation('people')
  const roleName = useRoleName()
  const query = useQuery(choicesQuery)
  return useMemo(() => {
    const text = (id: 'unitName' | 'position' | 'email', title: string, missing: string): Column<PersonShown> => ({
      ...{ id, title, text: (p) => p[id], cell: (p) => (p[id] === null ? <Missing reason={missing} /> : <Clip text={p[id]}>{p[id]}</Clip>) },
    })
    const named = (id: 'manager' | 'sponsor', title: string, missing: string): Column<PersonShown> => ({
      ...{ id, title, text: (p) => p[id]?.name ?? null, cell: (p) => <Named person={p[id]} missing={missing} /> },
    })
    return [
      { id: 'name', title: t('name'), always: true, serverSort: true, text: (p) => p.name, cell: (p) => <PersonLink person={p} /> },
      { id: 'id', title: t('id'), width: 100, serverSort: true, text: (p) => p.id, cell: (p) => p.id },
      { ...text('unitName', t('unit'), t('unit.none')), serverSort: true },
      text('position', t('position'), t('position.none')),
      {
        ...{ id: 'role', title: t('role'), text: (p: PersonShown) => p.role },
        cell: (p) => (p.role === null ? <Missing reason={t('role.none')} /> : roleName(p.role)),
        filter: { of: (p) => p.role, choices: (query.data?.roles ?? []).map((role) => ({ value: role, label: roleName(role) })), query },
      },
      named('manager', t('manager'), t('manager.none')),
      { ...named('sponsor', t('sponsor'), t('sponsor.none')), hidden: true },
      { ...text('email', t('email'), t('email.none')), hidden: true },
      {
        ...{ id: 'state', title: t('state'), width: 100, text: (p: PersonShown) => t(`state.${p.state}`), cell: (p: PersonShown) => t(`state.${p.state}`) },
        filter: { of: (p) => p.state, choices: (['here', 'coming', 'gone', 'all'] as const).map((value) => ({ value, label: t(`state.${value}`) })) },
      },
      { id: 'from', title: t('since'), width: 120, serverSort: true, text: (p) => p.from, cell: (p) => <DateText day={p.from} missing={t('since.ever')} /> },
      {
        ...{ id: 'until', title: t('until'), width: 120, hidden: true, text: (p: PersonShown) => (p.until === null ? null : dayBefore(p.until)) },
        cell: (p) => <DateText day={p.until === null ? null : dayBefore(p.until)} missing={t('span.open')} />,
      },
    ]
  }, [t, roleName, query])
}

function PersonLink({ person }: { readonly person: PersonShown }) {
  return (
    <Clip text={person.name}>
      <Link to="/people/$employee" params={{ employee: person.id }} search={keepDay}>
        {person.name}
      </Link>
    </Clip>
  )
}

/** A text that may be long: cut off in the table, whole under the pointer and on a phone. */
function Clip({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <span className={styles['clip']} title={text}>
      {children}
    </span>
  )
}

function Named({ person, missing }: { readonly person: Colleague | null; readonly missing: string }) {
  if (person === null) return <Missing reason={missing} />
  return (
    <Clip text={person.name}>
      <ColleagueName person={person} />
    </Clip>
  )
}
