import { type Decimal, decimalText } from '../../../base/decimal.ts'
import { derivedNodes } from '../../../engine/derivation.ts'
import type { AmountIr } from '../../../engine/ir.ts'
import { bendsOf, leafKey, ordinarySample, type Sample, type SampleNode } from '../../../engine/reference/sample.ts'
import { amountOf, type PlanComponent, type PlanLeaf } from '../../parts/plans/queries.ts'
import type { AmountShown } from '../../parts/results/queries.ts'

/** An amount that looks like one in a currency; a yen is worth less than a yuan. */
const LOOKS: Readonly<Record<string, string>> = { JPY: '2000000', KRW: '20000000', VND: '300000000' }
const MONEY = '100000'

/** An ordinary person for a component, in the currency of the company. */
export function exampleFor(component: PlanComponent, currency: string): Sample {
  const money = new Set(component.asks.flatMap(({ measure, unit }) => (measure !== null && unit[currency] === 1 ? [measure] : [])))
  const amount = amountOf(component)
  const sample = ordinarySample(amount, { money: LOOKS[currency] ?? MONEY, isMoney: (measure) => money.has(measure) })
  if (component.base === null || targetLeaf(component) !== null) return sample
  // Without a target the last tier is where it becomes interesting.
  const last = bendsOf(amount, sample, component.base).reduce<Decimal | null>((most, x) => (most === null || x.gt(most) ? x : most), null)
  return last === null ? sample : { ...sample, [component.base]: decimalText(last) }
}

const ASKED: ReadonlySet<string> = new Set<SampleNode['node']>(['value', 'target', 'pay', 'result', 'tenure', 'presence'])

/** The figures that a run worked a component out with; null where the rules are others by now. */
export function sampleOf(amount: AmountIr, shown: AmountShown): Sample | null {
  const nodes = derivedNodes(amount)
  if (nodes.length !== shown.parts.length || nodes.some((node, i) => node.node !== shown.parts[i]?.node)) return null
  const found: Record<string, string> = {}
  for (const [i, node] of nodes.entries()) {
    const result = shown.parts[i]?.result
    if (ASKED.has(node.node) && typeof result === 'string') found[leafKey(node as SampleNode)] = result // ASKED holds their names alone.
  }
  return found
}

/** The target of what the pay is drawn against; null where the component asks for none. */
export function targetLeaf({ asks, base }: Pick<PlanComponent, 'asks' | 'base'>): PlanLeaf | null {
  const of = asks.find(({ key }) => key === base)
  return asks.find(({ node, measure }) => node === 'target' && measure === of?.measure) ?? null
}
