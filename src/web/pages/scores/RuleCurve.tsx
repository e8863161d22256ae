import { useTranslation } from 'react-i18next'
import type { RuleIr } from '../../../engine/ir.ts'
import { useMeasureText } from '../../parts/results/MeasureValue.tsx'
import type { ScoreLine } from '../../parts/results/queries.ts'
import { RulePicture } from '../../parts/rules/RulePicture.tsx'
import { axisOf } from '../../parts/rules/rule-curve.ts'
import { shownNumber, shownPercent } from '../../ui/numbers.ts'

/** The rule of a line, small, with a dot where the person is; said in words for those who do not see it. */
export function RuleCurve({ line }: { readonly line: ScoreLine }) {
  const { t } = useTranslation('scores')
  const measureText = useMeasureText()
  const rule = line.rule as RuleIr | null // The API sends RuleIr of the engine as plain data.
  if (rule === null) return null
  const x = axisOf(rule) === 'attainment' ? line.attainment && shownPercent(line.attainment).short : line.actual && measureText(line.actual, line)
  const said = !x || line.points === null ? '' : t('curve.place', { x, points: shownNumber(line.points).short })
  return <RulePicture rule={rule} judged={line} label={t('curve.label', { rule: line.ruleText ?? '', place: said })} />
}
