import { useTranslation } from 'react-i18next'
import type { DocumentFinding as Finding } from '../../../parts/documents/queries.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import styles from '../schemes.module.css'

/** What the checker says of a part as a whole: what is wrong, and what to do. */
export function FindingNotes({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('schemes')
  if (findings.length === 0) return null
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.place.path ?? [])} ${finding.detail}`}>
          <StateMark state={finding.severity === 'error' ? 'off' : 'caution'} bare words={t(finding.severity === 'error' ? 'error' : 'finding')} />
          <span>
            {finding.detail} <span className={styles['quiet']}>{finding.cure}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
