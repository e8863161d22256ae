import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../api/session.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { DraftsNote } from '../../parts/documents/DraftsNote.tsx'
import shared from '../../parts/documents/document-page.module.css'
import { VersionList } from '../../parts/documents/VersionList.tsx'
import { periodName } from '../../parts/period-names.ts'
import { useLang } from '../../text/lang.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import styles from './company.module.css'
import { quartersQuery } from './queries.ts'
import { RatesSection } from './RatesSection.tsx'

type Company = NonNullable<Session['company']>

/** What holds for the whole company: its name, its currency, its time zone, how it cuts time, what it counts in. */
export function CompanyPage() {
  const { t } = useTranslation('company')
  const { company } = useCurrentUser().session
  if (company !== null) return <CompanyOf company={company} />
  return (
    <Page title={t('title')} sentence={t('none')}>
      <div>
        <Link to="/start">{t('none.begin')}</Link>
      </div>
    </Page>
  )
}

function useCompanyName({ id, name }: Company): string {
  const lang = useLang()
  if (name === null) return id
  return typeof name === 'string' ? name : ((lang === 'zh' ? (name.zh ?? name.en) : (name.en ?? name.zh)) ?? id)
}

function CompanyOf({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company')
  const may = useCurrentUser().can('rule.write')
  const name = useCompanyName(company)
  const actions = (
    <LinkButton to="/settings/company/edit" disabled={!may} {...(may ? {} : { title: t('write.not') })}>
      {t('edit')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} sentence={t('sentence', { name, currency: company.currency, timezone: company.timezone })} actions={actions}>
      <DraftsNote kind="company" />
      <Section title={t('about')}>
        <Facts company={company} name={name} />
      </Section>
      <Section title={t('calendar')} note={t('calendar.note')}>
        <CalendarFacts calendar={company.calendar} />
        <Quarters />
      </Section>
      <Section title={t('units')} note={t('units.note')}>
        <Units units={company.units} />
      </Section>
      <RatesSection currency={company.currency} />
      <Section title={t('versions')}>
        <VersionList kind="company" id={company.id} name={name} fixed={t('fixed')} />
      </Section>
    </Page>
  )
}

function Facts({ company: c, name }: { readonly company: Company; readonly name: string }) {
  const { t } = useTranslation('company')
  const lang = useLang()
  return (
    <dl className={shared['pairs']}>
      <dt>{t('name')}</dt>
      <dd>{name}</dd>
      <dt>{t('id')}</dt>
      <dd>
        <code>{c.id}</code>
      </dd>
      <dt>{t('currency')}</dt>
      <dd>{t('currency.said', { code: c.currency, name: new Intl.DisplayNames(lang, { type: 'currency' }).of(c.currency) ?? c.currency })}</dd>
      <dt>{t('decimals')}</dt>
      <dd>{t('decimals.said', { count: c.currencyDecimals })}</dd>
      <dt>{t('timezone')}</dt>
      <dd>{c.timezone}</dd>
    </dl>
  )
}

function CalendarFacts({ calendar }: { readonly calendar: Company['calendar'] }) {
  const { t } = useTranslation('company')
  const lang = useLang()
  const month = (number: number) => new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, number - 1, 1))
  const begins = calendar.kind === 'months' ? t('calendar.begins', { month: month(calendar.yearStartMonth) }) : ''
  return (
    <p className={styles['line']}>
      {t(`calendar.${calendar.kind}`)}
      {begins}
      {t(`weekStart.said.${calendar.weekStart}`)}
    </p>
  )
}

/** How the running year falls into quarters. */
function Quarters() {
  const { t: shell } = useTranslation('shell')
  const { data } = useQuery(quartersQuery)
  const year = data?.items.find((p) => p.state === 'current')?.id.slice(0, 4)
  const quarters = data?.items.filter((p) => p.id.slice(0, 4) === year) ?? []
  return (
    <ul className={styles['spans']}>
      {quarters.map((p) => (
        <li key={p.id}>
          <span>{periodName(p.id, shell)}</span> {p.from} – {p.last}
        </li>
      ))}
    </ul>
  )
}

function Units({ units }: { readonly units: Company['units'] }) {
  const { t } = useTranslation('company')
  const lang = useLang()
  const all = Object.entries(units)
  if (all.length === 0) return <p className={styles['line']}>{t('units.none')}</p>
  return (
    <ul className={styles['units']}>
      {all.map(([id, name]) => {
        const shown = typeof name === 'string' ? name : ((lang === 'zh' ? (name.zh ?? name.en) : (name.en ?? name.zh)) ?? id)
        return <li key={id}>{shown === id ? id : t('units.one', { name: shown, id })}</li>
      })}
    </ul>
  )
}
