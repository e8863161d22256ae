import type { Params } from '../../base/diagnostic.ts'
import { FORMULA_DEPTH, FORMULA_PROBLEMS } from '../../base/limits.ts'
import { type Wording, worded } from '../wording.ts'
import type { Ast, Span } from './ast.ts'
import type { FormulaProblem, Symbol, Token } from './lexer.ts'
import type { FormulaCode } from './texts.ts'

/** Where the parser is. Every function of the parser takes it first. */
export interface Parsing {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly problems: FormulaProblem[]
  /** Height of each node made so far: what evaluators have to descend. */
  readonly heights: WeakMap<Ast, number>
  /** The grammar's entry, here so that calls and lists need not import it. */
  readonly parseExpr: (p: Parsing, least: number) => Ast
  at: number
  depth: number
}

export function current(p: Parsing): Token {
  const token = p.tokens[Math.min(p.at, p.tokens.length - 1)]
  if (token === undefined) throw new Error('the lexer gave no end token')
  return token
}

export function ahead(p: Parsing): Token | undefined {
  return p.tokens[p.at + 1]
}

export function advance(p: Parsing): Token {
  const token = current(p)
  p.at = Math.min(p.at + 1, p.tokens.length - 1)
  return token
}

export function isSymbol(token: Token | undefined, ...symbols: readonly Symbol[]): boolean {
  return token?.kind === 'symbol' && symbols.includes(token.symbol)
}

/** Whether the token is one of these words, unquoted. */
export function isPlaceWord(token: Token | undefined, words: readonly string[]): boolean {
  return token?.kind === 'name' && !token.quoted && words.includes(token.value.toLowerCase())
}

export function problem(p: Parsing, code: FormulaCode, span: Span, params: Params = {}): void {
  if (p.problems.length >= FORMULA_PROBLEMS) return
  // Where reading stopped at the limit of depth, every open bracket is unclosed: that says nothing.
  if (code === 'formula.unclosed-paren' && p.problems.some((known) => known.code === 'formula.too-deep')) return
  if (p.problems.some((known) => known.span.from === span.from && known.span.to === span.to)) return
  p.problems.push({ code, span, params })
}

/** The token as a reader would point at it. */
export function found(p: Parsing, token: Token): Params {
  const written = p.text.slice(token.span.from, Math.min(token.span.to, token.span.from + 30))
  const wording: Wording = token.kind === 'end' ? { zh: '公式的结尾', en: 'the end of the formula' } : { zh: `“${written}”`, en: `“${written}”` }
  return worded('found', wording, token.kind === 'end' ? '' : written)
}

/** A node with its height noted; a tree higher than FORMULA_DEPTH is reported once and cut off. */
export function made(p: Parsing, node: Ast, children: readonly Ast[]): Ast {
  const height = 1 + Math.max(0, ...children.map((child) => p.heights.get(child) ?? 1))
  if (height > FORMULA_DEPTH) return tooDeep(p, node.span)
  p.heights.set(node, height)
  return node
}

export function tooDeep(p: Parsing, span: Span): Ast {
  if (!p.problems.some((known) => known.code === 'formula.too-deep')) problem(p, 'formula.too-deep', span, { limit: FORMULA_DEPTH })
  return { kind: 'missing', span }
}

export function missing(at: number): Ast {
  return { kind: 'missing', span: { from: at, to: at } }
}
