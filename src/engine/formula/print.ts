import type { Lang } from '../../base/diagnostic.ts'
import type { Ast, BinaryOp } from './ast.ts'
import { BINDS } from './binding.ts'
import { functionName, WORDS } from './functions.ts'

/** How the words and signs of the language are printed. Everything printed can be read back. */
const PRINTED = {
  zh: {
    and: '且',
    or: '或',
    not: '非 ',
    in: '属于',
    'not in': '不属于',
    'is empty': '为空',
    'is not empty': '不为空',
    contains: '包含',
    starts: '开头是',
    true: '真',
    false: '假',
    null: '空值',
    where: '条件',
    comma: ', ',
  },
  en: {
    and: 'and',
    or: 'or',
    not: 'not ',
    in: 'in',
    'not in': 'not in',
    'is empty': 'is empty',
    'is not empty': 'is not empty',
    contains: 'contains',
    starts: 'starts with',
    true: 'true',
    false: 'false',
    null: 'null',
    where: 'where',
    comma: ', ',
  },
} as const

const SIGNS: Readonly<Record<Exclude<BinaryOp, 'and' | 'or' | 'contains' | 'starts'>, string>> = {
  '+': '+',
  '-': '-',
  '*': '×',
  '/': '÷',
  '=': '=',
  '<>': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
}

/** A formula as one line of text. */
export function printAst(ast: Ast, lang: Lang): string {
  return print(ast, lang)
}

/** How tightly the outermost operator of a node binds. */
function bindingOf(ast: Ast): number {
  switch (ast.kind) {
    case 'binary':
      return ast.op === 'and' || ast.op === 'or' ? BINDS[ast.op] : ast.op === '+' || ast.op === '-' ? BINDS.add : ast.op === '*' || ast.op === '/' ? BINDS.multiply : BINDS.compare
    case 'in':
    case 'empty':
      return BINDS.compare
    case 'not':
      return BINDS.not
    case 'neg':
      return BINDS.negate
    default:
      return 100
  }
}

function inside(ast: Ast, lang: Lang, least: number): string {
  const text = print(ast, lang)
  return bindingOf(ast) < least ? `(${text})` : text
}

function print(ast: Ast, lang: Lang): string {
  const words = PRINTED[lang]
  const list = (items: readonly Ast[]) => items.map((item) => print(item, lang)).join(words.comma)
  switch (ast.kind) {
    case 'number':
      return ast.percent ? percentText(ast.value) : moneyText(ast.value, ast.money)
    case 'text':
      return `"${ast.value.replaceAll('"', '""')}"`
    case 'boolean':
      return words[ast.value ? 'true' : 'false']
    case 'null':
      return words.null
    case 'path':
      return ast.segments.map((segment) => printName(segment.name, lang)).join('.')
    case 'neg':
      return `-${inside(ast.of, lang, BINDS.negate + 1)}`
    case 'not':
      return `${words.not}${inside(ast.of, lang, BINDS.not)}`
    case 'binary':
      return printBinary(ast, lang)
    case 'in':
      return `${inside(ast.of, lang, BINDS.compare + 1)} ${words[ast.negated ? 'not in' : 'in']} (${list(ast.list)})`
    case 'empty':
      return `${inside(ast.of, lang, BINDS.compare + 1)} ${words[ast.negated ? 'is not empty' : 'is empty']}`
    case 'call':
      return `${functionName(ast.fn, lang)}(${list(ast.args)})`
    case 'seen':
      return printSeen(ast, lang)
    case 'missing':
      return '…'
    default:
      return ast satisfies never
  }
}

function printBinary(ast: Ast & { kind: 'binary' }, lang: Lang): string {
  const { op } = ast
  const binds = bindingOf(ast)
  const sign = op === 'and' || op === 'or' || op === 'contains' || op === 'starts' ? PRINTED[lang][op] : SIGNS[op]
  // Comparisons do not chain, so both sides of one are bracketed where they compare.
  const left = inside(ast.left, lang, binds === BINDS.compare ? binds + 1 : binds)
  return `${left} ${sign} ${inside(ast.right, lang, binds + 1)}`
}

function printSeen(ast: Ast & { kind: 'seen' }, lang: Lang): string {
  const keys = ast.keys.map((key) => print(key, lang)).join(PRINTED[lang].comma)
  const where = ast.where === null ? '' : ` ${PRINTED[lang].where} ${print(ast.where, lang)}`
  const within = ast.withinDays === null ? '' : lang === 'zh' ? ` 近 ${ast.withinDays} 天` : ` within ${ast.withinDays} days`
  return `${functionName(ast.what, lang)}(${keys}${where}${within})`
}

/** A sign goes before the number, a word behind it. */
function moneyText(value: string, money: string | undefined): string {
  return money === undefined ? value : /^[¥$€£]$/.test(money) ? `${money}${value}` : `${value} ${money}`
}

/** 0.3 → 30%, by moving the point. */
function percentText(value: string): string {
  const [whole = '0', fraction = ''] = value.split('.')
  const digits = fraction.padEnd(2, '0')
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = digits.slice(2).replace(/0+$/, '')
  return `${moved}${rest === '' ? '' : `.${rest}`}%`
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u
/** Names that would be read as a clause of first(…) and earlier(…). Function names need no quotes: they are functions only before a bracket. */
const CLAUSE = /^(?:where|within|条件|近|近[0-9]+天)$/iu

/** A name as it must be written in a formula: in quotes where it holds spaces or signs, or is a word of the language. */
export function printName(name: string, lang: Lang): string {
  if (PLAIN_NAME.test(name) && !WORDS.has(name.toLowerCase()) && !CLAUSE.test(name)) return name
  return lang === 'zh' ? `「${name.replaceAll('」', '」」')}」` : `\`${name.replaceAll('`', '``')}\``
}
