import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PersonPicker, useFirstPerson } from '../../parts/documents/PersonPicker.tsx'
import { periodName } from '../../parts/period-names.ts'
import { MeasureValue } from '../../parts/results/MeasureValue.tsx'
import { usePeriod } from '../../parts/use-period.ts'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import styles from './measures.module.css'
import { type MeasureDetail, valueQuery } from './queries.ts'

/** What the measure came to for somebody in the period of the page; it leads to its explanation. */
export function LiveValue({ measure }: { readonly measure: MeasureDetail }) {
  const { t } = useTranslation('measures')
  const { can } = useCurrentUser()
  const { period, periods, error, again } = usePeriod()
  if (!can('score.read')) return <p className={styles['quiet']}>{t('value.not')}</p>
  // Before anything was computed there is nothing to ask for.
  const run = periods?.find((p) => p.id === period)?.latest ?? null
  if (periods !== undefined && (period === undefined || run === null)) return <p className={styles['quiet']}>{t('value.noRun')}</p>
  return period === undefined || periods === undefined ? <NotYet query={{ error, refetch: again }} lines={1} /> : <ValueOf measure={measure} period={period} />
}

function ValueOf({ measure, period }: { readonly measure: MeasureDetail; readonly period: string }) {
  const { t } = useTranslation('measures')
  const { t: shell } = useTranslation('shell')
  const { session } = useCurrentUser()
  const beginning = useFirstPerson(period, session.user.employee)
  const [asked, setAsked] = useAddressParam('person')
  const person = asked ?? beginning.first
  const query = useQuery({ ...valueQuery(measure.measure, { employee: person ?? '', period }), enabled: person !== undefined })
  const { data } = query
  return (
    <div className={styles['live']}>
      <PersonPicker label={t('value.person')} period={period} value={person} onPick={setAsked} />
      <span>{periodName(period, shell)}</span>
      {data === undefined ? (
        beginning.nobody && person === undefined ? null : (
          <NotYet query={person === undefined ? beginning : query} lines={1} />
        )
      ) : (
        <strong className={styles['value']}>
          <WhyLink employee={data.employee.id} subject={`measure:${measure.measure}`}>
            <MeasureValue value={typeof data.stored === 'string' ? data.stored : null} percent={measure.percent} unit={measure.base} />
          </WhyLink>
        </strong>
      )}
    </div>
  )
}
