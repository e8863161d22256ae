import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AskAgain } from '../../ui/AskAgain.tsx'
import { useCurrentUser } from '../CurrentUser.tsx'
import { type DocumentKind, type DraftRow, draftsQuery } from './queries.ts'

interface DraftsProps {
  readonly kind: DocumentKind
  /** Drawn where there are drafts. */
  readonly children: (drafts: readonly DraftRow[]) => ReactNode
}

/** Drafts of a kind that wait to be published; nothing while there is none, and for who may not write rules. */
export function Drafts({ kind, children }: DraftsProps) {
  const { t } = useTranslation('documents')
  const { can } = useCurrentUser()
  const { data, error, refetch } = useQuery({ ...draftsQuery, enabled: can('rule.write') })
  if (data === undefined && error !== null)
    return (
      <p>
        <AskAgain refetch={refetch}>{t('drafts.failed')}</AskAgain>
      </p>
    )
  const drafts = data?.items.filter((draft) => draft.kind === kind) ?? []
  return drafts.length === 0 ? null : children(drafts)
}
