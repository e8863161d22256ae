import { Link, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { useTitle } from '../../text/title.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type Entry, SECTIONS, type Section } from '../entry.ts'
import { Balance } from './Balance.tsx'
import styles from './navigation.module.css'

/** The sections in the order of the loop: only what exists, and what the reader may open. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation('shell')
  const entries = useOpenEntries()
  const sections = SECTIONS.map((section) => ({ section, entries: entries.filter((entry) => entry.section === section) })).filter((each) => each.entries.length > 0)
  return (
    <nav className={styles['navigation']} aria-label={t('navigation')}>
      <Link to="/" className={styles['brand'] ?? ''} {...(onGo === undefined ? {} : { onClick: onGo })}>
        <Balance />
        <span>{t('product')}</span>
      </Link>
      <ul>
        {sections.map((each) => (
          <SectionItem key={each.section} {...each} onGo={onGo} />
        ))}
      </ul>
    </nav>
  )
}

/** The entries that the reader may open. */
export function useOpenEntries(): readonly Entry[] {
  const { can } = useCurrentUser()
  const entries = useRouteContext({ from: '__root__', select: (context) => context.entries })
  return entries.filter(({ may }) => may === undefined || can(may))
}

interface SectionItemProps {
  readonly section: Section
  readonly entries: readonly Entry[]
  readonly onGo?: (() => void) | undefined
}

/** A section of one page is a link; one of several is a heading with its pages below. */
function SectionItem({ section, entries, onGo }: SectionItemProps) {
  const { t } = useTranslation('shell')
  const title = useTitle()
  const [only, second] = entries
  if (only !== undefined && second === undefined) {
    return (
      <li>
        <EntryLink entry={only} onGo={onGo}>
          <Icon name={section} />
          {t(`section.${section}`)}
        </EntryLink>
      </li>
    )
  }
  return (
    <li>
      <span className={styles['heading']} id={`section-${section}`}>
        <Icon name={section} />
        {t(`section.${section}`)}
      </span>
      <ul className={styles['pages']} aria-labelledby={`section-${section}`}>
        {entries.map((entry) => (
          <li key={entry.to}>
            <EntryLink entry={entry} onGo={onGo}>
              {title(entry.title)}
            </EntryLink>
          </li>
        ))}
      </ul>
    </li>
  )
}

function EntryLink({ entry, onGo, children }: { readonly entry: Entry; readonly onGo?: (() => void) | undefined; readonly children: React.ReactNode }) {
  return (
    <Link
      to={entry.to}
      className={styles['link'] ?? ''}
      activeOptions={{ exact: entry.to === '/', includeSearch: false }}
      activeProps={{ className: styles['active'] ?? '' }}
      {...(onGo === undefined ? {} : { onClick: onGo })}
    >
      {children}
    </Link>
  )
}
