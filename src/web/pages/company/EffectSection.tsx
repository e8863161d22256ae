import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../parts/documents/use-draft.ts'
import { periodName } from '../../parts/period-names.ts'
import { useSettled } from '../../parts/use-settled.ts'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import styles from './company.module.css'
import { type Effect, effectQuery, type Span } from './queries.ts'

/** Periods named one by one; the rest is counted. */
const NAMED = 8

/** What publishing the draft would do, before anybody does it. */
export function EffectSection({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('company')
  const { t: documents } = useTranslation('documents')
  const body = useSettled(draft.body ?? {})
  const { data, error, refetch } = useQuery({ ...effectQuery(body), placeholderData: keepPreviousData })
  const { known, failed } = draft.check
  const changed = draft.check.differences.map(({ path }) => path.split('.')[0] ?? '')
  return (
    <Section title={t('effect')}>
      <div className={styles['stack']} role="status" aria-label={t('effect')}>
        {data === undefined ? error === null ? <Lines count={3} /> : <ProblemView error={error} again={() => void refetch()} compact /> : null}
        {data === null ? <p className={styles['line']}>{t('effect.wrong')}</p> : null}
        {data == null || known ? null : failed === null ? <Lines count={3} /> : <p className={styles['quiet']}>{documents('check.failed')}</p>}
        {data == null || !known ? null : <Said effect={data} changed={changed} />}
      </div>
    </Section>
  )
}

/** Keys that change what people read, and no result. */
const NAMES: readonly string[] = ['name', 'units', 'company']

function Said({ effect, changed }: { readonly effect: Effect; readonly changed: readonly string[] }) {
  const { t } = useTranslation('company')
  if (changed.length === 0) return <p className={styles['line']}>{t('effect.none')}</p>
  if (changed.every((key) => NAMES.includes(key))) return <p className={styles['line']}>{t('effect.names')}</p>
  return (
    <>
      <Open open={effect.open} />
      {changed.includes('calendar') ? <Year year={effect.year} /> : null}
      {changed.includes('calendar') ? <Moved moved={effect.moved} /> : null}
      {effect.currency === null ? null : <Currency currency={effect.currency} />}
      {changed.includes('currencyDecimals') ? <p className={styles['line']}>{t('effect.decimals')}</p> : null}
      <Timezone fields={effect.timestamps} />
    </>
  )
}

function Open({ open }: { readonly open: readonly Span[] }) {
  const { t } = useTranslation('company')
  const { t: shell } = useTranslation('shell')
  return <p className={styles['line']}>{t('effect.open', { periods: open.map((p) => periodName(p.id, shell)).join(t('and')) })}</p>
}

function Year({ year }: { readonly year: readonly Span[] }) {
  const { t } = useTranslation('company')
  const { t: shell } = useTranslation('shell')
  if (year.length === 0) return <p className={styles['line']}>{t('effect.noYear')}</p>
  return (
    <>
      <p className={styles['line']}>{t('effect.year')}</p>
      <ul className={styles['spans']}>
        {year.map((p) => (
          <li key={p.id}>
            <span>{periodName(p.id, shell)}</span> {p.from} – {p.last}
          </li>
        ))}
      </ul>
    </>
  )
}

function Moved({ moved }: { readonly moved: Effect['moved'] }) {
  const { t } = useTranslation('company')
  const { t: shell } = useTranslation('shell')
  if (moved.length === 0) return <p className={styles['line']}>{t('effect.moved.none')}</p>
  const kept = (m: Effect['moved'][number]) =>
    [
      ...(m.computed ? [t('effect.computed')] : []),
      ...(m.targets > 0 ? [t('effect.targets', { targets: countText(m.targets) })] : []),
      ...(m.factors > 0 ? [t('effect.factors', { factors: countText(m.factors) })] : []),
    ].join(t('and'))
  return (
    <>
      <p className={styles['line']}>{t('effect.moved', { count: moved.length, periods: moved.length })}</p>
      <ul className={styles['list']}>
        {moved.slice(0, NAMED).map((m) => (
          <li key={m.id}>
            {t(m.after === null ? 'effect.gone' : 'effect.movedOne', {
              period: periodName(m.id, shell),
              before: `${m.before.from} – ${m.before.last}`,
              after: m.after === null ? '' : `${m.after.from} – ${m.after.last}`,
              kept: kept(m),
            })}
          </li>
        ))}
      </ul>
      {moved.length > NAMED ? <p className={styles['quiet']}>{t('effect.moreMoved', { count: moved.length - NAMED, periods: moved.length - NAMED })}</p> : null}
    </>
  )
}

function Timezone({ fields }: { readonly fields: number | null }) {
  const { t } = useTranslation('company')
  if (fields === null) return null
  return <p className={styles['line']}>{fields === 0 ? t('effect.timezone.none') : t('effect.timezone', { count: fields, fields })}</p>
}

function Currency({ currency: c }: { readonly currency: NonNullable<Effect['currency']> }) {
  const { t } = useTranslation('company')
  const numbers = { from: c.from, to: c.to, fields: c.fields, records: countText(c.records), targets: countText(c.targets), rates: countText(c.rates) }
  return (
    <>
      <p className={styles['line']}>{t('effect.currency', numbers)}</p>
      {c.rates === 0 ? null : <p className={styles['line']}>{t('effect.rates', numbers)}</p>}
    </>
  )
}
