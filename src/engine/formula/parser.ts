import { FORMULA_DEPTH, FORMULA_PROBLEMS } from '../../base/limits.ts'
import type { Ast, BinaryOp, Segment } from './ast.ts'
import { BINDS } from './binding.ts'
import { PLACE_WORDS } from './functions.ts'
import { type FormulaProblem, type Token, tokenize } from './lexer.ts'
import { parseCall } from './parser-calls.ts'
import { beginsValue, closeParen, parseList, skipStray } from './parser-lists.ts'
import { advance, ahead, current, found, isPlaceWord, isSymbol, made, missing, type Parsing, problem, tooDeep } from './parser-state.ts'

/**
 * A formula as a tree, with every mistake in its spelling (at most FORMULA_PROBLEMS). Never throws.
 * Where something is missing the tree holds a node `missing`, so that the rest can still be checked.
 */
export function parseFormula(text: string): { readonly ast: Ast; readonly problems: readonly FormulaProblem[] } {
  const { tokens, problems } = tokenize(text)
  const p: Parsing = { text, tokens, problems: problems.slice(0, FORMULA_PROBLEMS), heights: new WeakMap(), parseExpr, at: 0, depth: 0 }
  if (tokens.length === 1) {
    if (problems.length === 0) problem(p, 'formula.empty', { from: 0, to: text.length })
    return { ast: missing(0), problems: p.problems }
  }
  const ast = parseExpr(p, 0)
  parseRest(p)
  return { ast, problems: p.problems.slice().sort((a, b) => a.span.from - b.span.from) }
}

/** Whatever follows a complete expression is a mistake; it is read on, to find the further ones. */
function parseRest(p: Parsing): void {
  while (current(p).kind !== 'end') {
    const token = current(p)
    if (isSymbol(token, ')')) {
      problem(p, 'formula.unexpected-paren', token.span)
      advance(p)
    } else skipStray(p)
  }
}

/** An expression whose operators bind more tightly than `least`. */
function parseExpr(p: Parsing, least: number): Ast {
  if (p.depth >= FORMULA_DEPTH) {
    const from = current(p).span.from
    p.at = p.tokens.length - 1
    return tooDeep(p, { from, to: p.text.length })
  }
  p.depth++
  let left = parseOperand(p)
  for (;;) {
    const more = parseInfix(p, left, least)
    if (more === null) break
    left = more
  }
  p.depth--
  return left
}

function parseOperand(p: Parsing): Ast {
  const token = current(p)
  switch (token.kind) {
    case 'number':
    case 'text':
      advance(p)
      return made(p, token, [])
    case 'name':
      return parseName(p, token)
    case 'symbol':
      if (token.symbol === '(') return parseParens(p)
      if (token.symbol === '-') return parsePrefix(p, 'neg')
      if (token.symbol === '+') {
        advance(p)
        return parseExpr(p, BINDS.negate)
      }
      return expectedValue(p)
    case 'end':
      return expectedValue(p)
    default:
      return token satisfies never
  }
}

function expectedValue(p: Parsing): Ast {
  const token = current(p)
  problem(p, 'formula.expected-value', token.span, found(p, token))
  return missing(token.span.from)
}

function parsePrefix(p: Parsing, kind: 'neg' | 'not'): Ast {
  const from = advance(p).span.from
  const of = parseExpr(p, kind === 'neg' ? BINDS.negate : BINDS.not)
  return made(p, { kind, of, span: { from, to: of.span.to } }, [of])
}

function parseParens(p: Parsing): Ast {
  const open = advance(p)
  const inner = parseExpr(p, 0)
  closeParen(p, open)
  return inner
}

function parseName(p: Parsing, token: Token & { kind: 'name' }): Ast {
  switch (token.word) {
    case 'not':
      return parsePrefix(p, 'not')
    case 'true':
    case 'false':
      advance(p)
      return made(p, { kind: 'boolean', value: token.word === 'true', span: token.span }, [])
    case 'null':
      advance(p)
      return made(p, { kind: 'null', span: token.span }, [])
    case null:
      return !token.quoted && isSymbol(ahead(p), '(') ? parseCall(p, token) : parsePath(p)
    default:
      return expectedValue(p)
  }
}

function parsePath(p: Parsing): Ast {
  const segments: Segment[] = []
  for (;;) {
    const token = current(p)
    if (token.kind !== 'name') {
      problem(p, 'formula.expected-name', token.span, found(p, token))
      break
    }
    advance(p)
    segments.push({ name: token.value, span: token.span })
    if (!isSymbol(current(p), '.')) break
    advance(p)
  }
  const first = segments[0]?.span.from ?? current(p).span.from
  return made(p, { kind: 'path', segments, span: { from: first, to: segments.at(-1)?.span.to ?? first } }, [])
}

/** What an operator token does, and how tightly. */
function infixOf(p: Parsing): { op: BinaryOp | 'in' | 'not-in' | 'is' | 'is-empty' | 'is-not-empty'; binds: number } | null {
  const token = current(p)
  if (token.kind === 'symbol') {
    const s = token.symbol
    if (s === '(' || s === ')' || s === ',' || s === '.') return null
    if (s === '+' || s === '-') return { op: s, binds: BINDS.add }
    if (s === '*' || s === '/') return { op: s, binds: BINDS.multiply }
    return { op: s, binds: BINDS.compare }
  }
  if (token.kind !== 'name' || token.quoted) return null
  if (token.word === 'or' || token.word === 'and') return { op: token.word, binds: BINDS[token.word] }
  if (token.word === 'not') {
    const after = ahead(p)
    return after?.kind === 'name' && after.word === 'in' ? { op: 'not-in', binds: BINDS.compare } : null
  }
  if (token.word === 'true' || token.word === 'false' || token.word === 'null') return null
  if (token.word !== null) return { op: token.word, binds: BINDS.compare }
  if (isPlaceWord(token, PLACE_WORDS.contains)) return { op: 'contains', binds: BINDS.compare }
  if (isPlaceWord(token, PLACE_WORDS.starts)) return { op: 'starts', binds: BINDS.compare }
  return null
}

const COMPARING: readonly string[] = ['=', '<>', '<', '<=', '>', '>=']

function parseInfix(p: Parsing, left: Ast, least: number): Ast | null {
  const infix = infixOf(p)
  if (infix === null || infix.binds <= least) return null
  const token = advance(p)
  const from = left.span.from
  switch (infix.op) {
    case 'is-empty':
    case 'is-not-empty':
      return made(p, { kind: 'empty', of: left, negated: infix.op === 'is-not-empty', span: { from, to: token.span.to } }, [left])
    case 'is':
      return parseIs(p, left)
    case 'in':
      return parseIn(p, left, false)
    case 'not-in':
      if (token.kind === 'name' && token.word === 'not') advance(p)
      return parseIn(p, left, true)
    default: {
      if (infix.op === 'starts' && isPlaceWord(current(p), ['with'])) advance(p)
      const right = parseExpr(p, infix.binds)
      const next = infixOf(p)
      if (COMPARING.includes(infix.op) && next !== null && COMPARING.includes(next.op)) problem(p, 'formula.chained-comparison', current(p).span)
      return made(p, { kind: 'binary', op: infix.op, left, right, span: { from, to: right.span.to } }, [left, right])
    }
  }
}

function parseIs(p: Parsing, left: Ast): Ast {
  const not = current(p)
  const negated = not.kind === 'name' && not.word === 'not'
  if (negated) advance(p)
  const token = current(p)
  if (!isPlaceWord(token, ['empty', 'null'])) {
    problem(p, 'formula.expected-empty', token.span, found(p, token))
    if (beginsValue(token)) advance(p)
    return { kind: 'missing', span: { from: left.span.from, to: token.span.to } }
  }
  advance(p)
  return made(p, { kind: 'empty', of: left, negated, span: { from: left.span.from, to: token.span.to } }, [left])
}

function parseIn(p: Parsing, of: Ast, negated: boolean): Ast {
  const open = current(p)
  if (!isSymbol(open, '(')) {
    problem(p, 'formula.expected-list', open.span, found(p, open))
    return { kind: 'missing', span: { from: of.span.from, to: open.span.from } }
  }
  advance(p)
  const list = parseList(p)
  const to = closeParen(p, open)
  return made(p, { kind: 'in', of, list, negated, span: { from: of.span.from, to } }, [of, ...list])
}
