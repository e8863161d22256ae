import { type Decimal, dec, decimalText, roundHalfUp } from '../../base/decimal.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import { ident, integer, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { CurveIr, LookupCell, LookupIr, TierIr, TiersIr } from '../ir.ts'
import { settledSql } from './settled.ts'

/**
 * Tables of numbers as pure expressions: a chain of cases over constants, worked out for a row without reading anything.
 * `of` is a numeric expression without effects, settled where a division went into it; it is repeated, so a caller hands in a column or a constant.
 */
export interface Quantity {
  readonly of: Sql
  /** Bounds are shares of it; null: they are what they say. */
  readonly scale: Sql | null
}

const constant = (value: Decimal): Sql => sql`${decimalText(value)}::numeric`
const ZERO = sql`0::numeric`

/** A bound in the terms of the quantity. */
const scaled = (value: Decimal, scale: Sql | null): Sql => (scale === null ? constant(value) : settledSql(sql`${constant(value)} * ${scale}`))

/** Where the quantity tells nothing: it is empty, or the scale is empty or not above 0. */
function unknown({ of, scale }: Quantity): Sql {
  return scale === null ? sql`${of} is null` : sql`${of} is null or (${settledSql(scale)} > 0) is not true`
}

/** The value of a quantity in a table of tiers: the tier it lies in is found, and what those below it pay is a constant. */
export function tiersValue(table: TiersIr, q: Quantity): Sql {
  const [first] = table.tiers
  const arms: Sql[] = [sql`when ${unknown(q)} then null`]
  if (first !== undefined && first.from !== null) arms.push(sql`when ${q.of} < ${scaled(dec(first.from), q.scale)} then ${ZERO}`)
  const last = table.tiers.length - 1
  table.tiers.forEach((tier, i) => {
    const value = paidIn(table, i, q)
    arms.push(
      i === last || tier.until === null
        ? sql`else ${value}`
        : sql`when ${q.of} ${table.boundary === 'begins' ? sql`<` : sql`<=`} ${scaled(dec(tier.until), q.scale)} then ${value}`,
    )
  })
  return sql`(case ${joinSql(arms, ' ')} end)`
}

/** What a quantity that lies in tier `i` is paid. */
function paidIn(table: TiersIr, i: number, q: Quantity): Sql {
  const tier = tierAt(table, i)
  const below = table.tiers.slice(0, i)
  const counted = i < table.tiers.length - 1 ? q.of : upTo(tier, q)
  if (tier.rate === null) {
    const amounts = below.map((t) => dec(t.amount ?? 0))
    if (table.mode === 'whole') return constant(dec(tier.amount ?? 0))
    if (table.mode === 'marginal') return constant(total([...amounts, dec(tier.amount ?? 0)]))
    return sql`(${constant(total(amounts.map((a) => roundHalfUp(a, DIVISION_SCALE))))} + ${filled(tier, above(tier, { ...q, of: counted }), q.scale)})`
  }
  if (table.mode === 'whole') return sql`(${counted} * ${constant(dec(tier.rate))})`
  const own = sql`${above(tier, { ...q, of: counted })} * ${constant(dec(tier.rate))}`
  return sql`(${joinSql([...paidBelow(below, q.scale), own], ' + ')})`
}

/** What tiers that are full pay at their rates: one constant, unless their width goes by the scale. */
function paidBelow(below: readonly TierIr[], scale: Sql | null): Sql[] {
  const paying = below.filter((t) => t.until !== null && t.rate !== null && !dec(t.rate).isZero())
  if (scale !== null) return paying.map((t) => sql`${widthOf(t, scale)} * ${constant(dec(t.rate ?? 0))}`)
  const full = total(
    paying.map((t) =>
      dec(t.until ?? 0)
        .minus(dec(t.from ?? 0))
        .times(dec(t.rate ?? 0)),
    ),
  )
  return full.isZero() ? [] : [constant(full)]
}

/** How wide a tier is, in the terms of the quantity. Not of an open one. */
function widthOf(tier: TierIr, scale: Sql | null): Sql {
  const from = dec(tier.from ?? 0)
  const until = dec(tier.until ?? 0)
  if (scale === null || from.isZero()) return scaled(until.minus(from), scale)
  return sql`(${scaled(until, scale)} - ${scaled(from, scale)})`
}

function tierAt(table: TiersIr, i: number): TierIr {
  const tier = table.tiers[i]
  if (tier === undefined) throw new Error(`no tier ${i} in ${table.table}`)
  return tier
}

const total = (values: readonly Decimal[]): Decimal => values.reduce((sum, v) => sum.plus(v), dec(0))

/** The quantity, no more than where a tier ends. */
const upTo = (tier: TierIr, { of, scale }: Quantity): Sql => (tier.until === null ? of : sql`least(${of}, ${scaled(dec(tier.until), scale)})`)

/** The quantity above where a tier begins. */
const above = (tier: TierIr, { of, scale }: Quantity): Sql => (tier.from === null || dec(tier.from).isZero() ? of : sql`(${of} - ${scaled(dec(tier.from), scale)})`)

/** A tier's amount in proportion to its filled part. A tier without an end has no proportion: such a table is refused when it is checked. */
function filled(tier: TierIr, part: Sql, scale: Sql | null): Sql {
  if (tier.until === null) return ZERO
  return sql`app.divide(${part} * ${constant(dec(tier.amount ?? 0))}, ${widthOf(tier, scale)}, ${integer(DIVISION_SCALE)})`
}

/** Whether the quantity lies in tier `i` or above it. */
function reached(table: TiersIr, i: number, { of, scale }: Quantity): Sql {
  const { from } = tierAt(table, i)
  if (from === null) return sql`true`
  return i === 0 || table.boundary === 'begins' ? sql`${of} >= ${scaled(dec(from), scale)}` : sql`${of} > ${scaled(dec(from), scale)}`
}

/** Of each tier the part of the quantity that lies in it and what it pays, as stored beside a result. Only where the value is not null. */
export function tierParts(table: TiersIr, q: Quantity): { readonly part: Sql; readonly pays: Sql }[] {
  return table.tiers.map((tier, i) => {
    const inside = above(tier, { ...q, of: upTo(tier, q) })
    const part = tier.from === null ? inside : sql`greatest(${inside}, 0)`
    return { part, pays: paysOf(table, i, { ...q, part }) }
  })
}

function paysOf(table: TiersIr, i: number, q: Quantity & { part: Sql }): Sql {
  const tier = tierAt(table, i)
  switch (table.mode) {
    case 'marginal':
      return tier.rate === null ? sql`case when ${reached(table, i, q)} then ${constant(dec(tier.amount ?? 0))} else 0 end` : sql`${q.part} * ${constant(dec(tier.rate))}`
    case 'whole': {
      const next = i === table.tiers.length - 1 ? sql`` : sql` and not ${reached(table, i + 1, q)}`
      const pays = tier.rate === null ? constant(dec(tier.amount ?? 0)) : sql`${upTo(tier, q)} * ${constant(dec(tier.rate))}`
      return sql`case when ${reached(table, i, q)}${next} then ${pays} else 0 end`
    }
    case 'interpolated':
      return filled(tier, q.part, q.scale)
    default:
      return table.mode satisfies never
  }
}

/** The value of a curve: flat outside its points, straight between them. */
export function curveValue(curve: CurveIr, of: Sql): Sql {
  const arms: Sql[] = [sql`when ${of} is null then null`]
  curve.points.forEach((point, i) => {
    const before = curve.points[i - 1]
    const at = constant(dec(point.at))
    const value = constant(dec(point.value))
    if (before === undefined) arms.push(sql`when ${of} <= ${at} then ${value}`)
    else {
      const rise = sql`(${of} - ${constant(dec(before.at))}) * ${constant(dec(point.value).minus(dec(before.value)))}`
      const run = constant(dec(point.at).minus(dec(before.at)))
      arms.push(sql`when ${of} < ${at} then ${constant(dec(before.value))} + app.divide(${rise}, ${run}, ${integer(DIVISION_SCALE)})`)
    }
    if (i === curve.points.length - 1) arms.push(sql`else ${value}`)
  })
  return sql`(case ${joinSql(arms, ' ')} end)`
}

/** A longer chain of cases would take as many parameters as a statement may have; such tables are searched as a list. */
const ROWS_OF_A_CHAIN = 100

/** The number of the first row that fits, counted from 0; null where none does. */
export function lookupRow(table: LookupIr, keys: readonly Sql[]): Sql {
  if (table.rows.length > ROWS_OF_A_CHAIN) return firstListed(table, keys, sql`looked."row"::int - 1`)
  return sql`(case ${joinSql(
    rowArms(table, keys, (i) => integer(i)),
    ' ',
  )} else null::int end)`
}

export function lookupValue(table: LookupIr, keys: readonly Sql[]): Sql {
  const otherwise = table.otherwise === null ? sql`null::numeric` : constant(dec(table.otherwise))
  if (table.rows.length > ROWS_OF_A_CHAIN) return sql`coalesce(${firstListed(table, keys, sql`looked.value`)}, ${otherwise})`
  return sql`(case ${joinSql(
    rowArms(table, keys, (i) => constant(dec(table.rows[i]?.value ?? 0))),
    ' ',
  )} else ${otherwise} end)`
}

/** The first row that fits, among rows that are handed over as a list a column. */
function firstListed(table: LookupIr, keys: readonly Sql[], answer: Sql): Sql {
  const lists: Sql[] = [sql`${table.rows.map((r) => r.value)}::numeric[]`]
  const names: Sql[] = [sql`value`]
  const conditions: Sql[] = []
  table.dimensions.forEach((dimension, d) => {
    const cells = table.rows.map((r): LookupCell => r.cells[d] ?? { kind: 'any' })
    const key = keys[d] ?? sql`null`
    const [any, from, until, texts] = ['any', 'from', 'until', 'texts'].map((part) => ident(`${part}${d}`))
    if (any === undefined || from === undefined || until === undefined || texts === undefined) return
    lists.push(sql`${cells.map((c) => String(c.kind === 'any'))}::boolean[]`)
    names.push(any)
    if (dimension.kind === 'text') {
      lists.push(sql`${cells.map((c) => JSON.stringify(c.kind === 'text' ? c.values : []))}::jsonb[]`)
      names.push(texts)
      conditions.push(sql`(looked.${any} or jsonb_exists(looked.${texts}, ${key}))`)
      return
    }
    lists.push(sql`${cells.map((c) => (c.kind === 'range' ? c.from : null) ?? '-Infinity')}::numeric[]`)
    lists.push(sql`${cells.map((c) => (c.kind === 'range' ? c.until : null) ?? 'Infinity')}::numeric[]`)
    names.push(from, until)
    const inside = dimension.boundary === 'begins' ? sql`${key} >= looked.${from} and ${key} < looked.${until}` : sql`${key} > looked.${from} and ${key} <= looked.${until}`
    conditions.push(sql`(looked.${any} or (${inside}))`)
  })
  return sql`(select ${answer} from unnest(${joinSql(lists, ', ')}) with ordinality as looked (${joinSql(names, ', ')}, "row") where ${joinSql(conditions, ' and ')} order by looked."row" limit 1)`
}

function rowArms(table: LookupIr, keys: readonly Sql[], result: (row: number) => Sql): Sql[] {
  const arms = table.rows.map((row, i) => {
    const conditions = row.cells.flatMap((cell, d) => cellFits(cell, keys[d] ?? sql`null`, table.dimensions[d]?.boundary ?? 'begins'))
    return sql`when ${conditions.length === 0 ? sql`true` : joinSql(conditions, ' and ')} then ${result(i)}`
  })
  // A table without rows would be a chain without arms.
  return arms.length === 0 ? [sql`when false then ${result(0)}`] : arms
}

function cellFits(cell: LookupCell, key: Sql, boundary: 'begins' | 'ends'): Sql[] {
  switch (cell.kind) {
    case 'any':
      return []
    case 'text':
      return [sql`${key} = any(${cell.values}::text[])`]
    case 'range': {
      const from = cell.from === null ? [] : [boundary === 'begins' ? sql`${key} >= ${constant(dec(cell.from))}` : sql`${key} > ${constant(dec(cell.from))}`]
      const until = cell.until === null ? [] : [boundary === 'begins' ? sql`${key} < ${constant(dec(cell.until))}` : sql`${key} <= ${constant(dec(cell.until))}`]
      return cell.from === null && cell.until === null ? [sql`${key} is not null`] : [...from, ...until]
    }
    default:
      return cell satisfies never
  }
}
