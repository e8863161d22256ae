import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { NotAllowedPage } from '../../pages/whole/NotAllowedPage.tsx'
import { needsCompany, UnbegunPage } from '../../pages/whole/UnbegunPage.tsx'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { Events } from '../../parts/Events.tsx'
import { WhyDrawer } from '../../parts/why/WhyDrawer.tsx'
import { PageSkeleton } from '../../ui/Skeletons.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import { Navigation } from './Navigation.tsx'
import styles from './shell.module.css'
import { TopBar } from './TopBar.tsx'

/** The frame: navigation at the start, the bar above, the page in the middle. */
export function Shell() {
  const { t } = useTranslation('shell')
  const narrow = useNarrow()
  return (
    <Events>
      <div className={styles['shell']}>
        <a href="#content" className={styles['skip']}>
          {t('skip')}
        </a>
        {narrow ? null : (
          <div className={styles['side']}>
            <Navigation />
          </div>
        )}
        <div className={styles['body']}>
          <TopBar narrow={narrow} />
          <Content>
            <Suspense fallback={<PageSkeleton />}>
              <AllowedPage />
            </Suspense>
          </Content>
        </div>
        <WhyDrawer />
      </div>
    </Events>
  )
}

/** The middle of the frame: while the next page is awaited, the last one still stands in it, and whoever listens to it is told so. */
function Content({ children }: { readonly children: ReactNode }) {
  const busy = useRouterState({ select: ({ isLoading }) => isLoading })
  return (
    <main id="content" tabIndex={-1} aria-busy={busy} className={styles['main']}>
      {children}
    </main>
  )
}

/** The page, or why it may not be opened. */
function AllowedPage() {
  const { can, session } = useCurrentUser()
  const needed = useMatches({ select: (matches) => matches.map(({ staticData }) => staticData.may).findLast((may) => may !== undefined) })
  if (needed === undefined) return <Outlet />
  if (!can(needed)) return <NotAllowedPage needed={needed} />
  return session.company === null && needsCompany([needed].flat()) ? <UnbegunPage /> : <Outlet />
}
