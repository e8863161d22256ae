import { describe, expect, test } from 'vitest'
import { type CalendarSpec, periodOf } from '../base/calendar.ts'
import type { Expr, Program, ScopeIr } from './ir.ts'
import { aggregateIr, binary, div, field, measureIr, ownedBy, value } from './random/build.ts'
import { planSteps } from './steps.ts'

const calendar: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }
const team: ScopeIr = { line: 'reporting', depth: null, self: true, asOf: 'record' }
const aggregate = aggregateIr({ fn: 'sum', dataset: 'deals', date: field('day', 'date'), credit: ownedBy('seller'), value: field('amount', 'money') })

const measures = [
  measureIr({ measure: 'revenue', body: { kind: 'aggregate', aggregate } }),
  measureIr({ measure: 'team_revenue', scope: team, body: { kind: 'aggregate', aggregate } }),
  measureIr({
    measure: 'growth',
    body: { kind: 'formula', expr: div(binary('sub', value('revenue'), value('revenue', { shifts: ['previous'] })), value('revenue', { shifts: ['previous'] })) },
  }),
  measureIr({ measure: 'team_growth', scope: team, body: { kind: 'formula', expr: value('growth') } }),
  measureIr({ measure: 'share', body: { kind: 'formula', expr: div(value('revenue'), value('team_revenue')) } }),
]
const program: Program = {
  measures: Object.fromEntries(measures.map((m) => [m.measure, m])),
  company: { company: 'x', timezone: 'UTC', currency: 'CNY', currencyScale: 2 },
  datasets: {},
  schemes: {},
  incentives: {},
}

const march = { id: '2026-03', kind: 'month', from: '2026-03-01', until: '2026-04-01' } as const

/** Steps as `measure@line period`. */
function told(wanted: readonly string[], period: string): string[] {
  const found = periodOf(calendar, period)
  if (found === null) throw new Error(`no period ${period}`)
  return planSteps(program, calendar, wanted, found).steps.map((s) => `${s.measure}@${s.scope.line} ${s.period?.id ?? '–'}`)
}

describe('steps', () => {
  test('growth needs the measure now and in the period before, each once', () => {
    expect(told(['growth', 'revenue'], '2026-Q1')).toEqual(['revenue@own 2026-Q1', 'revenue@own 2025-Q4', 'growth@own 2026-Q1'])
  })

  test('a team’s growth is made of the team’s revenue, also in the period before', () => {
    expect(told(['team_growth'], '2026-01')).toEqual(['revenue@reporting 2026-01', 'revenue@reporting 2025-12', 'growth@reporting 2026-01', 'team_growth@reporting 2026-01'])
  })

  test('a measure with a scope of its own keeps it beside one without', () => {
    expect(told(['share'], '2026')).toEqual(['revenue@own 2026', 'team_revenue@reporting 2026', 'share@own 2026'])
  })

  test('every step comes after what it needs, one level higher', () => {
    const period = periodOf(calendar, '2026-Q1')
    if (period === null) throw new Error('no period')
    const { steps, wanted } = planSteps(program, calendar, Object.keys(program.measures), period)
    expect(Object.keys(wanted)).toHaveLength(measures.length)
    for (const step of steps)
      if (step.body.kind === 'formula') for (const need of step.body.needs) expect(need.step < step.index && (steps[need.step]?.level ?? 99) < step.level).toBe(true)
  })

  test('the year to date of a growth compares with the year to date a year before', () => {
    const yearly = binary('sub', value('revenue'), value('revenue', { shifts: ['last-year'] }))
    const more: Program = { ...program, measures: { ...program.measures, yearly: measureIr({ measure: 'yearly', body: { kind: 'formula', expr: yearly } }) } }
    const { steps, read } = planSteps(more, calendar, [], march, [value('yearly', { shifts: ['to-date'] }), value('revenue', { shifts: ['before'] })])
    expect(steps.map((s) => `${s.measure} ${s.period?.id}`)).toEqual(['revenue 2026-03~to-date', 'revenue 2025-03~to-date', 'yearly 2026-03~to-date', 'revenue 2026-03~before'])
    expect([...read.values()]).toEqual([2, 3])
  })

  test('a target is one step, whatever the scope of the measure that reads it, prorated or not', () => {
    const asked: Expr = { node: 'target', measure: 'revenue', level: 'stretch', prorated: false, scope: { line: 'own' }, shifts: [] }
    const more: Program = {
      ...program,
      measures: { ...program.measures, part: measureIr({ measure: 'part', scope: team, body: { kind: 'formula', expr: div(value('revenue'), asked) } }) },
    }
    const { steps, read } = planSteps(more, calendar, ['part'], march, [
      { ...asked, prorated: true },
      { ...asked, shifts: ['previous'] },
    ])
    expect(steps.map((s) => `${s.measure}@${s.scope.line} ${s.body.kind} ${s.level} ${s.period?.id}`)).toEqual([
      'revenue@reporting aggregate 0 2026-03',
      'revenue@own target 0 2026-03',
      'part@reporting formula 1 2026-03',
      'revenue@own target 0 2026-02',
    ])
    expect([...read.values()]).toEqual([1, 3])
  })
})
