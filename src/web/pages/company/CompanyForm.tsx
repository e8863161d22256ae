import { useTranslation } from 'react-i18next'
import shared from '../../parts/documents/document-page.module.css'
import { type Choice, LocalAt } from '../../parts/documents/fields.tsx'
import { useLang } from '../../text/lang.ts'
import { Section } from '../../ui/Page.tsx'
import { CalendarFields } from './CalendarFields.tsx'
import { PickAt } from './PickAt.tsx'
import { UnitsEditor } from './UnitsEditor.tsx'

/** The whole document of the company as fields; its id names its database and stays. */
export function CompanyForm() {
  const { t } = useTranslation('company')
  return (
    <>
      <Section title={t('about')}>
        <div className={shared['form']}>
          <LocalAt path={['name']} zh={t('name.zh')} en={t('name.en')} />
          <Money />
          <PickAt at={['timezone']} label={t('timezone')} help={t('timezone.help')} usual="Asia/Shanghai" choices={ZONES} />
        </div>
      </Section>
      <Section title={t('calendar')} note={t('calendar.note')}>
        <CalendarFields />
      </Section>
      <Section title={t('units')} note={t('units.note')}>
        <UnitsEditor />
      </Section>
    </>
  )
}

const ZONES: readonly Choice[] = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))

const DECIMALS: readonly Choice[] = ['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))

function Money() {
  const { t } = useTranslation('company')
  const lang = useLang()
  const names = new Intl.DisplayNames(lang, { type: 'currency' })
  const currencies = Intl.supportedValuesOf('currency').map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}` }))
  return (
    <>
      <PickAt at={['currency']} label={t('currency')} help={t('currency.help')} usual="CNY" choices={currencies} />
      <PickAt at={['currencyDecimals']} label={t('decimals')} help={t('decimals.help')} usual="2" choices={DECIMALS} number />
    </>
  )
}
