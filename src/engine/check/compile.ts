import type { Ast, Segment, Span } from '../formula/ast.ts'
import { parseFormula } from '../formula/parser.ts'
import type { Expr } from '../ir.ts'
import { worded } from '../wording.ts'
import type { Catalogue, DatasetInfo } from './catalogue.ts'
import { type Reached, reach } from './paths.ts'
import type { DocumentPath, Reporter } from './report.ts'
import { typeOf } from './type-expr.ts'
import { type Checking, type Typed, typeWords, unknown, written } from './typed.ts'

/** A formula in a document: its text, where it stands, whom to tell. */
export interface FormulaAt {
  readonly text: string
  readonly path: DocumentPath
  readonly catalogue: Catalogue
  readonly report: Reporter
}

function checking(at: FormulaAt, over: Checking['over']): Checking {
  return {
    text: at.text,
    catalogue: at.catalogue,
    over,
    error: (code, span, params) => at.report.error(code, at.path, params, span),
    warning: (code, span, params) => at.report.warning(code, at.path, params, span),
  }
}

/** The tree of the formula; its spelling mistakes are reported. */
function parsed(at: FormulaAt): { ast: Ast; sound: boolean } {
  const { ast, problems } = parseFormula(at.text)
  for (const p of problems) at.report.error(p.code, at.path, p.params, p.span)
  return { ast, sound: problems.length === 0 }
}

/** A formula over the records of a dataset. `date`: the measure's date, for rates and for what came before. */
export function compileOverRecord(at: FormulaAt, dataset: DatasetInfo, date: Expr | null): { typed: Typed; ast: Ast } {
  const { ast, sound } = parsed(at)
  const typed = typeOf(checking(at, { level: 'record', dataset, date, insideSeen: false }), ast)
  return { typed: sound ? typed : unknown(ast.span), ast }
}

/** A formula over measures. */
export function compileOverMeasures(at: FormulaAt): { typed: Typed; ast: Ast } {
  const { ast, sound } = parsed(at)
  const typed = typeOf(checking(at, { level: 'formula' }), ast)
  return { typed: sound ? typed : unknown(ast.span), ast }
}

/**
 * A formula of an incentive plan: over measures, targets, tables, the score and pay items. `catalogue` has the plan's tables and the document's own (`withOwnTables`).
 * The unit of the result is in `typed.type`; what is wrong is reported at `path`, and the type is then `unknown`.
 */
export function compileRewardExpr(at: FormulaAt): { typed: Typed; ast: Ast } {
  const { ast, sound } = parsed(at)
  const typed = typeOf(checking(at, { level: 'reward' }), ast)
  return { typed: sound ? typed : unknown(ast.span), ast }
}

/** A condition over a record. Null: reported. */
export function compileCondition(at: FormulaAt, dataset: DatasetInfo, date: Expr | null): { expr: Expr; ast: Ast } | null {
  const { typed, ast } = compileOverRecord(at, dataset, date)
  if (typed.type.kind === 'boolean') return { expr: typed.expr, ast }
  if (typed.type.kind !== 'unknown') expectedAt(at, typed, { zh: '一个条件（是/否）', en: 'a condition (yes or no)' })
  return null
}

export function expectedAt(at: FormulaAt, typed: Typed, expected: { zh: string; en: string }): void {
  const c = checking(at, { level: 'formula' })
  at.report.error('type.expected', at.path, { text: written(c, typed.span), ...worded('expected', expected), ...worded('actual', typeWords(typed.type, at)) }, typed.span)
}

/** Just the name of a field, possibly through references, as in `owner` and `date`. Null: reported. */
export function compilePath(at: FormulaAt, dataset: DatasetInfo): { reached: Reached; expr: Expr; span: Span; segments: readonly Segment[] } | null {
  const { ast, sound } = parsed(at)
  if (ast.kind !== 'path') {
    if (sound) at.report.error('path.expected', at.path, {}, ast.span)
    return null
  }
  const reached = reach(checking(at, { level: 'record', dataset, date: null, insideSeen: false }), dataset, ast.segments)
  if (reached === null || !sound) return null
  return { reached, expr: { node: 'field', path: reached.path, field: reached.field.id, type: reached.field.document.type }, span: ast.span, segments: ast.segments }
}
