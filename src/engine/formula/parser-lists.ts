import type { Ast } from './ast.ts'
import type { Token } from './lexer.ts'
import { advance, ahead, current, found, isSymbol, type Parsing, problem } from './parser-state.ts'

/** Whether an expression may begin with this token. */
export function beginsValue(token: Token): boolean {
  if (token.kind === 'symbol') return token.symbol === '('
  if (token.kind === 'name') return token.word === null || ['not', 'true', 'false', 'null'].includes(token.word)
  return token.kind !== 'end'
}

/** Report what does not belong here and read past it. */
export function skipStray(p: Parsing): void {
  const token = current(p)
  const begins = beginsValue(token)
  if (isThousands(p)) problem(p, 'formula.comma-in-number', token.span, { written: p.text.slice(p.tokens[p.at - 1]?.span.from, ahead(p)?.span.to) })
  else problem(p, begins ? 'formula.missing-operator' : 'formula.unexpected', token.span, found(p, token))
  if (begins) p.parseExpr(p, 0)
  else advance(p)
  // What follows a comma was meant as a further part: it is checked, and not reported again.
  if (isSymbol(token, ',') && beginsValue(current(p))) p.parseExpr(p, 0)
}

/** `1,000` at a place where no comma can be. */
function isThousands(p: Parsing): boolean {
  const [before, comma, after] = [p.tokens[p.at - 1], current(p), ahead(p)]
  return (
    before?.kind === 'number' &&
    isSymbol(comma, ',') &&
    after?.kind === 'number' &&
    before.span.to === comma.span.from &&
    comma.span.to === after.span.from &&
    /^\d{3}/.test(p.text.slice(after.span.from))
  )
}

/** Read up to the closing bracket of `open`; what stands before it and does not belong there is reported. */
export function closeParen(p: Parsing, open: Token): number {
  while (!isSymbol(current(p), ')')) {
    const token = current(p)
    if (token.kind === 'end') {
      problem(p, 'formula.unclosed-paren', open.span)
      return token.span.to
    }
    skipStray(p)
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
