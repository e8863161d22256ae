import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askAllAgain } from '../../api/ask-again.ts'
import { sessionQuery } from '../../api/session.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { remember, remembered } from '../../ui/remembered.ts'
import { Lines } from '../../ui/Skeletons.tsx'
import { NextLink } from './NextLink.tsx'
import { beginCompany, type StartState, startQuery, type Template, templatesQuery } from './queries.ts'
import styles from './start.module.css'
import { hasRules } from './steps.ts'

/** Templates and the company itself; what is there once it was begun. */
export function CompanyStep({ state }: { readonly state: StartState }) {
  return hasRules(state) ? <Begun state={state} /> : <Begin state={state} />
}

function Begun({ state: { company, rules } }: { readonly state: StartState }) {
  const { t } = useTranslation('start')
  if (company === null) return null
  const { name, currency, yearStartMonth } = company
  const counts = { datasets: countText(rules.datasets), measures: countText(rules.measures), schemes: countText(rules.schemes), incentives: countText(rules.incentives) }
  return (
    <Section title={t('step.company')}>
      <p>{yearStartMonth === null ? t('company.doneOther', { name, currency }) : t('company.done', { name, currency, month: yearStartMonth })}</p>
      <p>{t('company.rules', counts)}</p>
      <NextLink step="people" />
    </Section>
  )
}

interface Draft {
  readonly name: string
  readonly currency: string
  readonly timezone: string
  readonly yearStartMonth: number
  readonly examples: boolean
}

/** Under which name this browser keeps what was typed. */
const KEPT = 'start.company'

/** What was typed before, over what the company already says, over where this browser is. */
function firstDraft({ company }: StartState): Draft {
  const here = { name: '', currency: 'CNY', timezone: Intl.DateTimeFormat().resolvedOptions().timeZone, yearStartMonth: 1, examples: false }
  if (company !== null) return { ...here, name: company.name, currency: company.currency, timezone: company.timezone, yearStartMonth: company.yearStartMonth ?? 1 }
  try {
    return { ...here, ...(JSON.parse(remembered(KEPT) ?? '{}') as Partial<Draft>) } // Written below.
  } catch {
    return here
  }
}

function useDraft(state: StartState) {
  const [draft, setDraft] = useState(() => firstDraft(state))
  const change = (more: Partial<Draft>) => {
    const next = { ...draft, ...more }
    setDraft(next)
    remember(KEPT, JSON.stringify(next))
  }
  return [draft, change] as const
}

function Begin({ state }: { readonly state: StartState }) {
  const { t } = useTranslation('start')
  const queries = useQueryClient()
  const [chosenText, setChosen] = useAddressParam('templates')
  const chosen = (chosenText ?? '').split(',').filter((id) => id !== '')
  const [draft, change] = useDraft(state)
  const [tried, setTried] = useState(false)
  const [, setStep] = useAddressParam('step')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => beginCompany({ ...draft, templates: chosen, examples: draft.examples && chosen.length === 1 }),
    onSuccess: async (begun) => {
      queries.setQueryData(startQuery.queryKey, begun)
      // The company has a name and periods now, everywhere.
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey, exact: true })
      await askAllAgain(queries, { but: ['start'] })
      setStep('people')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.name.trim() !== '') mutate()
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      {state.company === null ? null : <p>{t('company.noRules')}</p>}
      <Templates chosen={chosen} onChosen={(ids) => setChosen(ids.length === 0 ? undefined : ids.join(','))} />
      <CompanyFields draft={draft} onChange={change} nameMissing={tried && draft.name.trim() === ''} one={chosen.length === 1} />
      {error === null ? null : <ProblemView error={error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t(chosen.length === 0 ? 'company.beginEmpty' : 'company.begin')}
        </Button>
      </div>
    </form>
  )
}

function Templates({ chosen, onChosen }: { readonly chosen: readonly string[]; readonly onChosen: (ids: readonly string[]) => void }) {
  const { t } = useTranslation('start')
  const { data, error, refetch } = useQuery(templatesQuery)
  if (data === undefined) return error === null ? <Lines count={6} /> : <ProblemView error={error} again={() => void refetch()} />
  const toggle = (id: string, on: boolean) => onChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <Section title={t('templates')} note={t('templates.note')}>
      <ul className={styles['templates']}>
        {data.items.map((template) => (
          <li key={template.id}>
            <Checkbox checked={chosen.includes(template.id)} onChange={({ target }) => toggle(template.id, target.checked)} className={styles['template'] ?? ''}>
              <TemplateWords template={template} />
            </Checkbox>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TemplateWords({ template }: { readonly template: Template }) {
  const { t } = useTranslation('start')
  const lines = template.lines.map(({ name, weight }) => (weight === null ? name : t('template.line', { name, weight }))).join(t('template.and'))
  return (
    <span className={styles['words']}>
      <strong>{template.name}</strong>
      <span>{template.about}</span>
      <span className={styles['quiet']}>{t('template.lines', { lines })}</span>
      <span className={styles['quiet']}>
        {t('template.holds', { datasets: countText(template.datasets.length), measures: countText(template.measures), incentives: countText(template.incentives.length) })}
      </span>
    </span>
  )
}

/** Currencies that a company in or near China pays in, the usual first; any other code may be typed. */
const CURRENCIES = ['CNY', 'HKD', 'TWD', 'MOP', 'USD', 'EUR', 'JPY', 'SGD', 'GBP', 'KRW', 'MYR', 'THB', 'VND', 'IDR', 'INR', 'AUD', 'CAD', 'CHF'] as const

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (more: Partial<Draft>) => void
  readonly nameMissing: boolean
  readonly one: boolean
}

function CompanyFields({ draft, onChange, nameMissing, one }: FieldsProps) {
  const { t } = useTranslation('start')
  const zones = [...new Set([draft.timezone, ...Intl.supportedValuesOf('timeZone')])]
  const monthName = new Intl.DateTimeFormat(useLang(), { month: 'short', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: monthName.format(Date.UTC(2000, i, 1)) }))
  const search = { optionFilterProp: 'label' } as const
  return (
    <Section title={t('company.title')}>
      <div className={styles['fields']}>
        <FormField label={t('company.name')} required error={nameMissing ? t('company.nameMissing') : undefined}>
          {(field) => <Input {...field} value={draft.name} maxLength={200} onChange={({ target }) => onChange({ name: target.value })} />}
        </FormField>
        <FormField label={t('company.currency')}>
          {({ id }) => <Select id={id} value={draft.currency} options={options(CURRENCIES)} showSearch={search} onChange={(currency) => onChange({ currency })} />}
        </FormField>
        <FormField label={t('company.yearStart')}>
          {({ id }) => <Select id={id} value={draft.yearStartMonth} options={months} onChange={(yearStartMonth) => onChange({ yearStartMonth })} />}
        </FormField>
        <FormField label={t('company.timezone')}>
          {({ id }) => <Select id={id} value={draft.timezone} options={options(zones)} showSearch={search} onChange={(timezone) => onChange({ timezone })} />}
        </FormField>
      </div>
      {one ? (
        <div>
          <Checkbox checked={draft.examples} onChange={({ target }) => onChange({ examples: target.checked })}>
            {t('company.examples')}
          </Checkbox>
          <p className={styles['quiet']}>{t('company.examplesHelp')}</p>
        </div>
      ) : null}
    </Section>
  )
}
