import { Link, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PeriodAwaited } from '../../parts/PeriodAwaited.tsx'
import { usePeriod } from '../../parts/use-period.ts'
import { useTitle } from '../../text/title.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { CompanyHome } from './CompanyHome.tsx'
import styles from './home.module.css'
import { MyHome } from './MyHome.tsx'
import { TeamHome } from './TeamHome.tsx'

/** Where somebody arrives: what is true for them now, by what they may see: the company, the team, themselves. */
export function HomePage() {
  const { t } = useTranslation('home')
  const { session, can } = useCurrentUser()
  const { period } = usePeriod()
  const roles = session.roles.map((role) => t(`role.${role}`)).join(t('and'))
  const reaches = session.grants.filter(({ permission }) => permission === 'score.read').map(({ reach }) => reach)
  const seesAll = reaches.includes('all')
  const seesTeam = !seesAll && reaches.some((reach) => reach !== 'own')
  const { employee } = session.user
  return (
    <Page title={t('title', { name: session.user.name })} sentence={roles === '' ? t('noRoles') : t('sentence', { roles })}>
      {reaches.length === 0 || session.company === null ? null : period === undefined ? (
        <PeriodAwaited lines={<Lines count={8} />} />
      ) : (
        <>
          {seesAll ? <CompanyHome period={period} /> : null}
          {seesTeam ? <TeamHome period={period} me={employee} /> : null}
          {employee === null ? null : <MyHome period={period} employee={employee} alone={!seesAll && !seesTeam} />}
        </>
      )}
      {session.company === null ? <Unbegun may={can('org.write')} /> : null}
      {reaches.length === 0 ? <OpenPages /> : null}
    </Page>
  )
}

/** Nothing is there yet: the way to begin. */
function Unbegun({ may }: { readonly may: boolean }) {
  const { t } = useTranslation('start')
  return (
    <EmptyState title={t('home')} action={may ? <Link to="/start">{t('home.open')}</Link> : undefined}>
      {t(may ? 'home.note' : 'home.others')}
    </EmptyState>
  )
}

/** For those who see no results: what they can open. */
function OpenPages() {
  const { t } = useTranslation('home')
  const { t: frame } = useTranslation('shell')
  const title = useTitle()
  const { can } = useCurrentUser()
  const entries = useRouteContext({ from: '__root__', select: (context) => context.entries })
  const open = entries.filter(({ to, may }) => to !== '/' && (may === undefined || can(may)))
  return (
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
  )
}
