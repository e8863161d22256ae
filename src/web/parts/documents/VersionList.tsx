import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { Differences } from './Differences.tsx'
import styles from './documents.module.css'
import { type DocumentKind, type VersionShown, versionsQuery } from './queries.ts'

/** Every version of a document, the newest first: when, by whom, why, and what it changed. */
export function VersionList({ kind, id }: { readonly kind: DocumentKind; readonly id: string }) {
  const { data, error, refetch } = useQuery(versionsQuery(kind, id))
  if (data === undefined) return error === null ? <Lines count={3} /> : <ProblemView error={error} again={() => void refetch()} />
  return (
    <ol className={styles['versions']}>
      {data.items.map((version) => (
        <Version key={version.version} version={version} first={version.version === 1} />
      ))}
    </ol>
  )
}

function Version({ version: v, first }: { readonly version: VersionShown; readonly first: boolean }) {
  const { t } = useTranslation('documents')
  return (
    <li>
      <p className={styles['versionHead']}>
        <strong>{t('version', { version: v.version })}</strong>
        <span>{localTime(v.publishedAt)}</span>
        <span>{v.by ?? t('version.cli')}</span>
      </p>
      {v.note === '' ? null : <p>{v.note}</p>}
      {v.withdrawn ? <p className={styles['quiet']}>{t('version.withdrawn')}</p> : null}
      {first ? <p className={styles['quiet']}>{t('version.first')}</p> : null}
      <Differences differences={v.differences} />
    </li>
  )
}
