import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PersonPicker, useFirstPerson } from '../../parts/documents/PersonPicker.tsx'
import type { Body } from '../../parts/documents/queries.ts'
import { periodName } from '../../parts/period-names.ts'
import { MeasureValue } from '../../parts/results/MeasureValue.tsx'
import { usePeriod } from '../../parts/use-period.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import styles from './measures.module.css'
import { previewQuery } from './queries.ts'

const PAUSE_MS = 700

/** What the draft comes to for somebody, from the records there are now. */
export function DraftPreview({ body }: { readonly body: Body }) {
  const { t } = useTranslation('measures')
  const { t: shell } = useTranslation('shell')
  const { session } = useCurrentUser()
  const { period, periods, error, again } = usePeriod()
  const [asked, setAsked] = useAddressParam('person')
  const beginning = useFirstPerson(period, session.user.employee)
  const person = asked ?? beginning.first
  const settled = useSettled(body)
  const query = useQuery({
    ...previewQuery(settled, { employee: person ?? '', period: period ?? '' }),
    enabled: person !== undefined && period !== undefined,
    placeholderData: keepPreviousData,
  })
  const { data } = query
  if (period === undefined && periods === undefined) return <NotYet query={{ error, refetch: again }} lines={1} />
  if (period === undefined) return <p className={styles['quiet']}>{t('value.noRun')}</p>
  return (
    <div className={styles['live']}>
      <PersonPicker label={t('value.person')} period={period} value={person} onPick={setAsked} />
      <span>{periodName(period, shell)}</span>
      {data === undefined ? (
        beginning.nobody && person === undefined ? null : (
          <NotYet query={person === undefined ? beginning : query} lines={1} />
        )
      ) : (
        <>
          <strong className={styles['value']} data-preview="">
            <MeasureValue value={data.value} percent={data.percent} unit={data.unit} missing={data.problem?.detail} />
          </strong>
          {data.records === null ? null : <span className={styles['quiet']}>{t('preview.records', { count: data.records })}</span>}
          {data.problem === null ? null : <span className={styles['quiet']}>{data.problem.detail}</span>}
        </>
      )}
    </div>
  )
}

/** The document once nobody has typed for a moment. */
function useSettled(body: Body): Body {
  const [settled, setSettled] = useState(body)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [body])
  return settled
}
