import { describe, expect, test } from 'vitest'
import type { ScopeIr } from '../ir.ts'
import { value } from '../random/build.ts'
import { always, asked, type Company, line, open, paid, scheme, sold, target } from './testing-company.ts'

/** The goal: the sum of a team's targets takes those who belong to it on the period's last day, and names those who have none. */

const scope = (more: Partial<Exclude<ScopeIr, { line: 'own' }>> = {}): ScopeIr => ({ line: 'reporting', depth: null, self: true, asOf: 'period-end', ...more })
const under = (employee: string, superior: string, from: string | null = null, until: string | null = null) => ({ employee, superior, from, until })

/** Below ann: bob and cid, below bob dan, who has no target; eve came under ann on 1 February, fay left on 31 January. */
const TEAM: Company = {
  assignments: ['ann', 'bob', 'cid', 'dan', 'eve', 'fay'].map((id) => always(id)),
  reporting: [under('bob', 'ann'), under('cid', 'ann'), under('dan', 'bob'), under('eve', 'ann', '2026-02-01'), under('fay', 'ann', null, '2026-01-31')],
  targets: [
    asked('ann', '2026-01', '5'),
    asked('bob', '2026-01', '100'),
    asked('cid', '2026-01', '200'),
    asked('eve', '2026-01', '1000'),
    asked('fay', '2026-01', '3000'),
    asked('bob', '2026-02', '10'),
    asked('eve', '2026-02', '20'),
    asked('bob', '2026-Q2', null, { stretch: '7' }),
  ],
}
const month = (more = {}, period = '2026-01') => paid(TEAM, target({ scope: scope(), ...more }), period)

describe('the sum of the targets of a team', () => {
  test('takes who belongs to it on the last day of the period, the head included', () => {
    expect(month()).toBe('305')
    expect(month({}, '2026-02')).toBe('30')
  })
  test('goes so many steps down, and leaves out the head where the scope does', () => {
    expect(month({ scope: scope({ depth: 1 }) })).toBe('305')
    expect(month({ scope: scope({ self: false }) })).toBe('300')
  })
  test('is of the level and the period asked for', () => {
    expect(month({ level: 'stretch' }, '2026-Q2')).toBe('7')
    expect(month({ shifts: ['previous'] }, '2026-02')).toBe('305')
    // The team of the quarter's last day: eve's January and February, not what fay was asked before she left.
    expect(month({}, '2026-Q1')).toBe('1335')
  })
  test('is empty where nobody has one, and says how many people were looked at', () => {
    const of: Company = { ...TEAM, schemes: { judged: scheme([line({ target: { kind: 'formula', expr: target({ scope: scope() }) } })]) } }
    const judged = open({ ...of, sales: [{ who: 'ann', day: '2026-03-02', amount: '1' }] }).score({ employee: 'ann', period: '2026-03' })
    expect(judged?.result).toMatchObject({ score: null, lines: [{ target: null, state: 'skipped' }] })
    expect(judged?.lines[0]?.why).toEqual({ code: 'why.no-team-target', params: { measure: 'revenue', period: '2026-03', employee: 'ann', day: '2026-03-31', people: 5 } })
  })
})

describe('a line whose target is a share of that sum', () => {
  test('is judged by it, and tells whose targets it is', () => {
    const expr = { node: 'mul', left: target({ scope: scope() }), right: { node: 'number', value: '0.8' } } as const
    const judged = open({ ...TEAM, sales: sold('122'), schemes: { judged: scheme([line({ target: { kind: 'formula', expr } })]) } }).score({ employee: 'ann', period: '2026-01' })
    expect(judged?.result).toMatchObject({ score: '50', lines: [{ target: '244', actual: '122', attainment: '0.5' }] })
    expect(judged?.lines[0]?.formula?.parts.targets[0]?.members?.map((m) => `${m.employee} ${m.value}`)).toEqual(['ann 5', 'bob 100', 'cid 200', 'dan null'])
  })
  test('the attainment of the team is what all did by what all were asked', () => {
    const sales = [...sold('61'), { who: 'dan', day: '2026-01-05', amount: '61' }]
    const team = { node: 'value', ref: { measure: 'revenue', scope: scope({ asOf: 'record' }), shifts: [] } } as const
    expect(
      paid({ ...TEAM, sales }, { node: 'mul', left: { node: 'div', left: team, right: target({ scope: scope() }), scale: 16 }, right: { node: 'number', value: '100' } }),
    ).toBe('40')
    expect(paid({ ...TEAM, sales }, { node: 'div', left: value('revenue'), right: target(), scale: 16 })).toBe('12.2')
  })
})
