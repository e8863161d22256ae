import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import { Section } from '../../ui/Page.tsx'
import type { Scheme } from './queries.ts'
import { StateCell } from './SchemesPage.tsx'
import styles from './schemes.module.css'
import { forceText, rolesText } from './words.ts'

/** For whom, from when, what else holds, and the editions before and after. */
export function AboutSection({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('schemes')
  const pairs: readonly (readonly [string, string])[] = [
    [t('column.roles'), rolesText(scheme.roles, t)],
    [t('column.every'), t(`every.${scheme.every}`)],
    [t('column.force'), forceText(scheme, t)],
    [t('feedback'), t(`feedback.${scheme.feedback ?? 'unsaid'}`)],
    [t('factors'), t(scheme.factors ? 'factors.applied' : 'factors.ignored')],
    [t('startDay'), t(`startDay.${scheme.startDay}`)],
    [t('column.version'), t('version.published', { version: scheme.version, at: localTime(scheme.publishedAt) })],
    [t('incentives'), scheme.incentives.length === 0 ? t('incentives.none') : scheme.incentives.map((i) => i.name).join(t('and'))],
  ]
  return (
    <Section title={t('about')}>
      <dl className={styles['pairs']}>
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {scheme.editions.length < 2 ? null : <Editions scheme={scheme} />}
    </Section>
  )
}

function Editions({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('schemes')
  return (
    <>
      <h3>{t('editions')}</h3>
      <ol className={styles['editions']}>
        {scheme.editions.map((edition) => (
          <li key={edition.id}>
            <Link to="/schemes/$scheme" params={{ scheme: edition.id }} {...(edition.id === scheme.id ? { 'aria-current': 'page' as const } : {})}>
              {forceText(edition, t)}
            </Link>
            <StateCell state={edition.state} />
          </li>
        ))}
      </ol>
    </>
  )
}
