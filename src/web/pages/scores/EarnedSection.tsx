import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '../../../engine/ir.ts'
import { type AmountShown, type Pay, type PayComponent, programQuery } from '../../parts/results/queries.ts'
import { TiersTable } from '../../parts/results/TiersTable.tsx'
import { isTiers, tiersFor, tierTables } from '../../parts/results/tiers.ts'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { useLang } from '../../text/lang.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PayAmount } from '../../ui/Figures.tsx'
import { shownAmount } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import styles from './scores.module.css'

/** What somebody earned, plan by plan, with the tiers and conditions it went through. */
export function EarnedSection({ pay }: { readonly pay: Pay }) {
  const { t } = useTranslation('scores')
  const lang = useLang()
  if (pay.run === null) return null
  const note = pay.total === null ? undefined : t('earned.note', { total: shownAmount(pay.total, lang, 2).exact })
  return (
    <Section title={t('earned')} note={note}>
      <Arrived />
      {pay.plans.length === 0 ? <EmptyState title={t('earned.none')} /> : null}
      {pay.plans.map((plan) => (
        <div key={plan.incentive} className={styles['plan']}>
          <div className={styles['planHead']}>
            <span>{plan.name}</span>
            <PayAmount value={plan.total} />
          </div>
          {plan.components.map((component) => (
            <Component key={component.component} employee={pay.employee.id} incentive={plan.incentive} component={component} />
          ))}
        </div>
      ))}
    </Section>
  )
}

/** Whoever came for the earnings (`#earned`) sees them first, though they are known after the page. */
function Arrived() {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (window.location.hash === '#earned') mark.current?.scrollIntoView()
  }, [])
  return <span id="earned" ref={mark} />
}

function Component({ employee, incentive, component }: { readonly employee: string; readonly incentive: string; readonly component: PayComponent }) {
  const { t } = useTranslation('scores')
  const lang = useLang()
  return (
    <div className={styles['component']}>
      <span>{component.name}</span>
      <WhyLink employee={employee} subject={`component:${component.component}`}>
        <PayAmount value={component.amount} />
      </WhyLink>
      {component.now === null ? null : <How amount={component.now} incentive={incentive} component={component.component} />}
      {component.before?.amount == null ? null : <p className={styles['how']}>{t('before', { amount: shownAmount(component.before.amount, lang, 2).exact })}</p>}
    </div>
  )
}

/** The formula, the tiers, the conditions and limits of an amount. */
function How({ amount, incentive, component }: { readonly amount: AmountShown; readonly incentive: string; readonly component: string }) {
  const { t } = useTranslation('scores')
  const lang = useLang()
  const { data } = useQuery(programQuery)
  // The API sends the program of the engine as plain data.
  const tables = data === undefined ? new Map() : tierTables(data.program as unknown as Program, { incentive, component }, 'now')
  const exact = (value: string) => shownAmount(value, lang, 2).exact
  return (
    <ul className={styles['how']}>
      <li>{amount.formula}</li>
      {amount.parts.map(({ text, result }, at) => {
        const table = tables.get(at)
        const found = table !== undefined && isTiers(result) ? tiersFor(table, result) : null
        return found === null ? null : (
          <li key={text}>
            <TiersTable found={found} label={text} />
          </li>
        )
      })}
      {amount.conditions.map(({ name, holds }) => (
        <li key={name}>
          <StateMark state={holds === true ? 'on' : 'off'} words={t(holds === true ? 'condition.holds' : 'condition.fails', { name })} />
        </li>
      ))}
      {amount.floor === null ? null : <li>{t('floor', { amount: exact(amount.floor) })}</li>}
      {amount.cap === null ? null : <li>{t('cap', { amount: exact(amount.cap) })}</li>}
    </ul>
  )
}
