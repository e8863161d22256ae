import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../parts/use-today.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import styles from './people.module.css'

/** The day that is looked at: today, unless the address says another. */
export function useOnDay(): { readonly on: string | undefined; readonly day: string } {
  const today = useToday()
  const [on] = useAddressParam('on')
  return { on, day: on ?? today }
}

export function OnDay() {
  const { t } = useTranslation('people')
  const [, setOn] = useAddressParam('on')
  const { on, day } = useOnDay()
  const id = useId()
  return (
    <span className={styles['day']}>
      <label htmlFor={id}>{t('on')}</label>
      <Input id={id} type="date" value={day} onChange={(event) => setOn(event.target.value === '' ? undefined : event.target.value)} />
      {on === undefined ? null : (
        <Button type="link" onClick={() => setOn(undefined)}>
          {t('on.today')}
        </Button>
      )}
    </span>
  )
}
