import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../parts/use-pages.ts'
import { useTableView } from '../../parts/use-table-view.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Missing } from '../../ui/Figures.tsx'
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { type State, StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { AddUserDrawer } from './AddUserDrawer.tsx'
import { ProposalsDrawer } from './ProposalsDrawer.tsx'
import { getUsers, type User } from './queries.ts'
import { UserDrawer } from './UserDrawer.tsx'

/** Who can sign in, and with which roles. */
export function UsersPage() {
  const { t } = useTranslation('settings')
  const { view, onView } = useTableView()
  const [, setAdd] = useAddressParam('add')
  const [, setProposals] = useAddressParam('proposals')
  const load = useCallback((after: string | undefined, signal?: AbortSignal) => getUsers(view.q, after, signal), [view.q])
  const { rows, paging, error, again } = usePages<User>(['users', 'list', view.q], load)
  const columns = useColumns()
  const total = paging.total ?? 0
  return (
    <Page
      title={t('users')}
      sentence={rows === undefined || view.q !== '' ? undefined : t('users.sentence', { count: total, users: countText(total) })}
      actions={
        <>
          <Button onClick={() => setProposals('open')}>{t('proposals.open')}</Button>
          <Button type="primary" onClick={() => setAdd('user')}>
            {t('add')}
          </Button>
        </>
      }
    >
      <DataTable
        name="users"
        label={t('users.table')}
        columns={columns}
        rows={rows}
        rowKey={(user) => user.id}
        error={error}
        again={again}
        view={view}
        onView={onView}
        paging={paging}
        empty={<EmptyState title={t('empty.title')}>{t('empty.note')}</EmptyState>}
      />
      <UserDrawer />
      <AddUserDrawer />
      <ProposalsDrawer />
    </Page>
  )
}

type UserState = 'demo' | 'disabled' | 'active' | 'invited'

const MARKS: Readonly<Record<UserState, State>> = { demo: 'none', disabled: 'off', active: 'on', invited: 'caution' }

function stateOf({ demo, disabled, hasPassword }: User): UserState {
  if (demo) return 'demo'
  if (disabled) return 'disabled'
  return hasPassword ? 'active' : 'invited'
}

function useColumns(): readonly Column<User>[] {
  const { t } = useTranslation('settings')
  return useMemo(() => {
    const roles = (user: User) => user.roles.map(({ role }) => t(`access.${role}`)).join(' · ')
    return [
      { id: 'name', title: t('name'), always: true, cell: (u) => <UserLink user={u} />, text: (u) => u.name },
      { id: 'login', title: t('login'), cell: (u) => u.login, text: (u) => u.login },
      { id: 'roles', title: t('roles'), cell: (u) => (u.roles.length === 0 ? <Missing reason={t('roles.none')} /> : roles(u)), text: roles },
      { id: 'employee', title: t('employee'), width: 110, cell: (u) => u.employee ?? <Missing reason={t('employee.none')} />, text: (u) => u.employee },
      { id: 'email', title: t('email'), hidden: true, cell: (u) => u.email ?? <Missing reason={t('email.none')} />, text: (u) => u.email },
      { id: 'state', title: t('state'), width: 150, cell: (u) => <StateMark state={MARKS[stateOf(u)]} words={t(`state.${stateOf(u)}`)} />, text: (u) => t(`state.${stateOf(u)}`) },
      { id: 'seen', title: t('seen'), width: 160, cell: (u) => (u.seenAt === null ? <Missing reason={t('seen.never')} /> : localTime(u.seenAt)), text: (u) => u.seenAt },
    ]
  }, [t])
}

function UserLink({ user }: { readonly user: User }) {
  const [, setUser] = useAddressParam('user')
  return (
    <Button type="link" size="small" style={{ paddingInline: 0, height: 'auto', whiteSpace: 'inherit', textAlign: 'start' }} onClick={() => setUser(user.id)}>
      {user.name}
    </Button>
  )
}
