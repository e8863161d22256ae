import type { Ast, TableFunctionId } from '../formula/ast.ts'
import { FUNCTIONS } from '../formula/functions.ts'
import { nearNames } from '../near.ts'
import { hintOf, type Wording, worded } from '../wording.ts'
import { findName, type LookupKey, spellings, type TableInfo } from './catalogue.ts'
import { declaredWording, isPlain } from './table-numbers.ts'
import { type CallChecking, type Checking, isNumeric, numberType, type Type, type Typed, typed, typeWords, unitOf, unknown, written } from './typed.ts'
import { type DeclaredUnit, sameUnit } from './units.ts'

type Call = Ast & { kind: 'call' }
type Kind<K extends TableFunctionId> = TableInfo & { kind: K }

/** tiers(table, x, scale), curve(table, x), lookup(table, key, …). */
export function typeOfTableCall(c: CallChecking, ast: Call & { fn: TableFunctionId }): Typed {
  const [first, ...rest] = ast.args
  const table = first === undefined ? null : tableNamed(c, first, ast.fn)
  const args = rest.map((arg) => c.typeOf(c, arg))
  const [of, scale] = args
  if (table === null || of === undefined || args.some((arg) => arg.type.kind === 'unknown')) return unknown(ast.span)
  switch (table.kind) {
    case 'tiers':
      return typeOfTiers(c, table, { of, scale: scale ?? null, ast })
    case 'curve':
      return typeOfCurve(c, table, of, ast)
    case 'lookup':
      return typeOfLookup(c, table, args, ast)
    default:
      return table satisfies never
  }
}

const FUNCTION_OF = { tiers: '阶梯 / tiers', curve: '曲线 / curve', lookup: '查表 / lookup' } as const

/** The table a call names, of the kind it reads. Null: reported. */
function tableNamed<K extends TableFunctionId>(c: Checking, ast: Ast, fn: K): Kind<K> | null {
  const name = ast.kind === 'text' ? ast.value : ast.kind === 'path' && ast.segments.length === 1 ? ast.segments[0]?.name : undefined
  const entry = FUNCTIONS.find((f) => f.id === fn)
  const wording = entry?.name ?? { zh: fn, en: fn }
  if (name === undefined) {
    const signature = entry?.signature ?? wording
    if (ast.kind !== 'missing') c.error('table.name-expected', ast.span, { ...worded('function', wording), text: written(c, ast.span), ...worded('signature', signature) })
    return null
  }
  const { tableIndex, tables, tablesUsed } = c.catalogue
  const found = findName(tableIndex, name)
  const table = found.kind === 'one' ? tables.get(found.id) : undefined
  if (found.kind === 'several') c.error('name.ambiguous', ast.span, { name, candidates: found.ids.join(', ') })
  if (found.kind === 'none') c.error('name.unknown-table', ast.span, { name, ...hintOf(nearNames(name, spellings(tableIndex)), [...tables.keys()]) })
  if (table === undefined) return null
  tablesUsed.add(table)
  if (isKind(table, fn)) return table
  c.error('table.kind', ast.span, { name, ...worded('function', wording), right: FUNCTION_OF[table.kind] })
  return null
}

function isKind<K extends TableFunctionId>(table: TableInfo, kind: K): table is Kind<K> {
  return table.kind === kind
}

interface Place {
  readonly table: TableInfo
  /** What the table has in this place. */
  readonly unit: DeclaredUnit
}

/** Whether a value is a number in the unit that a table has in a place; if not, that is reported. */
function fits(c: Checking, value: Typed, { table, unit }: Place): boolean {
  const { type } = value
  if (type.kind === 'literal' || (type.kind === 'number' && sameUnit(type.unit, unit.unit))) return true
  if (type.kind === 'null') c.error('type.compare-null', value.span, { text: written(c, value.span) })
  else
    c.error('table.unit', value.span, {
      text: written(c, value.span),
      table: table.id,
      ...worded('actual', typeWords(type, c)),
      ...worded('expected', declaredWording(unit, c.catalogue)),
    })
  return false
}

interface TiersCall {
  readonly of: Typed
  readonly scale: Typed | null
  readonly ast: Call
}

function typeOfTiers(c: CallChecking, table: Kind<'tiers'>, call: TiersCall): Typed {
  const { of, scale, ast } = call
  if (table.ir === null || table.of === null || table.pays === null) return unknown(ast.span)
  const asked = scale === null ? (fits(c, of, { table, unit: table.of }) ? askedType(of.type, table.of) : null) : scaledType(c, { table, unit: table.of }, { of, scale, ast })
  if (asked === null) return unknown(ast.span)
  const expr = { node: 'tiers', table: table.ir, of: of.expr, scale: scale?.expr ?? null } as const
  const { pays } = table
  if (pays.kind === 'fixed') return typed(expr, numberType(pays.unit.unit), ast.span, { percent: pays.unit.percent })
  const { declared } = pays
  if (declared !== null && !sameUnit(unitOf(asked), declared.unit)) {
    const words = { ...worded('actual', typeWords(asked, c)), ...worded('expected', declaredWording(declared, c.catalogue)) }
    c.error('table.pays', ast.span, { text: written(c, ast.span), table: table.id, ...words })
    return unknown(ast.span)
  }
  return typed(expr, asked, ast.span, { percent: declared?.percent ?? of.percent })
}

/** A bare number takes on the unit of the table. */
function askedType(type: Type, unit: DeclaredUnit): Type {
  return type.kind === 'literal' ? numberType(unit.unit) : type
}

/** With a scale the bounds are shares of it, so the table is in percent or plain numbers, and both sides are of one unit. Null: reported. */
function scaledType(c: CallChecking, { table, unit }: Place, { of, scale, ast }: TiersCall & { scale: Typed }): Type | null {
  if (!isPlain(unit)) {
    c.error('table.scale-unit', scale.span, { table: table.id, ...worded('unit', declaredWording(unit, c.catalogue)), text: written(c, scale.span) })
    return null
  }
  const words: Wording = { zh: '数', en: 'a number' }
  let sound = true
  for (const part of [of, scale]) {
    if (isNumeric(part.type)) continue
    sound = false
    if (part.type.kind === 'null') c.error('type.compare-null', part.span, { text: written(c, part.span) })
    else c.error('type.expected', part.span, { text: written(c, part.span), ...worded('expected', words), ...worded('actual', typeWords(part.type, c)) })
  }
  const type = sound ? c.unify(c, { left: of, right: scale, span: ast.span }, { zh: '按比例分档', en: 'set in proportion' }) : null
  return type?.kind === 'literal' ? numberType({}) : type
}

function typeOfCurve(c: CallChecking, table: Kind<'curve'>, of: Typed, ast: Call): Typed {
  if (table.ir === null || table.of === null || table.pays === null || !fits(c, of, { table, unit: table.of })) return unknown(ast.span)
  return typed({ node: 'curve', table: table.ir, of: of.expr }, numberType(table.pays.unit), ast.span, { percent: table.pays.percent })
}

function typeOfLookup(c: CallChecking, table: Kind<'lookup'>, keys: readonly Typed[], ast: Call): Typed {
  if (keys.length !== table.keys.length) {
    const names = table.keys.map(({ name }) => name).join(', ')
    c.error('lookup.keys', ast.span, { table: table.id, expected: table.keys.length, count: keys.length, keys: names })
    return unknown(ast.span)
  }
  const sound = table.keys.map((key, i) => {
    const value = keys[i]
    return value !== undefined && keyFits(c, value, key, table)
  })
  if (table.ir === null || table.pays === null || sound.includes(false)) return unknown(ast.span)
  return typed({ node: 'lookup', table: table.ir, keys: keys.map((key) => key.expr) }, numberType(table.pays.unit), ast.span, { percent: table.pays.percent })
}

function keyFits(c: Checking, value: Typed, { range }: LookupKey, table: TableInfo): boolean {
  if (range === 'unknown') return false
  if (range !== null) return fits(c, value, { table, unit: range })
  if (value.type.kind === 'text') return true
  if (value.type.kind === 'null') c.error('type.compare-null', value.span, { text: written(c, value.span) })
  else c.error('type.expected', value.span, { text: written(c, value.span), ...worded('expected', { zh: '文字', en: 'a text' }), ...worded('actual', typeWords(value.type, c)) })
  return false
}
