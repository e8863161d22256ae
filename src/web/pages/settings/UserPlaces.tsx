import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { browserOf } from '../../parts/browser.ts'
import { localTime } from '../../ui/dates.ts'
import { NotYet } from '../../ui/NotYet.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { userKeysQuery, userSessionsQuery } from './queries.ts'
import styles from './settings.module.css'
import { useAct } from './use-act.ts'

/** Where a user is signed in; all of it can be ended. */
export function UserSessions({ user }: { readonly user: string }) {
  const { t } = useTranslation('settings')
  const query = useQuery(userSessionsQuery(user))
  const { data } = query
  const end = useAct(() => dataOf(api.DELETE('/users/{user}/sessions', { params: { path: { user } } })), { done: ({ ended }) => t('sessions.ended', { count: ended }) })
  if (data === undefined) return <NotYet query={query} lines={2} />
  return (
    <Section title={t('sessions')} note={data.length === 0 ? t('sessions.none') : undefined}>
      <ul className={styles['rows']}>
        {data.map((session) => (
          <li key={session.id} className={styles['row']}>
            <span>{browserOf(session.agent) ?? session.agent}</span>
            <span className={styles['quiet']}>
              {session.address} · {localTime(session.seenAt)}
            </span>
          </li>
        ))}
      </ul>
      {end.error === null ? null : <ProblemView error={end.error} compact />}
      {data.length === 0 ? null : (
        <div>
          <Button loading={end.isPending} onClick={() => end.mutate()}>
            {t('sessions.endAll')}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** Keys of a user's programs. */
export function UserKeys({ user }: { readonly user: string }) {
  const { t } = useTranslation('settings')
  const query = useQuery(userKeysQuery(user))
  const { data } = query
  const revoke = useAct((key: string) => api.DELETE('/keys/{key}', { params: { path: { key } } }), { done: () => t('keys.revoked') })
  if (data === undefined) return <NotYet query={query} lines={2} />
  return (
    <Section title={t('keys')} note={data.length === 0 ? t('keys.none') : undefined}>
      {revoke.error === null ? null : <ProblemView error={revoke.error} compact />}
      <ul className={styles['rows']}>
        {data.map((key) => (
          <li key={key.id} className={styles['row']}>
            <span>
              {key.name} <span className={styles['quiet']}>{key.shown}…</span>
            </span>
            <span className={styles['quiet']}>{t('keys.until', { until: localTime(key.expiresAt) })}</span>
            <Button size="small" loading={revoke.isPending && revoke.variables === key.id} onClick={() => revoke.mutate(key.id)} aria-label={`${t('keys.revoke')} ${key.name}`}>
              {t('keys.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
