import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Drafts } from './Drafts.tsx'
import styles from './documents.module.css'
import type { DocumentKind } from './queries.ts'

/** Drafts of a kind in one line, each a link to its editor. */
export function DraftsNote({ kind }: { readonly kind: DocumentKind }) {
  const { t } = useTranslation('documents')
  return (
    <Drafts kind={kind}>
      {(drafts) => (
        <p className={styles['drafts']}>
          {t('drafts')}
          {drafts.map((d) => (
            <Link key={d.id} to={editorOf(kind, d.id)} title={t('drafts.by', { by: d.by })}>
              {d.name}
            </Link>
          ))}
        </p>
      )}
    </Drafts>
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
