import { Decimal, dec, roundHalfUp } from '../../base/decimal.ts'
import type { Lang } from '../../base/diagnostic.ts'

/** A number as it is shown, and in full where the shown one is shortened. */
export interface Shown {
  readonly short: string
  readonly exact: string
}

/** From large to small; an amount is told in the first unit it reaches. */
const SCALES: Readonly<Record<Lang, readonly (readonly [at: string, unit: string])[]>> = {
  zh: [
    ['100000000', '亿'],
    ['10000', '万'],
  ],
  en: [
    ['1000000000', 'B'],
    ['1000000', 'M'],
    ['10000', 'K'],
  ],
}

/** What one of a unit is worth; K is used from 10,000 only, but counts thousands. */
const WORTH: Readonly<Record<string, string>> = { 亿: '100000000', 万: '10000', B: '1000000000', M: '1000000', K: '1000' }

/** Digits behind the point of a shortened amount. */
const SHORT_DIGITS = 2

/** A real minus, as wide as a digit, so that columns stand. */
const MINUS = '−'

/** `-1234567.5` → `−1,234,567.5`. Expects a plain decimal. */
export function grouped(value: string): string {
  const negative = value.startsWith('-')
  const [whole = '', fraction] = (negative ? value.slice(1) : value).split('.')
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${negative ? MINUS : ''}${parts}${fraction === undefined ? '' : `.${fraction}`}`
}

/** An amount in 万 or 亿 (K, M, B in English) with two digits where it is large, and exactly. */
export function shownAmount(value: string, lang: Lang, decimals?: number): Shown {
  const amount = dec(value)
  const exact = grouped(decimals === undefined ? value : amount.toFixed(decimals, Decimal.ROUND_HALF_UP))
  const scale = SCALES[lang].find(([at]) => amount.abs().gte(at))
  if (scale === undefined) return { short: exact, exact }
  const [, unit] = scale
  const inUnit = roundHalfUp(amount.div(WORTH[unit] ?? '1'), SHORT_DIGITS)
  return { short: `${grouped(inUnit.toFixed(SHORT_DIGITS))}${lang === 'zh' ? ` ${unit}` : unit}`, exact }
}

/** A share such as `1.1243` as `112.4%`. */
export function shownPercent(share: string, decimals = 1): Shown {
  const percent = dec(share).times(100)
  return { short: `${grouped(percent.toFixed(decimals, Decimal.ROUND_HALF_UP))}%`, exact: `${grouped(percent.toFixed())}%` }
}

/** Digits behind the point of a figure, at most. */
export const FIGURE_DECIMALS = 2

/** A number with at most so many digits behind the point, without trailing zeros. */
export function shownNumber(value: string, decimals = FIGURE_DECIMALS): Shown {
  return { short: grouped(roundHalfUp(dec(value), decimals).toFixed()), exact: grouped(dec(value).toFixed()) }
}

/** What a number lacks of so many digits behind the point: `.00` of `114`, `0` of `97.6`. */
export function lacking(shown: string, decimals: number): string {
  const [, fraction = ''] = shown.split('.')
  if (decimals === 0) return ''
  return `${fraction === '' ? '.' : ''}${'0'.repeat(Math.max(0, decimals - fraction.length))}`
}

/** Whether something is a plain decimal, as the API sends them. */
export function isDecimal(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value)
}

/** A count in running text: `2,000`. */
export function countText(count: number): string {
  return grouped(String(count))
}
