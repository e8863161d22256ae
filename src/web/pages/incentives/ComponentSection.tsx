import { useTranslation } from 'react-i18next'
import planStyles from '../../parts/plans/plans.module.css'
import type { PlanComponent, PlanDetail } from '../../parts/plans/queries.ts'
import { TableGrid } from '../../parts/plans/TableGrid.tsx'
import { Section } from '../../ui/Page.tsx'
import { ComponentCurve } from './ComponentCurve.tsx'
import styles from './incentives.module.css'
import { TableName } from './TableName.tsx'

/** One part of a plan: in words, its tables, and what it pays. */
export function ComponentSection({ plan, component }: { readonly plan: PlanDetail; readonly component: PlanComponent }) {
  return (
    <Section title={component.name}>
      <div className={styles['component']}>
        <div className={styles['words']}>
          <ComponentWords component={component} />
          {component.tables.flatMap((id) => {
            const table = plan.tables.find((each) => each.table === id)
            if (table === undefined) return []
            return [
              <div key={id} className={styles['table']}>
                <h3>
                  <TableName table={table} />
                </h3>
                {table.description === '' ? null : <p className={styles['quiet']}>{table.description}</p>}
                <TableGrid table={table} />
              </div>,
            ]
          })}
        </div>
        <ComponentCurve plan={plan.id} component={component} currency={plan.currency} />
      </div>
    </Section>
  )
}

/** Formula, conditions, limits; and what people call this way of paying. */
export function ComponentWords({ component }: { readonly component: PlanComponent }) {
  const { t } = useTranslation('incentives')
  return (
    <dl className={styles['facts']}>
      <dt>{t('formula')}</dt>
      <dd>
        <code>{component.formula}</code>
        <span className={styles['quiet']}>{t('round', { count: component.round })}</span>
      </dd>
      {component.conditions.length === 0 ? null : (
        <>
          <dt>{t('conditions')}</dt>
          <dd>
            <ul>
              {component.conditions.map(({ name, formula }) => (
                <li key={formula}>
                  {name === formula ? null : <span>{name} </span>}
                  <code>{formula}</code>
                </li>
              ))}
            </ul>
            <span className={styles['quiet']}>{t('conditions.note')}</span>
          </dd>
        </>
      )}
      {(['floor', 'cap'] as const).map((limit) =>
        component[limit] === null ? null : (
          <div key={limit} className={styles['pair']}>
            <dt>{t(limit)}</dt>
            <dd>
              <code>{component[limit]}</code>
            </dd>
          </div>
        ),
      )}
      {component.traits.length === 0 ? null : (
        <>
          <dt>{t('traits')}</dt>
          <dd>
            <ul className={planStyles['traits']}>
              {component.traits.map((trait) => (
                <li key={trait}>{t(`trait.${trait}`)}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}
