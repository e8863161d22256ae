import { describe, expect, it } from 'vitest'
import type { RuleIr } from '../../../engine/ir.ts'
import { drawnRule, type Judged } from './rule-curve.ts'

const NOTHING: Judged = { actual: null, target: null, attainment: null, points: null }
const LINEAR: RuleIr = { rule: 'linear', threshold: '50', floor: null, cap: '150' }
const RANGE: RuleIr = { rule: 'range', worst: '30', best: '10', floor: '0', cap: '120' }

describe('a rule as a line', () => {
  it('begins at nothing, drops below the threshold, ends at the cap', () => {
    const points = drawnRule(LINEAR, NOTHING)?.points ?? []
    expect(points[0]).toEqual([0, 0])
    expect(points.filter(([x]) => x < 50).every(([, y]) => y === 0)).toBe(true)
    expect(points.at(-1)?.[1]).toBe(150)
  })

  it('puts the person where the run put them, and widens for who is beyond it', () => {
    expect(drawnRule(LINEAR, { actual: '98', target: '100', attainment: '0.98', points: '98' })?.at).toEqual([98, 98])
    const far = drawnRule(LINEAR, { actual: '400', target: '100', attainment: '4', points: '150' })
    expect([far?.at, far?.points.at(-1)?.[0]]).toEqual([[400, 150], 400])
  })

  it('falls where less is better', () => {
    const points = drawnRule(RANGE, NOTHING)?.points ?? []
    expect([points[0]?.[1], points.at(-1)?.[1]]).toEqual([120, 0])
  })

  it('draws nothing for a gate, and for less-is-better without a target', () => {
    expect(drawnRule({ rule: 'gate', op: '=', value: '0', most: '60' }, NOTHING)).toBeNull()
    expect(drawnRule({ rule: 'lower', method: 'ratio', floor: '0', cap: '120' }, NOTHING)).toBeNull()
  })
})
