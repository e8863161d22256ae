import type { Period } from '../../base/calendar.ts'
import { dec } from '../../base/decimal.ts'
import { DIVISION_SCALE, TARGET_SCALE } from '../../base/limits.ts'
import { ident, integer, joinSql, type Sql, sql } from '../../base/sql.ts'
import { actualOf, targetOf } from '../in-force.ts'
import type { LineIr, RuleIr, SchemeIr } from '../ir.ts'
import type { TargetNode, ValueNode } from '../steps.ts'
import { COMPARE, emit, type LeafNode } from './expr.ts'
import { factorColumn, selectFactors, TOTAL_FACTOR } from './factors.ts'
import { asJson, constantJson, type JsonText, listJson, NULL_JSON, numberJson, objectJson } from './json.ts'
import { selectMembers, selectPresence, selectTenure } from './presence.ts'
import { settledRound, settledSql } from './settled.ts'
import { curveValue, tiersValue } from './tables.ts'

/** What a stage after the values stands on. */
export interface StageInput {
  readonly run: string
  readonly period: Period
  /** Table with employee_id and the columns of the steps, a row for everybody who is listed. */
  readonly values: Sql
  /** The column of a value or of a whole target in that table. */
  readonly column: (node: ValueNode | TargetNode) => string
}

const literal = (value: string): Sql => sql`${value}::numeric`
const divided = (a: Sql, b: Sql): Sql => sql`app.divide(${a}, ${b}, ${integer(DIVISION_SCALE)})`

/** Columns of the line with a number: actual, target, weight, attainment, whether there is data, factor, points, whether a gate is passed. */
const columnsOf = (i: number) => ({
  actual: ident(`a${i}`),
  target: ident(`t${i}`),
  weight: ident(`w${i}`),
  attainment: ident(`r${i}`),
  data: ident(`d${i}`),
  factor: factorColumn(i),
  points: ident(`p${i}`),
  passed: ident(`g${i}`),
})

type LineColumns = ReturnType<typeof columnsOf>

/** One statement that judges everybody a scheme is for and stores the score with its lines. */
export function insertScores(input: StageInput, id: string, scheme: SchemeIr): Sql {
  const lines = scheme.lines.map((line, i) => ({ line, at: columnsOf(i) }))
  const level = (columns: readonly Sql[], from: Sql): Sql => sql`select x.*${joinSql(columns, ' ')} from ${from} as x`
  const attained = lines.flatMap(({ line, at }) => [
    sql`, case when ${settledSql(at.target)} > 0 then ${divided(at.actual, at.target)} end as ${at.attainment}`,
    sql`, ${hasData(line.rule, at)} as ${at.data}`,
  ])
  const points = lines.flatMap(({ line, at }) => [sql`, ${pointsOf(line, at)} as ${at.points}`, sql`, ${passedOf(line, at)} as ${at.passed}`])
  const results = asJson(listJson(lines.map(({ line, at }) => lineJson(line, at))))
  return sql`insert into calc.score (employee_id, run_id, scheme, score, grade, coefficient, factor, lines) with facts as materialized (${facts(input, scheme)}), attained as materialized (${level(attained, sql`facts`)}), pointed as materialized (${level(points, sql`attained`)}), weighed as materialized (${level(sumsOf(scheme), sql`pointed`)}), scored as materialized (${level([sql`, ${scoreOf(scheme)} as score`], sql`weighed`)}) select s.employee_id, ${input.run}::bigint, ${id}::text, s.score, ${graded(scheme, (g) => sql`${g.grade}::text`)}, ${graded(scheme, (g) => (g.coefficient === null ? sql`null::numeric` : literal(g.coefficient)))}, s.${TOTAL_FACTOR}, ${results} from scored as s order by s.employee_id`
}

/** Actual, target and weight of every line for everybody the scheme is for. */
function facts(input: StageInput, scheme: SchemeIr): Sql {
  const { period } = input
  const joins: Sql[] = []
  const prorated = scheme.lines.some((l) => l.target.kind === 'targets' && l.target.prorated)
  if (prorated) joins.push(sql` join (${selectPresence(period, scheme)}) as presence on presence.employee_id = m.employee_id`)
  if (scheme.newcomers !== null) joins.push(sql` left join (${selectTenure(period)}) as tenure on tenure.employee_id = m.employee_id`)
  if (scheme.factors) joins.push(sql` left join (${selectFactors(period, scheme)}) as factors on factors.employee_id = m.employee_id`)
  const factor = (column: Sql): Sql => (scheme.factors ? sql`, factors.${column}` : sql`, null::numeric as ${column}`)
  const columns = scheme.lines.map((line, i) => {
    const at = columnsOf(i)
    return sql`${factor(at.factor)}, v.${ident(input.column(actualOf(line)))} as ${at.actual}, ${targetSql(input, line)} as ${at.target}, ${weightSql(scheme, line, period)} as ${at.weight}`
  })
  return sql`select m.employee_id${factor(TOTAL_FACTOR)}${joinSql(columns, ' ')} from (${selectMembers(period, scheme.roles)}) as m join ${input.values} as v on v.employee_id = m.employee_id${joinSql(joins, ' ')}`
}

function targetSql(input: StageInput, line: LineIr): Sql {
  if (line.target.kind === 'fixed') return literal(line.target.value)
  if (line.target.kind === 'formula') return sql`(${emit(line.target.expr, { kind: 'values', column: (node) => columnIn(input, node) })})::numeric`
  const node = targetOf(line)
  if (node === null) return sql`null::numeric`
  const whole = sql`v.${ident(input.column(node))}`
  return node.prorated ? settledRound(sql`${whole} * presence.share`, TARGET_SCALE) : whole
}

function columnIn(input: StageInput, node: LeafNode): Sql {
  if (node.node !== 'value' && node.node !== 'target') throw new Error(`a target has no ${node.node}: it stands in incentive plans alone`)
  return sql`v.${ident(input.column(node))}`
}

/** Known by its own weight, not by that of a period: a gate, or points added beside the weights. */
const isBeside = (line: LineIr): boolean => dec(line.weight).isZero()

function weightSql(scheme: SchemeIr, line: LineIr, period: Period): Sql {
  if (isBeside(line)) return sql`0::numeric`
  const usual = scheme.weights[period.id]
  const weight = literal(usual === undefined ? line.weight : (usual[line.line] ?? '0'))
  if (scheme.newcomers === null) return weight
  const { months, weights } = scheme.newcomers
  return sql`case when tenure.months < ${integer(months)} then ${literal(weights[line.line] ?? '0')} else ${weight} end`
}

/** Whether a rule can say nothing without a target above 0. */
function needsTarget(rule: RuleIr): boolean {
  switch (rule.rule) {
    case 'linear':
    case 'lower':
      return true
    case 'bands':
    case 'curve':
      return rule.of === 'attainment'
    case 'range':
    case 'points':
    case 'gate':
      return false
    default:
      return rule satisfies never
  }
}

function hasData(rule: RuleIr, at: LineColumns): Sql {
  const actual = sql`${at.actual} is not null`
  return needsTarget(rule) ? sql`(${actual} and (${settledSql(at.target)} > 0) is true)` : sql`(${actual})`
}

/** The points of a line: null where it is skipped, and for gates. */
function pointsOf(line: LineIr, at: LineColumns): Sql {
  if (line.rule.rule === 'gate') return sql`null::numeric`
  return sql`case when ${at.data} then (${rulePoints(line.rule, at)}) * coalesce(${at.factor}, 1) else ${withoutData(line)} end`
}

function withoutData(line: LineIr): Sql {
  if (isBeside(line) || line.noData === 'skip') return sql`null::numeric`
  return line.noData === 'full' ? literal('100') : literal('0')
}

function rulePoints(rule: Exclude<RuleIr, { rule: 'gate' }>, at: LineColumns): Sql {
  const attained = sql`(${at.attainment} * 100)`
  switch (rule.rule) {
    case 'linear':
      return limited(rule.threshold === null ? attained : sql`case when ${settledSql(attained)} < ${literal(rule.threshold)} then 0 else ${attained} end`, rule)
    case 'bands':
      return tiersValue(rule.bands, { of: settledSql(rule.of === 'attainment' ? attained : at.actual), scale: null })
    case 'curve':
      return curveValue(rule.curve, settledSql(rule.of === 'attainment' ? attained : at.actual))
    case 'lower': {
      if (rule.method === 'difference') return limited(sql`(2 - ${at.attainment}) * 100`, rule)
      return sql`case when ${settledSql(at.actual)} <= 0 then ${literal(rule.cap)} else ${limited(sql`${divided(at.target, at.actual)} * 100`, rule)} end`
    }
    case 'range': {
      const width = dec(rule.best).minus(dec(rule.worst))
      return limited(sql`${divided(sql`${at.actual} - ${literal(rule.worst)}`, literal(width.toFixed()))} * 100`, rule)
    }
    case 'points':
      return limited(sql`${literal(rule.start)} + ${literal(rule.each)} * ${at.actual}`, rule)
    default:
      return rule satisfies never
  }
}

/** First at least the floor, then at most the cap. The points are never null here. */
function limited(points: Sql, { floor, cap }: { floor: string | null; cap: string | null }): Sql {
  const raised = floor === null ? points : sql`greatest(${points}, ${literal(floor)})`
  return cap === null ? raised : sql`least(${raised}, ${literal(cap)})`
}

/** Whether a gate is passed; null for other lines. */
function passedOf(line: LineIr, at: LineColumns): Sql {
  if (line.rule.rule !== 'gate') return sql`null::boolean`
  const without = line.noData === 'zero' ? sql`false` : sql`true`
  return sql`case when ${at.data} then ${settledSql(at.actual)} ${COMPARE[line.rule.op]} ${literal(line.rule.value)} else ${without} end`
}

const plus = (terms: readonly Sql[]): Sql => terms.reduce<Sql>((all, term) => sql`${all} + ${term}`, sql`0::numeric`)

/** Columns of what the score is made from. In a level of its own: PostgreSQL takes a division in as part of the query only where what it divides is short. */
const SUM = ident('weighted')
const WEIGHTS = ident('weights')

function sumsOf(scheme: SchemeIr): Sql[] {
  const weighted = scheme.lines.map((line, i) => ({ line, at: columnsOf(i) })).filter(({ line }) => !isBeside(line))
  return [
    sql`, ${plus(weighted.map(({ at }) => sql`coalesce(${at.weight} * ${at.points}, 0)`))} as ${SUM}`,
    sql`, ${plus(weighted.map(({ at }) => sql`case when ${at.points} is null then 0 else ${at.weight} end`))} as ${WEIGHTS}`,
  ]
}

/** Weighted mean of the lines that count, what is added beside them, the factor, the gates, the rounding. Null where the weights sum to 0. */
function scoreOf(scheme: SchemeIr): Sql {
  const lines = scheme.lines.map((line, i) => ({ line, at: columnsOf(i) }))
  const beside = lines.filter(({ line }) => line.rule.rule !== 'gate' && isBeside(line))
  const base = sql`(${plus([divided(SUM, WEIGHTS), ...beside.map(({ at }) => sql`coalesce(${at.points}, 0)`)])}) * coalesce(${TOTAL_FACTOR}, 1)`
  const gates = lines.flatMap(({ line, at }) => (line.rule.rule === 'gate' ? [sql`case when not ${at.passed} then ${literal(line.rule.most)} end`] : []))
  if (gates.length === 0) return settledRound(base, scheme.round)
  // least passes over the nulls of gates that hold; a score that is null stays null.
  return sql`case when ${WEIGHTS} = 0 then null else ${settledRound(sql`least(${base}, ${joinSql(gates, ', ')})`, scheme.round)} end`
}

/** Something of the first grade whose bound the score reaches. */
function graded(scheme: SchemeIr, pick: (grade: SchemeIr['grades'][number]) => Sql): Sql {
  if (scheme.grades.length === 0) return sql`null`
  const arms = scheme.grades.map((g) => sql`when ${g.from === null ? sql`true` : sql`s.score >= ${literal(g.from)}`} then ${pick(g)}`)
  return sql`case when s.score is null then null ${joinSql(arms, ' ')} end`
}

/** A LineResult of results.ts. */
function lineJson(line: LineIr, at: LineColumns): JsonText {
  return objectJson([
    ['line', constantJson(line.line)],
    ['weight', numberJson(at.weight)],
    ['target', numberJson(at.target)],
    ['actual', numberJson(at.actual)],
    ['attainment', numberJson(at.attainment)],
    ['factor', line.rule.rule === 'gate' ? NULL_JSON : numberJson(sql`case when ${at.data} then ${at.factor} end`)],
    ['points', numberJson(at.points)],
    ['state', ['"', stateOf(line, at), '"']],
  ])
}

function stateOf(line: LineIr, at: LineColumns): Sql {
  if (line.rule.rule === 'gate') return sql`case when ${at.passed} then 'passed' else 'failed' end`
  const without = isBeside(line) || line.noData === 'skip' ? 'skipped' : line.noData
  return sql`case when ${at.data} then 'scored' else ${without}::text end`
}
