import { dec } from '../../base/decimal.ts'
import type { RuleDocument } from '../documents/scheme.ts'
import type { CompareOp, RuleIr } from '../ir.ts'
import { worded } from '../wording.ts'
import type { Catalogue, MeasureInfo } from './catalogue.ts'
import type { DocumentPath, Reporter } from './report.ts'
import { actualOf, isFactor, pointsOf } from './scheme-numbers.ts'
import { curveInfo } from './table-curve.ts'
import type { TableAt } from './table-numbers.ts'
import { tiersInfo } from './table-tiers.ts'

/** A line of a scheme under check. */
export interface RuleCheck {
  readonly line: string
  readonly weighted: boolean
  /** Null: unknown, which is reported. */
  readonly measure: MeasureInfo | null
  /** Path of the line. */
  readonly path: DocumentPath
  readonly catalogue: Catalogue
  readonly report: Reporter
}

type Rule<K extends RuleDocument['rule']> = RuleDocument & { readonly rule: K }

/** Whether a rule compares the actual with a target. */
export function needsTarget(rule: RuleDocument): boolean {
  return rule.rule === 'linear' || rule.rule === 'lower' || ((rule.rule === 'bands' || rule.rule === 'curve') && rule.of === 'attainment')
}

/** What the rule of a line compiles to. Null: reported. */
export function ruleOf(rule: RuleDocument, c: RuleCheck): RuleIr | null {
  warnDirection(rule, c)
  switch (rule.rule) {
    case 'linear':
      return linearOf(rule, c)
    case 'bands':
      return bandsRuleOf(rule, c)
    case 'curve':
      return curveRuleOf(rule, c)
    case 'lower':
      warnFactors(rule, ['floor', 'cap'], c)
      return limited(rule, c) && gives(rule.cap, c) ? { rule: 'lower', method: rule.method, floor: pointsOf(rule.floor), cap: pointsOf(rule.cap) } : null
    case 'range':
      return rangeRuleOf(rule, c)
    case 'points':
      return pointsRuleOf(rule, c)
    case 'gate':
      return gateOf(rule, c)
    default:
      return rule satisfies never
  }
}

/** Path of a key of the rule; the rule itself where nothing was written there. */
function at(c: RuleCheck, ...keys: (string | number)[]): DocumentPath {
  return [...c.path, 'score', ...keys]
}

function optional(points: string | undefined): string | null {
  return points === undefined ? null : pointsOf(points)
}

/** Whether the floor is at most the cap. */
function limited(rule: { readonly floor?: string | undefined; readonly cap?: string | undefined }, c: RuleCheck): boolean {
  const [floor, cap] = [optional(rule.floor), optional(rule.cap)]
  if (floor === null || cap === null || dec(floor).lte(cap)) return true
  c.report.error('scheme.floor-above-cap', at(c, 'floor'), { line: c.line, floor, cap })
  return false
}

/** Whether the most that a line with a result can come to is not less than nothing. */
function gives(cap: string | undefined, c: RuleCheck): boolean {
  if (cap === undefined || dec(pointsOf(cap)).gte(0)) return true
  c.report.error('scheme.cap-negative', at(c, 'cap'), { line: c.line, cap })
  return false
}

function linearOf(rule: Rule<'linear'>, c: RuleCheck): RuleIr | null {
  const [threshold, floor, cap] = [optional(rule.threshold), optional(rule.floor), optional(rule.cap)]
  const above = threshold !== null && cap !== null && dec(threshold).gt(cap)
  if (above) c.report.error('scheme.threshold-above-cap', at(c, 'threshold'), { line: c.line, threshold, cap })
  warnFactors(rule, ['threshold', 'floor', 'cap'], c)
  return limited(rule, c) && gives(rule.cap, c) && !above ? { rule: 'linear', threshold, floor, cap } : null
}

/** The same question about several keys of a rule. */
function warnFactors<K extends string>(rule: Readonly<Partial<Record<K, string | undefined>>>, keys: readonly K[], c: RuleCheck): void {
  for (const key of keys) warnFactor(rule[key], at(c, key), c)
}

/** The first bound that looks like a factor; one question is enough for a list that is written in factors. */
function warnFirstFactor(bounds: readonly (readonly [written: string | undefined, ...keys: (string | number)[]])[], c: RuleCheck): void {
  const found = bounds.find(([written]) => written !== undefined && written !== 'any' && isFactor(written))
  if (found === undefined) return
  const [written, ...keys] = found
  warnFactor(written, at(c, ...keys), c)
}

/** A threshold of 0.8 is less than one point: 80 is meant. */
function warnFactor(written: string | undefined, path: DocumentPath, c: RuleCheck): void {
  if (written === undefined || !isFactor(written)) return
  const points = dec(written)
  c.report.warning('scheme.points-factor', path, { line: c.line, value: written, meant: pointsOf(points.times(100).toString()) })
}

/** Bands are tiers with amounts: the same checks, told at the keys that are written here. */
function bandsRuleOf(rule: Rule<'bands'>, c: RuleCheck): RuleIr | null {
  const read = boundsReader(rule.of, c)
  const tiers = rule.bands.map((band, i) => ({
    ...(band.from === undefined ? {} : { from: band.from === 'any' ? ('any' as const) : read(band.from, 'bands', i, 'from') }),
    ...(band.to === undefined ? {} : { to: read(band.to, 'bands', i, 'to') }),
    amount: pointsOf(band.points),
  }))
  if (rule.of === 'attainment')
    warnFirstFactor(
      rule.bands.flatMap((band, i) => [[band.from, 'bands', i, 'from'] as const, [band.to, 'bands', i, 'to'] as const]),
      c,
    )
  const table = { kind: 'tiers', mode: 'whole', of: 'number', pays: 'number', boundary: rule.boundary, tiers } as const
  const { ir } = tiersInfo(c.line, table, tableAt(c, { tiers: 'bands', amount: 'points' }))
  return ir === null || read.wrong() ? null : { rule: 'bands', of: rule.of, bands: ir }
}

function curveRuleOf(rule: Rule<'curve'>, c: RuleCheck): RuleIr | null {
  const read = boundsReader(rule.of, c)
  const points = rule.points.map((point, i) => ({ at: read(point.at, 'points', i, 'at'), value: pointsOf(point.points) }))
  if (rule.of === 'attainment')
    warnFirstFactor(
      rule.points.map((point, i) => [point.at, 'points', i, 'at'] as const),
      c,
    )
  const { ir } = curveInfo(c.line, { kind: 'curve', of: 'number', pays: 'number', rises: rule.rises, points }, tableAt(c, { value: 'points' }))
  return ir === null || read.wrong() ? null : { rule: 'curve', of: rule.of, curve: ir }
}

/** Reads bounds of bands and curves, attainment in points or the actual as its measure stores it, and remembers whether one was refused. */
function boundsReader(of: 'attainment' | 'actual', c: RuleCheck): ((written: string, ...keys: (string | number)[]) => string) & { wrong(): boolean } {
  let wrong = false
  const read = (written: string, ...keys: (string | number)[]): string => {
    const value = of === 'attainment' ? pointsOf(written) : actualOf(written, { ...c, path: at(c, ...keys) })
    if (value === null) wrong = true
    return value ?? pointsOf(written)
  }
  return Object.assign(read, { wrong: () => wrong })
}

/** Where the table of a rule stands, its keys in the words of the rule. */
function tableAt(c: RuleCheck, words: Readonly<Record<string, string>>): TableAt {
  const path = at(c)
  const inRule = (whole: DocumentPath): DocumentPath => whole.map((key, i) => (i < path.length || typeof key === 'number' ? key : (words[key] ?? key)))
  const { report } = c
  return {
    path,
    catalogue: c.catalogue,
    report: {
      ...report,
      error: (code, place, params, span) => report.error(code, inRule(place), params, span),
      warning: (code, place, params, span) => report.warning(code, inRule(place), params, span),
    },
  }
}

function rangeRuleOf(rule: Rule<'range'>, c: RuleCheck): RuleIr | null {
  const worst = actualOf(rule.worst, { ...c, path: at(c, 'worst') })
  const best = actualOf(rule.best, { ...c, path: at(c, 'best') })
  warnFactors(rule, ['floor', 'cap'], c)
  if (!limited(rule, c) || !gives(rule.cap, c) || worst === null || best === null) return null
  if (dec(worst).eq(best)) {
    c.report.error('scheme.range-flat', at(c, 'best'), { line: c.line, value: best })
    return null
  }
  return { rule: 'range', worst, best, floor: pointsOf(rule.floor), cap: pointsOf(rule.cap) }
}

/** With a weight the line starts at what is asked, 100; without one it adds to the score, from 0. */
function pointsRuleOf(rule: Rule<'points'>, c: RuleCheck): RuleIr | null {
  const each = pointsOf(rule.each)
  const nothing = dec(each).isZero()
  // Points beside the weights are few by their nature.
  if (c.weighted) warnFactors(rule, ['floor', 'cap'], c)
  if (nothing) c.report.error('scheme.points-nothing', at(c, 'each'), { line: c.line, each: rule.each })
  const [start, floor, cap] = [optional(rule.start) ?? (c.weighted ? '100' : '0'), optional(rule.floor), optional(rule.cap)]
  if (!limited(rule, c) || nothing) return null
  if (rule.start !== undefined && ((cap !== null && dec(start).gt(cap)) || (floor !== null && dec(start).lt(floor)))) {
    c.report.error('scheme.start-outside', at(c, 'start'), { line: c.line, start, floor: floor ?? '–', cap: cap ?? '–' })
    return null
  }
  return { rule: 'points', start, each, floor, cap }
}

function gateOf(rule: Rule<'gate'>, c: RuleCheck): RuleIr | null {
  const parts = /^(=|<>|<=|<|>=|>)\s*(.+)$/.exec(rule.passes)
  const value = actualOf(parts?.[2] ?? '0', { ...c, path: at(c, 'passes') })
  warnFactors(rule, ['most'], c)
  const negative = dec(pointsOf(rule.most)).lt(0)
  if (negative) c.report.error('scheme.most-negative', at(c, 'most'), { line: c.line, most: rule.most })
  if (value === null || parts === null || negative) return null
  return { rule: 'gate', op: parts[1] as CompareOp, value, most: pointsOf(rule.most) } // the pattern has the operators alone
}

/** A rule that rewards more of what should be less, or the other way round. */
function warnDirection(rule: RuleDocument, c: RuleCheck): void {
  const better = c.measure?.document.better
  if (better === undefined || c.measure === null) return
  const rewards = rule.rule === 'linear' ? 'more' : rule.rule === 'lower' ? 'less' : rule.rule === 'range' ? rangeRewards(rule) : better
  if (rewards === better) return
  const words = { more: { zh: '越多越好', en: 'more' }, less: { zh: '越少越好', en: 'less' } }
  const params = { ...worded('rewards', words[rewards], rewards), ...worded('better', words[better], better) }
  c.report.warning('scheme.direction', at(c), { line: c.line, rule: rule.rule, ...worded('measure', c.measure.names, c.measure.id), ...params })
}

function rangeRewards(rule: Rule<'range'>): 'more' | 'less' {
  return dec(pointsOf(rule.best)).gte(pointsOf(rule.worst)) ? 'more' : 'less'
}
