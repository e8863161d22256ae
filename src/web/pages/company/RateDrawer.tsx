import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../parts/use-today.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import styles from './company.module.css'
import { changeRate, type Rate } from './queries.ts'

interface RateDrawerProps {
  readonly rates: readonly Rate[]
  /** The company's. */
  readonly currency: string
}

/** A rate while it is written: `?rate=new`, or the one that the address names. */
export function RateDrawer({ rates, currency }: RateDrawerProps) {
  const { t } = useTranslation('company')
  const { t: ui } = useTranslation('ui')
  const narrow = useNarrow()
  const [asked, setAsked] = useAddressParam('rate')
  const close = () => setAsked(undefined)
  const known = rates.find((r) => `${r.currency} ${r.day}` === asked)
  const open = asked === 'new' || known !== undefined
  return (
    <Drawer
      open={open}
      onClose={close}
      title={t(known === undefined ? 'rates.add' : 'rates.changeTitle')}
      size={narrow ? '100%' : 460}
      destroyOnHidden
      closable={{ 'aria-label': ui('drawer.close'), placement: 'end' }}
    >
      {open ? <RateForm key={asked} known={known} rates={rates} currency={currency} onDone={close} /> : null}
    </Drawer>
  )
}

function RateForm({ known, rates, currency: own, onDone }: RateDrawerProps & { readonly known: Rate | undefined; readonly onDone: () => void }) {
  const { t } = useTranslation('company')
  const today = useToday()
  const [currency, setCurrency] = useState(known?.currency ?? '')
  const [day, setDay] = useState(known?.day ?? today)
  const [to, setTo] = useState(known?.rate ?? '')
  const code = currency.trim().toUpperCase()
  // One that is listed already is replaced, and said to be; one further down the list is refused by the server with what it is.
  const there = rates.find((r) => r.currency === code && r.day === day.trim())
  const { mutate, isPending, error } = useRateChange({ currency: code, day: day.trim(), seen: there?.rate ?? null }, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate(to.trim())
  }
  return (
    <form className={styles['stack']} onSubmit={submit} noValidate>
      {error === null ? null : <ProblemView error={error} compact />}
      <FormField label={t('rates.currency')} help={t('rates.currency.help')} required stacked>
        {(field) => <Input {...field} value={currency} disabled={known !== undefined} maxLength={3} onChange={(event) => setCurrency(event.target.value)} />}
      </FormField>
      <FormField label={t('rates.day')} help={t('rates.day.help')} required stacked>
        {(field) => <Input {...field} value={day} disabled={known !== undefined} maxLength={10} onChange={(event) => setDay(event.target.value)} />}
      </FormField>
      <FormField label={t('rates.rate', { currency: own })} help={there === undefined ? undefined : t('rates.there', { rate: there.rate })} required stacked>
        {(field) => <Input {...field} value={to} maxLength={60} onChange={(event) => setTo(event.target.value)} />}
      </FormField>
      <p className={styles['quiet']}>{t('rates.effect')}</p>
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" loading={isPending} disabled={code === '' || day.trim() === '' || to.trim() === '' || to.trim() === there?.rate}>
          {t('rates.save')}
        </Button>
        {known === undefined ? null : (
          <Button danger loading={isPending} onClick={() => mutate('')}>
            {t('rates.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}

function useRateChange(at: { readonly currency: string; readonly day: string; readonly seen: string | null }, onDone: () => void) {
  const { t } = useTranslation('company')
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (to: string) => changeRate({ ...at, to }),
    onSuccess: async () => {
      void message.success(t('rates.done'))
      onDone()
      await queries.invalidateQueries({ queryKey: ['rates'] })
    },
  })
}
