import type { Lang, LocalName } from '../../base/diagnostic.ts'
import { nameIn } from '../../base/diagnostic.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import { isPercentUnit } from '../check/units.ts'
import { BUILT_IN_DATASETS } from '../documents/built-in.ts'
import type { Expr, PathStep, ScopeIr, Shift, ValueRef } from '../ir.ts'
import type { Ast, FunctionId, Segment, Span } from './ast.ts'
import { printAst } from './print.ts'

/** What things are called. `namesFrom` makes it from the documents; ids stand where there is no name. */
export interface Names {
  readonly measure: (id: string) => string
  readonly field: (dataset: string, field: string) => string
  readonly dataset: (id: string) => string
  readonly table: (id: string) => string
  /** Whether a measure is a percentage (its factor 0.01 is not printed), and its own scope (not printed either). */
  readonly percent: (measure: string) => boolean
  readonly scope: (measure: string) => ScopeIr
  readonly fieldPercent: (dataset: string, field: string) => boolean
}

interface NamedDocuments {
  readonly datasets: readonly {
    readonly dataset: string
    readonly name?: LocalName | undefined
    readonly fields: Readonly<Record<string, { readonly name?: LocalName | undefined; readonly unit?: string | undefined }>>
  }[]
  readonly measures: Readonly<Record<string, { readonly name: LocalName; readonly percent: boolean; readonly scope: ScopeIr }>>
  readonly tables?: readonly { readonly table: string; readonly name?: LocalName | undefined }[]
}

/** Names in one language: datasets (the built-in ones need not be given), their fields and tables from their documents, measures from the program. */
export function namesFrom({ datasets, measures, tables = [] }: NamedDocuments, lang: Lang): Names {
  const byId = new Map<string, NamedDocuments['datasets'][number]>([...datasets, ...BUILT_IN_DATASETS].map((d) => [d.dataset, d]))
  const fieldOf = (dataset: string, field: string) => {
    const fields = byId.get(dataset)?.fields
    return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined
  }
  const measureOf = (id: string) => (Object.hasOwn(measures, id) ? measures[id] : undefined)
  return {
    measure: (id) => nameIn(measureOf(id)?.name, lang, id),
    field: (dataset, field) => nameIn(fieldOf(dataset, field)?.name, lang, field),
    dataset: (id) => nameIn(byId.get(id)?.name, lang, id),
    table: (id) => nameIn(tables.find((t) => t.table === id)?.name, lang, id),
    percent: (id) => measureOf(id)?.percent ?? false,
    scope: (id) => measureOf(id)?.scope ?? { line: 'own' },
    fieldPercent: (dataset, field) => isPercentUnit(fieldOf(dataset, field)?.unit),
  }
}

/** Names that are the ids: for tests and logs. */
export const ID_NAMES: Names = {
  measure: (id) => id,
  field: (_, field) => field,
  dataset: (id) => id,
  table: (id) => id,
  percent: () => false,
  scope: () => ({ line: 'own' }),
  fieldPercent: () => false,
}

export interface PrintOptions {
  readonly lang: Lang
  readonly names: Names
  /** The dataset whose records the expression is over; not needed for formulas over measures. */
  readonly dataset?: string
}

/** A compiled expression as one line of the formula language. Conversion to the company's currency and to fractions is left out: formulas do both by themselves. */
export function printExpr(expr: Expr, options: PrintOptions): string {
  return printAst(astOf(expr, options), options.lang)
}

const NOWHERE: Span = { from: 0, to: 0 }

function path(names: readonly string[]): Ast {
  return { kind: 'path', segments: names.map((name): Segment => ({ name, span: NOWHERE })), span: NOWHERE }
}

function call(fn: FunctionId, args: readonly Ast[]): Ast {
  return { kind: 'call', fn, args, span: NOWHERE }
}

/** How an author wrote a number: with the sign of a currency, or of percent. */
interface Written {
  readonly money?: string | undefined
  readonly percent?: true | undefined
}

function number(value: string, written: Written = {}): Ast {
  if (value.startsWith('-')) return { kind: 'neg', of: number(value.slice(1), written), span: NOWHERE }
  const { money, percent } = written
  return { kind: 'number', value, percent: percent === true, ...(money === undefined ? {} : { money }), span: NOWHERE }
}

const BINARY = { add: '+', sub: '-', and: 'and', or: 'or' } as const

function astOf(expr: Expr, o: PrintOptions): Ast {
  const span = NOWHERE
  switch (expr.node) {
    case 'number':
      return number(expr.value, expr)
    case 'text':
      return { kind: 'text', value: expr.value, span }
    case 'boolean':
      return { kind: 'boolean', value: expr.value, span }
    case 'date':
      return call('date', [{ kind: 'text', value: expr.value, span }])
    case 'null':
      return { kind: 'null', span }
    case 'field':
      return path(fieldNames(expr.path, expr.field, o))
    case 'value':
      return valueAst(expr.ref, o.names)
    case 'mul':
      if (isFraction(expr, o.names, o.dataset)) return astOf(expr.left, o)
      return { kind: 'binary', op: '*', left: astOf(expr.left, o), right: astOf(expr.right, o), span }
    case 'div':
      return attainmentAst(expr, o.names) ?? { kind: 'binary', op: '/', left: astOf(expr.left, o), right: astOf(expr.right, o), span }
    case 'add':
    case 'sub':
    case 'and':
    case 'or':
      return { kind: 'binary', op: BINARY[expr.node], left: astOf(expr.left, o), right: astOf(expr.right, o), span }
    case 'compare':
      return { kind: 'binary', op: expr.op, left: astOf(expr.left, o), right: astOf(expr.right, o), span }
    case 'neg':
      return { kind: 'neg', of: astOf(expr.of, o), span }
    case 'not':
      return negation(astOf(expr.of, o))
    case 'abs':
      return call('abs', [astOf(expr.of, o)])
    case 'empty':
      return { kind: 'empty', of: astOf(expr.of, o), negated: false, span }
    case 'in':
      return { kind: 'in', of: astOf(expr.of, o), list: expr.list.map((item) => astOf(item, o)), negated: false, span }
    case 'contains':
    case 'starts':
      return { kind: 'binary', op: expr.node, left: astOf(expr.of, o), right: astOf(expr.text, o), span }
    case 'convert':
      return astOf(expr.of, o)
    case 'seen':
      return {
        kind: 'seen',
        what: expr.what,
        keys: expr.keys.map((key) => astOf(key, o)),
        where: expr.where === null ? null : astOf(expr.where, o),
        withinDays: expr.withinDays,
        span,
      }
    default:
      return callAst(expr, o)
  }
}

type CallExpr = Extract<Expr, { node: 'round' | 'if' | 'coalesce' | 'least' | 'greatest' | 'days' | 'part' | ResultNode }>
type ResultNode = 'tiers' | 'curve' | 'lookup' | 'target' | 'pay' | 'result' | 'tenure' | 'presence'

function callAst(expr: CallExpr, o: PrintOptions): Ast {
  switch (expr.node) {
    case 'round':
      return call('round', [astOf(expr.of, o), number(String(expr.scale))])
    case 'if':
      return call('if', [astOf(expr.when, o), astOf(expr.then, o), astOf(expr.else, o)])
    case 'coalesce':
    case 'least':
    case 'greatest':
      return call(
        expr.node === 'coalesce' ? 'value_or' : expr.node === 'least' ? 'min' : 'max',
        expr.of.map((item) => astOf(item, o)),
      )
    case 'days':
      return call('days', [astOf(expr.from, o), astOf(expr.to, o)])
    case 'part':
      return call(expr.part, [astOf(expr.of, o)])
    default:
      return resultAst(expr, o)
  }
}

function resultAst(expr: Extract<Expr, { node: ResultNode }>, o: PrintOptions): Ast {
  switch (expr.node) {
    case 'tiers':
      return call('tiers', [path([o.names.table(expr.table.table)]), astOf(expr.of, o), ...(expr.scale === null ? [] : [astOf(expr.scale, o)])])
    case 'curve':
      return call('curve', [path([o.names.table(expr.table.table)]), astOf(expr.of, o)])
    case 'lookup':
      return call('lookup', [path([o.names.table(expr.table.table)]), ...expr.keys.map((key) => astOf(key, o))])
    case 'target':
      // Formulas know only the target itself in proportion; other levels so come from lines of schemes, which print none.
      return overTeam(call(expr.prorated ? 'prorated_target' : expr.level, [inShifts(path([o.names.measure(expr.measure)]), expr.shifts)]), expr.scope)
    case 'pay':
      return call('pay', [path([expr.item])])
    case 'result':
      return call(expr.what, [])
    case 'tenure':
    case 'presence':
      return call(expr.node, [])
    default:
      return expr satisfies never
  }
}

/** A measure divided by its target: both as they are stored. Null: another quotient. */
function attainmentAst({ left, right, scale }: Expr & { node: 'div' }, names: Names): Ast | null {
  if (left.node !== 'value' || right.node !== 'target' || scale !== DIVISION_SCALE || right.level !== 'target') return null
  if (left.ref.measure !== right.measure || left.ref.shifts.join() !== right.shifts.join()) return null
  const fn = right.prorated ? 'prorated_attainment' : 'attainment'
  if (right.scope.line === 'own') return call(fn, [valueAst(left.ref, names)])
  const { scope } = left.ref
  if (scope.line === 'own' || scope.line !== right.scope.line || scope.depth !== right.scope.depth || names.scope(left.ref.measure).line !== 'own') return null
  return overTeam(call(fn, [valueAst({ ...left.ref, scope: { line: 'own' } }, names)]), scope)
}

function overTeam(ast: Ast, scope: ScopeIr): Ast {
  if (scope.line === 'own') return ast
  return call(scope.line === 'reporting' ? 'team' : 'downline', scope.depth === null ? [ast] : [ast, number(String(scope.depth))])
}

function negation(of: Ast): Ast {
  if ((of.kind === 'empty' || of.kind === 'in') && !of.negated) return { ...of, negated: true }
  return { kind: 'not', of, span: NOWHERE }
}

function fieldNames(steps: readonly PathStep[], field: string, o: PrintOptions): string[] {
  let dataset = o.dataset ?? ''
  const names = steps.map((step) => {
    const name = o.names.field(dataset, step.field)
    dataset = step.dataset
    return name
  })
  return [...names, o.names.field(dataset, field)]
}

/** The factor that turns a stored percentage into a fraction. */
export function isFraction(expr: Expr & { node: 'add' | 'sub' | 'mul' }, names: Names, dataset = ''): boolean {
  if (expr.node !== 'mul' || expr.right.node !== 'number' || expr.right.value !== '0.01' || expr.right.percent === true) return false
  if (expr.left.node === 'value') return names.percent(expr.left.ref.measure)
  if (expr.left.node === 'target') return names.percent(expr.left.measure)
  return expr.left.node === 'field' && names.fieldPercent(expr.left.path.at(-1)?.dataset ?? dataset, expr.left.field)
}

function valueAst(ref: ValueRef, names: Names): Ast {
  let ast = path([names.measure(ref.measure)])
  const { scope } = ref
  if (names.scope(ref.measure).line === 'own') ast = overTeam(ast, scope)
  return inShifts(ast, ref.shifts)
}

/** No formula is written with `before`: where a component is worked out for the time before its period, the reader is told that beside the formula. */
const SHIFTS = { previous: 'previous', 'last-year': 'last_year', 'to-date': 'year_to_date', before: null } as const satisfies Record<Shift, FunctionId | null>

function inShifts(ast: Ast, shifts: readonly Shift[]): Ast {
  return shifts.reduceRight((inner, shift) => {
    const fn = SHIFTS[shift]
    return fn === null ? inner : call(fn, [inner])
  }, ast)
}
