import type { Ast } from '../formula/ast.ts'
import { parseFormula } from '../formula/parser.ts'
import { type Checking, numberType, type Typed, typed, unitOf, unknown, written } from './typed.ts'

/** Currencies that share a sign: the company's own is meant. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'HKD', 'TWD', 'MOP'],
  $: ['USD', 'HKD', 'TWD', 'MOP', 'SGD', 'AUD', 'CAD', 'NZD'],
  '€': ['EUR'],
  '£': ['GBP'],
}

/** An amount written into a formula: ¥50, 50 CNY, 50 元. Another currency than the company's is refused: a formula has no day to convert it on. */
export function typeOfMoney(c: Checking, ast: Ast & { kind: 'number' }, money: string): Typed {
  const { currency } = c.catalogue.units
  if (!(SIGNS[money] ?? [money]).includes(currency)) {
    c.error('unit.money-foreign', ast.span, { text: written(c, ast.span), currency, example: amountIn(currency, ast.value) })
    return unknown(ast.span)
  }
  return typed({ node: 'number', value: ast.value, money }, numberType({ [currency]: 1 }), ast.span)
}

/** An amount as people of that currency write it. */
export function amountIn(currency: string, value: string): string {
  const sign = { CNY: '¥', JPY: '¥', USD: '$', EUR: '€', GBP: '£' }[currency]
  return sign === undefined ? `${value} ${currency}` : `${sign}${value}`
}

/** Whether one of two factors is an amount written out, and the other a count of something: so much money for each. */
export function isPriceTimesCount(left: Typed, right: Typed): boolean {
  const isPrice = ({ expr }: Typed): boolean => expr.node === 'number' && expr.money !== undefined
  const isCount = ({ type }: Typed): boolean => {
    const [[unit, power] = ['', 0], ...others] = Object.entries(unitOf(type))
    return others.length === 0 && power === 1 && !/^[A-Z]{3}$/.test(unit)
  }
  return (isPrice(left) && isCount(right)) || (isPrice(right) && isCount(left))
}

/** The formula with each of its bare numbers made an amount in turn: what its author may have meant. */
export function withMoney(text: string, currency: string): string[] {
  const found: { from: number; to: number }[] = []
  const visit = (ast: Ast): void => {
    if (ast.kind === 'number' && !ast.percent && ast.money === undefined) found.push(ast.span)
    else if (ast.kind === 'neg') visit(ast.of)
    else if (ast.kind === 'binary') for (const part of [ast.left, ast.right]) visit(part)
    else if (ast.kind === 'call') for (const part of ast.args) visit(part)
  }
  visit(parseFormula(text).ast)
  return found.map(({ from, to }) => `${text.slice(0, from)}${amountIn(currency, text.slice(from, to))}${text.slice(to)}`)
}
