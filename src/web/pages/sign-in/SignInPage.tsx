import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionOptionsQuery } from '../../api/session.ts'
import { Balance } from '../../app/shell/Balance.tsx'
import { LanguageMenu } from '../../app/shell/menus.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { DemoRoles } from './DemoRoles.tsx'
import { LinkEntry } from './LinkEntry.tsx'
import { linkIn } from './link.ts'
import { OidcProblem, OidcWay } from './OidcWay.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import styles from './sign-in.module.css'

/** Coming in: by password, by the company's own sign-in, by a one-time link, or into the demo company as somebody of a role. */
export function SignInPage() {
  const { hash } = useLocation()
  const link = linkIn(hash)
  return <Frame>{link === null ? <Ways /> : <LinkEntry link={link} />}</Frame>
}

function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('signIn')
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <Balance size={32} />
        <div>
          <div className={styles['product']}>{t('product')}</div>
          <div className={styles['tagline']}>{t('tagline')}</div>
        </div>
        <div className={styles['language']}>
          <LanguageMenu />
        </div>
      </header>
      <main className={styles['main']}>{children}</main>
    </div>
  )
}

function Ways() {
  const { t } = useTranslation('signIn')
  const { data: options, error, refetch } = useQuery(sessionOptionsQuery)
  if (error !== null && options === undefined) return <ProblemView error={error} again={() => void refetch()} />
  if (options === undefined) return <Lines count={5} height={28} />
  if (options.firstRun) return <Page title={t('firstRun.title')} sentence={t('firstRun.sentence')} />
  if (options.demo)
    return (
      <DemoRoles
        roles={options.demoRoles}
        oidc={
          <>
            <OidcProblem />
            <OidcWay options={options} />
          </>
        }
      />
    )
  return (
    <Page title={t('title')}>
      <OidcProblem />
      <PasswordForm />
      <OidcWay options={options} />
      <p className={styles['note']}>{t('forgot')}</p>
    </Page>
  )
}
