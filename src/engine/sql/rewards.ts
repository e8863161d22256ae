import type { CalendarSpec, Period } from '../../base/calendar.ts'
import { TARGET_SCALE } from '../../base/limits.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import { type DerivedNode, derivedNodes } from '../derivation.ts'
import type { AmountIr, ComponentIr, IncentiveIr } from '../ir.ts'
import { shifted } from '../steps.ts'
import { partsOf } from '../walk.ts'
import { emit, type Ground, type LeafNode, type TableNode, tableInputs, tableValue } from './expr.ts'
import { asJson, type JsonText, jsonAsText, listJson, NULL_JSON, numberJson, objectJson, plainJson, textJson } from './json.ts'
import { selectMembers, selectPay, selectPresence, selectTenure } from './presence.ts'
import type { StageInput } from './scores.ts'
import { settledRound } from './settled.ts'
import { lookupRow, tierParts } from './tables.ts'

export interface RewardInput extends StageInput {
  readonly calendar: CalendarSpec
}

/** A table that a plan reads, with the columns of what it is asked for and of what it answers. */
interface Reading {
  readonly node: TableNode
  readonly inputs: readonly Sql[]
  readonly value: Sql
  readonly json: Sql
  /** Tables inside what it is asked for: those are read before. */
  readonly depth: number
}

/** What one plan reads, each thing once: the same node means the same, wherever it stands. */
interface Readings {
  readonly leaves: ReadonlyMap<string, { readonly node: LeafNode; readonly column: Sql }>
  readonly tables: ReadonlyMap<string, Reading>
}

const keyOf = (node: DerivedNode): string => JSON.stringify(node)

const isTable = (node: DerivedNode): node is TableNode => node.node === 'tiers' || node.node === 'curve' || node.node === 'lookup'

/** The amounts of a component that are worked out: there is no `before` in the first period of a year. */
function amountsOf(components: readonly ComponentIr[], first: boolean) {
  return components.map((component, i) => ({
    component,
    now: { amount: component.now, at: columnsOf(`n${i}`, component.now) },
    before: component.before === null || first ? null : { amount: component.before, at: columnsOf(`b${i}`, component.before) },
  }))
}

/** Columns of one amount: what the formula gave, conditions, floor, cap, what they left. */
function columnsOf(name: string, a: AmountIr) {
  return {
    raw: ident(`${name}_raw`),
    conditions: a.conditions.map((_, i) => ident(`${name}_when${i}`)),
    floor: a.floor === null ? null : ident(`${name}_floor`),
    cap: a.cap === null ? null : ident(`${name}_cap`),
    left: ident(`${name}_left`),
  }
}

interface Worked {
  readonly amount: AmountIr
  readonly at: ReturnType<typeof columnsOf>
}

/** One statement that pays everybody a plan is for and stores each amount with its derivation. */
export function insertEarnings(input: RewardInput, id: string, plan: IncentiveIr): Sql {
  const components = amountsOf(plan.components, shifted(input.calendar, input.period, ['before']) === null)
  const worked = components.flatMap((c) => (c.before === null ? [c.now] : [c.now, c.before]))
  const read = readingsOf(worked.map((w) => w.amount))
  const ground: Ground = { kind: 'values', column: (node) => leafColumn(read, node), worked: (node) => reading(read, node).value }
  const ctes: Sql[] = [sql`l0 as materialized (${leaves(input, plan, read)})`]
  const level = (columns: readonly Sql[]): void => {
    const before = ident(`l${ctes.length - 1}`)
    ctes.push(sql`${ident(`l${ctes.length}`)} as materialized (select x.*${joinSql(columns, ' ')} from ${before} as x)`)
  }
  for (const tables of byDepth(read)) {
    level(tables.flatMap((t) => tableInputs(t.node, ground).map((asked, i) => sql`, ${asked} as ${t.inputs[i] ?? t.value}`)))
    level(tables.map((t) => sql`, ${tableValue(t.node, t.inputs)} as ${t.value}`))
    level(tables.map((t) => sql`, ${tableJson(t)} as ${t.json}`))
  }
  level(worked.flatMap((w) => formulas(w, ground)))
  level(worked.map(({ at }) => sql`, ${left(at)} as ${at.left}`))
  const rows = components.map(({ component, now, before }) => {
    const paid = (w: Worked): Sql => settledRound(w.at.left, component.round)
    const amount = before === null ? paid(now) : sql`${paid(now)} - coalesce(${paid(before)}, 0)`
    const derivation = asJson(
      objectJson([
        ['now', amountJson(now, read)],
        ['before', before === null ? NULL_JSON : amountJson(before, read)],
      ]),
    )
    return sql`(${component.component}::text, ${amount}, ${derivation})`
  })
  return sql`insert into calc.earning (employee_id, run_id, incentive, component, amount, derivation) with ${joinSql(ctes, ', ')} select x.employee_id, ${input.run}::bigint, ${id}::text, y.component, y.amount, y.derivation from ${ident(`l${ctes.length - 1}`)} as x cross join lateral (values ${joinSql(rows, ', ')}) as y (component, amount, derivation) order by x.employee_id`
}

function readingsOf(amounts: readonly AmountIr[]): Readings {
  const leaves = new Map<string, { node: LeafNode; column: Sql }>()
  const tables = new Map<string, Reading>()
  for (const node of amounts.flatMap(derivedNodes)) {
    const key = keyOf(node)
    if (!isTable(node)) {
      if (!leaves.has(key)) leaves.set(key, { node, column: ident(`f${leaves.size}`) })
    } else if (!tables.has(key)) {
      const name = `q${tables.size}`
      const inputs = partsOf(node).map((_, i) => ident(`${name}_of${i}`))
      tables.set(key, { node, inputs, value: ident(name), json: ident(`${name}_json`), depth: depthOf(node) })
    }
  }
  return { leaves, tables }
}

/** How many tables stand inside one another below a node. */
function depthOf(node: Parameters<typeof partsOf>[0]): number {
  const below = Math.max(0, ...partsOf(node).map(depthOf))
  return node.node === 'tiers' || node.node === 'curve' || node.node === 'lookup' ? below + 1 : below
}

function byDepth(read: Readings): Reading[][] {
  const found: Reading[][] = []
  for (const t of read.tables.values()) found[t.depth - 1] = [...(found[t.depth - 1] ?? []), t]
  return found
}

function leafColumn(read: Readings, node: LeafNode): Sql {
  const found = read.leaves.get(keyOf(node))
  if (found === undefined) throw new Error(`no column for ${node.node}`)
  return found.column
}

function reading(read: Readings, node: TableNode): Reading {
  const found = read.tables.get(keyOf(node))
  if (found === undefined) throw new Error(`no column for the table ${node.table.table}`)
  return found
}

/** Everybody the plan is for, with what its formulas read as it is. */
function leaves(input: RewardInput, plan: IncentiveIr, read: Readings): Sql {
  const joins = new Map<string, { readonly name: Sql; readonly join: Sql }>()
  const joined = (key: string, source: () => Sql): Sql => {
    const name = joins.get(key)?.name ?? ident(`j${joins.size}`)
    if (!joins.has(key)) joins.set(key, { name, join: sql` left join (${source()}) as ${name} on ${name}.employee_id = m.employee_id` })
    return name
  }
  const presence = (period: Period | null): Sql =>
    period === null ? sql`null::numeric` : sql`coalesce(${joined(`presence ${period.id}`, () => selectPresence(period, plan))}.share, 0)`
  const value = (node: LeafNode): Sql => {
    switch (node.node) {
      case 'value':
        return sql`v.${ident(input.column(node))}`
      case 'target': {
        const whole = sql`v.${ident(input.column(node))}`
        return node.prorated ? settledRound(sql`${whole} * ${presence(shifted(input.calendar, input.period, node.shifts))}`, TARGET_SCALE) : whole
      }
      case 'pay':
        return sql`${joined(`pay ${node.item}`, () => selectPay(input.period, node.item))}.amount`
      case 'result':
        return sql`${joined('score', () => sql`select s.employee_id, s.score, s.coefficient, s.grade from calc.score as s where s.run_id = ${input.run}::bigint`)}.${ident(node.what)}`
      case 'tenure':
        return sql`${joined('tenure', () => selectTenure(input.period))}.months`
      case 'presence':
        return presence(input.period)
      default:
        return node satisfies never
    }
  }
  const columns = [...read.leaves.values()].map(({ node, column }) => sql`, ${value(node)} as ${column}`)
  return sql`select m.employee_id${joinSql(columns, ' ')} from (${selectMembers(input.period, plan.roles)}) as m join ${input.values} as v on v.employee_id = m.employee_id${joinSql(
    [...joins.values()].map((j) => j.join),
    ' ',
  )}`
}

/** What the formulas of an amount give. */
function formulas({ amount, at }: Worked, on: Ground): Sql[] {
  const number = (e: AmountIr['amount'], as: Sql): Sql => sql`, (${emit(e, on)})::numeric as ${as}`
  return [
    number(amount.amount, at.raw),
    ...amount.conditions.map((c, i) => sql`, (${emit(c.when, on)})::boolean as ${at.conditions[i] ?? at.raw}`),
    ...(amount.floor === null || at.floor === null ? [] : [number(amount.floor, at.floor)]),
    ...(amount.cap === null || at.cap === null ? [] : [number(amount.cap, at.cap)]),
  ]
}

/** 0 where a condition fails; else floor, then cap. There any part that is missing leaves nothing; `greatest` and `least` would pass over it. */
function left({ raw, conditions, floor, cap }: Worked['at']): Sql {
  const raised = floor === null ? raw : sql`greatest(${raw}, ${floor})`
  const limited = cap === null ? raised : sql`least(${raised}, ${cap})`
  const missing = [sql`${raw} is null`, ...[floor, cap].flatMap((b) => (b === null ? [] : [sql`${b} is null`]))]
  const failed = conditions.length === 0 ? sql`` : sql` when (${joinSql(conditions, ' and ')}) is not true then 0`
  return sql`case${failed} when ${joinSql(missing, ' or ')} then null else ${limited} end`
}

/** An AmountResult of results.ts. */
function amountJson({ amount, at }: Worked, read: Readings): JsonText {
  return objectJson([
    ['raw', numberJson(at.raw)],
    ['amount', numberJson(at.left)],
    ['conditions', listJson(at.conditions.map(plainJson))],
    ['floor', at.floor === null ? NULL_JSON : numberJson(at.floor)],
    ['cap', at.cap === null ? NULL_JSON : numberJson(at.cap)],
    ['parts', listJson(derivedNodes(amount).map((node) => partJson(node, read)))],
  ])
}

function partJson(node: DerivedNode, read: Readings): JsonText {
  if (isTable(node)) return [reading(read, node).json]
  const column = leafColumn(read, node)
  return node.node === 'result' && node.what === 'grade' ? textJson(column) : numberJson(column)
}

/** How a table came to its value: a TiersResult, CurveResult or LookupResult, as text. */
function tableJson({ node, inputs, value }: Reading): Sql {
  const of = inputs[0] ?? sql`null::numeric`
  switch (node.node) {
    case 'tiers': {
      const scale = inputs[1] ?? null
      const tiers = tierParts(node.table, { of, scale }).map((t) =>
        objectJson([
          ['part', numberJson(t.part)],
          ['pays', numberJson(t.pays)],
        ]),
      )
      return jsonAsText(
        objectJson([
          ['of', numberJson(of)],
          ['scale', scale === null ? NULL_JSON : numberJson(scale)],
          ['value', numberJson(value)],
          ['tiers', [sql`case when ${value} is null then '[]' else ${jsonAsText(listJson(tiers))} end`]],
        ]),
      )
    }
    case 'curve':
      return jsonAsText(
        objectJson([
          ['of', numberJson(of)],
          ['value', numberJson(value)],
        ]),
      )
    case 'lookup':
      return jsonAsText(
        objectJson([
          ['row', plainJson(lookupRow(node.table, inputs))],
          ['value', numberJson(value)],
        ]),
      )
    default:
      return node satisfies never
  }
}
