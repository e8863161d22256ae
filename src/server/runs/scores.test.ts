import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LineIr, MeasureIr, RuleIr } from '../../engine/ir.ts'
import { LINEAR, line, measure, type RulesBench, rulesBench, scheme, tiersOf, whoIs } from './testing-rules.ts'

/** Goal: a scheme judges each person exactly as its document says, with every line's figures beside the score. */

let bench: RulesBench
beforeAll(async () => {
  bench = await rulesBench()
})
afterAll(() => bench.close())

const NONE = { kind: 'none' } as const
const fixed = (value: string) => ({ kind: 'fixed', value }) as const
const limitedTo = (cap: string): RuleIr => ({ ...LINEAR, cap }) as RuleIr // Spreading loses the tag of the union.

/** A role of one person with these actuals in March 2026, judged by these lines. */
async function judged(role: string, actuals: Readonly<Record<string, string>>, lines: readonly LineIr[], more: Parameters<typeof scheme>[2] = {}) {
  await bench.person(role, `${role} - -`)
  const entries = Object.entries(actuals).map(([what, value]) => `${role} ${what} 2026-03-10 ${value}`)
  if (entries.length > 0) await bench.enter(...entries)
  return await scored(role, lines, more)
}

async function scored(role: string, lines: readonly LineIr[], more: Parameters<typeof scheme>[2] = {}, period = '2026-03') {
  const measures = [...new Map(lines.map((l): [string, MeasureIr] => [l.measure, measure(l.measure, 'last')])).values()]
  const run = await bench.run({ measures, schemes: { [role]: scheme(role, lines, more) } }, period)
  return whoIs(run, role).score
}

describe('the score', () => {
  test('G51 weights 60 and 40, at most what is asked: 120 % and 50 % come to 80', async () => {
    await bench.person('G51', 'G51 - -')
    await bench.enter('G51 a 2026-03-10 120', 'G51 b 2026-03-10 50')
    await bench.targets('G51 a 2026-03 100', 'G51 b 2026-03 100')
    const lines = [line('a', 60, { rule: limitedTo('100') }), line('b', 40, { rule: limitedTo('100') })]
    expect(await scored('G51', lines)).toEqual({
      scheme: 'G51',
      score: '80',
      grade: null,
      coefficient: null,
      factor: null,
      lines: [
        { line: 'a', weight: '60', target: '100', actual: '120', attainment: '1.2', factor: null, points: '100', state: 'scored' },
        { line: 'b', weight: '40', target: '100', actual: '50', attainment: '0.5', factor: null, points: '50', state: 'scored' },
      ],
    })
  })

  test('G53 weights 60, 30, 10 with 110, 90, 80 come to 101', async () => {
    const lines = [line('a', 60, { target: fixed('100') }), line('b', 30, { target: fixed('100') }), line('c', 10, { target: fixed('100') })]
    expect((await judged('G53', { a: '110', b: '90', c: '80' }, lines))?.score).toBe('101')
  })

  test('is rounded half up, and grades go by the rounded score', async () => {
    const grades = [
      { grade: 'A', from: '90', coefficient: '1.50' },
      { grade: 'B', from: null, coefficient: null },
    ]
    const lines = [line('a', 100, { target: fixed('100') })]
    const found = await judged('R1', { a: '89.995' }, lines, { grades })
    expect(found).toMatchObject({ score: '90', grade: 'A', coefficient: '1.5' })
    expect(await scored('R1', [line('a', 100, { target: fixed('101') })], { grades })).toMatchObject({ score: '89.1', grade: 'B', coefficient: null })
    expect(await scored('R1', lines, { grades: [{ grade: 'A', from: '91', coefficient: '1' }] })).toMatchObject({ score: '90', grade: null, coefficient: null })
    expect((await scored('R1', [line('a', 100, { target: fixed('3') })], { round: 4 }))?.score).toBe('2999.8333')
  })
})

describe('rules', () => {
  const rule = async (actual: string, r: RuleIr, target: LineIr['target'] = NONE) => {
    await bench.enter(`RULES m 2026-03-${day()} ${actual}`)
    return (await scored('RULES', [line('m', 100, { rule: r, target })]))?.lines[0]?.points ?? null
  }
  let days = 1
  const day = (): string => String(Math.min(31, days++)).padStart(2, '0')
  beforeAll(() => bench.person('RULES', 'RULES - -'))

  test('linear: nothing below the threshold, then floor and cap', async () => {
    expect(await rule('74.99', { rule: 'linear', threshold: '75', floor: null, cap: '120' }, fixed('100'))).toBe('0')
    expect(await rule('75', { rule: 'linear', threshold: '75', floor: '80', cap: '120' }, fixed('100'))).toBe('80')
    expect(await rule('150', { rule: 'linear', threshold: '75', floor: null, cap: '120' }, fixed('100'))).toBe('120')
    expect(await rule('1', LINEAR, fixed('3'))).toBe('33.3333333333333333')
  })

  test('bands of attainment and of the actual', async () => {
    const bands = tiersOf('whole', 'begins', 'any..80 =0', '80..100 =60', '100..open =110')
    expect(await rule('80', { rule: 'bands', of: 'attainment', bands }, fixed('100'))).toBe('60')
    expect(await rule('-5', { rule: 'bands', of: 'actual', bands })).toBe('0')
    expect(await rule('100', { rule: 'bands', of: 'actual', bands: { ...bands, boundary: 'ends' } })).toBe('60')
  })

  test('a curve of attainment, in points, and of the actual', async () => {
    const curve = {
      table: 'c',
      points: [
        { at: '80', value: '0' },
        { at: '100', value: '100' },
        { at: '150', value: '200' },
      ],
    }
    expect(await rule('90', { rule: 'curve', of: 'attainment', curve }, fixed('100'))).toBe('50')
    expect(await rule('125', { rule: 'curve', of: 'actual', curve })).toBe('150')
  })

  test('less is better, by ratio and by difference', async () => {
    const lower = (method: 'ratio' | 'difference'): RuleIr => ({ rule: 'lower', method, floor: '0', cap: '150' })
    expect(await rule('5', lower('ratio'), fixed('4'))).toBe('80')
    expect(await rule('0', lower('ratio'), fixed('4'))).toBe('150')
    expect(await rule('5', lower('difference'), fixed('4'))).toBe('75')
    expect(await rule('9', lower('difference'), fixed('4'))).toBe('0')
  })

  test('from worst to best, also where the worst is above the best', async () => {
    expect(await rule('70', { rule: 'range', worst: '60', best: '90', floor: '0', cap: '100' })).toBe('33.3333333333333333')
    expect(await rule('5', { rule: 'range', worst: '20', best: '0', floor: '0', cap: '100' })).toBe('75')
    expect(await rule('30', { rule: 'range', worst: '20', best: '0', floor: '0', cap: '100' })).toBe('0')
  })

  test('points that are deducted', async () => {
    expect(await rule('3', { rule: 'points', start: '100', each: '-5', floor: '0', cap: null })).toBe('85')
    expect(await rule('30', { rule: 'points', start: '100', each: '-5', floor: '0', cap: null })).toBe('0')
  })
})

describe('lines without data', () => {
  const a = line('a', 60, { target: fixed('100') })
  const without = (noData: LineIr['noData'], more: Partial<LineIr> = {}) => line('b', 40, { target: fixed('100'), noData, ...more })

  test('skip: the others weigh more; zero and full count', async () => {
    expect(await judged('N1', { a: '90' }, [a, without('skip')])).toMatchObject({ score: '90', lines: [{ state: 'scored' }, { points: null, state: 'skipped', weight: '40' }] })
    expect(await scored('N1', [a, without('zero')])).toMatchObject({ score: '54', lines: [{}, { points: '0', state: 'zero', actual: null }] })
    expect(await scored('N1', [a, without('full')])).toMatchObject({ score: '94', lines: [{}, { points: '100', state: 'full' }] })
  })

  test('without a target above 0 there is nothing to compare with', async () => {
    await bench.person('N2', 'N2 - -')
    await bench.enter('N2 a 2026-03-10 90')
    await bench.targets('N2 a 2026-03 0')
    const asked = line('a', 100)
    expect(await scored('N2', [asked])).toMatchObject({ score: null, grade: null, lines: [{ target: '0', actual: '90', attainment: null, state: 'skipped' }] })
    expect(await scored('N2', [{ ...asked, target: { kind: 'targets', level: 'stretch', prorated: false } }])).toMatchObject({ score: null, lines: [{ target: null }] })
  })

  test('points beside the weights add nothing, and alone they make no score', async () => {
    const beside = line('extra', 0, { target: NONE, rule: { rule: 'points', start: '0', each: '2', floor: null, cap: '5' }, noData: 'full' })
    expect(await judged('N3', { a: '90' }, [a, beside])).toMatchObject({ score: '90', lines: [{}, { weight: '0', points: null, state: 'skipped' }] })
    await bench.enter('N3 extra 2026-03-02 2')
    expect(await scored('N3', [a, beside])).toMatchObject({ score: '94', lines: [{}, { points: '4', state: 'scored' }] })
    expect(await scored('N3', [without('skip'), beside])).toMatchObject({ score: null })
  })
})

describe('gates', () => {
  const a = line('a', 100, { target: fixed('100') })
  const gate = (noData: LineIr['noData'], most: string, op: '=' | '<=' = '=') => line('complaints', 0, { target: NONE, rule: { rule: 'gate', op, value: '0', most }, noData })

  test('a score that would be higher is limited to what the gate leaves', async () => {
    expect(await judged('V1', { a: '90', complaints: '1' }, [a, gate('skip', '60')])).toMatchObject({ score: '60', lines: [{}, { actual: '1', points: null, state: 'failed' }] })
    expect(await scored('V1', [a, gate('skip', '95')])).toMatchObject({ score: '90' })
    expect(await scored('V1', [a, gate('skip', '60'), { ...gate('skip', '0'), line: 'second' }])).toMatchObject({ score: '0' })
    expect(await scored('V1', [line('b', 100, { target: fixed('1') }), gate('skip', '60')])).toMatchObject({ score: null })
  })

  test('without data it passes, unless the policy says zero', async () => {
    expect(await judged('V2', { a: '90' }, [a, gate('skip', '0')])).toMatchObject({ score: '90', lines: [{}, { state: 'passed' }] })
    expect(await scored('V2', [a, gate('full', '0', '<=')])).toMatchObject({ score: '90', lines: [{}, { state: 'passed' }] })
    expect(await scored('V2', [a, gate('zero', '0')])).toMatchObject({ score: '0', lines: [{}, { actual: null, state: 'failed' }] })
  })
})

describe('weights', () => {
  const lines = [line('a', 60, { target: fixed('100') }), line('b', 40, { target: fixed('100') })]

  test('of a single period, in which a line that is not named weighs nothing', async () => {
    expect(await judged('W1', { a: '90', b: '50' }, lines, { weights: { '2026-03': { a: '20', b: '80' } } })).toMatchObject({
      score: '58',
      lines: [{ weight: '20' }, { weight: '80' }],
    })
    expect(await scored('W1', lines, { weights: { '2026-03': { b: '100' } } })).toMatchObject({ score: '50', lines: [{ weight: '0' }, { weight: '100' }] })
    expect(await scored('W1', lines, { weights: { '2026-04': { b: '100' } } })).toMatchObject({ score: '74' })
  })

  test('of newcomers, before those of the period; who has been there ever since is none', async () => {
    const more = { newcomers: { months: 3, weights: { a: '0', b: '100' } }, weights: { '2026-03': { a: '100', b: '0' } } }
    await bench.person('W2', 'W2 2025-12-02 -')
    await bench.person('W2b', 'W2 2025-12-01 -')
    await bench.person('W2c', 'W2 - -')
    await bench.person('W2d', 'W2 2026-03-15 -')
    for (const who of ['W2', 'W2b', 'W2c', 'W2d']) await bench.enter(`${who} a 2026-03-20 90`, `${who} b 2026-03-20 50`)
    const run = await bench.run({ measures: [measure('a', 'last'), measure('b', 'last')], schemes: { W2: scheme('W2', lines, more) } }, '2026-03')
    expect(['W2', 'W2b', 'W2c', 'W2d'].map((id) => whoIs(run, id).score?.score)).toEqual(['50', '90', '90', '50'])
  })
})

describe('whom a scheme is for', () => {
  const lines = [line('a', 100, { target: { kind: 'targets', level: 'target', prorated: true } })]
  const run = (rules: Parameters<RulesBench['run']>[0]['schemes'], period = '2026-04') => bench.run({ measures: [measure('a')], schemes: rules ?? {} }, period)

  test('the role on the last day worked decides, and targets are prorated by the days in it', async () => {
    await bench.person('P1', 'hunter 2026-01-01 2026-04-16', 'farmer 2026-04-16 -')
    await bench.person('P2', 'hunter 2026-01-01 2026-04-07')
    await bench.person('P3', 'hunter 2026-04-11 -')
    await bench.person('P4', 'boss 2026-01-01 -')
    for (const who of ['P1', 'P2', 'P3', 'P4']) {
      await bench.enter(`${who} a 2026-04-05 50`)
      await bench.targets(`${who} a 2026-04 100`)
    }
    const found = await run({ h: scheme('hunter', lines), f: scheme('farmer', lines) })
    const told = ['P1', 'P2', 'P3', 'P4'].map((id) => whoIs(found, id).score)
    expect(told.map((s) => s?.scheme ?? null)).toEqual(['f', 'h', 'h', null])
    expect(told.map((s) => s?.lines[0]?.target ?? null)).toEqual(['50', '20', '66.67', null])
    expect(told.map((s) => s?.score ?? null)).toEqual(['100', '250', '75', null])
    // Not counting the first day takes one from P3 alone: for the others it lies before the period.
    const uncounted = await run({ h: scheme('hunter', lines, { startDay: 'not-counted' }), f: scheme('farmer', lines, { startDay: 'not-counted' }) })
    expect(['P1', 'P2', 'P3'].map((id) => whoIs(uncounted, id).score?.lines[0]?.target)).toEqual(['50', '20', '63.33'])
  })

  test('the edition in force is the one whose days hold the first day of the period', async () => {
    await bench.person('E1', 'editions - -')
    await bench.enter('E1 a 2026-04-05 50')
    await bench.targets('E1 a 2026-04 100')
    const editions = {
      old: scheme('editions', lines, { until: '2026-04-01' }),
      'now@2026-04-01': scheme('editions', lines, { from: '2026-04-01', until: '2026-05-01' }),
      later: scheme('editions', lines, { from: '2026-04-02' }),
      quarterly: scheme('editions', lines, { every: 'quarter' }),
    }
    expect(whoIs(await run(editions), 'E1').score).toMatchObject({ scheme: 'now@2026-04-01', score: '50' })
    expect(whoIs(await run(editions, '2026-Q2'), 'E1').score).toMatchObject({ scheme: 'quarterly', score: '50' })
    expect(whoIs(await run(editions, '2026-03'), 'E1').score?.scheme).toBe('old')
  })

  test('a scheme for nobody is told', async () => {
    const found = await run({ ghosts: scheme('ghost', lines) })
    expect(found.notices.map((n) => [n.code, n.params['id']])).toContainEqual(['run.plan-for-nobody', 'ghosts'])
  })

  test('anybody who is listed, where no role is named', async () => {
    const found = await run({ all: scheme('', [line('a', 100, { target: fixed('50') })], { roles: null }) })
    expect(found.employees.every((e) => e.score?.scheme === 'all')).toBe(true)
  })
})

describe('targets', () => {
  const asked = async (who: string, period: string) => {
    const lines = [line('t', 100, { noData: 'zero' })]
    const run = await bench.run(
      { measures: [measure('t')], schemes: { T: scheme('T', lines, { every: period.includes('Q') ? 'quarter' : period.length === 4 ? 'year' : 'month' }) } },
      period,
    )
    return whoIs(run, who).score?.lines[0]?.target ?? null
  }

  test('of that very period, else the sum of what lies inside it and no coarser row covers', async () => {
    await bench.person('T1', 'T - -')
    await bench.targets('T1 t 2026-01 10', 'T1 t 2026-02 20', 'T1 t 2026-03 -', 'T1 t 2026-Q2 70', 'T1 t 2026-04 1')
    expect(await asked('T1', '2026-Q1')).toBe('30')
    expect(await asked('T1', '2026-Q2')).toBe('70')
    expect(await asked('T1', '2026')).toBe('100')
    expect(await asked('T1', '2026-03')).toBeNull()
    await bench.targets('T1 t 2026 500')
    expect(await asked('T1', '2026')).toBe('500')
  })
})
