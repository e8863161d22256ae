import { dec, decimalText } from '../../base/decimal.ts'
import type { Params } from '../../base/diagnostic.ts'
import { FORMULA_LENGTH, NUMBER_DIGITS } from '../../base/limits.ts'
import type { Span } from './ast.ts'
import { PLACE_WORDS, WORDS, type Word } from './functions.ts'
import type { FormulaCode } from './texts.ts'

export type Symbol = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '(' | ')' | ',' | '.'

export type Token =
  | { readonly kind: 'number'; readonly value: string; readonly percent: boolean; readonly money?: string; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  /** `word`: what an unquoted name means as a word of the language, where it does. */
  | { readonly kind: 'name'; readonly value: string; readonly quoted: boolean; readonly word: Word | null; readonly span: Span }
  | { readonly kind: 'symbol'; readonly symbol: Symbol; readonly span: Span }
  | { readonly kind: 'end'; readonly span: Span }

/** One mistake in the text of a formula. */
export interface FormulaProblem {
  readonly code: FormulaCode
  readonly span: Span
  readonly params: Params
}

const SYMBOLS: readonly (readonly [string, Symbol])[] = [
  ['<>', '<>'],
  ['!=', '<>'],
  ['<=', '<='],
  ['>=', '>='],
  ['==', '='],
  ['＜＝', '<='],
  ['＞＝', '>='],
  ['＜＞', '<>'],
  ['！＝', '<>'],
  ['≠', '<>'],
  ['≤', '<='],
  ['≥', '>='],
  ['+', '+'],
  ['＋', '+'],
  ['-', '-'],
  ['－', '-'],
  ['−', '-'],
  ['*', '*'],
  ['＊', '*'],
  ['×', '*'],
  ['/', '/'],
  ['／', '/'],
  ['÷', '/'],
  ['=', '='],
  ['＝', '='],
  ['<', '<'],
  ['＜', '<'],
  ['>', '>'],
  ['＞', '>'],
  ['(', '('],
  ['（', '('],
  [')', ')'],
  ['）', ')'],
  [',', ','],
  ['，', ','],
  ['、', ','],
  ['.', '.'],
]

/** Opening quote → closing quote. A closing quote inside is written twice. */
const TEXT_QUOTES = new Map([
  ["'", "'"],
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
])
const NAME_QUOTES = new Map([
  ['`', '`'],
  ['「', '」'],
])

const SPACE = /\s+/uy
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy
const NUMBER = /[0-9０-９][0-9０-９_]*(?:\.[0-9０-９][0-9０-９_]*)?/uy
const PERCENT = /\s*[%％]/uy
/** Ten thousands and hundred millions; 元 may follow them. */
const MULTIPLE = /[万亿](?=元(?![\p{L}\p{N}_])|[^\p{L}\p{N}_]|$)/uy
/** Signs of money before a number, and words of it behind one. */
const SIGN = /[¥￥$€£](?=\s*[0-9０-９])/uy
const MONEY_WORD = /\s*(?:元|[A-Z]{3})(?![\p{L}\p{N}_])/uy

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** The text of a formula as tokens, the last one of kind `end`. What cannot be read is reported and skipped. */
export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly problems: readonly FormulaProblem[] } {
  if (text.length > FORMULA_LENGTH) {
    const span = { from: FORMULA_LENGTH, to: text.length }
    return { tokens: [{ kind: 'end', span }], problems: [{ code: 'formula.too-long', span, params: { length: text.length, limit: FORMULA_LENGTH } }] }
  }
  const tokens: Token[] = []
  const problems: FormulaProblem[] = []
  let at = 0
  while (at < text.length) {
    at += match(SPACE, text, at)?.length ?? 0
    if (at >= text.length) break
    const { token, to } = next(text, at, problems)
    if (token !== null) tokens.push(token)
    at = to
  }
  tokens.push({ kind: 'end', span: { from: text.length, to: text.length } })
  return { tokens, problems }
}

function next(text: string, at: number, problems: FormulaProblem[]): { token: Token | null; to: number } {
  const name = match(NAME, text, at)
  if (name !== null) {
    const to = at + name.length
    return { token: { kind: 'name', value: name, quoted: false, word: WORDS.get(name.toLowerCase()) ?? null, span: { from: at, to } }, to }
  }
  const sign = match(SIGN, text, at) ?? ''
  const begins = at + sign.length + (sign === '' ? 0 : (match(SPACE, text, at + sign.length)?.length ?? 0))
  const digits = match(NUMBER, text, begins)
  if (digits !== null) return number(text, { from: at, begins, digits, sign: sign.replace('￥', '¥') }, problems)
  const first = text.charAt(at)
  const textEnd = TEXT_QUOTES.get(first)
  const nameEnd = NAME_QUOTES.get(first)
  const closing = textEnd ?? nameEnd
  if (closing !== undefined) {
    const { value, to, closed } = quoted(text, at, closing)
    const span = { from: at, to }
    if (!closed) problems.push({ code: textEnd === undefined ? 'formula.unclosed-name' : 'formula.unclosed-text', span, params: { quote: closing } })
    if (textEnd !== undefined) return { token: { kind: 'text', value, span }, to }
    return { token: { kind: 'name', value, quoted: true, word: null, span }, to }
  }
  for (const [written, symbol] of SYMBOLS) {
    if (text.startsWith(written, at)) return { token: { kind: 'symbol', symbol, span: { from: at, to: at + written.length } }, to: at + written.length }
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const to = at + character.length
  problems.push({ code: 'formula.unexpected-character', span: { from: at, to }, params: { character } })
  return { token: null, to }
}

interface NumberAt {
  /** Where its sign of money stands, and where its digits begin: the same place where there is no sign. */
  readonly from: number
  readonly begins: number
  readonly digits: string
  readonly sign: string
}

/** The word of money behind a number; the words of the language are none. */
function moneyWord(text: string, at: number): string | null {
  const found = match(MONEY_WORD, text, at)
  const word = found?.trim().toLowerCase()
  return word === undefined || WORDS.has(word) || PLACE_WORDS.days.some((d) => d === word) ? null : found
}

function number(text: string, { from, begins, digits: written, sign }: NumberAt, problems: FormulaProblem[]): { token: Token; to: number } {
  let to = begins + written.length
  const plain = written.replaceAll('_', '').replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const multiple = match(MULTIPLE, text, to)
  to += multiple?.length ?? 0
  const percent = sign === '' ? match(PERCENT, text, to) : null
  to += percent?.length ?? 0
  const word = sign === '' && percent === null ? moneyWord(text, to) : null
  to += word?.length ?? 0
  const money = sign === '' ? word?.trim() : sign
  const span = { from, to }
  if (plain.length > NUMBER_DIGITS) {
    problems.push({ code: 'formula.number-too-long', span, params: { limit: NUMBER_DIGITS } })
    return { token: { kind: 'number', value: '0', percent: false, span }, to }
  }
  const factor = multiple === '万' ? '10000' : multiple === '亿' ? '100000000' : '1'
  const value = decimalText(
    dec(plain)
      .times(factor)
      .times(percent === null ? '1' : '0.01'),
  )
  return { token: { kind: 'number', value, percent: percent !== null, ...(money === undefined ? {} : { money }), span }, to }
}

function quoted(text: string, from: number, closing: string): { value: string; to: number; closed: boolean } {
  let value = ''
  let at = from + 1
  while (at < text.length) {
    const end = text.indexOf(closing, at)
    if (end < 0) return { value: value + text.slice(at), to: text.length, closed: false }
    value += text.slice(at, end)
    if (text.charAt(end + 1) !== closing) return { value, to: end + 1, closed: true }
    value += closing
    at = end + 2
  }
  return { value, to: text.length, closed: false }
}
