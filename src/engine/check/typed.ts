import type { Params } from '../../base/diagnostic.ts'
import type { Ast, Span } from '../formula/ast.ts'
import type { Expr, ExprType, FieldType, Unit } from '../ir.ts'
import type { Wording } from '../wording.ts'
import type { Catalogue, DatasetInfo } from './catalogue.ts'
import type { EngineCode } from './texts.ts'
import { NO_UNIT, unitWording } from './units.ts'

/** `unknown`: wrong in a way that is already reported; whatever it meets stays silent. */
export type Type = ExprType | { readonly kind: 'unknown' }

export interface Typed {
  readonly expr: Expr
  readonly type: Type
  readonly span: Span
  /** A percentage, in formulas a fraction: 71.43 % is 0.7143. */
  readonly percent: boolean
  /** A choice field alone: what it may be. */
  readonly choices: { readonly field: string; readonly values: readonly string[] } | null
  /** The kind of field, where it is a field alone. */
  readonly field: FieldType | null
}

/** What the checker of a formula needs to know and whom it tells. */
export interface Checking {
  readonly text: string
  readonly catalogue: Catalogue
  /** Over the records of a dataset, over measures, or over measures and what else an incentive plan reads (scores, pay items, targets in proportion). */
  readonly over:
    | { readonly level: 'record'; readonly dataset: DatasetInfo /** Date of the measure; null where none is known. */; readonly date: Expr | null; readonly insideSeen: boolean }
    | { readonly level: 'formula' | 'reward' }
  error(code: EngineCode, span: Span, params?: Params): void
  warning(code: EngineCode, span: Span, params?: Params): void
}

/** The checker of formulas as its own calls see it: handed in, so that the two files need not import each other. */
export interface CallChecking extends Checking {
  readonly typeOf: (c: Checking, ast: Ast) => Typed
  readonly unify: (c: Checking, pair: { left: Typed; right: Typed; span: Span }, operation: Wording) => Type | null
}

export function typed(expr: Expr, type: Type, span: Span, more: Partial<Pick<Typed, 'percent' | 'choices' | 'field'>> = {}): Typed {
  return { expr, type, span, percent: more.percent ?? false, choices: more.choices ?? null, field: more.field ?? null }
}

export function unknown(span: Span): Typed {
  return typed({ node: 'null' }, { kind: 'unknown' }, span)
}

export function numberType(unit: Unit): Type {
  return { kind: 'number', unit }
}

export function isNumeric(type: Type): boolean {
  return type.kind === 'number' || type.kind === 'literal'
}

export function unitOf(type: Type): Unit {
  return type.kind === 'number' ? type.unit : NO_UNIT
}

/** The part of the formula, as its author wrote it. */
export function written(c: Checking, span: Span): string {
  const text = c.text.slice(span.from, span.to)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const TYPE_WORDS = {
  literal: { zh: '数', en: 'a number' },
  text: { zh: '文字', en: 'text' },
  boolean: { zh: '是/否', en: 'yes or no' },
  date: { zh: '日期', en: 'a date' },
  null: { zh: '空值', en: 'empty' },
  unknown: { zh: '未知', en: 'unknown' },
} as const satisfies Record<string, Wording>

export function typeWords(type: Type, c: Pick<Checking, 'catalogue'>): Wording {
  if (type.kind !== 'number') return TYPE_WORDS[type.kind]
  const unit = unitWording(type.unit, c.catalogue.units.names)
  if (Object.keys(type.unit).length === 0) return { zh: '数', en: 'a number' }
  return { zh: `以${unit.zh}为单位的数`, en: `a number in ${unit.en}` }
}

const FIELD_WORDS: Readonly<Record<FieldType, Wording>> = {
  text: { zh: '文字', en: 'a text' },
  integer: { zh: '整数', en: 'a whole number' },
  decimal: { zh: '小数', en: 'a decimal' },
  money: { zh: '金额', en: 'an amount of money' },
  date: { zh: '日期', en: 'a date' },
  timestamp: { zh: '时间', en: 'a timestamp' },
  boolean: { zh: '是/否', en: 'a boolean' },
  choice: { zh: '选项', en: 'a choice' },
  employee: { zh: '员工', en: 'an employee' },
  reference: { zh: '引用', en: 'a reference' },
}

export function fieldWords(type: FieldType): Wording {
  return FIELD_WORDS[type]
}

/** Hundredths as stored → the fraction that formulas calculate with. */
export function fromPercent(expr: Expr): Expr {
  return { node: 'mul', left: expr, right: { node: 'number', value: '0.01' } }
}

/** The fraction → hundredths as stored. What was just turned into a fraction is taken back instead. */
export function toPercent(expr: Expr): Expr {
  if (expr.node === 'mul' && expr.right.node === 'number' && expr.right.value === '0.01' && expr.right.percent !== true) return expr.left
  return { node: 'mul', left: expr, right: { node: 'number', value: '100' } }
}
