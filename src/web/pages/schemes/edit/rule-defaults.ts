import type { Body } from './body.ts'

export const RULES = ['linear', 'bands', 'curve', 'lower', 'range', 'points', 'gate'] as const

export type RuleName = (typeof RULES)[number]

export function isRule(text: string): text is RuleName {
  return (RULES as readonly string[]).includes(text) // Widened only to be searched.
}

/** A rule to begin with: one that can be drawn at once and is common. */
export const BEGINNINGS: Readonly<Record<RuleName, Body>> = {
  linear: { rule: 'linear', cap: '150' },
  bands: { rule: 'bands', bands: [{ to: '80', points: '0' }, { to: '100', points: '80' }, { to: '120', points: '100' }, { points: '120' }] },
  curve: {
    rule: 'curve',
    points: [
      { at: '60', points: '0' },
      { at: '100', points: '100' },
      { at: '150', points: '150' },
    ],
  },
  lower: { rule: 'lower', cap: '130' },
  range: { rule: 'range', worst: '0', best: '100', cap: '120' },
  points: { rule: 'points', each: '-5', floor: '0' },
  gate: { rule: 'gate', passes: '= 0', most: '60' },
}

/** Whether a rule as it is written compares the actual with a target. */
export function asksTarget(rule: Body): boolean {
  const name = rule['rule'] ?? 'linear'
  return name === 'linear' || name === 'lower' || ((name === 'bands' || name === 'curve') && (rule['of'] ?? 'attainment') === 'attainment')
}

/** Whether a line is one of those whose weights sum to 100: all but gates, and points beside the weights. */
export function isWeighted(line: Body): boolean {
  const rule = line['score']
  const name = typeof rule === 'object' && rule !== null && 'rule' in rule ? rule.rule : 'linear'
  return name !== 'gate' && (name !== 'points' || line['weight'] !== undefined)
}

/** A line by another kind of rule: what only the old kind needs goes. */
export function withRule(line: Body, name: RuleName): Body {
  const score = BEGINNINGS[name]
  const { target, prorate, weight, ...rest } = line
  const kept = asksTarget(score) ? { ...(target === undefined ? {} : { target }), ...(prorate === undefined ? {} : { prorate }) } : {}
  return { ...rest, ...(name === 'gate' || weight === undefined ? {} : { weight }), ...kept, score }
}
