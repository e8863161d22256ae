import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OrgFileImport } from '../../parts/org-file/OrgFileImport.tsx'
import type { Kind } from '../../parts/org-file/queries.ts'
import { getPeople } from '../../parts/people.ts'
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import styles from './people.module.css'
import { unitsQuery } from './queries.ts'

const knownQuery = queryOptions({
  queryKey: ['people', 'known'],
  queryFn: async ({ signal }) => (await getPeople({ state: 'all', limit: 1 }, signal)).total,
  placeholderData: keepPreviousData,
})

/** People from a file, at any time. */
export function ImportPeoplePage() {
  const { t } = useTranslation('people')
  const { data: known } = useQuery(knownQuery)
  return <ImportPage kind="people" sentence={known == null ? undefined : t('import.people.sentence', { count: known, people: countText(known) })} />
}

/** The tree of units from a file. */
export function ImportUnitsPage() {
  const { t } = useTranslation('people')
  const { data } = useQuery(unitsQuery(undefined))
  const count = data?.items.length
  return <ImportPage kind="units" sentence={count === undefined ? undefined : t('import.units.sentence', { count, units: countText(count) })} />
}

function ImportPage({ kind, sentence }: { readonly kind: Kind; readonly sentence: string | undefined }) {
  const { t } = useTranslation('people')
  const [round, setRound] = useState(0)
  const next = (
    <div className={styles['buttons']}>
      <Link to="/people">{t('import.see')}</Link>
      <Button type="link" className={styles['inline'] ?? ''} onClick={() => setRound(round + 1)}>
        {t('import.again')}
      </Button>
    </div>
  )
  const other = kind === 'people' ? <Link to="/units/import">{t('import.units')}</Link> : <Link to="/people/import">{t('import.people')}</Link>
  return (
    <Page title={t(`import.${kind}`)} sentence={sentence} actions={<span className={styles['chips']}>{other}</span>}>
      <OrgFileImport key={round} kind={kind} title={t(`import.${kind}.file`)} next={next} />
    </Page>
  )
}
