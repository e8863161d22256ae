import { describe, expect, test } from 'vitest'
import { type CalendarSpec, periodOf } from '../base/calendar.ts'
import type { Program, ScopeIr } from './ir.ts'
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
})
