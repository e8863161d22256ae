import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { AddressDrawer } from '../../ui/AddressDrawer.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { LinkShown } from './LinkShown.tsx'
import { makeLink, type User, userQuery } from './queries.ts'
import styles from './settings.module.css'
import { UserFacts } from './UserFacts.tsx'
import { UserKeys, UserSessions } from './UserPlaces.tsx'
import { UserRoles } from './UserRoles.tsx'
import { useAct } from './use-act.ts'
import { useWhyNot } from './why-not.ts'

/** One user: `?user=7`. */
export function UserDrawer() {
  const { t } = useTranslation('settings')
  return (
    <AddressDrawer param="user" title={t('users')} width={600}>
      {(id) => <UserShown key={id} id={id} />}
    </AddressDrawer>
  )
}

function UserShown({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(userQuery(id))
  if (data === undefined) return error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />
  return (
    <div className={styles['drawer']}>
      <UserFacts key={`${data.name} ${data.email} ${data.employee}`} user={data} />
      <UserRoles user={data} />
      <PasswordLink user={data} />
      <UserSessions user={id} />
      <UserKeys user={id} />
      <Disable user={data} />
    </div>
  )
}

function PasswordLink({ user }: { readonly user: User }) {
  const { t } = useTranslation('settings')
  const why = useWhyNot(user)
  const make = useAct(() => makeLink(user.id), {})
  return (
    <Section title={t('link')} note={t('link.make.note')}>
      {make.data === undefined ? null : <LinkShown link={make.data} />}
      {make.error === null ? null : <ProblemView error={make.error} compact />}
      <div>
        <Button disabled={why !== undefined || user.disabled} title={why} loading={make.isPending} onClick={() => make.mutate()}>
          {t('link.make')}
        </Button>
      </div>
    </Section>
  )
}

function Disable({ user }: { readonly user: User }) {
  const { t } = useTranslation('settings')
  const why = useWhyNot(user, true)
  const set = useAct((disabled: boolean) => dataOf(api.PATCH('/users/{user}', { params: { path: { user: user.id } }, body: { disabled } })), {
    done: ({ disabled, name }) => t(disabled ? 'disable.done' : 'enable.done', { name }),
  })
  return (
    <Section title={t('state')} note={user.disabled ? t('state.disabled') : t('disable.effect')}>
      {set.error === null ? null : <ProblemView error={set.error} compact />}
      <div>
        {user.disabled ? (
          <Button disabled={why !== undefined} title={why} loading={set.isPending} onClick={() => set.mutate(false)}>
            {t('enable')}
          </Button>
        ) : (
          <Popconfirm title={t('disable.effect')} okText={t('disable')} cancelText={t('cancel')} onConfirm={() => set.mutate(true)} disabled={why !== undefined}>
            <Button danger disabled={why !== undefined} title={why} loading={set.isPending}>
              {t('disable')}
            </Button>
          </Popconfirm>
        )}
      </div>
    </Section>
  )
}
