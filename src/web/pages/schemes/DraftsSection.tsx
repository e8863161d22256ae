import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Drafts } from '../../parts/documents/Drafts.tsx'
import { localTime } from '../../ui/dates.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './schemes.module.css'

/** Schemes that are being written and not published yet. */
export function DraftsSection() {
  const { t } = useTranslation('schemes')
  return (
    <Drafts kind="scheme">
      {(drafts) => (
        <Section title={t('drafts')}>
          <ul className={styles['editions']}>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <Link to="/schemes/$scheme/edit" params={{ scheme: draft.id }}>
                  {draft.name}
                </Link>
                <span className={styles['quiet']}>
                  {t(draft.inForce === null ? 'drafts.new' : 'drafts.change', { by: draft.by, at: localTime(draft.at), version: draft.inForce ?? 0 })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Drafts>
  )
}
