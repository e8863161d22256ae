import { Decimal, dec } from '../../base/decimal.ts'
import { expressionsOf } from '../in-force.ts'
import type { AmountIr, Expr, LookupIr } from '../ir.ts'
import { walk } from '../walk.ts'
import { amountOn } from './earning.ts'
import { evalExpr, type Ground, unheard } from './expr.ts'
import type { Value } from './value.ts'

/** What an amount asks about a person: a measure, a target, a pay item, the score, months of work, presence. */
export type SampleNode = Extract<Expr, { node: 'value' | 'target' | 'pay' | 'result' | 'tenure' | 'presence' }>

export interface SampleLeaf {
  readonly key: string
  readonly node: SampleNode
}

/** An imagined person: exact decimal text for each leaf by its key (a grade as its text); what is not there is empty. */
export type Sample = Readonly<Record<string, string>>

const ASKED: ReadonlySet<Expr['node']> = new Set<SampleNode['node']>(['value', 'target', 'pay', 'result', 'tenure', 'presence'])

const isAsked = (e: Expr): e is SampleNode => ASKED.has(e.node)

/** The same question has the same key. */
export function leafKey(node: SampleNode): string {
  switch (node.node) {
    case 'value':
      return JSON.stringify(['value', node.ref.measure, node.ref.scope, node.ref.shifts])
    case 'target':
      return JSON.stringify(['target', node.measure, node.level, node.scope, node.shifts])
    case 'pay':
      return JSON.stringify(['pay', node.item])
    case 'result':
      return JSON.stringify(['result', node.what])
    case 'tenure':
    case 'presence':
      return JSON.stringify([node.node])
    default:
      return node satisfies never
  }
}

/** Everything that an amount asks, each once, in the order written. */
export function leavesOf(amount: AmountIr): readonly SampleLeaf[] {
  const found = new Map<string, SampleNode>()
  for (const expr of expressionsOf(amount)) {
    walk(expr, (e) => {
      if (isAsked(e) && !found.has(leafKey(e))) found.set(leafKey(e), e)
    })
  }
  return [...found].map(([key, node]) => ({ key, node }))
}

/** What the pay is drawn against: the first measure a table is asked about, else the first measure, else the first thing asked. Null: the amount asks nothing. */
export function baseLeaf(amount: AmountIr): SampleLeaf | null {
  const leaves = leavesOf(amount)
  let asked: Expr | null = null
  walk(amount.amount, (e) => {
    if (asked !== null) return
    if (e.node === 'tiers' || e.node === 'curve') asked = e.of
    else if (e.node === 'lookup') asked = e.keys[0] ?? null
  })
  const within = (expr: Expr | null) => {
    const keys = new Set<string>()
    walk(expr, (e) => {
      if (isAsked(e)) keys.add(leafKey(e))
    })
    return leaves.filter(({ key }) => keys.has(key))
  }
  const candidates = [...within(asked), ...within(amount.amount)]
  return candidates.find(({ node }) => node.node === 'value') ?? candidates.find(({ node }) => node.node === 'result') ?? candidates[0] ?? null
}

function groundOf(sample: Sample): Ground {
  const of = (node: SampleNode): Value => {
    const text = sample[leafKey(node)]
    if (text === undefined) return null
    return node.node === 'result' && node.what === 'grade' ? text : dec(text)
  }
  // A measure is a number: only a grade is a text.
  return { kind: 'values', note: unheard, valueOf: (ref) => of({ node: 'value', ref }) as Decimal | null, personal: of }
}

/** What an amount comes to for an imagined person, before rounding; null where something it needs is empty. */
export function paidFor(amount: AmountIr, sample: Sample): Decimal | null {
  return amountOn(amount, groundOf(sample)).amount
}

const PLAIN = '100'

/**
 * Where on the base's axis the pay bends or jumps: the bounds of tiers, curves and ranges, in terms of the base. Right where what a table is asked grows in proportion to the base,
 * which is how plans are written; elsewhere a bound is left out or stands a little off, which a drawing forgives.
 */
export function bendsOf(amount: AmountIr, sample: Sample, base: string): readonly Decimal[] {
  const at = dec(sample[base] ?? '0')
  const ground = groundOf(sample)
  const found: Decimal[] = []
  const add = (of: Expr, bounds: readonly (string | null)[], scale: Decimal) => {
    const asked = evalExpr(of, ground)
    if (!(asked instanceof Decimal) || asked.isZero() || !asks(of, base)) return
    for (const bound of bounds) if (bound !== null) found.push(dec(bound).times(scale).times(at).div(asked))
  }
  for (const expr of expressionsOf(amount)) {
    walk(expr, (e) => {
      if (e.node === 'tiers') {
        const scale = e.scale === null ? dec(1) : evalExpr(e.scale, ground)
        if (scale instanceof Decimal) add(e.of, e.table.tiers.flatMap(({ from, until }) => [from, until]), scale) // biome-ignore format: a line
      } else if (e.node === 'curve')
        add(e.of, e.table.points.map((point) => point.at), dec(1)) // biome-ignore format: a line
      else if (e.node === 'lookup') for (const [i, key] of e.keys.entries()) add(key, rangesOf(e.table, i), dec(1))
    })
  }
  return found.filter((x) => x.gt(0))
}

function asks(expr: Expr, key: string): boolean {
  let found = false
  walk(expr, (e) => {
    found ||= isAsked(e) && leafKey(e) === key
  })
  return found
}

function rangesOf(table: LookupIr, dimension: number): (string | null)[] {
  return table.rows.flatMap(({ cells }) => {
    const cell = cells[dimension]
    return cell?.kind === 'range' ? [cell.from, cell.until] : []
  })
}

/** Values tried for what a condition asks, until the condition holds. */
const TRIED = ['0', '100', '1', '100000', '-1']

/**
 * An ordinary person, to draw a plan with before anybody has a figure: present throughout, three years there, a score of 100, every condition met that some plain figure meets.
 * `money`: an amount that looks like one in this company; `isMoney`: whether a measure is told in money.
 */
export function ordinarySample(amount: AmountIr, how: { readonly money: string; readonly isMoney: (measure: string) => boolean }): Sample {
  const base = baseLeaf(amount)?.key
  let sample: Sample = Object.fromEntries(leavesOf(amount).map(({ key, node }) => [key, ordinary(node, amount, how)]))
  for (const { when } of amount.conditions) {
    for (const leaf of leavesOf({ amount: when, conditions: [], floor: null, cap: null })) {
      if (leaf.key === base || leaf.node.node !== 'value' || evalExpr(when, groundOf(sample)) === true) continue
      const fitting = TRIED.find((value) => evalExpr(when, groundOf({ ...sample, [leaf.key]: value })) === true)
      if (fitting !== undefined) sample = { ...sample, [leaf.key]: fitting }
    }
  }
  return sample
}

function ordinary(node: SampleNode, amount: AmountIr, { money, isMoney }: { readonly money: string; readonly isMoney: (measure: string) => boolean }): string {
  switch (node.node) {
    case 'value':
      return isMoney(node.ref.measure) ? money : PLAIN
    case 'target':
      return isMoney(node.measure) ? money : PLAIN
    case 'pay':
      return '10000'
    case 'result':
      return node.what === 'score' ? PLAIN : node.what === 'coefficient' ? '1' : (firstText(amount) ?? 'A')
    case 'tenure':
      return '36'
    case 'presence':
      return '1'
    default:
      return node satisfies never
  }
}

/** The first text that a lookup of the amount knows: most likely the best grade. */
function firstText(amount: AmountIr): string | null {
  let found: string | null = null
  const look = (table: LookupIr) => {
    for (const { cells } of table.rows) for (const cell of cells) if (cell.kind === 'text') found ??= cell.values[0] ?? null
  }
  for (const expr of expressionsOf(amount)) walk(expr, (e) => (e.node === 'lookup' ? look(e.table) : undefined))
  return found
}
