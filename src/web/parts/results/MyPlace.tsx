import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../ui/Figures.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { Section } from '../../ui/Page.tsx'
import { neighbours, rankingQuery } from './ranking.ts'
import styles from './results.module.css'

/** Oneself in the ranking by score, between one’s neighbours as far as the company shows them. Nothing for who has no score. */
export function MyPlace({ period }: { readonly period: string }) {
  const { t } = useTranslation('rankings')
  const query = useQuery(rankingQuery({ period }))
  const { data } = query
  if (data === undefined) return <NotYet query={query} lines={3} />
  if (data.me === null) return null
  return (
    <Section
      title={t('mine', { rank: data.me.rank, count: data.of })}
      actions={
        <Link to="/rankings" className={styles['more'] ?? ''}>
          {t('all')}
        </Link>
      }
    >
      <ol className={styles['places']}>
        {neighbours(data).map((each) => (
          <li key={each.id} className={each.mine ? styles['me'] : undefined}>
            <span className={styles['rank']}>{each.rank}</span>
            <span className={styles['who']}>
              {each.name} {each.unitName === null ? null : <span className={styles['about']}>{each.unitName}</span>}
            </span>
            <Figure value={each.value} aligned />
          </li>
        ))}
      </ol>
    </Section>
  )
}
