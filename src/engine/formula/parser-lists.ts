import type { Ast } from './ast.ts'
import type { Token } from './lexer.ts'
import { type Parsing, advance, current, found, isSymbol, problem } from './parser-state.ts'

/** Whether an expression may begin with this token. */
export function beginsValue(token: Token): boolean {
  if (token.kind === 'symbol') return token.symbol === '('
  if (token.kind === 'name') return token.word === null || ['not', 'true', 'false', 'null'].includes(token.word)
  return token.kind !== 'end'
}

/** Read up to the closing bracket of `open`; what stands before it and does not belong there is reported. */
export function closeParen(p: Parsing, open: Token): number {
  while (!isSymbol(current(p), ')')) {
    const token = current(p)
    if (token.kind === 'end') {
      problem(p, 'formula.unclosed-paren', open.span)
      return token.span.to
    }
    problem(p, beginsValue(token) ? 'formula.missing-operator' : 'formula.unexpected', token.span, found(p, token))
    if (beginsValue(token)) p.parseExpr(p, 0)
    else advance(p)
  }
  return advance(p).span.to
}

/** Expressions with commas between, up to whatever cannot go on. */
export function parseList(p: Parsing): Ast[] {
  const list: Ast[] = []
  for (;;) {
    list.push(p.parseExpr(p, 0))
    if (!isSymbol(current(p), ',')) return list
    advance(p)
  }
}
