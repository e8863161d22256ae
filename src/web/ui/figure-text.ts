import { dec, decimalText } from '../../base/decimal.ts'
import { grouped, isDecimal } from './numbers.ts'

/** What a typed text means in a cell. */
export type Figure = { readonly value: string | null } | { readonly bad: true }

/** Signs and spaces that people and spreadsheets write around a number. */
const AROUND = /^(?:¥|元|CNY|RMB)|(?:元)$/gi

const MULTIPLES: Readonly<Record<string, string>> = { 千: '1000', 万: '10000', 亿: '100000000' }

/** Read a figure as people write it: `1,200,000`, `¥12.5万`, `30%` where a percentage is asked for. The server reads it again by the rules of files. */
export function readFigure(text: string, percent: boolean): Figure {
  let rest = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .replace(AROUND, '')
  if (rest === '' || rest === '-' || rest === '–') return { value: rest === '-' && text.trim() === '-' ? '0' : null }
  if (percent) rest = rest.replace(/%$/, '')
  const multiple = MULTIPLES[rest.at(-1) ?? '']
  if (multiple !== undefined) rest = rest.slice(0, -1)
  if (rest.includes(',')) {
    if (!/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(rest)) return { bad: true }
    rest = rest.replaceAll(',', '')
  }
  rest = rest.replace(/^(-?)\./, '$10.').replace(/\.$/, '')
  if (!isDecimal(rest) || rest.length > LONGEST) return { bad: true }
  const value = dec(rest)
  return { value: decimalText(multiple === undefined ? value : value.times(multiple)) }
}

/** Digits beyond which a figure is a slip of the hand. */
const LONGEST = 30

/** A figure as a cell shows it: in full, with its sign. */
export function shownFigure(value: string, percent: boolean): string {
  return `${grouped(value)}${percent ? '%' : ''}`
}

export const sameFigure = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : dec(a).eq(dec(b)))
