import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { usePeriod } from '../../parts/use-period.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './people.module.css'

const datasetsQuery = queryOptions({ queryKey: ['datasets'], queryFn: ({ signal }) => dataOf(api.GET('/datasets', { signal })) })

/** Where else somebody stands in the period that is looked at, as far as one may see it: score, earnings, targets, records. */
export function Elsewhere({ employee }: { readonly employee: string }) {
  const { t } = useTranslation('people')
  const { t: shell } = useTranslation('shell')
  const { can } = useCurrentUser()
  const { period } = usePeriod()
  const [scores, pay, targets, records] = [can('score.read'), can('pay.read'), can('target.read'), can('data.read') || can('rating.read')]
  if (!scores && !targets && !records) return null
  const search = period === undefined ? {} : { period }
  return (
    <Section title={period === undefined ? t('one.elsewhere.any') : t('one.elsewhere', { period: periodName(period, shell) })}>
      <div className={styles['chips']}>
        {scores ? (
          <Link to="/scores/$employee" params={{ employee }} search={search as never /* Any address may carry any text; so below. */}>
            {t('one.score')}
          </Link>
        ) : null}
        {scores && pay ? (
          <Link to="/scores/$employee" params={{ employee }} search={search as never} hash="earned">
            {t('one.earned')}
          </Link>
        ) : null}
        {targets ? (
          <Link to="/targets" search={{ ...search, by: 'period', q: employee } as never}>
            {t('one.targets')}
          </Link>
        ) : null}
        {records ? <Records employee={employee} /> : null}
      </div>
    </Section>
  )
}

/** The datasets whose records belong to people, each narrowed to this one and to the days of the period. */
function Records({ employee }: { readonly employee: string }) {
  const { period, current } = usePeriod()
  const { data } = useQuery(datasetsQuery)
  const owned = (data?.items ?? []).filter(({ hasOwner }) => hasOwner)
  return owned.map(({ dataset, name, hasDay }) => {
    const days = hasDay && current !== undefined ? { from: current.from, until: current.last } : {}
    const search = { owner: employee, ...days, ...(period === undefined ? {} : { period }) }
    return (
      <Link key={dataset} to="/data/$dataset" params={{ dataset }} search={search as never /* Any address may carry any text. */}>
        {name}
      </Link>
    )
  })
}
