import { DIVISION_SCALE } from '../../base/limits.ts'
import type { AggregateFn, AggregateIr, CreditIr, Expr, FieldType, MeasureIr, PathStep, ScopeIr, Shift } from '../ir.ts'

/** Short ways to write the intermediate representation by hand. */
export const own: ScopeIr = { line: 'own' }
export const num = (value: string | number): Expr => ({ node: 'number', value: String(value) })
export const text = (value: string): Expr => ({ node: 'text', value })
export const bool = (value: boolean): Expr => ({ node: 'boolean', value })
export const date = (value: string): Expr => ({ node: 'date', value })
export const nothing: Expr = { node: 'null' }

export const field = (name: string, type: FieldType, ...path: PathStep[]): Expr => ({ node: 'field', path, field: name, type })
export const step = (name: string, dataset: string): PathStep => ({ field: name, dataset })
export const value = (measure: string, more: { scope?: ScopeIr; shifts?: readonly Shift[] } = {}): Expr => ({
  node: 'value',
  ref: { measure, scope: more.scope ?? own, shifts: more.shifts ?? [] },
})

export const binary = (node: 'add' | 'sub' | 'mul' | 'and' | 'or', left: Expr, right: Expr): Expr => ({ node, left, right })
export const div = (left: Expr, right: Expr, scale = DIVISION_SCALE): Expr => ({ node: 'div', left, right, scale })
export const unary = (node: 'neg' | 'abs' | 'not' | 'empty', of: Expr): Expr => ({ node, of })
export const compare = (op: '=' | '<>' | '<' | '<=' | '>' | '>=', left: Expr, right: Expr): Expr => ({ node: 'compare', op, left, right })

export const ownedBy = (owner: string, ...path: PathStep[]): CreditIr => ({ owner: field(owner, 'employee', ...path), splits: null, overlays: [] })

export interface AggregateParts {
  readonly fn: AggregateFn
  readonly dataset: string
  readonly date: Expr
  readonly credit: CreditIr
  readonly value?: Expr | null
  readonly filter?: Expr | null
  readonly weight?: 'share' | 'full'
}

export function aggregateIr(parts: AggregateParts): AggregateIr {
  return { value: null, filter: null, weight: parts.fn === 'sum' ? 'share' : 'full', ...parts }
}

export interface MeasureParts {
  readonly measure: string
  readonly body: MeasureIr['body']
  readonly kind?: MeasureIr['kind']
  readonly name?: MeasureIr['name']
  readonly scope?: ScopeIr
  readonly round?: number | null
  readonly unit?: MeasureIr['unit']
  readonly percent?: boolean
}

export function measureIr(parts: MeasureParts): MeasureIr {
  return { kind: parts.body.kind, name: parts.measure, unit: {}, percent: false, better: 'more', scope: own, round: null, hidden: false, ...parts }
}
