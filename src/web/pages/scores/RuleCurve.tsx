import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleIr } from '../../../engine/ir.ts'
import { useMeasureText } from '../../parts/results/MeasureValue.tsx'
import type { ScoreLine } from '../../parts/results/queries.ts'
import { shownNumber, shownPercent } from '../../ui/numbers.ts'
import { drawnRule } from './rule-curve.ts'
import styles from './scores.module.css'

const WIDTH = 96
const HEIGHT = 28
const EDGE = 4

/** The rule of a line, small, with a dot where the person is; said in words for those who do not see it. */
export function RuleCurve({ line }: { readonly line: ScoreLine }) {
  const { t } = useTranslation('scores')
  const measureText = useMeasureText()
  const rule = line.rule as RuleIr | null // The API sends RuleIr of the engine as plain data.
  const drawn = useMemo(() => (rule === null ? null : drawnRule(rule, line)), [rule, line])
  if (drawn === null) return null
  const place = scaleOf(drawn.points)
  const x = drawn.of === 'attainment' ? line.attainment && shownPercent(line.attainment).short : line.actual && measureText(line.actual, line)
  const said = drawn.at === null || !x || line.points === null ? '' : t('curve.place', { x, points: shownNumber(line.points).short })
  const dot = drawn.at === null ? null : place(drawn.at)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      className={styles['curve']}
      role="img"
      aria-label={t('curve.label', { rule: line.ruleText ?? '', place: said })}
    >
      <polyline points={drawn.points.map((point) => place(point).join(',')).join(' ')} />
      {dot === null ? null : <circle cx={dot[0]} cy={dot[1]} r="3.500" />}
    </svg>
  )
}

type Point = readonly [number, number]

/** From the rule's own numbers to places in the picture. */
function scaleOf(points: readonly Point[]): (point: Point) => Point {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys, 0), Math.max(...ys, 1)]
  const across = (x: number) => EDGE + ((x - left) / (right - left || 1)) * (WIDTH - 2 * EDGE)
  const up = (y: number) => HEIGHT - EDGE - ((Math.min(Math.max(y, low), high) - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE)
  return ([x, y]) => [Number(across(x).toFixed(1)), Number(up(y).toFixed(1))]
}
