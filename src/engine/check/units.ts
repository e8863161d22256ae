import type { CompanyDocument } from '../documents/company.ts'
import type { Unit } from '../ir.ts'
import { nearNames } from '../near.ts'
import { namesOf, type Wording } from '../wording.ts'

export const NO_UNIT: Unit = {}

/** A unit as a document declares it: `percent` is dimensionless and shown times 100. */
export interface DeclaredUnit {
  readonly unit: Unit
  readonly percent: boolean
}

/** The base units of a company: the id used in the IR, with the names people write and read. */
export interface Units {
  readonly currency: string
  readonly byName: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, Wording>
}

/** Units every company has, and the words for them; `money` stands for the company's currency. */
const BUILT_IN: readonly (readonly [string, Wording])[] = [
  ['money', { zh: '金额', en: 'money' }],
  ['percent', { zh: '百分比', en: 'percent' }],
  ['number', { zh: '数', en: 'number' }],
  ['day', { zh: '天', en: 'day' }],
]
const RESERVED = new Set([...BUILT_IN.flatMap(([id, w]) => [id, w.zh, w.en]), 'days', '%', '数字'])

const CURRENCY_NAMES: Readonly<Record<string, Wording>> = {
  CNY: { zh: '元', en: 'yuan' },
  USD: { zh: '美元', en: 'US dollars' },
  EUR: { zh: '欧元', en: 'euros' },
  HKD: { zh: '港元', en: 'Hong Kong dollars' },
  JPY: { zh: '日元', en: 'yen' },
  GBP: { zh: '英镑', en: 'pounds' },
}

const PERCENT: ReadonlySet<string> = new Set(['percent', '百分比', '%', '％'])

/** Whether a document gives this as the unit of a percentage. */
export function isPercentUnit(unit: string | undefined): boolean {
  return unit !== undefined && PERCENT.has(unit)
}

/** Whether a company may not give one of its own units this name. */
export function isReservedUnit(name: string): boolean {
  return RESERVED.has(name) || /^[A-Z]{3}$/.test(name)
}

export function unitsOf(company: CompanyDocument): Units {
  const names = new Map<string, Wording>([
    ['day', { zh: '天', en: 'days' }],
    [company.currency, CURRENCY_NAMES[company.currency] ?? { zh: company.currency, en: company.currency }],
  ])
  const byName = new Map<string, string>()
  for (const [id, name] of Object.entries(company.units)) {
    const wording = namesOf(name, id)
    names.set(id, wording)
    for (const word of [id, wording.zh, wording.en]) if (!byName.has(word)) byName.set(word.normalize('NFC'), id)
  }
  for (const [id, wording] of BUILT_IN) for (const word of [id, wording.zh, wording.en]) byName.set(word, id)
  for (const word of PERCENT) byName.set(word, 'percent')
  byName.set('days', 'day')
  byName.set('数字', 'number')
  byName.set(company.currency, 'money')
  const currency = names.get(company.currency)
  for (const word of currency === undefined ? [] : [currency.zh, currency.en]) if (!byName.has(word)) byName.set(word, 'money')
  return { currency: company.currency, byName, names }
}

export type UnitProblem =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown'; readonly name: string; readonly near: readonly string[]; readonly all: readonly string[] }
  | { readonly kind: 'percent-compound' }
  | { readonly kind: 'foreign'; readonly currency: string }

/** `money`, `percent`, `money/customer`, `金额/客户`: products with * and quotients with /, read from the left. */
export function parseUnit(text: string, units: Units): { readonly declared: DeclaredUnit } | { readonly problem: UnitProblem } {
  const parts = text.normalize('NFC').split(/([*×·/÷])/)
  let unit: Unit = NO_UNIT
  for (let i = 0; i < parts.length; i += 2) {
    const name = (parts[i] ?? '').trim()
    if (name === '') return { problem: { kind: 'malformed' } }
    const id = units.byName.get(name) ?? (name === '1' ? 'number' : undefined)
    if (id === undefined) return { problem: unknownUnit(name, units) }
    if (id === 'percent') return parts.length === 1 ? { declared: { unit: NO_UNIT, percent: true } } : { problem: { kind: 'percent-compound' } }
    const base: Unit = id === 'number' ? NO_UNIT : { [id === 'money' ? units.currency : id]: 1 }
    const operator = parts[i - 1]
    unit = operator === '/' || operator === '÷' ? divideUnits(unit, base) : multiplyUnits(unit, base)
  }
  return { declared: { unit, percent: false } }
}

function unknownUnit(name: string, units: Units): UnitProblem {
  if (/^[A-Z]{3}$/.test(name)) return { kind: 'foreign', currency: name }
  const all = ['money', 'percent', 'number', 'day', ...[...units.names.keys()].filter((id) => id !== 'day' && id !== units.currency)]
  return { kind: 'unknown', name, near: nearNames(name, units.byName.keys()), all }
}

export function sameUnit(a: Unit, b: Unit): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return combine(a, b, 1)
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return combine(a, b, -1)
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const sum = new Map(Object.entries(a))
  for (const [key, exponent] of Object.entries(b)) sum.set(key, (sum.get(key) ?? 0) + sign * exponent)
  return Object.fromEntries([...sum].filter(([, exponent]) => exponent !== 0).sort(([x], [y]) => (x < y ? -1 : 1)))
}

/** A unit in words: 元/客户, yuan/customer; a plain number is 数, a plain number. */
export function unitWording(unit: Unit, names: ReadonlyMap<string, Wording>): Wording {
  const entries = Object.entries(unit)
  if (entries.length === 0) return { zh: '数（没有单位）', en: 'a plain number' }
  return { zh: inWords(entries, (id) => names.get(id)?.zh ?? id), en: inWords(entries, (id) => names.get(id)?.en ?? id) }
}

function inWords(entries: readonly (readonly [string, number])[], name: (id: string) => string): string {
  const power = ([id, exponent]: readonly [string, number]) => name(id) + (Math.abs(exponent) === 1 ? '' : `^${Math.abs(exponent)}`)
  const above = entries.filter(([, e]) => e > 0).map(power)
  const below = entries.filter(([, e]) => e < 0).map(power)
  return [above.join('·') || '1', ...below].join('/')
}
