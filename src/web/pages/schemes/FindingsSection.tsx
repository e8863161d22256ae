import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Scheme } from './queries.ts'
import styles from './schemes.module.css'

/** Known mistakes in how the scheme is made: what, why, and what to do. */
export function FindingsSection({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('schemes')
  if (scheme.findings.length === 0) return null
  return (
    <Section title={t('findings')} note={t('findings.note')}>
      <ul className={styles['findings']}>
        {scheme.findings.map((finding) => (
          <li key={`${finding.code} ${finding.path.join('.')}`}>
            <StateMark state="caution" bare words={t('finding')} />
            <span>
              {finding.detail} <span className={styles['quiet']}>{finding.cure}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
