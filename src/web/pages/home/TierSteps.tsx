import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Program } from '../../../engine/ir.ts'
import { type Pay, programQuery } from '../../parts/results/queries.ts'
import { NextTier } from '../../parts/results/TiersTable.tsx'
import { isTiers, type TiersOf, tiersFor, tierTables } from '../../parts/results/tiers.ts'
import { NotYet } from '../../ui/NotYet.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './home.module.css'

interface Step {
  readonly component: string
  readonly name: string
  readonly found: TiersOf
}

/** Each component that pays by tiers and has a higher one, with what is missing to it. */
export function TierSteps({ pay }: { readonly pay: Pay }) {
  const { t } = useTranslation('home')
  const query = useQuery(programQuery)
  const { data } = query
  if (data === undefined)
    return (
      <Section title={t('next')}>
        <NotYet query={query} lines={2} />
      </Section>
    )
  const steps = stepsIn(pay, data.program as unknown as Program) // The API sends the program of the engine as plain data.
  return (
    <Section title={t('next')}>
      {steps.length === 0 ? <p>{t('next.none')}</p> : null}
      <ul className={styles['steps']}>
        {steps.map(({ component, name, found }) => (
          <li key={component}>
            <strong>{name}</strong> <NextTier found={found} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function stepsIn(pay: Pay, program: Program): readonly Step[] {
  return pay.plans.flatMap(({ incentive, components }) =>
    components.flatMap(({ component, name, now }): Step[] => {
      const tables = tierTables(program, { incentive, component }, 'now')
      return (now?.parts ?? []).flatMap(({ result }, at) => {
        const table = tables.get(at)
        const found = table !== undefined && isTiers(result) ? tiersFor(table, result) : null
        return found === null || found.next === null ? [] : [{ component: `${incentive} ${component} ${at}`, name, found }]
      })
    }),
  )
}
