import { expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { describe } from '../../base/diagnostic.ts'
import type { Expr, IncentiveIr, SchemeIr } from '../../engine/ir.ts'
import { lackingWarning } from './gap-notices.ts'
import { gapOf, type TargetAsked, targetsAsked } from './gaps.ts'
import type { Target } from './target.ts'
import { goalsTexts } from './texts.ts'

const CALENDAR = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' } as const
const period = (id: string) => requirePeriod(CALENDAR, id)
const RULES = { roles: ['rep'], every: 'quarter', from: null, until: null, startDay: 'counted' } as const
const ASKED: TargetAsked = {
  measure: 'sales',
  level: 'target',
  prorated: true,
  measured: true,
  kind: 'scheme',
  id: 's',
  inForce: RULES,
  asker: { zh: 's', en: 's' },
  effect: { zh: '', en: '' },
}

const row = (id: string, levels: Partial<Target['levels']> = { target: '1' }, measure = 'sales'): Target => ({
  employee: 'E1',
  measure: { measure } as Target['measure'], // Nothing else of a measure is read.
  period: period(id),
  levels: { target: null, stretch: null, challenge: null, ...levels },
  row: { file: 'targets.csv', line: 2, fields: {} },
})
const ALWAYS = [{ from: '-infinity', until: 'infinity', role: 'rep' }]
const JOINED = [{ from: '2026-02-10', until: 'infinity', role: 'rep' }]
const MOVED = [
  { from: '-infinity', until: '2026-02-10', role: 'clerk' },
  { from: '2026-02-10', until: 'infinity', role: 'rep' },
]

test.each([
  ['no row at all', [], ALWAYS, 'missing'],
  ['another measure, another period', [row('2026-01', {}, 'cost'), row('2026-Q2')], ALWAYS, 'missing'],
  ['another level', [row('2026-Q1', { stretch: '1' })], ALWAYS, 'missing'],
  ['the year, which is not split', [row('2026')], ALWAYS, 'missing'],
  ['nothing, in the very period', [row('2026-Q1', { target: '0' }), row('2026-02')], ALWAYS, 'nothing'],
  ['months that come to nothing', [row('2026-01', { target: '-2' }), row('2026-02'), row('2026-03')], ALWAYS, 'nothing'],
  ['the very period', [row('2026-Q1')], JOINED, null],
  ['the very period beside some months', [row('2026-Q1'), row('2026-02')], JOINED, null],
  ['all its months', [row('2026-01'), row('2026-02'), row('2026-03')], JOINED, null],
  ['two months of somebody who was there for all', [row('2026-02'), row('2026-03')], ALWAYS, null],
  ['two months of somebody who joined', [row('2026-02'), row('2026-03')], JOINED, 'twice'],
  ['two months of somebody who came into the role', [row('2026-02'), row('2026-03')], MOVED, 'twice'],
])('%s', (_, targets, roles, wanted) => {
  expect(gapOf(ASKED, period('2026-Q1'), { targets, roles })).toBe(wanted)
  expect(gapOf({ ...ASKED, prorated: false }, period('2026-Q1'), { targets, roles })).toBe(wanted === 'twice' ? null : wanted)
})

test('targets are asked for by lines that need one and by formulas, but for those that say what holds without', () => {
  const target = (measure: string, shifts: Extract<Expr, { node: 'target' }>['shifts'] = []): Expr => ({
    node: 'target',
    measure,
    level: 'target',
    prorated: false,
    scope: { line: 'own' },
    shifts,
  })
  const line = { line: 'l', name: 'l', measure: 'sales', weight: '100', kpi: true, rule: { rule: 'linear', threshold: null, floor: null, cap: null }, noData: 'zero' } as const
  const scheme: SchemeIr = {
    ...RULES,
    scheme: 's',
    name: 's',
    weights: {},
    newcomers: null,
    grades: [],
    round: 2,
    factors: true,
    lines: [
      { ...line, target: { kind: 'targets', level: 'stretch', prorated: false } },
      { ...line, target: { kind: 'fixed', value: '1' } },
    ],
  }
  const amount: Expr = {
    node: 'add',
    left: target('sales'),
    right: { node: 'add', left: { node: 'coalesce', of: [target('cost'), { node: 'number', value: '0' }] }, right: target('year', ['to-date']) },
  }
  const plan: IncentiveIr = {
    ...RULES,
    incentive: 'p',
    name: 'p',
    components: [
      {
        component: 'c',
        name: 'c',
        round: 2,
        before: null,
        now: { amount, conditions: [], floor: { node: 'div', left: { node: 'number', value: '1' }, right: target('sales'), scale: 40 }, cap: null },
      },
    ],
  }
  const found = targetsAsked({ schemes: [['s', scheme]], incentives: [['p', plan]] })
  expect(found.map((a) => [a.kind, a.measure, a.level, a.measured, a.effect.en])).toEqual([
    ['scheme', 'sales', 'stretch', true, 'The line gives them 0 points.'],
    ['incentive', 'sales', 'target', true, 'Conditions that read it do not hold, and amounts that read it are empty.'],
  ])
  const plain = { ...plan, components: plan.components.map((c) => ({ ...c, now: { ...c.now, floor: null } })) }
  expect(targetsAsked({ schemes: [], incentives: [['p', plain]] }).map((a) => a.measured)).toEqual([false])
  const [first = ASKED] = found
  const told = lackingWarning({ asked: first, gap: 'missing', people: 7, names: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], period: '2026-Q1' })
  expect(describe(told, 'zh', goalsTexts).say).toBe('2026-Q1：考核方案“s”的“l”要“sales”的冲刺目标（stretch），7 人没有：a、b、c、d、e、…。这一行他们得 0 分。')
  expect(describe(told, 'en', goalsTexts).say).toContain('a stretch target of sales, which 7 people have not: a, b, c, d, e, ….')
})
