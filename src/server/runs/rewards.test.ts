import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import type { ComponentIr, Expr, IncentiveIr, MeasureIr, Shift } from '../../engine/ir.ts'
import { binary, compare, div, field, measureIr, nothing, num, text, value } from '../../engine/random/build.ts'
import {
  amount,
  amountsOf,
  component,
  incentive,
  line,
  measure,
  pay,
  periodNamed,
  presence,
  type RulesBench,
  result,
  rulesBench,
  scheme,
  target,
  tenure,
  tiers,
  tiersOf,
} from './testing-rules.ts'

/** Goal: an incentive plan pays each person to the cent what its document says, with every derivation beside the amount. */

let bench: RulesBench
beforeAll(async () => {
  bench = await rulesBench()
})
afterAll(() => bench.close())

const attainment = (name: string, prorated = false): Expr => div(value(name), target(name, { prorated }))
const mul = (left: Expr, right: Expr): Expr => binary('mul', left, right)
const add = (left: Expr, right: Expr): Expr => binary('add', left, right)
const when = (holds: Expr) => ({ name: 'when', when: holds })

/** What a plan of one role pays its people. */
async function paid(role: string, components: readonly ComponentIr[], given: { measures?: readonly MeasureIr[]; period?: string; more?: Partial<IncentiveIr> } = {}) {
  return await bench.run({ measures: given.measures ?? [measure('m')], incentives: { [role]: incentive(role, components, given.more) } }, given.period ?? '2026-03')
}

describe('worked examples', () => {
  test('G01 each record alone in marginal tiers: 164 in total', async () => {
    await bench.person('G01', 'G01 - -')
    await bench.enter(...['200', '300', '1500', '1200', '2000', '4500'].map((x) => `G01 deal 2026-03-05 ${x}`))
    const table = tiersOf('marginal', 'begins', '0..1000 0.01', '1000..3000 0.02', '3000..8000 0.03', '8000..20000 0.05')
    const fees = measure('fees', 'sum', { of: 'deal', per: tiers(table, field('amount', 'decimal')) })
    const run = await paid('G01', [component('commission', amount(value('fees')))], { measures: [fees] })
    expect(amountsOf(run, 'G01')).toEqual(['164'])
  })

  test('G03 each record alone, interpolated amounts: 149 in total; a quantity that is worked out is worked out once', async () => {
    await bench.person('G03', 'G03 - -')
    await bench.enter(...['200', '300', '1500', '1200', '2000', '4500'].map((x) => `G03 deal 2026-03-05 ${x}`))
    const table = tiersOf('interpolated', 'begins', '0..1000 =10', '1000..3000 =40', '3000..8000 =100', '8000..20000 =2000')
    const fees = measure('fees', 'sum', { of: 'deal', per: tiers(table, add(field('amount', 'decimal'), num(0))) })
    expect(amountsOf(await paid('G03', [component('commission', amount(value('fees')))], { measures: [fees] }), 'G03')).toEqual(['149'])
  })

  test('lookups and curves stand over records too', async () => {
    await bench.person('REC', 'REC - -')
    await bench.enter('REC big 2026-03-05 100', 'REC small 2026-03-05 50', 'REC other 2026-03-06 10')
    const lookup: Expr = {
      node: 'lookup',
      table: {
        table: 'l',
        dimensions: [{ name: 'what', kind: 'text', boundary: 'begins' }],
        rows: [
          { cells: [{ kind: 'text', values: ['big'] }], value: '0.1' },
          { cells: [{ kind: 'text', values: ['small'] }], value: '0.2' },
        ],
        otherwise: null,
      },
      keys: [field('what', 'text')],
    }
    const curve: Expr = {
      node: 'curve',
      table: {
        table: 'c',
        points: [
          { at: '0', value: '0' },
          { at: '100', value: '10' },
        ],
      },
      of: field('amount', 'decimal'),
    }
    const over = (name: string, per: Expr): MeasureIr => {
      const built = measure(name, 'sum', { per })
      return built.body.kind === 'aggregate' ? { ...built, body: { ...built.body, aggregate: { ...built.body.aggregate, filter: compare('>', curve, num(0)) } } } : built
    }
    const measures = [over('looked', mul(field('amount', 'decimal'), lookup)), over('curved', curve)]
    const run = await paid('REC', [component('a', amount(value('looked'))), component('b', amount(value('curved')))], { measures })
    expect(amountsOf(run, 'REC')).toEqual(['20', '16'])
  })

  test('G13 nothing below half of the budget, and the derivation tells the tiers', async () => {
    await bench.person('G13', 'G13 - -')
    await bench.enter('G13 m 2026-03-05 100')
    await bench.targets('G13 m 2026-03 90')
    const table = tiersOf('marginal', 'begins', '0..0.5 0.1', '0.5..1 0.2', '1..open 0.3')
    const plan = component('bonus', amount(tiers(table, value('m'), target('m')), { conditions: [when(compare('>=', attainment('m'), num('0.5')))] }))
    const run = await paid('G13', [plan])
    expect(amountsOf(run, 'G13')).toEqual(['16.5'])
    expect(await bench.derivation(run, 'G13', 'bonus')).toEqual({
      now: {
        raw: '16.5',
        amount: '16.5',
        conditions: [true],
        floor: null,
        cap: null,
        parts: [
          {
            of: '100',
            scale: '90',
            value: '16.5',
            tiers: [
              { part: '45', pays: '4.5' },
              { part: '45', pays: '9' },
              { part: '10', pays: '3' },
            ],
          },
          '100',
          '90',
          '100',
          '90',
        ],
      },
      before: null,
    })
    await bench.targets('G13 m 2026-04 90')
    await bench.enter('G13 m 2026-04-05 44')
    expect(amountsOf(await paid('G13', [plan], { period: '2026-04' }), 'G13')).toEqual(['0'])
  })

  test('G22 a threshold of 75 %: 74.99 % earns nothing', async () => {
    await bench.person('G22', 'G22 - -')
    await bench.enter('G22 m 2026-03-05 7499', 'G22 m 2026-04-05 7500')
    await bench.targets('G22 m 2026-03 10000', 'G22 m 2026-04 10000')
    const plan = [component('c', amount(mul(value('m'), num('0.1')), { conditions: [when(compare('>=', attainment('m'), num('0.75')))] }))]
    expect(amountsOf(await paid('G22', plan), 'G22')).toEqual(['0'])
    expect(amountsOf(await paid('G22', plan, { period: '2026-04' }), 'G22')).toEqual(['750'])
  })

  test('G40 shares of a deal, G42 a developer and a closer', async () => {
    await bench.person('G40a', 'G40 - -')
    await bench.enter('G40a m 2026-03-05 100000', 'G40a m 2026-04-05 80000')
    const of = (share: string) => amount(mul(mul(value('m'), num('0.1')), num(share)))
    const plan = [component('owner', of('0.6')), component('other', of('0.4'))]
    expect(amountsOf(await paid('G40', plan), 'G40a')).toEqual(['6000', '4000'])
    expect(amountsOf(await paid('G40', plan, { period: '2026-04' }), 'G40a')).toEqual(['4800', '3200'])
    const developed = add(num(50), mul(num('0.15'), mul(num('0.02'), value('m'))))
    const closed = mul(num('0.85'), mul(num('0.1'), value('m')))
    expect(amountsOf(await paid('G40', [component('developer', amount(developed)), component('closer', amount(closed))]), 'G40a')).toEqual(['350', '8500'])
  })

  test('G44 a manager is paid on the team', async () => {
    for (const [id, x] of [
      ['G44a', '200000'],
      ['G44b', '180000'],
      ['G44c', '150000'],
    ] as const) {
      await bench.person(id, 'seller - -')
      await bench.enter(`${id} m 2026-03-05 ${x}`)
    }
    await bench.person('G44', 'G44 - -')
    await bench.store.tx(async (tx) => {
      await tx.run(
        sql`insert into app.line_closure (line, superior_id, employee_id, depth, from_date, until_date) select 'reporting', x.s, x.e, x.d, '-infinity', 'infinity' from (values ('G44', 'G44', 0), ('G44', 'G44a', 1), ('G44', 'G44b', 1), ('G44', 'G44c', 1)) as x(s, e, d)`,
      )
    })
    const run = await paid('G44', [component('team', amount(value('team_m')))], { measures: [measure('team_m', 'sum', { of: 'm', team: true })] })
    expect(amountsOf(run, 'G44')).toEqual(['530000'])
  })

  test('G45 a quota and variable pay from 1 June on, the first day counted or not', async () => {
    await bench.person('G45', 'G45 2026-06-01 -')
    await bench.targets('G45 m 2026 800000')
    await bench.pays('G45 variable 75000')
    const plan = [component('quota', amount(target('m', { prorated: true }))), component('variable', amount(mul(pay('variable'), presence)))]
    const year = async (startDay: IncentiveIr['startDay']) => amountsOf(await paid('G45', plan, { period: '2026', more: { every: 'year', startDay } }), 'G45')
    expect(await year('counted')).toEqual(['469041.1', '43972.6'])
    expect(await year('not-counted')).toEqual(['466849.32', '43767.12'])
  })

  test('G47 a ramp by tenure, and a quota of quotas', async () => {
    await bench.person('G47', 'G47 2026-01-01 -')
    const ramp = tiersOf('whole', 'begins', '0..1 =0', '1..2 =0.25', '2..3 =0.5', '3..open =1')
    const quota = [component('quota', amount(mul(tiers(ramp, tenure), num(100000))))]
    const months: (string | null)[] = []
    for (const period of ['2026-01', '2026-02', '2026-03']) months.push(...amountsOf(await paid('G47', quota, { period }), 'G47'))
    expect(months).toEqual(['0', '25000', '50000'])
    await bench.enter('G47 sellers 2026-03-01 10', 'G47 juniors 2026-03-01 3')
    const team = mul(add(mul(value('sellers'), num(300000)), mul(value('juniors'), num(150000))), num('0.85'))
    expect(amountsOf(await paid('G47', [component('t', amount(team))], { measures: [measure('sellers'), measure('juniors')] }), 'G47')).toEqual(['2932500'])
  })

  test('G49 target × proration × performance', async () => {
    await bench.person('G49', 'G49 2026-04-16 -')
    await bench.pays('G49 bonus 10000')
    await bench.enter('G49 m 2026-04-20 110')
    await bench.targets('G49 m 2026-04 100')
    expect(amountsOf(await paid('G49', [component('a', amount(mul(mul(pay('bonus'), presence), attainment('m'))))], { period: '2026-04' }), 'G49')).toEqual(['5500'])
  })

  test('G54 a bonus by the score: 60,000 × 5 % × 20 %, times 140 to 175 % or 75 to 95 %', async () => {
    await bench.person('G54', 'G54 - -')
    await bench.pays('G54 base 60000')
    const base = mul(mul(pay('base'), num('0.05')), num('0.2'))
    const by = (coefficient: string) => component(coefficient, amount(mul(base, num(coefficient))))
    expect(amountsOf(await paid('G54', [component('base', amount(base)), ...['1.4', '1.75', '0.75', '0.95'].map(by)]), 'G54')).toEqual(['600', '840', '1050', '450', '570'])
  })
})

describe('what a plan reads', () => {
  test('score, coefficient and grade of the person’s scheme; null without one', async () => {
    await bench.person('S1', 'S1 - -')
    await bench.person('S2', 'S2 - -')
    await bench.enter('S1 m 2026-03-05 95', 'S2 m 2026-03-05 95')
    await bench.targets('S1 m 2026-03 100')
    const grades = [
      { grade: 'A', from: '90', coefficient: '1.20' },
      { grade: 'B', from: null, coefficient: '1' },
    ]
    const byGrade = { node: 'if', when: compare('=', result('grade'), text('A')), then: num(7), else: num(1) } as const
    const components = [component('score', amount(result('score'))), component('coefficient', amount(mul(num(1000), result('coefficient')))), component('grade', amount(byGrade))]
    const run = await bench.run(
      {
        measures: [measure('m')],
        schemes: { S1: scheme('S1', [line('m', 100)], { grades }) },
        incentives: { both: incentive('', components, { roles: ['S1', 'S2'] }) },
      },
      '2026-03',
    )
    expect(amountsOf(run, 'S1')).toEqual(['95', '1200', '7'])
    expect(amountsOf(run, 'S2')).toEqual([null, null, '1'])
    expect((await bench.derivation(run, 'S1', 'grade')).now.parts).toEqual(['A'])
    expect((await bench.derivation(run, 'S2', 'grade')).now).toMatchObject({ raw: '1', parts: [null] })
  })

  test('the newest amount of a pay item that is valid on the last day', async () => {
    await bench.person('PAY', 'PAY - -')
    await bench.pays('PAY base 100', 'PAY base 200 2026-03-31', 'PAY base 300 2026-04-01')
    const components = [component('base', amount(pay('base'))), component('none', amount(pay('nothing')))]
    expect(amountsOf(await paid('PAY', components), 'PAY')).toEqual(['200', null])
    expect(amountsOf(await paid('PAY', components, { period: '2026-02' }), 'PAY')).toEqual(['100', null])
  })

  test('tenure: whole months, never below 0, null for who has been there ever since', async () => {
    await bench.person('TEN', 'TEN 2025-12-02 2026-01-01', 'TEN 2026-01-01 -')
    await bench.person('TENb', 'TEN 2025-12-01 -')
    await bench.person('TENc', 'TEN 2026-03-20 -')
    await bench.person('TENd', 'TEN - -')
    const run = await paid('TEN', [component('t', amount(tenure))])
    expect(['TEN', 'TENb', 'TENc', 'TENd'].flatMap((id) => amountsOf(run, id))).toEqual(['2', '3', '0', null])
  })

  test('presence counts the days in the roles of the plan', async () => {
    await bench.person('PR1', 'PR 2026-01-01 2026-04-04', 'other 2026-04-04 2026-04-07', 'PR 2026-04-07 -')
    await bench.person('PR2', 'PR 2026-04-16 2026-04-22', 'PR 2026-04-25 -')
    const plan = [component('p', amount(mul(num(30), presence)))]
    const run = await paid('PR', plan, { period: '2026-04' })
    expect(['PR1', 'PR2'].flatMap((id) => amountsOf(run, id))).toEqual(['27', '12'])
    const uncounted = await paid('PR', plan, { period: '2026-04', more: { startDay: 'not-counted' } })
    expect(['PR1', 'PR2'].flatMap((id) => amountsOf(uncounted, id))).toEqual(['27', '11'])
    const anybody = await paid('PR', plan, { period: '2026-04', more: { roles: null } })
    expect(amountsOf(anybody, 'PR1')).toEqual(['30'])
  })

  test('tables inside tables, curves and lookups keep how they came about', async () => {
    await bench.person('NEST', 'NEST - -')
    await bench.enter('NEST m 2026-03-05 150')
    const curve: Expr = {
      node: 'curve',
      table: {
        table: 'c',
        points: [
          { at: '0', value: '0' },
          { at: '10', value: '1' },
        ],
      },
      of: tiers(tiersOf('marginal', 'begins', '0..100 0.01', '100..open 0.02'), value('m')),
    }
    const rate: Expr = {
      node: 'lookup',
      table: {
        table: 'l',
        dimensions: [{ name: 'x', kind: 'range', boundary: 'begins' }],
        rows: [{ cells: [{ kind: 'range', from: '0.2', until: null }], value: '50' }],
        otherwise: null,
      },
      keys: [curve],
    }
    const run = await paid('NEST', [component('n', amount(rate)), component('none', amount({ ...rate, keys: [nothing] }))])
    expect(amountsOf(run, 'NEST')).toEqual(['50', null])
    const inner = [
      { of: '2', value: '0.2' },
      {
        of: '150',
        scale: null,
        value: '2',
        tiers: [
          { part: '100', pays: '1' },
          { part: '50', pays: '1' },
        ],
      },
      '150',
    ]
    expect((await bench.derivation(run, 'NEST', 'n')).now.parts).toEqual([{ row: 0, value: '50' }, ...inner])
    expect((await bench.derivation(run, 'NEST', 'none')).now.parts).toEqual([{ row: null, value: null }])
  })

  test('a lookup of thousands of rows is read and told as well', async () => {
    await bench.person('BIG', 'BIG - -')
    await bench.enter('BIG m 2026-03-05 2500')
    const rows = Array.from({ length: 3000 }, (_, i) => ({ cells: [{ kind: 'range', from: String(i), until: String(i + 1) } as const], value: String(i * 2) }))
    const big: Expr = { node: 'lookup', table: { table: 'l', dimensions: [{ name: 'x', kind: 'range', boundary: 'ends' }], rows, otherwise: null }, keys: [value('m')] }
    const run = await paid('BIG', [component('b', amount(big), { before: amount(big) })])
    expect((await bench.derivation(run, 'BIG', 'b')).now.parts).toEqual([{ row: 2499, value: '4998' }, '2500'])
  })

  test('an empty quantity or scale has no tiers', async () => {
    await bench.person('EMPTY', 'EMPTY - -')
    await bench.enter('EMPTY m 2026-03-05 150')
    const table = tiersOf('marginal', 'begins', '0..1 0.01')
    const run = await paid('EMPTY', [
      component('scale', amount(tiers(table, value('m'), target('m')))),
      component('of', amount(tiers(table, pay('x')))),
      component('zero', amount(tiers(table, value('m'), num(0)))),
    ])
    expect(amountsOf(run, 'EMPTY')).toEqual([null, null, null])
    expect((await bench.derivation(run, 'EMPTY', 'scale')).now.parts).toEqual([{ of: '150', scale: null, value: null, tiers: [] }, '150', null])
    expect((await bench.derivation(run, 'EMPTY', 'zero')).now.parts[0]).toEqual({ of: '150', scale: '0', value: null, tiers: [] })
  })
})

describe('conditions, floor and cap', () => {
  const m = value('m', {})
  const some = async (more: Parameters<typeof amount>[1], of: Expr = num(100)) => {
    const run = await paid('LIM', [component('c', amount(of, more))])
    return [amountsOf(run, 'LIM')[0], (await bench.derivation(run, 'LIM', 'c')).now] as const
  }
  beforeAll(async () => {
    await bench.person('LIM', 'LIM - -')
    await bench.enter('LIM m 2026-03-05 10')
  })

  test('a condition that fails or is not known leaves 0 whatever the floor; else floor, then cap', async () => {
    expect((await some({ conditions: [when(compare('>', m, num(10)))] }))[0]).toBe('0')
    expect(await some({ conditions: [when(compare('>', m, num(1))), when(compare('>', target('m'), num(1)))] })).toMatchObject([
      '0',
      { raw: '100', amount: '0', conditions: [true, null] },
    ])
    expect((await some({ conditions: [when(compare('>', m, num(10)))], floor: num(30) }))[0]).toBe('0')
    expect((await some({ floor: num(130), cap: num(120) }))[0]).toBe('120')
    expect(await some({ floor: num(30), cap: num(50) })).toMatchObject(['50', { raw: '100', amount: '50', floor: '30', cap: '50' }])
  })

  test('an amount, floor or cap that is null leaves nothing; an amount that a condition keeps away does not matter', async () => {
    expect((await some({}, target('m')))[0]).toBeNull()
    expect((await some({ floor: num(1) }, target('m')))[0]).toBeNull()
    expect((await some({ conditions: [when(compare('>', m, num(99)))] }, target('m')))[0]).toBe('0')
    expect((await some({ floor: target('m') }))[0]).toBeNull()
    expect((await some({ cap: target('m') }))[0]).toBeNull()
    expect((await some({ cap: target('m'), conditions: [when(compare('>', m, num(99)))] }))[0]).toBe('0')
    expect((await some({}, nothing))[0]).toBeNull()
  })

  test('is rounded half up, away from zero', async () => {
    const run = await paid('LIM', [component('a', amount(num('0.125'))), component('b', amount(num('-0.125'))), component('c', amount(num('2.5')), { round: 0 })])
    expect(amountsOf(run, 'LIM')).toEqual(['0.13', '-0.13', '3'])
  })
})

describe('the year to date', () => {
  const sum = (shift: Shift): Expr => value('m', { shifts: [shift] })
  const table = tiersOf('marginal', 'begins', '0..150000 0.04', '150000..250000 0.06', '250000..open 0.08')
  const cumulative = (of: (shift: Shift) => Parameters<typeof amount>[0], more: Parameters<typeof amount>[1] = {}) =>
    component('c', amount(of('to-date'), more), { before: amount(of('before'), more) })

  test('G07 the tiers are filled through the year, and each period is paid what it adds', async () => {
    await bench.person('G07', 'G07 - -')
    await bench.enter('G07 m 2026-01-10 145000', 'G07 m 2026-02-10 20000', 'G07 m 2027-01-10 20000')
    const plan = [cumulative((shift) => tiers(table, sum(shift)))]
    expect(amountsOf(await paid('G07', plan, { period: '2026-01' }), 'G07')).toEqual(['5800'])
    const february = await paid('G07', plan, { period: '2026-02' })
    expect(amountsOf(february, 'G07')).toEqual(['1100'])
    expect(await bench.derivation(february, 'G07', 'c')).toMatchObject({ now: { amount: '6900' }, before: { amount: '5800', parts: [{ of: '145000' }, '145000'] } })
    const january = await paid('G07', plan, { period: '2027-01' })
    expect(amountsOf(january, 'G07')).toEqual(['800'])
    expect((await bench.derivation(january, 'G07', 'c')).before).toBeNull()
  })

  test('in the first period of a year nothing came before, not even a floor or a fixed sum', async () => {
    await bench.person('Y1', 'Y1 - -')
    const plan = [cumulative(() => num(2000), { floor: num(500) })]
    expect(amountsOf(await paid('Y1', plan, { period: '2026-01' }), 'Y1')).toEqual(['2000'])
    expect(amountsOf(await paid('Y1', plan, { period: '2026-02' }), 'Y1')).toEqual(['0'])
  })

  test('a before that is null counts as 0; what was paid sums to the last now, to the cent', async () => {
    await bench.person('Y2', 'Y2 - -')
    await bench.enter('Y2 m 2026-01-10 1', 'Y2 m 2026-02-10 1', 'Y2 m 2026-03-10 1')
    await bench.targets('Y2 m 2026-02 1', 'Y2 m 2026-03 1')
    const thirds = [cumulative((shift) => div(sum(shift), num(3)))]
    const paidOut: (string | null)[] = []
    for (const period of ['2026-01', '2026-02', '2026-03']) paidOut.push(...amountsOf(await paid('Y2', thirds, { period }), 'Y2'))
    expect(paidOut).toEqual(['0.33', '0.34', '0.33'])
    const asked = [cumulative((shift) => target('m', { shifts: [shift] }))]
    expect(amountsOf(await paid('Y2', asked, { period: '2026-02' }), 'Y2')).toEqual(['1'])
    expect(amountsOf(await paid('Y2', asked, { period: '2026-01' }), 'Y2')).toEqual([null])
    expect(amountsOf(await paid('Y2', asked, { period: '2026-03' }), 'Y2')).toEqual(['1'])
  })

  test('a prorated target of the year to date is prorated by the days of the year to date', async () => {
    await bench.person('Y3', 'Y3 2026-02-01 -')
    await bench.targets('Y3 m 2026-Q1 90')
    expect(periodNamed('2026-03').until).toBe('2026-04-01')
    const run = await paid('Y3', [component('t', amount(target('m', { prorated: true, shifts: ['to-date'] })))])
    // 59 of 90 days.
    expect(amountsOf(run, 'Y3')).toEqual(['59'])
  })

  test('a measure that looks a year back from a year to date sees the year to date before', async () => {
    await bench.person('Y4', 'Y4 - -')
    await bench.enter('Y4 m 2025-01-10 10', 'Y4 m 2025-03-31 20', 'Y4 m 2025-04-01 500', 'Y4 m 2026-02-10 45')
    const growth = measureIr({ measure: 'growth', body: { kind: 'formula', expr: binary('sub', value('m'), value('m', { shifts: ['last-year'] })) } })
    const run = await paid('Y4', [component('g', amount(value('growth', { shifts: ['to-date'] })))], { measures: [measure('m'), growth] })
    expect(amountsOf(run, 'Y4')).toEqual(['15'])
  })

  test('measures read targets and tables as well', async () => {
    await bench.person('Y5', 'Y5 - -')
    await bench.enter('Y5 m 2026-03-10 80')
    await bench.targets('Y5 m 2026-03 50 100 200')
    const formula = (name: string, expr: Expr) => measureIr({ measure: name, body: { kind: 'formula', expr } })
    const measures = [
      measure('m'),
      formula('attained', div(value('m'), target('m'), 4)),
      formula('stretched', div(value('m'), target('m', { level: 'stretch' }), 4)),
      formula('before', target('m', { shifts: ['previous'] })),
      formula('tiered', tiers(tiersOf('marginal', 'begins', '0..50 1', '50..open 2'), value('m'))),
    ]
    const run = await bench.run({ measures }, '2026-03')
    expect(run.employees.find((e) => e.id === 'Y5')).toMatchObject({ values: { attained: '1.6', stretched: '0.8', before: null, tiered: '110' }, score: null, earnings: [] })
  })
})

describe('whom a plan is for', () => {
  test('several plans pay one person, in the order of the program; a plan for nobody is told', async () => {
    await bench.person('W1', 'W1 2026-01-01 2026-03-10', 'W1b 2026-03-10 -')
    await bench.person('W2', 'W1 2026-01-01 2026-03-10')
    await bench.person('W3', 'W1 2026-01-01 2026-03-01')
    const one = [component('x', amount(num(1)))]
    const incentives = {
      zeta: incentive('W1b', [component('b', amount(num(2))), component('a', amount(num(3)))]),
      alpha: incentive('', one, { roles: null }),
      left: incentive('W1', one),
      nobody: incentive('ghost', one),
      expired: incentive('ghost', one, { until: '2026-03-01' }),
    }
    const run = await bench.run({ measures: [measure('m')], incentives }, '2026-03')
    const told = (id: string) => run.employees.find((e) => e.id === id)?.earnings.map((e) => `${e.incentive}/${e.component} ${e.amount}`)
    expect(told('W1')).toEqual(['zeta/b 2', 'zeta/a 3', 'alpha/x 1'])
    expect(told('W2')).toEqual(['alpha/x 1', 'left/x 1'])
    expect(told('W3')).toBeUndefined()
    expect(run.notices.filter((n) => n.code === 'run.plan-for-nobody').map((n) => n.params['id'])).toEqual(['nobody'])
  })

  test('a target or a pay item that changes is another input', async () => {
    await bench.person('H1', 'H1 - -')
    const hash = async () => (await paid('H1', [component('x', amount(pay('x')))])).inputsHash
    const first = await hash()
    expect(await hash()).toBe(first)
    await bench.pays('H1 x 5')
    const second = await hash()
    expect(second).not.toBe(first)
    await bench.targets('H1 m 2026-03 5')
    expect(await hash()).not.toBe(second)
  })
})
