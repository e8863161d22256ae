import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../base/diagnostic.ts'
import type { EarningResult } from '../../../engine/results.ts'
import { TiersTable } from '../../parts/results/TiersTable.tsx'
import { isTiers, tiersFor, tierTables } from '../../parts/results/tiers.ts'
import { useLang } from '../../text/lang.ts'
import { Delta, PayAmount } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './estimate.module.css'
import { type Asked, differenceOf, type Estimated } from './what-if.ts'

interface ComponentEffectsProps {
  readonly asked: Asked
  readonly before: Estimated
  readonly after: Estimated
}

const keyOf = (each: EarningResult): string => JSON.stringify([each.incentive, each.component])

/** Pay, component by component, with the tiers it runs through and what the next one takes. */
export function ComponentEffects({ asked, before, after }: ComponentEffectsProps) {
  const { t } = useTranslation('estimate')
  return (
    <Section title={t('components')}>
      {after.earnings.length === 0 ? <p>{t('components.none')}</p> : null}
      {after.earnings.map((each) => (
        <ComponentEffect key={keyOf(each)} asked={asked} before={before.earnings.find((other) => keyOf(other) === keyOf(each))} after={each} />
      ))}
    </Section>
  )
}

function ComponentEffect({ asked: { program }, before, after }: { readonly asked: Asked; readonly before: EarningResult | undefined; readonly after: EarningResult }) {
  const { t } = useTranslation('estimate')
  const lang = useLang()
  const plan = program.incentives[after.incentive]
  const component = plan?.components.find((each) => each.component === after.component)
  const name = nameIn(component?.name, lang, after.component)
  const tables = tierTables(program, after, 'now')
  const tiers = after.now.parts.flatMap((part, at) => {
    const table = tables.get(at)
    const found = table !== undefined && isTiers(part) ? tiersFor(table, part) : null
    return found === null ? [] : [{ at, found }]
  })
  const changed = before?.amount !== after.amount
  return (
    <div className={styles['component']}>
      <span>{name}</span>
      <span className={styles['amounts']}>
        {changed ? (
          <span className={styles['quiet']}>
            <PayAmount value={before?.amount} missing={t('none')} /> →
          </span>
        ) : null}
        <strong>
          <PayAmount value={after.amount} missing={t('none')} />
        </strong>
        {changed ? (
          <Delta value={differenceOf(before?.amount ?? null, after.amount)} as="amount" good="up" missing={t('none')} />
        ) : (
          <span className={styles['quiet']}>{t('unchanged')}</span>
        )}
      </span>
      {tiers.map(({ at, found }) => (
        <div key={at} className={styles['tiers']}>
          <TiersTable found={found} label={name} />
        </div>
      ))}
    </div>
  )
}
