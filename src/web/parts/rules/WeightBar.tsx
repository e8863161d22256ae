import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import styles from './rules.module.css'

export interface Weighted {
  readonly line: string
  readonly name: string
  readonly kpi: boolean
  /** Exact decimal. */
  readonly weight: string
}

/** The weights side by side: they must reach 100, and what is missing or too much is said. `kpis`: and how much of it is KPIs. */
export function WeightBar({ weights, kpis = true }: { readonly weights: readonly Weighted[]; readonly kpis?: boolean }) {
  const { t } = useTranslation('schemes')
  const sum = weights.reduce((total, { weight }) => total.plus(weight), dec(0))
  const whole = sum.gt(100) ? sum : dec(100)
  const said = weights.map(({ name, weight }) => `${name} ${weight}`).join('、')
  return (
    <div className={styles['weights']}>
      <div className={styles['bar']} role="img" aria-label={t('weights.label', { lines: said, sum: decimalText(sum) })}>
        {weights.map(({ line, name, kpi, weight }) => (
          <span key={line} className={kpi ? styles['kpi'] : undefined} style={{ flex: `0 0 ${dec(weight).times(100).div(whole).toFixed(3)}%` }} title={`${name} ${weight}`}>
            {name} {weight}
          </span>
        ))}
      </div>
      <div className={styles['sum']}>
        <WeightSum weights={weights.map((each) => each.weight)} />
        {kpis ? <span>{t('weights.kpi', { kpi: decimalText(weights.filter((each) => each.kpi).reduce((total, each) => total.plus(each.weight), dec(0))) })}</span> : null}
      </div>
    </div>
  )
}

/** Whether weights sum to 100, with what is off. */
export function WeightSum({ weights }: { readonly weights: readonly string[] }) {
  const { t } = useTranslation('schemes')
  const sum = weights.reduce((total, weight) => total.plus(weight), dec(0))
  const off = decimalText(sum.minus(100).abs())
  if (sum.eq(100)) return <StateMark state="on" words={t('weights.hundred')} />
  return <StateMark state="off" words={t(sum.lt(100) ? 'weights.less' : 'weights.more', { sum: decimalText(sum), off })} />
}
