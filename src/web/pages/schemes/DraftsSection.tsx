import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { draftsQuery } from '../../parts/documents/queries.ts'
import { AskAgain } from '../../ui/AskAgain.tsx'
import { localTime } from '../../ui/dates.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './schemes.module.css'

/** Schemes that are being written and not published yet; nothing while there is none. */
export function DraftsSection() {
  const { t } = useTranslation('schemes')
  const { t: documents } = useTranslation('documents')
  const { data, error, refetch } = useQuery(draftsQuery)
  if (data === undefined && error !== null)
    return (
      <p>
        <AskAgain refetch={refetch}>{documents('drafts.failed')}</AskAgain>
      </p>
    )
  const drafts = data?.items.filter(({ kind }) => kind === 'scheme') ?? []
  if (drafts.length === 0) return null
  return (
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
  )
}
