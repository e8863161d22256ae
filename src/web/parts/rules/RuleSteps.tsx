import { useTranslation } from 'react-i18next'
import type { RuleIr } from '../../../engine/ir.ts'
import { useMeasureText } from '../results/MeasureValue.tsx'
import styles from './rules.module.css'

interface RuleStepsProps {
  readonly rule: RuleIr
  readonly look: { readonly percent: boolean; readonly unit: Readonly<Record<string, number>> }
}

/** The bands or points that a rule lists, each with what it gives; nothing for rules that list none. */
export function RuleSteps({ rule, look }: RuleStepsProps) {
  const { t } = useTranslation('schemes')
  const measureText = useMeasureText()
  if (rule.rule !== 'bands' && rule.rule !== 'curve') return null
  const figure = (text: string) => (rule.of === 'attainment' ? `${text}%` : measureText(text, look))
  const steps = rule.rule === 'curve' ? rule.curve.points.map(({ at, value }) => t('step.at', { at: figure(at), points: value })) : bandsIn(rule, figure, t)
  return (
    <ul className={styles['steps']}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ul>
  )
}

type Say = ReturnType<typeof useTranslation<'schemes'>>['t']

function bandsIn({ bands }: RuleIr & { readonly rule: 'bands' }, figure: (text: string) => string, t: Say): string[] {
  const begins = bands.boundary === 'begins'
  return bands.tiers.map(({ from, until, amount }, at) => {
    const points = amount ?? '0'
    if (until === null) return t(begins ? 'step.from' : 'step.above', { from: figure(from ?? '0'), points })
    if (at === 0) return t(begins ? 'step.below' : 'step.upTo', { until: figure(until), points })
    return t(begins ? 'step.begins' : 'step.ends', { from: figure(from ?? '0'), until: figure(until), points })
  })
}
