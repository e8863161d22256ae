import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleIr } from '../../../engine/ir.ts'
import { shownNumber } from '../../ui/numbers.ts'
import { type Drawn, drawnRule } from './rule-curve.ts'
import styles from './rules.module.css'

const [WIDTH, HEIGHT] = [320, 150]
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 10, 8, 30]

interface RulePlotProps {
  readonly rule: RuleIr
  /** The fixed target, where the line has one: less-is-better is drawn against it. */
  readonly fixed: string | null
  readonly label: string
}

/** A rule with its axes, large enough to be read; redrawn while it is written. */
export function RulePlot({ rule, fixed, label }: RulePlotProps) {
  const { t } = useTranslation('schemes')
  // Without a target of its own, less-is-better is drawn in percent of what is asked.
  const drawn = useMemo(() => drawnRule(rule, { actual: null, target: fixed ?? '100', attainment: null, points: null }), [rule, fixed])
  if (drawn === null) return null
  const axis = drawn.of === 'attainment' ? t('axis.attainment') : rule.rule === 'lower' && fixed === null ? t('axis.ofTarget') : t('axis.actual')
  const { x, y, xs, ys } = scalesOf(drawn)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={`${styles['curve']} ${styles['plot']}`} role="img" aria-label={label} style={{ width: '100%', maxWidth: WIDTH * 1.4 }}>
      {ys.map((value) => (
        <g key={value}>
          <line className={styles['axis']} x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 4} y={y(value) + 4} textAnchor="end">
            {tick(value)}
          </text>
        </g>
      ))}
      {xs.map((value) => (
        <text key={value} x={x(value)} y={HEIGHT - BOTTOM + 13} textAnchor="middle">
          {tick(value)}
        </text>
      ))}
      <text x={WIDTH - RIGHT} y={HEIGHT - 3} textAnchor="end">
        {axis}
      </text>
      <polyline points={drawn.points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(' ')} />
    </svg>
  )
}

const tick = (value: number): string => shownNumber(String(Math.round(value * 100) / 100)).short

/** 1, 2 or 5 times a power of ten, about as large as asked. */
function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about || 1))
  return ([1, 2, 5, 10].find((times) => times * power >= about) ?? 10) * power
}

/** Where numbers lie in the picture, and which of them are written beside it. JS numbers, for the eye alone. */
function scalesOf({ points }: Drawn) {
  const [px, py] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right] = [Math.min(...px), Math.max(...px)]
  const [low, high] = [Math.min(0, ...py), Math.max(1, ...py)]
  const x = (value: number) => LEFT + ((value - left) / (right - left || 1)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - ((value - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM)
  const ys = [...new Set([low, ...(high > 100 && low < 100 ? [100] : []), high])]
  const step = roundStep((right - left) / 4)
  const xs = Array.from({ length: 9 }, (_, i) => Math.ceil(left / step) * step + i * step).filter((value) => value <= right)
  return { x, y, xs, ys: ys.filter((value, at) => at === 0 || Math.abs(y(value) - y(ys[at - 1] ?? value)) > 12) }
}
