import { useMemo } from 'react'
import type { RuleIr } from '../../../engine/ir.ts'
import { drawnRule, type Judged } from './rule-curve.ts'
import styles from './rules.module.css'

const EDGE = 4

type Point = readonly [number, number]

interface RulePictureProps {
  readonly rule: RuleIr
  /** Somebody's place on it. */
  readonly judged: Judged
  /** The rule in words, for those who do not see it. */
  readonly label: string
  readonly width?: number
  readonly height?: number
}

/** A rule, small, with a dot where somebody is. Nothing for rules that draw no line. */
export function RulePicture({ rule, judged, label, width = 96, height = 28 }: RulePictureProps) {
  const drawn = useMemo(() => drawnRule(rule, judged), [rule, judged])
  if (drawn === null) return null
  const place = scaleOf(drawn.points, width, height)
  const dot = drawn.at === null ? null : place(drawn.at)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className={styles['curve']} role="img" aria-label={label}>
      <polyline points={drawn.points.map((point) => place(point).join(',')).join(' ')} />
      {dot === null ? null : <circle cx={dot[0]} cy={dot[1]} r="3.500" />}
    </svg>
  )
}

/** From the rule's own numbers to places in the picture. */
function scaleOf(points: readonly Point[], width: number, height: number): (point: Point) => Point {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys, 0), Math.max(...ys, 1)]
  const across = (x: number) => EDGE + ((x - left) / (right - left || 1)) * (width - 2 * EDGE)
  const up = (y: number) => height - EDGE - ((Math.min(Math.max(y, low), high) - low) / (high - low || 1)) * (height - 2 * EDGE)
  return ([x, y]) => [Number(across(x).toFixed(1)), Number(up(y).toFixed(1))]
}
