import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Reasons } from '../../parts/results/Reasons.tsx'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { Figure, Missing } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import styles from './insight.module.css'
import { type GroupOf, type Risk, riskQuery } from './queries.ts'
import { Shown } from './Shown.tsx'

type Person = Risk['items'][number]

const STATES = ['on', 'caution', 'off', 'none'] as const

/** Who is on track and who is not, and those who most need help, with the reason. */
export function RiskSection({ of }: { readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const query = useQuery(riskQuery(of))
  const columns = useColumns()
  return (
    <Section title={t('risk')}>
      <Shown query={query}>
        {({ items, counts, run }) =>
          run === null ? (
            <p>{t('trend.none')}</p>
          ) : (
            <>
              <ul className={styles['states']}>
                {STATES.map((state) => (
                  <li key={state}>
                    <StateMark state={state} /> {t('risk.people', { count: counts[state] ?? 0 })}
                  </li>
                ))}
              </ul>
              <DataTable
                name="insight-risk"
                label={t('risk')}
                columns={columns}
                rows={items.filter(needsHelp)}
                rowKey={({ id }) => id}
                tools={false}
                empty={<p>{t('risk.none')}</p>}
              />
            </>
          )
        }
      </Shown>
    </Section>
  )
}

const needsHelp = ({ state, lacking }: Person): boolean => state === 'off' || state === 'caution' || lacking !== null

function useColumns(): readonly Column<Person>[] {
  const { t } = useTranslation('insight')
  return useMemo(
    () => [
      {
        ...{ id: 'name', title: t('person'), always: true, text: (p: Person) => p.name },
        cell: ({ id, name }) => (
          <Link to="/insight/$employee" params={{ employee: id }}>
            {name}
          </Link>
        ),
      },
      { id: 'unit', title: t('unit'), cell: (p) => p.unitName ?? <Missing />, text: (p) => p.unitName },
      { id: 'state', title: t('state'), cell: (p) => <StateMark state={p.state} />, text: (p) => p.state },
      { id: 'why', title: t('why'), cell: (p) => <Reasons person={p} /> },
      {
        ...{ id: 'score', title: t('score'), end: true, text: (p: Person) => p.score },
        cell: (p) =>
          p.score === null ? (
            <Missing />
          ) : (
            <WhyLink employee={p.id} subject="score">
              <Figure value={p.score} aligned />
            </WhyLink>
          ),
      },
    ],
    [t],
  )
}
