import { Link, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { useTitle } from '../../text/title.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import styles from './home.module.css'

/** Where somebody arrives: who they are here, and what they can open. */
export function HomePage() {
  const { t } = useTranslation('home')
  const { t: frame } = useTranslation('shell')
  const title = useTitle()
  const { session, can } = useCurrentUser()
  const entries = useRouteContext({ from: '__root__', select: (context) => context.entries })
  const open = entries.filter(({ to, may }) => to !== '/' && (may === undefined || can(may)))
  const roles = session.roles.map((role) => t(`role.${role}`)).join(t('and'))
  return (
    <Page title={t('title', { name: session.user.name })} sentence={roles === '' ? t('noRoles') : t('sentence', { roles })}>
      <Section title={t('pages')}>
        {open.length === 0 ? (
          <EmptyState title={t('nothing')} />
        ) : (
          <ul className={styles['pages']}>
            {open.map((entry) => (
              <li key={entry.to}>
                <Link to={entry.to}>{title(entry.title)}</Link>
                <span className={styles['section']}>{frame(`section.${entry.section}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}
