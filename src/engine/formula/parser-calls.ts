import type { Params } from '../../base/diagnostic.ts'
import { WITHIN_DAYS } from '../../base/limits.ts'
import { nearNames } from '../near.ts'
import { hintOf, worded } from '../wording.ts'
import type { Ast } from './ast.ts'
import type { FunctionEntry } from './function-entry.ts'
import { FUNCTIONS, functionNamed, PLACE_WORDS } from './functions.ts'
import type { Token } from './lexer.ts'
import { closeParen, parseList } from './parser-lists.ts'
import { advance, ahead, current, found, isPlaceWord, isSymbol, made, type Parsing, problem } from './parser-state.ts'

/** `近90天` without spaces, as it is usually written. */
const WITHIN_IN_ONE = /^近([0-9]+)天$/u

/** name( … ): a function's call. The current token is the name, the next one the bracket. */
export function parseCall(p: Parsing, name: Token & { kind: 'name' }): Ast {
  advance(p)
  const open = advance(p)
  const entry = functionNamed(name.value)
  if (entry === undefined) {
    problem(p, 'formula.unknown-function', name.span, { name: name.value, ...functionHint(name.value) })
    if (!isSymbol(current(p), ')')) parseList(p)
    return { kind: 'missing', span: { from: name.span.from, to: closeParen(p, open) } }
  }
  if (entry.id === 'first' || entry.id === 'earlier') return parseSeen(p, entry, entry.id, { name, open })
  const bare = isSymbol(current(p), ')') || (entry.most === 0 && current(p).kind === 'end')
  const args = bare ? [] : parseList(p)
  const span = { from: name.span.from, to: closeParen(p, open) }
  if (!arityHolds(p, entry, args.length, { name })) return { kind: 'missing', span }
  const [left, right] = args
  if ((entry.id === 'contains' || entry.id === 'starts') && left !== undefined && right !== undefined) {
    return made(p, { kind: 'binary', op: entry.id, left, right, span }, args)
  }
  return made(p, { kind: 'call', fn: entry.id, args, span }, args)
}

function functionHint(name: string): Params {
  const all = FUNCTIONS.flatMap((f) => [f.name.zh, f.name.en])
  return hintOf(nearNames(name, all), all)
}

function arityHolds(p: Parsing, entry: FunctionEntry, count: number, at: { name: Token }): boolean {
  if (count >= entry.least && (entry.most === null || count <= entry.most)) return true
  const expected =
    entry.most === null
      ? { zh: `至少 ${entry.least}`, en: `at least ${entry.least}` }
      : entry.most === entry.least
        ? { zh: `${entry.least}`, en: `${entry.least}` }
        : { zh: `${entry.least} 到 ${entry.most}`, en: `${entry.least} to ${entry.most}` }
  problem(p, 'formula.arity', at.name.span, { ...worded('name', entry.name), ...worded('expected', expected), count, ...worded('signature', entry.signature) })
  return false
}

/** first(key, … where … within N days). */
function parseSeen(p: Parsing, entry: FunctionEntry, what: 'first' | 'earlier', at: { name: Token; open: Token }): Ast {
  const keys = isSymbol(current(p), ')') || isClause(p) ? [] : parseList(p)
  let where: Ast | null = null
  let withinDays: number | null = null
  if (isClause(p) && isPlaceWord(current(p), PLACE_WORDS.where)) {
    advance(p)
    where = p.parseExpr(p, 0)
  }
  if (isClause(p)) withinDays = parseWithin(p)
  const span = { from: at.name.span.from, to: closeParen(p, at.open) }
  if (!arityHolds(p, entry, keys.length, at)) return { kind: 'missing', span }
  return made(p, { kind: 'seen', what, keys, where, withinDays, span }, where === null ? keys : [...keys, where])
}

/** Whether `where` or `within` begins here, and not a field of that name. */
function isClause(p: Parsing): boolean {
  const token = current(p)
  if (token.kind === 'name' && !token.quoted && WITHIN_IN_ONE.test(token.value)) return true
  if (!isPlaceWord(token, [...PLACE_WORDS.where, ...PLACE_WORDS.within])) return false
  const next = ahead(p)
  return next !== undefined && next.kind !== 'end' && !isSymbol(next, ')', ',', '.')
}

function parseWithin(p: Parsing): number | null {
  const token = advance(p)
  const inOne = token.kind === 'name' ? WITHIN_IN_ONE.exec(token.value)?.[1] : undefined
  const number = inOne === undefined ? current(p) : token
  const written = inOne ?? (number.kind === 'number' && !number.percent ? number.value : '')
  const days = /^[0-9]{1,9}$/.test(written) ? Number(written) : 0
  if (inOne === undefined && number.kind === 'number') advance(p)
  if (inOne === undefined && isPlaceWord(current(p), PLACE_WORDS.days)) advance(p)
  if (days >= 1 && days <= WITHIN_DAYS) return days
  problem(p, 'formula.expected-days', number.span, { limit: WITHIN_DAYS, ...found(p, number) })
  return null
}
