import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Differences } from '../../../parts/documents/Differences.tsx'
import { kindNamed } from '../../../parts/documents/queries.ts'
import { periodName } from '../../../parts/period-names.ts'
import styles from '../schemes.module.css'
import type { Result } from './queries.ts'

type Changed = Result['changes'][number]

/** What the draft changes: each document against the version that was in force, in the words of its page. */
export function ChangedDocuments({ changes }: { readonly changes: readonly Changed[] }) {
  const { t } = useTranslation('schemes')
  if (changes.length === 0) return <p>{t('trial.same')}</p>
  return (
    <section className={styles['stack']} aria-label={t('trial.changes')}>
      <h3>{t('trial.changes')}</h3>
      <ul className={styles['stack']}>
        {changes.map((changed) => (
          <li key={`${changed.kind}/${changed.id}`} className={styles['changed']}>
            <Head changed={changed} />
            <Differences differences={changed.differences} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Head({ changed: { kind, id, name, change, version, inPlay } }: { readonly changed: Changed }) {
  const { t } = useTranslation('schemes')
  const { t: documents } = useTranslation('runs')
  const { t: frame } = useTranslation('shell')
  const known = kindNamed(kind)
  return (
    <p className={styles['name']}>
      <strong>{documents(`document.${known}`, { name })}</strong>
      <span>{t(`trial.${change}`)}</span>
      {version === null ? null : (
        <Link to="/versions/$kind/$id/$version" params={{ kind, id, version: String(version) }}>
          {t('trial.inForce', { version })}
        </Link>
      )}
      <span className={styles['quiet']}>
        {inPlay.length === 0 ? t('trial.noPart') : t('trial.part', { periods: inPlay.map((period) => periodName(period, frame)).join(t('and')) })}
      </span>
    </p>
  )
}
