import { daysBetween, type Period } from '../../base/calendar.ts'
import { dec } from '../../base/decimal.ts'
import type { RulesInForce } from '../../engine/in-force.ts'
import { expressionsOf, targetOf } from '../../engine/in-force.ts'
import type { Expr, IncentiveIr, InForce, SchemeIr, TargetLevel } from '../../engine/ir.ts'
import { needsTarget } from '../../engine/reference/rules.ts'
import { uncovered } from '../../engine/reference/targets.ts'
import type { TargetNode } from '../../engine/steps.ts'
import { partsOf } from '../../engine/walk.ts'
import type { Wording } from '../../engine/wording.ts'
import type { Target } from './target.ts'

/** A target that rules read for everybody they are for. */
export interface TargetAsked {
  readonly measure: string
  readonly level: TargetLevel
  readonly prorated: boolean
  /** Results are divided by it, or judged against it: one of 0 or less says nothing. */
  readonly measured: boolean
  readonly kind: 'scheme' | 'incentive'
  /** Id of the rules' document. */
  readonly id: string
  readonly inForce: InForce
  /** Who asks, in words. */
  readonly asker: Wording
  /** What becomes of those who have none, in words. */
  readonly effect: Wording
}

/** Every target of one's own and of the period itself that rules read, each once a rule (a scheme: once a line). A formula that says what holds without one asks for none. */
export function targetsAsked({ schemes, incentives }: RulesInForce): TargetAsked[] {
  return [...schemes.flatMap(([id, s]) => ofScheme(id, s)), ...incentives.flatMap(([id, i]) => ofIncentive(id, i))]
}

const NO_DATA: Readonly<Record<'skip' | 'zero' | 'full', Wording>> = {
  skip: { zh: '这一行对他们不算，其他行占得更重。', en: 'The line is left out for them, and the others weigh more.' },
  zero: { zh: '这一行他们得 0 分。', en: 'The line gives them 0 points.' },
  full: { zh: '这一行他们得 100 分。', en: 'The line gives them 100 points.' },
}

const UNPAID: Wording = { zh: '用到它的条件算不成立，用到它的金额为空。', en: 'Conditions that read it do not hold, and amounts that read it are empty.' }

function ofScheme(id: string, scheme: SchemeIr): TargetAsked[] {
  return scheme.lines.flatMap((line) => {
    const node = targetOf(line)
    const asker = { zh: `考核方案“${id}”的“${line.line}”`, en: `“${line.line}” of the scheme ${id}` }
    return node === null ? [] : [{ ...levelOf(node), measured: needsTarget(line.rule), kind: 'scheme', id, inForce: scheme, asker, effect: NO_DATA[line.noData] }]
  })
}

function ofIncentive(id: string, plan: IncentiveIr): TargetAsked[] {
  const nodes = plan.components.flatMap((c) => expressionsOf(c.now).flatMap(targetsIn)).filter((node) => node.shifts.length === 0 && node.scope.line === 'own')
  const once = new Map(nodes.map((node) => [JSON.stringify(levelOf(node)), node]))
  const divisors = new Set(plan.components.flatMap((c) => expressionsOf(c.now).flatMap(divisorsIn)).map((node) => JSON.stringify(levelOf(node))))
  const asker = { zh: `激励方案“${id}”`, en: `The incentive plan ${id}` }
  return [...once].map(([key, node]) => ({ ...levelOf(node), measured: divisors.has(key), kind: 'incentive', id, inForce: plan, asker, effect: UNPAID }))
}

const levelOf = ({ measure, level, prorated }: TargetNode): Pick<TargetAsked, 'measure' | 'level' | 'prorated'> => ({ measure, level, prorated })

function targetsIn(expr: Expr): TargetNode[] {
  if (expr.node === 'empty' || expr.node === 'coalesce') return []
  return expr.node === 'target' ? [expr] : partsOf(expr).flatMap(targetsIn)
}

/** Targets that something is divided by, but where the formula says what holds when that is empty. */
function divisorsIn(expr: Expr): TargetNode[] {
  if (expr.node === 'empty' || expr.node === 'coalesce') return []
  const here = expr.node === 'div' && expr.right.node === 'target' ? [expr.right] : []
  return [...here, ...partsOf(expr).flatMap(divisorsIn)]
}

/** missing: there is none · nothing: it is 0 or less where results are measured against it · twice: rows of a part of the period only, for somebody there for a part of it, and the rules prorate what they add up to. */
export type Gap = 'missing' | 'nothing' | 'twice'

/** The gaps that can be met where a target is asked so. */
export function gapsOf({ measured, prorated }: Pick<TargetAsked, 'measured' | 'prorated'>): Gap[] {
  return ['missing', ...(measured ? (['nothing'] as const) : []), ...(prorated ? (['twice'] as const) : [])]
}

/** The role somebody held from a day up to, not including, another. */
export interface RoleHeld {
  readonly from: string
  readonly until: string
  readonly role: string | null
}

/** What somebody lacks of a target in a period. `targets`: theirs, of any measure and period. */
export function gapOf(asked: TargetAsked, period: Period, of: { readonly targets: readonly Target[]; readonly roles: readonly RoleHeld[] }): Gap | null {
  const inside = of.targets.filter((t) => t.measure.measure === asked.measure && t.levels[asked.level] !== null && t.period.from >= period.from && t.period.until <= period.until)
  if (inside.length === 0) return 'missing'
  const own = inside.find((t) => t.period.id === period.id)
  const counted = own === undefined ? uncovered(inside.map((t) => ({ ...t.period, value: t.levels[asked.level] ?? '0' }))) : [{ ...period, value: own.levels[asked.level] ?? '0' }]
  if (asked.measured && counted.reduce((sum, { value }) => sum.plus(value), dec(0)).lte(0)) return 'nothing'
  if (!asked.prorated || own !== undefined) return null
  const given = counted.reduce((sum, { from, until }) => sum + daysBetween(from, until), 0)
  const all = daysBetween(period.from, period.until)
  return given < all && presentDays(asked.inForce, period, of.roles) < all ? 'twice' : null
}

function presentDays({ roles }: InForce, period: Period, held: readonly RoleHeld[]): number {
  const inRole = held.filter(({ role }) => roles === null || (role !== null && roles.includes(role)))
  return inRole.reduce((sum, { from, until }) => {
    const [first, end] = [from > period.from ? from : period.from, until < period.until ? until : period.until]
    return sum + (first < end ? daysBetween(first, end) : 0)
  }, 0)
}
