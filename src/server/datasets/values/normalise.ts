import { dec, decimalText } from '../../../base/decimal.ts'
import type { Params } from '../../../base/diagnostic.ts'
import { worded } from '../../../engine/wording.ts'
import { isLeap } from './canonical.ts'

/** What a text of a file means in a field: the canonical text for the database (null: empty), or why it means nothing. */
export type Normalised =
  | {
      readonly ok: string | null /** Currencies that a sign beside the amount may stand for, where only the row can tell whether it fits. */
      readonly currencies?: readonly string[]
    }
  | { readonly bad: string; readonly params?: Params }

/** How files write what a field holds. */
export interface Manner {
  /** Order of day and month in `03/04/2026`; null: such dates are refused. */
  readonly dateOrder: 'ymd' | 'mdy' | 'dmy' | null
  /** A sheet stores days as numbers counted from here; null in CSV. */
  readonly serialsFrom: '1900' | '1904' | null
  /** The amount's own currency, to be compared with a sign that is written; null: not known. */
  readonly currency: string | null
  readonly isMoney: boolean
  /** `1.234,50` rather than `1,234.50`. */
  readonly decimalComma: boolean
  readonly isPercent: boolean
}

/** Digits of one amount: more are a broken file. */
const AMOUNT_DIGITS = 60

const INTEGER_MIN = -(2n ** 63n)
const INTEGER_MAX = 2n ** 63n - 1n

/** What exports write for “nothing” in columns that are not text. A lone hyphen is not among them: in accounting it is zero; nor #N/A: a formula failed. */
const NOTHING: ReadonlySet<string> = new Set(['null', '\\n', 'n/a', 'na', 'nan', 'none', 'nil', 'nat'])

/** Full width to half width, the kinds of minus and space to one, ends trimmed. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
}

/** Sign or word → the currencies it may stand for. */
const CURRENCY_SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:rmb|cny|人民币|cn¥)/i, ['CNY']],
  [/^(?:us\$|usd|美元|美金)/i, ['USD']],
  [/^(?:hk\$|hkd|港币|港元)/i, ['HKD']],
  [/^(?:nt\$|twd|台币|新台币)/i, ['TWD']],
  [/^(?:eur|欧元|€)/i, ['EUR']],
  [/^(?:gbp|英镑|£)/i, ['GBP']],
  [/^(?:jpy|日元|円)/i, ['JPY']],
  [/^¥/, ['CNY', 'JPY']],
  [/^元/, ['CNY']],
  [/^\$/, ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN']],
  [/^[A-Z]{3}(?![A-Za-z])/, []],
]

const MULTIPLES: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 }

/** An amount without its currency, and the currencies that may be meant where one was written. */
interface Bare {
  readonly text: string
  readonly currencies: readonly string[] | null
}

/** Take a currency off the ends of an amount. Null where a sign is of another currency. */
function withoutCurrency(text: string, manner: Manner): Bare | null {
  let rest = text
  let currencies: readonly string[] | null = null
  const lead = /^-?\s*/.exec(rest)?.[0] ?? ''
  const after = rest.slice(lead.length)
  for (const [sign, means] of CURRENCY_SIGNS) {
    const found = sign.exec(after)?.[0]
    if (found === undefined) continue
    currencies = meant(found, means)
    if (!fits(currencies, manner)) return null
    rest = lead.trim() + after.slice(found.length).trim()
    break
  }
  const tail = /([A-Za-z]{3}|人民币|美元|港币|港元|欧元|日元|英镑|元|[$€£¥])$/.exec(rest)?.[0]
  if (tail === undefined) return { text: rest, currencies }
  const sign = CURRENCY_SIGNS.find(([pattern]) => pattern.test(tail))
  const atEnd = sign === undefined ? null : meant(tail, sign[1])
  if (atEnd === null || !fits(atEnd, manner)) return null
  const both = currencies === null ? atEnd : currencies.filter((c) => atEnd.includes(c))
  return both.length === 0 ? null : { text: rest.slice(0, -tail.length).trim(), currencies: both }
}

const meant = (written: string, means: readonly string[]): readonly string[] => (means.length === 0 ? [written.toUpperCase()] : means)

function fits(currencies: readonly string[], manner: Manner): boolean {
  return manner.currency === null || currencies.includes(manner.currency)
}

/** An amount as people and exports write it: `1,234.50`, `¥1,200`, `(1,200)`, `3.5万`, `１２`, `1.2E+3`, `15%`; with a decimal comma `1.234,50`, `1 234,50`, `1'234,50`. */
export function normaliseDecimal(text: string, manner: Manner): Normalised {
  let t = plain(text)
  if (t === '' || NOTHING.has(t.toLowerCase())) return { ok: null }
  if (!/\d/.test(t)) return { bad: 'value.not-a-number' }
  let negative = false
  let currencies: readonly string[] | null = null
  const bracketed = /^\((.+)\)$/.exec(t)?.[1]
  if (bracketed !== undefined) {
    negative = true
    t = bracketed.trim()
  }
  if (manner.isMoney) {
    const amount = withoutCurrency(t, manner)
    if (amount === null) return { bad: 'value.other-currency', params: { currency: manner.currency ?? '–' } }
    t = amount.text
    currencies = manner.currency === null ? amount.currencies : null
  }
  const isShare = t.endsWith('%') && !manner.isPercent
  // A sheet shows the fraction it holds as a percentage; in a CSV the sign may as well be meant otherwise.
  if (isShare && manner.serialsFrom === null) return { bad: 'value.percent-sign' }
  if (t.endsWith('%')) t = t.slice(0, -1).trim()
  const multiple = /(百万|千万|[千万亿])$/.exec(t)?.[0]
  if (multiple !== undefined) t = t.slice(0, -multiple.length).trim()
  if (/^\d[\d,.]*-$/.test(t)) t = `-${t.slice(0, -1)}`
  t = t.replace(/^([+-])\s+/, '$1')
  const pointed = manner.decimalComma ? withPoint(t, manner) : t
  if (pointed === null) return { bad: 'value.decimal-point' }
  const number = readNumber(pointed, { negative, shift: (multiple === undefined ? 0 : (MULTIPLES[multiple] ?? 0)) - (isShare ? 2 : 0) })
  return 'ok' in number && currencies !== null ? { ...number, currencies } : number
}

/** A number with a decimal comma as one with a point; null where a point stands before what can only be decimals. A sheet keeps its own numbers with a point. */
function withPoint(text: string, manner: Manner): string | null {
  if (manner.serialsFrom !== null && !text.includes(',')) return text
  if (/^[+-]?\d{1,3}(?:([. '’])\d{3})(?:\1\d{3})*(?:,\d+)?$/.test(text)) return text.replace(/[. '’]/g, '').replace(',', '.')
  return text.includes('.') ? null : text.replace(/^([+-]?\d*),(\d+)$/, '$1.$2')
}

function readNumber(text: string, more: { negative: boolean; shift: number }): Normalised {
  const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
  const digits = grouped ? text.replaceAll(',', '') : text
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?$/.test(digits)) {
    return { bad: /^[+-]?\d+(?:\.\d{3})*,\d+$/.test(text) ? 'value.decimal-comma' : 'value.not-a-number' }
  }
  if (digits.length > AMOUNT_DIGITS) return { bad: 'value.number-too-long', params: { limit: AMOUNT_DIGITS } }
  const value = dec(digits).times(dec(10).pow(more.shift))
  if (more.negative && value.isNegative()) return { bad: 'value.not-a-number' }
  const canonical = decimalText(more.negative ? value.negated() : value)
  return canonical.length > AMOUNT_DIGITS ? { bad: 'value.number-too-long', params: { limit: AMOUNT_DIGITS } } : { ok: canonical }
}

export function normaliseInteger(text: string, manner: Manner): Normalised {
  const number = normaliseDecimal(text, manner)
  if (!('ok' in number) || number.ok === null) return number
  if (number.ok.includes('.')) return { bad: 'value.not-whole' }
  const whole = BigInt(number.ok)
  return whole < INTEGER_MIN || whole > INTEGER_MAX ? { bad: 'value.integer-too-large' } : number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (n: number): string => String(n).padStart(2, '0')

function day(year: number, month: number, date: number): Normalised {
  if (year < 1000 || year > 9999) return { bad: 'value.year-out-of-range' }
  const longest = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (month < 1 || month > 12 || date < 1 || date > longest) return { bad: 'value.no-such-day', params: dayHint(year, month, longest) }
  return { ok: `${year}-${two(month)}-${two(date)}` }
}

const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Why a day does not exist. */
function dayHint(year: number, month: number, longest: number): Params {
  const name = MONTH_NAMES[month - 1]
  if (name === undefined) return worded('hint', { zh: `没有 ${month} 月，月份是 1 到 12`, en: `there is no month ${month}` })
  return worded('hint', { zh: `${year} 年 ${month} 月有 ${longest} 天`, en: `${name} ${year} has ${longest} days` })
}

const DAY = '(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})\\s?日?'
const ENGLISH_DAY = '(?:(\\d{1,2})[- ]([A-Za-z]{3,9})[-, ]+(\\d{4})|([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4}))'
const TIME = '(?:[T ,]+(上午|下午|AM|PM)?\\s?(\\d{1,2})[:时](\\d{2})(?:[:分](\\d{2})秒?(?:[.,](\\d{1,9}))?)?分?\\s?(AM|PM)?)?'
const OFFSET = '\\s?(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?'
const YMD = new RegExp(`^${DAY}${TIME}${OFFSET}$`, 'i')
const COMPACT = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}${OFFSET}$`, 'i')
const NAMED = new RegExp(`^${ENGLISH_DAY}${TIME}${OFFSET}$`, 'i')
const LOCAL = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}${OFFSET}$`, 'i')

/** The parts of a moment: the day, what follows it in the match. */
interface Moment {
  readonly day: Normalised
  readonly rest: readonly (string | undefined)[]
}

function readMoment(text: string, manner: Manner): Moment | null {
  const ymd = YMD.exec(text) ?? COMPACT.exec(text)
  if (ymd !== null) return { day: day(Number(ymd[1]), Number(ymd[2]), Number(ymd[3])), rest: ymd.slice(4) }
  const named = NAMED.exec(text)
  if (named !== null) {
    const month = MONTHS.indexOf((named[2] ?? named[4] ?? '').slice(0, 3).toLowerCase()) + 1
    return { day: day(Number(named[3] ?? named[6]), month, Number(named[1] ?? named[5])), rest: named.slice(7) }
  }
  const local = LOCAL.exec(text)
  if (local === null) return null
  return { day: localDay(local, manner), rest: local.slice(4) }
}

function localDay(found: RegExpExecArray, manner: Manner): Normalised {
  const [first, second, written] = [Number(found[1]), Number(found[2]), found[3] ?? '']
  if (manner.dateOrder === 'ymd') return written.length === 2 ? day(2000 + first, second, Number(written)) : { bad: 'value.not-a-day' }
  if (manner.dateOrder === null) return { bad: 'value.day-or-month-first' }
  // Two digits of a year: 80–99 are the last century, as in spreadsheets of today's businesses.
  const year = written.length === 4 ? Number(written) : Number(written) + (Number(written) >= 80 ? 1900 : 2000)
  return manner.dateOrder === 'mdy' ? day(year, first, second) : day(year, second, first)
}

/** Days that a sheet counts to 9999-12-31. */
const LAST_SERIAL = 2_958_465

/** A day stored as a number in a sheet: days since the end of 1899 (or since 1904), the fraction being the time. */
function fromSerial(text: string, from: '1900' | '1904'): string | null {
  if (!/^\d{1,7}(?:\.\d+)?$/.test(text)) return null
  const value = dec(text)
  // Spreadsheets believe in a 29 February 1900: numbers below 61 are ambiguous and no business's records.
  if (value.lt(61) || value.gt(LAST_SERIAL)) return null
  const seconds = value.times(86_400).toDecimalPlaces(0).toNumber() // whole seconds, far below 2^53
  const start = from === '1900' ? Date.UTC(1899, 11, 30) : Date.UTC(1904, 0, 1)
  return new Date(start + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

function moment(text: string, manner: Manner): Moment | null {
  const t = plain(text)
  const serial = manner.serialsFrom === null ? null : fromSerial(t, manner.serialsFrom)
  return readMoment(serial ?? t, manner)
}

function isNothing(text: string): boolean {
  const t = plain(text).toLowerCase()
  return t === '' || NOTHING.has(t)
}

/** A day as files write it: `2026/3/1`, `2026年3月1日`, `20260301`, `1-Mar-2026`; a time of day only where it is midnight. */
export function normaliseDay(text: string, manner: Manner): Normalised {
  if (isNothing(text)) return { ok: null }
  const found = moment(text, manner)
  if (found === null) return { bad: 'value.not-a-day' }
  if ('bad' in found.day) return found.day
  const clock = timeOf(found.rest)
  if (clock === null) return { bad: 'value.not-a-day' }
  return /^00:00:00(?:\.0+)?$/.test(clock.time) ? found.day : { bad: 'value.time-would-be-lost' }
}

/** A moment: a day and perhaps a time, perhaps an offset; without an offset it is in the company's time zone, without a time it is midnight. */
export function normaliseTimestamp(text: string, manner: Manner): Normalised {
  if (isNothing(text)) return { ok: null }
  const found = moment(text, manner)
  if (found === null) return { bad: 'value.not-a-time' }
  if ('bad' in found.day) return found.day
  const clock = timeOf(found.rest)
  if (clock === null) return { bad: 'value.not-a-time' }
  return { ok: `${found.day.ok ?? ''} ${clock.time}${clock.offset}` }
}

/** `rest`: half of the day, hour, minute, second, fraction, half of the day, offset. Null: no such time. */
function timeOf(rest: readonly (string | undefined)[]): { time: string; offset: string } | null {
  const [before, hours, minutes, seconds, fraction, after, offset] = rest
  const half = (before ?? after)?.toLowerCase()
  const late = half === '下午' || half === 'pm'
  let hour = Number(hours ?? 0)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (late ? 12 : 0)
  }
  if (hour > 23 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return null
  const time = `${two(hour)}:${two(Number(minutes ?? 0))}:${two(Number(seconds ?? 0))}${fraction === undefined ? '' : `.${fraction.slice(0, 6)}`}`
  const zone = offsetOf(offset)
  return zone === null ? null : { time, offset: zone }
}

function offsetOf(written: string | undefined): string | null {
  if (written === undefined) return ''
  if (!/^[+-]/.test(written)) return '+00'
  const hours = Number(written.slice(1, 3))
  const minutes = written.length > 3 ? Number(written.slice(-2)) : 0
  return hours > 14 || minutes > 59 ? null : `${written.slice(0, 3)}:${two(minutes)}`
}

const YES: ReadonlySet<string> = new Set(['true', 't', 'yes', 'y', '1', '是', '真', '对', '有', '√', '✓', '✔'])
const NO: ReadonlySet<string> = new Set(['false', 'f', 'no', 'n', '0', '否', '假', '错', '无', '×', 'x', '✗', '✘'])

export function normaliseBoolean(text: string): Normalised {
  const t = plain(text).toLowerCase()
  if (YES.has(t)) return { ok: 't' }
  if (NO.has(t)) return { ok: 'f' }
  return t === '' || NOTHING.has(t) ? { ok: null } : { bad: 'value.not-yes-or-no' }
}

const isSpace = (character: string): boolean => /[\s\u200b\ufeff]/.test(character)

/** Text keeps every character but the white space around it. */
export function normaliseText(text: string): Normalised {
  // By hand: a pattern for white space at the end takes quadratic time on long runs of it elsewhere.
  let from = 0
  let to = text.length
  while (from < to && isSpace(text.charAt(from))) from++
  while (to > from && isSpace(text.charAt(to - 1))) to--
  return { ok: from === to ? null : text.slice(from, to) }
}

const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  rmb: 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  '¥': 'CNY',
  美元: 'USD',
  美金: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  '€': 'EUR',
  日元: 'JPY',
  英镑: 'GBP',
  '£': 'GBP',
  台币: 'TWD',
  新台币: 'TWD',
}

/** A currency in a column of its own: `CNY`, `rmb`, `美元`. */
export function normaliseCurrency(text: string): Normalised {
  const t = plain(text)
  if (t === '' || NOTHING.has(t.toLowerCase())) return { ok: null }
  const known = CURRENCY_WORDS[t.toLowerCase()]
  if (known !== undefined) return { ok: known }
  return /^[a-z]{3}$/i.test(t) ? { ok: t.toUpperCase() } : { bad: 'value.not-a-currency' }
}
