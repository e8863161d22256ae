import { SETTLED_SCALE } from '../../base/limits.ts'
import { integer, type Sql, sql } from '../../base/sql.ts'
import { inexact } from '../inexact.ts'
import type { Expr } from '../ir.ts'

/** A number without the hair that a cut quotient leaves; the twin of `settled` in base/decimal.ts. */
export const settledSql = (value: Sql): Sql => sql`round(${value}, ${integer(SETTLED_SCALE)})`

/** The value of an expression as it is compared or asked of a table: settled where a division went into it. */
export const asAsked = (expr: Expr, value: Sql): Sql => (inexact(expr) ? settledSql(value) : value)

/** A settled number, rounded half up. */
export const settledRound = (value: Sql, scale: number): Sql => sql`round(${settledSql(value)}, ${integer(scale)})`
