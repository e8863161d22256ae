import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../parts/use-today.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { DayField } from '../../ui/DayField.tsx'

/** The day that is looked at: today, unless the address says another. */
export function useOnDay(): { readonly on: string | undefined; readonly day: string } {
  const today = useToday()
  const [on] = useAddressParam('on')
  return { on, day: on ?? today }
}

export function OnDay() {
  const { t } = useTranslation('people')
  const [, setOn] = useAddressParam('on')
  const { on } = useOnDay()
  return (
    <>
      <DayField param="on" label={t('on')} usual={useToday()} />
      {on === undefined ? null : (
        <Button type="link" onClick={() => setOn(undefined)}>
          {t('on.today')}
        </Button>
      )}
    </>
  )
}
