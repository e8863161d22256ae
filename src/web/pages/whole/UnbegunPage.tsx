import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { Page } from '../../ui/Page.tsx'

/** Permissions about people and users: there may be both before there is a company with rules and results. */
const BEFORE: readonly string[] = ['org.read', 'org.write', 'user.manage', 'audit.read']

/** Whether a page that asks for one of these permissions has anything to show before the company is begun. */
export function needsCompany(permissions: readonly string[]): boolean {
  return permissions.length > 0 && !permissions.some((each) => BEFORE.includes(each))
}

/** The page exists, but there is no company yet that it could be about. */
export function UnbegunPage() {
  const { t } = useTranslation('start')
  const { t: frame } = useTranslation('shell')
  const { can } = useCurrentUser()
  const may = can('org.write')
  return (
    <Page title={t('home')} sentence={t(may ? 'home.note' : 'home.others')}>
      <p>{may ? <Link to="/start">{t('home.open')}</Link> : <Link to="/">{frame('toHome')}</Link>}</p>
    </Page>
  )
}
