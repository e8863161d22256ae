import type { Lang } from '../../../base/diagnostic.ts'
import { written } from '../../parts/documents/formula-names.ts'

/** The ways in which plans are mostly paid, as a formula each. */
export const WAYS = ['tiers', 'tiers-target', 'tiers-attainment', 'curve-attainment', 'rate', 'each', 'pay-attainment', 'pay-coefficient', 'team-rate'] as const

export type Way = (typeof WAYS)[number]

/** What a way has to be told. */
export const NEEDS: Readonly<Record<Way, { readonly measure: boolean; readonly table: 'tiers' | 'curve' | null; readonly item: boolean }>> = {
  tiers: { measure: true, table: 'tiers', item: false },
  'tiers-target': { measure: true, table: 'tiers', item: false },
  'tiers-attainment': { measure: true, table: 'tiers', item: true },
  'curve-attainment': { measure: true, table: 'curve', item: true },
  rate: { measure: true, table: null, item: false },
  each: { measure: true, table: null, item: false },
  'pay-attainment': { measure: true, table: null, item: true },
  'pay-coefficient': { measure: false, table: null, item: true },
  'team-rate': { measure: true, table: null, item: false },
}

/** The functions as an author of each language writes them. */
const FN = {
  zh: { tiers: '阶梯', curve: '曲线', pay: '薪酬', attainment: '折算达成率', target: '折算目标', coefficient: '系数', team: '团队' },
  en: { tiers: 'tiers', curve: 'curve', pay: 'pay', attainment: 'prorated_attainment', target: 'prorated_target', coefficient: 'coefficient', team: 'team' },
} as const

/** A formula to begin with; the author goes on from there. */
export function formulaOf(way: Way, of: { readonly measure: string; readonly table: string; readonly item: string }, lang: Lang): string {
  const fn = FN[lang]
  const [m, t, item] = [written(of.measure), written(of.table), written(of.item)]
  switch (way) {
    case 'tiers':
      return `${fn.tiers}(${t}, ${m})`
    case 'tiers-target':
      return `${fn.tiers}(${t}, ${m}, ${fn.target}(${m}))`
    case 'tiers-attainment':
      return `${fn.pay}(${item}) * ${fn.tiers}(${t}, ${fn.attainment}(${m}))`
    case 'curve-attainment':
      return `${fn.pay}(${item}) * ${fn.curve}(${t}, ${fn.attainment}(${m}))`
    case 'rate':
      return `${m} * 3%`
    case 'each':
      return `${m} * ¥50`
    case 'pay-attainment':
      return `${fn.pay}(${item}) * ${fn.attainment}(${m})`
    case 'pay-coefficient':
      return `${fn.pay}(${item}) * ${fn.coefficient}()`
    case 'team-rate':
      return `${fn.team}(${m}) * 0.5%`
    default:
      return way satisfies never
  }
}
