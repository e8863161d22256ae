import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AskAgain } from '../../ui/AskAgain.tsx'
import { useCurrentUser } from '../CurrentUser.tsx'
import styles from './documents.module.css'
import { type DocumentKind, draftsQuery } from './queries.ts'

/** Drafts of a kind that wait to be published, each a link to its editor; nothing for who may not write rules. */
export function DraftsNote({ kind }: { readonly kind: DocumentKind }) {
  const { t } = useTranslation('documents')
  const { can } = useCurrentUser()
  const { data, error, refetch } = useQuery({ ...draftsQuery, enabled: can('rule.write') })
  if (data === undefined && error !== null)
    return (
      <p>
        <AskAgain refetch={refetch}>{t('drafts.failed')}</AskAgain>
      </p>
    )
  const drafts = data?.items.filter((d) => d.kind === kind) ?? []
  if (drafts.length === 0) return null
  return (
    <p className={styles['drafts']}>
      {t('drafts')}
      {drafts.map((d) => (
        <Link key={d.id} to={editorOf(kind, d.id)} title={t('drafts.by', { by: d.by })}>
          {d.name}
        </Link>
      ))}
    </p>
  )
}

/** Where documents of a kind are edited. */
const EDITORS: Readonly<Record<DocumentKind, string>> = {
  company: '/settings/company/edit',
  dataset: '/data',
  measure: '/measures',
  table: '/tables',
  scheme: '/schemes',
  incentive: '/incentives',
}

function editorOf(kind: DocumentKind, id: string): string {
  return kind === 'company' ? EDITORS.company : `${EDITORS[kind]}/${encodeURIComponent(id)}/edit`
}
