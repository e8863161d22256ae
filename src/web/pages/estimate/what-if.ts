import type { CalendarSpec, Period } from '../../../base/calendar.ts'
import { lastDay } from '../../../base/calendar.ts'
import { dec, decimalText } from '../../../base/decimal.ts'
import type { DatasetIr, Program, RuleIr, SchemeIr } from '../../../engine/ir.ts'
import { openEvaluator } from '../../../engine/reference/evaluate.ts'
import type { FactRecord, Facts } from '../../../engine/reference/facts.ts'
import type { EarningResult, ScoreResult } from '../../../engine/results.ts'
import type { DatasetRead } from './reading.ts'

/** A record that there is not: fields as texts, empty for nothing. */
export interface Draft {
  readonly id: string
  readonly dataset: string
  readonly fields: Readonly<Record<string, string>>
}

/** What is supposed. `actuals`: measure → the figure it shall come to. */
export interface WhatIf {
  readonly drafts: readonly Draft[]
  readonly actuals: Readonly<Record<string, string>>
}

export interface Estimated {
  readonly score: ScoreResult | null
  readonly earnings: readonly EarningResult[]
}

export interface Asked {
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly facts: Facts
  readonly employee: string
  readonly period: string
  /** Whether pay items are among the facts. */
  readonly pay: boolean
}

/** Score and pay as they would be, by the interpreter that explains and checks the real ones. */
export function estimate(asked: Asked, whatIf: WhatIf): Estimated {
  const program = withActuals(asked.program, whatIf.actuals)
  const evaluator = openEvaluator(program, asked.calendar, withDrafts(asked.program, asked.facts, whatIf.drafts))
  const of = { employee: asked.employee, period: asked.period }
  return { score: evaluator.score(of)?.result ?? null, earnings: asked.pay ? evaluator.earnings(of).map((each) => each.result) : [] }
}

/** Measures that come to a figure by themselves: whatever the records say. */
function withActuals(program: Program, actuals: WhatIf['actuals']): Program {
  const changed = Object.entries(actuals).flatMap(([id, value]) => {
    const measure = program.measures[id]
    return measure === undefined ? [] : [[id, { ...measure, round: null, body: { kind: 'formula' as const, expr: { node: 'number' as const, value } } }] as const]
  })
  return changed.length === 0 ? program : { ...program, measures: { ...program.measures, ...Object.fromEntries(changed) } }
}

function withDrafts(program: Program, facts: Facts, drafts: readonly Draft[]): Facts {
  if (drafts.length === 0) return facts
  const records: Record<string, readonly FactRecord[]> = { ...facts.records }
  for (const [at, draft] of drafts.entries()) {
    const dataset = program.datasets[draft.dataset]
    if (dataset === undefined) continue
    // Numbers no record has: ids of records count up from 1.
    const record: FactRecord = { id: String(-1 - at), source: null, line: null, fields: fieldsOf(dataset, draft) }
    records[draft.dataset] = [...(records[draft.dataset] ?? []), record]
  }
  return { ...facts, records }
}

function fieldsOf({ fields }: DatasetIr, draft: Draft): FactRecord['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([field, { type }]) => {
      const text = draft.fields[field] ?? ''
      if (text === '') return [field, null]
      if (type === 'boolean') return [field, text === 'true']
      return [field, type === 'timestamp' ? `${text.slice(0, 10)}T12:00:00.000000Z` : text]
    }),
  )
}

/** A record to begin with: like the person's newest one, with a key of its own and a day in the period. */
export function draftFor(
  asked: Pick<Asked, 'program' | 'facts' | 'employee'>,
  read: DatasetRead,
  of: { readonly period: Period; readonly today: string; readonly id: string },
): Draft {
  const { program, facts, employee } = asked
  const dataset = program.datasets[read.dataset]
  const known = [...(facts.records[read.dataset] ?? [])].sort((a, b) => (dayOf(a, read) < dayOf(b, read) ? 1 : -1))
  const mine = known.find((record) => read.owners.some((field) => record.fields[field] === employee)) ?? known[0]
  const day = of.today >= of.period.from && of.today < of.period.until ? of.today : lastDay(of.period)
  const fields = Object.entries(dataset?.fields ?? {}).map(([field, { type }]) => {
    if (read.days.includes(field) && (type === 'date' || type === 'timestamp')) return [field, day]
    if (read.owners.includes(field) && type === 'employee') return [field, employee]
    if (dataset?.key.includes(field) === true && type === 'text') return [field, `#${of.id}`]
    const value = mine?.fields[field] ?? null
    return [field, value === null ? '' : String(value)]
  })
  return { id: of.id, dataset: read.dataset, fields: Object.fromEntries(fields) }
}

const dayOf = (record: FactRecord, { days }: DatasetRead): string => days.map((field) => String(record.fields[field] ?? '')).join(' ')

/** Texts that a field holds among the facts, and keys of what it refers to: what one chooses from. */
export function choicesFor(asked: Pick<Asked, 'program' | 'facts'>, dataset: string, field: string): readonly string[] {
  const about = asked.program.datasets[dataset]?.fields[field]
  if (about === undefined) return []
  const held = (asked.facts.records[dataset] ?? []).flatMap((record) => (typeof record.fields[field] === 'string' ? [record.fields[field]] : []))
  const to = about.to === null ? undefined : asked.program.datasets[about.to]
  const key = to?.key.find((each) => each !== to.effective)
  const keys =
    key === undefined || about.to === null ? [] : (asked.facts.records[about.to] ?? []).flatMap((record) => (typeof record.fields[key] === 'string' ? [record.fields[key]] : []))
  return [...new Set([...held, ...keys])].sort().slice(0, CHOICES)
}

/** Choices offered in a list that is searched by typing. */
const CHOICES = 500

/** What it takes to the next grade: in all, and on each line alone. */
export interface NextGrade {
  readonly grade: string
  readonly missing: string
  /** Points of the line beyond what it has, where that alone would do and its rule gives so many. */
  readonly lines: readonly { readonly line: string; readonly points: string }[]
}

/** Null on the best grade, without a score, and where a gate failed: then points do not help. */
export function nextGrade(scheme: SchemeIr | undefined, score: ScoreResult | null): NextGrade | null {
  if (scheme === undefined || score?.score == null || score.lines.some((line) => line.state === 'failed')) return null
  const has = dec(score.score)
  const next = [...scheme.grades].reverse().find(({ from }) => from !== null && dec(from).gt(has))
  if (next?.from == null) return null
  const missing = dec(next.from).minus(has)
  const counted = score.lines.filter((line) => line.points !== null && line.weight !== '0')
  const weights = counted.reduce((sum, line) => sum.plus(line.weight), dec('0'))
  const factor = dec(score.factor ?? '1')
  const lines = counted.flatMap((line) => {
    if (factor.lte(0)) return []
    const points = missing.times(weights).div(line.weight).div(factor)
    const most = mostPoints(scheme.lines.find((each) => each.line === line.line)?.rule)
    return most !== null && points.plus(line.points ?? '0').gt(most) ? [] : [{ line: line.line, points: decimalText(points.toDecimalPlaces(1, 0)) }]
  })
  return { grade: next.grade, missing: decimalText(missing), lines }
}

/** The most points a rule gives; null where there is no end. */
function mostPoints(rule: RuleIr | undefined): string | null {
  switch (rule?.rule) {
    case 'linear':
    case 'lower':
    case 'range':
    case 'points':
      return rule.cap
    case 'bands':
      return highest(rule.bands.tiers.flatMap(({ amount }) => amount ?? []))
    case 'curve':
      return highest(rule.curve.points.map(({ value }) => value))
    case 'gate':
    case undefined:
      return null
    default:
      return rule satisfies never
  }
}

const highest = (values: readonly string[]): string | null => values.reduce<string | null>((most, value) => (most === null || dec(value).gt(most) ? value : most), null)

export function totalOf(earnings: readonly EarningResult[]): string | null {
  const amounts = earnings.flatMap((each) => each.amount ?? [])
  return amounts.length === 0 ? null : decimalText(amounts.reduce((sum, amount) => sum.plus(amount), dec('0')))
}

/** The difference of two figures; null where one is missing. */
export function differenceOf(before: string | null, after: string | null): string | null {
  return before === null || after === null ? null : decimalText(dec(after).minus(before))
}
