import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/StateMark.tsx'
import styles from './documents.module.css'
import type { DocumentFinding } from './queries.ts'
import { type Draft, goToPath, isOwn } from './use-draft.ts'

const STATES = { error: 'off', warning: 'caution', info: 'none' } as const

/** What is wrong with a draft, or to be known of it; each leads to its field. `onGo` where the editor knows better where that is. */
export function FindingList({ draft, onGo = goToPath }: { readonly draft: Draft; readonly onGo?: (path: readonly (string | number)[]) => void }) {
  const { t } = useTranslation('documents')
  const { findings, pending, failed } = draft.check
  if (findings.length === 0) return <p className={styles['quiet']}>{t(failed !== null ? 'check.failed' : pending ? 'check.pending' : 'check.none')}</p>
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b))
  return (
    <ul className={styles['findings']}>
      {sorted.map((finding) => (
        <li key={JSON.stringify([finding.code, finding.place, finding.detail])}>
          <StateMark state={STATES[finding.severity]} words={t(`severity.${finding.severity}`)} />
          <div>
            <p>{finding.detail}</p>
            <p className={styles['quiet']}>{finding.cure}</p>
          </div>
          {isOwn(finding, draft) ? (
            <button type="button" className={styles['go']} onClick={() => onGo(finding.place.path ?? [])}>
              {t('finding.go')}
            </button>
          ) : (
            <span className={styles['quiet']}>{t('finding.elsewhere', { kind: t(`kind.${finding.document?.kind ?? 'company'}`), id: finding.document?.id ?? '' })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

const rank = ({ severity }: DocumentFinding): number => (severity === 'error' ? 0 : severity === 'warning' ? 1 : 2)
