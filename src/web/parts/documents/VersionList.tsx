import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { Differences } from './Differences.tsx'
import styles from './documents.module.css'
import { type DocumentKind, type VersionShown, versionsQuery } from './queries.ts'
import { WithdrawButton, type WithdrawProps } from './WithdrawButton.tsx'

/** Every version of a document, the newest first: when, by whom, why, and what it changed. */
export function VersionList({ kind, id, name, fixed }: WithdrawProps) {
  const { data, error, refetch } = useQuery(versionsQuery(kind, id))
  if (data === undefined) return error === null ? <Lines count={3} /> : <ProblemView error={error} again={() => void refetch()} />
  return (
    <>
      <ol className={styles['versions']}>
        {data.items.map((version) => (
          <Version key={version.version} version={version} of={{ kind, id }} />
        ))}
      </ol>
      <WithdrawButton {...{ kind, id, name, fixed }} />
    </>
  )
}

function Version({ version: v, of }: { readonly version: VersionShown; readonly of: { readonly kind: DocumentKind; readonly id: string } }) {
  const { t } = useTranslation('documents')
  return (
    <li>
      <p className={styles['versionHead']}>
        <strong>
          <Link to="/versions/$kind/$id/$version" params={{ ...of, version: String(v.version) }}>
            {t('version', { version: v.version })}
          </Link>
        </strong>
        <span>{localTime(v.publishedAt)}</span>
        <span>{v.by ?? t('version.cli')}</span>
      </p>
      {v.note === '' ? null : <p>{v.note}</p>}
      {v.withdrawn ? <p className={styles['quiet']}>{t('version.withdrawn')}</p> : null}
      {v.version === 1 ? <p className={styles['quiet']}>{t('version.first')}</p> : null}
      <Differences differences={v.differences} />
    </li>
  )
}
