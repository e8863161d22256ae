import { describe, expect, it } from 'vitest'
import { documentId } from '../documents/document-id.ts'
import type { ComponentIr, IncentiveIr, LineIr, SchemeIr } from '../ir.ts'
import { checkRules, RULES } from './testing-rules.ts'

/** The rules of the small company with these files in place; nothing may be wrong with them. */
function programWith(files: Readonly<Record<string, string>> = {}) {
  const { program, diagnostics } = checkRules(files)
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
  if (program === null) throw new Error('no program')
  return program
}

const HEAD = 'scheme: s\nrole: clerk\nevery: month\n'

/** A scheme of one weighted line, and further ones, compiled. */
function scheme(lines: string, more = ''): SchemeIr {
  const found = programWith({ 'schemes/s.yaml': `${HEAD}${more}lines:\n${lines}` }).schemes['s']
  if (found === undefined) throw new Error('no scheme')
  return found
}

function line(measure: string, score: string, more = ''): LineIr {
  const [found] = scheme(`  - { line: x, measure: ${measure}, weight: 100, score: { ${score} }${more} }\n`).lines
  if (found === undefined) throw new Error('no line')
  return found
}

function incentive(text: string): IncentiveIr {
  const found = programWith({ 'incentives/i.yaml': `incentive: i\nrole: hunter\nevery: month\n${text}` }).incentives['i']
  if (found === undefined) throw new Error('no incentive')
  return found
}

function component(text: string): ComponentIr {
  const [found] = incentive(`components:\n  - ${text}\n`).components
  if (found === undefined) throw new Error('no component')
  return found
}

const value = (measure: string, ...shifts: string[]) => ({ node: 'value', ref: { measure, scope: { line: 'own' }, shifts } })

describe('numbers of a scheme', () => {
  it('points and bounds of attainment are the same with and without a percent sign', () => {
    expect(line('revenue', 'rule: linear, threshold: 60%, floor: 10, cap: 150.50%').rule).toEqual({ rule: 'linear', threshold: '60', floor: '10', cap: '150.5' })
    const bands = (to: string) => line('revenue', `rule: bands, bands: [{ from: any, to: ${to}, points: 0 }, { points: 120% }]`).rule
    expect(bands('80')).toEqual(bands('80%'))
    expect(bands('80')).toMatchObject({
      of: 'attainment',
      bands: {
        mode: 'whole',
        boundary: 'begins',
        tiers: [
          { from: null, until: '80' },
          { from: '80', until: null, amount: '120' },
        ],
      },
    })
    const curve = (at: string) => line('revenue', `rule: curve, points: [{ at: 0, points: 0 }, { at: ${at}, points: 100 }]`).rule
    expect(curve('100')).toEqual(curve('100%'))
  })

  it('actuals of a percent measure are the same with and without a percent sign, and as the measure is stored', () => {
    expect(line('paid_rate', 'rule: range, worst: 60%, best: 95').rule).toMatchObject({ worst: '60', best: '95', floor: '0', cap: '100' })
    expect(line('paid_rate', 'rule: bands, of: actual, bands: [{ to: 80%, points: 0 }, { points: 100 }]').rule).toMatchObject({
      bands: { tiers: [{ until: '80' }, { from: '80' }] },
    })
    expect(line('paid_rate', 'rule: linear', ', target: { fixed: 90% }').target).toEqual({ kind: 'fixed', value: '90' })
    expect(line('paid_rate', 'rule: linear', ', target: { fixed: 90 }').target).toEqual({ kind: 'fixed', value: '90' })
  })

  it('a coefficient is a factor, a weight a percent, a grade points', () => {
    const found = scheme('  - { line: x, measure: revenue, weight: 100% }\n', 'grades: [{ grade: A, from: 90%, coefficient: 120% }, { grade: B, coefficient: 0.8 }]\n')
    expect(found.lines[0]?.weight).toBe('100')
    expect(found.grades).toEqual([
      { grade: 'A', from: '90', coefficient: '1.2' },
      { grade: 'B', from: null, coefficient: '0.8' },
    ])
  })

  it('keeps every digit', () => {
    expect(line('revenue', 'rule: linear', ', target: { fixed: "123456789012345678901234567890.0000000001" }').target).toMatchObject({
      value: '123456789012345678901234567890.0000000001',
    })
  })
})

describe('lines of a scheme', () => {
  it('have the target of targets.csv where their rule needs one, and none elsewhere', () => {
    const target = { kind: 'targets', level: 'target', prorated: false }
    expect(line('revenue', 'rule: linear').target).toEqual(target)
    expect(line('revenue', 'rule: linear', ', target: challenge, prorate: true').target).toEqual({ kind: 'targets', level: 'challenge', prorated: true })
    expect(line('complaints', 'rule: lower').target).toEqual(target)
    expect(line('revenue', 'rule: curve, of: actual, points: [{ at: 0, points: 0 }, { at: 1, points: 1 }]').target).toEqual({ kind: 'none' })
  })

  it('points start at 100 with a weight, and are added from 0 without', () => {
    expect(line('complaints', 'rule: points, each: -5').rule).toMatchObject({ start: '100', each: '-5', floor: null, cap: null })
    const [, beside] = scheme('  - { line: x, measure: revenue, weight: 100 }\n  - { line: y, measure: complaints, score: { rule: points, each: 2, cap: 10 } }\n').lines
    expect(beside).toMatchObject({ weight: '0', rule: { start: '0', each: '2', cap: '10' } })
  })

  it('a measure is found by its name in either language, in any unicode form', () => {
    expect(line('Revenue', 'rule: linear').measure).toBe('revenue')
    expect(line('付款率'.normalize('NFD'), 'rule: linear').measure).toBe('paid_rate')
  })

  it('each operator of a gate is read', () => {
    for (const op of ['=', '<>', '<', '<=', '>', '>=']) {
      const [, gate] = scheme(`  - { line: x, measure: revenue, weight: 100 }\n  - { line: y, measure: complaints, score: { rule: gate, passes: "${op}-2.50" } }\n`).lines
      expect(gate?.rule).toEqual({ rule: 'gate', op, value: '-2.5', most: '0' })
    }
  })

  it('weights of a period and of newcomers name every weighted line, those left out with 0', () => {
    const hunter = programWith().schemes['hunter@2026-01-01']
    expect(hunter?.weights['2026-03']).toEqual({ 销售额: '55', 新客户: '15', 付款率: '15', 件数: '15' })
    expect(hunter?.newcomers).toEqual({ months: 3, weights: { 销售额: '0', 新客户: '60', 付款率: '20', 件数: '20' } })
  })
})

describe('editions', () => {
  const later = (from: string, more = '') => (RULES['schemes/hunter.yaml'] ?? '').replace('from: 2026-01-01', `from: ${from}${more}`)

  it('of one scheme stand side by side; each ends where the next begins', () => {
    const { schemes } = programWith({ 'schemes/a.yaml': later('2026-07-01'), 'schemes/b.yaml': later('2026-04-01', '\nuntil: 2026-06-01') })
    const days = Object.entries(schemes).flatMap(([id, s]) => (s.scheme === 'hunter' ? [[id, s.from, s.until]] : []))
    expect(days).toEqual([
      ['hunter@2026-01-01', '2026-01-01', '2026-04-01'],
      ['hunter@2026-07-01', '2026-07-01', null],
      ['hunter@2026-04-01', '2026-04-01', '2026-06-01'],
    ])
  })

  it('have the day in their id; a document without one has its id alone', () => {
    const { program } = checkRules()
    expect(Object.keys(program?.schemes ?? {})).toEqual(['hunter@2026-01-01', 'manager'])
    expect(Object.keys(program?.incentives ?? {})).toEqual(['hunter-pay'])
    expect(documentId({ incentive: 'i', every: 'month', startDay: 'counted', tables: {}, components: [], from: '2026-02-01' })).toBe('i@2026-02-01')
  })

  it('two schemes of one role may follow one another, or judge different kinds of periods', () => {
    const other = (head: string) => ({ 'schemes/o.yaml': `scheme: o\nrole: hunter\n${head}\nlines: [{ line: x, measure: pieces, weight: 100 }]\n` })
    programWith(other('every: quarter'))
    programWith(other('every: month\nuntil: 2026-01-01'))
    expect(checkRules(other('every: month\nuntil: 2026-01-02')).program).toBeNull()
    // What counts is whether a month begins while both are in force.
    const ending = { 'schemes/hunter.yaml': later('2026-01-01', '\nuntil: 2026-03-15') }
    programWith({ ...ending, ...other('every: month\nfrom: 2026-03-02') })
    expect(checkRules({ ...ending, ...other('every: month\nfrom: 2026-02-15') }).program).toBeNull()
  })
})

describe('components', () => {
  it('a bare number is an amount, conditions keep their words, and money has the decimals of the currency', () => {
    const found = component('{ component: a, amount: 500, when: ["得分() >= 60", { name: { en: Half }, holds: "在岗比例() > 50%" }], cap: 目标(销售额) × 3% }')
    expect(found).toMatchObject({ name: 'a', round: 2, before: null, now: { amount: { node: 'number', value: '500' }, floor: null, cap: { node: 'mul' } } })
    expect(found.now.conditions.map((c) => c.name)).toEqual(['得分() >= 60', { en: 'Half' }])
    expect(component('{ component: a, amount: 500, round: 0 }').round).toBe(0)
  })

  it('over the year, measures and targets get the stretch after their own shifts; what is of the period stays', () => {
    const found = component('{ component: a, amount: 上期(销售额) × 得分() + 目标(销售额) + 薪酬(base), when: 销售额 > 0, over: year }')
    const target = (shift: string) => ({ node: 'target', measure: 'revenue', level: 'target', prorated: false, shifts: [shift] })
    const amount = (shift: string) => ({
      left: { left: { left: value('revenue', 'previous', shift), right: { node: 'result' } }, right: target(shift) },
      right: { node: 'pay', item: 'base' },
    })
    expect(found.now.amount).toMatchObject(amount('to-date'))
    expect(found.before?.amount).toMatchObject(amount('before'))
    expect(found.before?.conditions[0]?.when).toMatchObject({ left: value('revenue', 'before') })
  })

  it('a year to date that the author asked for is not taken twice', () => {
    const found = component('{ component: a, amount: 本年累计(销售额), over: year }')
    expect(found.now.amount).toEqual(value('revenue', 'to-date'))
    expect(found.before?.amount).toEqual(value('revenue', 'before'))
  })

  it('own tables are read by their keys, beside those of the folder, and by no other plan', () => {
    const own =
      'tables:\n  mine: { kind: curve, of: money, pays: money, points: [{ at: 0, value: 0 }, { at: 10, value: 5 }] }\ncomponents:\n  - { component: a, amount: "曲线(mine, 销售额) + 阶梯(commission, 销售额)" }\n'
    expect(incentive(own).components[0]?.now.amount).toMatchObject({ left: { node: 'curve', table: { table: 'mine' } }, right: { node: 'tiers', table: { table: 'commission' } } })
    const { diagnostics } = checkRules({
      'incentives/i.yaml': `incentive: i\nevery: month\n${own}`,
      'incentives/j.yaml': 'incentive: j\nevery: month\ncomponents:\n  - { component: a, amount: "曲线(mine, 销售额)" }\n',
    })
    expect(diagnostics.map((d) => [d.code, d.place.file])).toEqual([['name.unknown-table', 'incentives/j.yaml']])
  })

  it('a mistake in a formula is told at its column', () => {
    const { diagnostics } = checkRules({ 'incentives/i.yaml': 'incentive: i\nevery: month\ncomponents:\n  - component: a\n    amount: 销售额 + 件书 × 2\n' })
    expect(diagnostics.map((d) => [d.code, d.place.line, d.place.column])).toEqual([['name.unknown-measure', 5, 19]])
  })
})

describe('the linter', () => {
  const codes = (text: string) => checkRules({ 'schemes/s.yaml': `${HEAD}${text}` }).diagnostics.map((d) => d.code)
  const two = 'grades: [{ grade: A, from: 90 }, { grade: B }]\nfeedback: weekly\n'

  it('warns, and the scheme counts all the same', () => {
    const { program, diagnostics } = checkRules({ 'schemes/s.yaml': `${HEAD}lines: [{ line: x, measure: revenue, weight: 100 }]\n` })
    expect(program?.schemes['s']).toBeDefined()
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([
      ['lint.one-indicator', 'warning'],
      ['lint.no-cap', 'warning'],
      ['lint.no-grades', 'warning'],
      ['lint.no-feedback', 'warning'],
    ])
  })

  it('holds its bounds: 60 and 5 per cent and ratings of 40 are still right', () => {
    const lines = (a: number, b: number, c: number) =>
      `${two}lines:\n  - { line: x, measure: pieces, weight: ${a}, score: { rule: linear, cap: 120 } }\n  - { line: y, measure: attitude, weight: ${b}, score: { rule: range, worst: 0, best: 10 } }\n  - { line: z, measure: revenue, weight: ${c}, score: { rule: linear, cap: 120 } }\n`
    expect(codes(lines(60, 35, 5))).toEqual([])
    expect(codes(lines(55, 40, 5))).toEqual([])
    expect(codes(lines(55, 40.01, 4.99))).toEqual(['lint.weight-low', 'lint.subjective'])
    expect(codes(lines(60.5, 34.5, 5))).toEqual(['lint.weight-high'])
  })

  it('knows who leads people, and which measures are about a team', () => {
    const lint = (role: string, measure: string) =>
      checkRules({
        'schemes/s.yaml': `scheme: s\nrole: ${role}\nevery: month\n${two}lines:\n  - { line: x, measure: ${measure}, weight: 50, score: { rule: linear, cap: 120 } }\n  - { line: y, measure: pieces, weight: 50, score: { rule: linear, cap: 120 } }\n`,
      }).diagnostics.map((d) => d.code)
    expect(lint('大区经理', 'revenue')).toEqual(['lint.no-team'])
    expect(lint('Sales Director', 'revenue')).toEqual(['lint.no-team'])
    expect(lint('大区经理', 'team_revenue')).toEqual([])
    expect(lint('大客户经理', 'revenue')).toEqual([])
    expect(lint('Key account manager', 'revenue')).toEqual([])
  })
})
