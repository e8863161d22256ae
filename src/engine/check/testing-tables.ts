import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Program } from '../ir.ts'
import { changed, checkRaw, MEASURES } from './testing.ts'
import type { EngineCode } from './texts.ts'

/** Tables of the small company, as they come from YAML, each read by one of the documents below. */
export const TABLES: Record<string, Record<string, unknown>> = {
  ladder: {
    table: 'ladder',
    name: { zh: '提成阶梯', en: 'Commission ladder' },
    kind: 'tiers',
    mode: 'marginal',
    of: 'money',
    tiers: [
      { to: 1000, rate: '1%' },
      { from: 1000, to: 3000, rate: '2%' },
      { from: '3000', rate: '3%' },
    ],
  },
  bonus: {
    table: 'bonus',
    kind: 'tiers',
    mode: 'whole',
    of: 'percent',
    pays: 'money',
    boundary: 'begins',
    tiers: [
      { from: 'any', to: '60%', amount: 0 },
      { to: '100%', amount: 500 },
      { from: '100%', amount: '1000.50' },
    ],
  },
  share: {
    table: 'share',
    kind: 'tiers',
    mode: 'interpolated',
    of: 'percent',
    pays: 'percent',
    tiers: [
      { to: '50%', amount: '10%' },
      { to: '100%', amount: '90%' },
    ],
  },
  each_piece: { table: 'each_piece', kind: 'tiers', mode: 'marginal', of: 'piece', pays: 'money', tiers: [{ to: 10, rate: 5 }, { rate: 7 }] },
  speed: {
    table: 'speed',
    name: { zh: '加速曲线', en: 'Accelerator' },
    kind: 'curve',
    of: 'percent',
    pays: 'number',
    points: [
      { at: '50%', value: 0 },
      { at: '100%', value: 1 },
      { at: '150%', value: 2.5 },
    ],
  },
  matrix: {
    table: 'matrix',
    name: { zh: '费率表', en: 'Rates' },
    kind: 'lookup',
    by: [{ key: 'region' }, { key: 'discount', range: 'percent' }],
    pays: 'percent',
    rows: [
      { when: { region: '北', discount: { to: '10%' } }, value: '5%' },
      { when: { region: ['南', '东'], discount: { from: '10%', to: '20%' } }, value: '3%' },
      { when: { region: '北' }, value: '2%' },
      { value: '1%' },
    ],
    otherwise: 0,
  },
}

/** Documents that read the tables: two measures, and an incentive plan with a table of its own. */
export const READERS: Record<string, Record<string, unknown>> = {
  record_commission: {
    measure: 'record_commission',
    kind: 'aggregate',
    unit: 'money',
    dataset: 'orders',
    aggregate: 'sum',
    value: '阶梯(提成阶梯, 金额) × 查表(费率表, 客户.区域, 折扣)',
  },
  bonus_share: { measure: 'bonus_share', kind: 'formula', unit: 'percent', formula: '阶梯(share, 销售额, 目标(销售额))' },
  plan: {
    incentive: 'plan',
    every: 'month',
    tables: {
      own: {
        kind: 'curve',
        of: 'number',
        pays: 'number',
        points: [
          { at: 0, value: 0 },
          { at: 100, value: 1.5 },
        ],
      },
    },
    components: [
      { component: 'a', amount: 'tiers(bonus, attainment(revenue)) * curve(speed, prorated_attainment(revenue))' },
      { component: 'b', amount: 'pay(performance_salary) × 曲线(own, 司龄()) + 阶梯(each_piece, 件数)' },
    ],
  },
}

/** One mistake in a table or in what reads it, and what is to be said about it. */
export interface BadTable {
  readonly code: EngineCode
  readonly in: string
  readonly change: Readonly<Record<string, unknown>>
  readonly path: string
  /** The part of the formula it points at. */
  readonly at?: string
}

/** The small company with tables, after the changes. */
export function checkWithTables(bad?: Pick<BadTable, 'in' | 'change'>): { program: Program | null; diagnostics: readonly Diagnostic[] } {
  const known = { ...TABLES, ...READERS, ...MEASURES }
  const documents = bad === undefined ? known : { ...known, [bad.in]: changed(known[bad.in] ?? {}, bad.change) }
  const having = (key: string) => Object.fromEntries(Object.entries(documents).filter(([, document]) => Object.hasOwn(document, key)))
  return checkRaw({ tables: having('table'), measures: having('measure'), incentives: having('incentive') })
}
