import { describe, expect, it } from 'vitest'
import type { CalendarSpec } from '../../base/calendar.ts'
import { describe as say } from '../../base/diagnostic.ts'
import type { AggregateIr, CreditIr, DatasetIr, Expr, FieldType, MeasureIr, Program, ScopeIr } from '../ir.ts'
import { aggregateIr, binary, compare, div, field, measureIr, nothing, num, ownedBy, step, text, value } from '../random/build.ts'
import { evaluate, openEvaluator } from './evaluate.ts'
import type { FactEdge, FactRecord, Facts } from './facts.ts'
import type { AggregateParts, Trace } from './trace.ts'
import { whyTexts } from './why-texts.ts'

const months: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }
const dataset = (name: string, key: string[], fields: Record<string, FieldType>): DatasetIr => ({
  dataset: name,
  key,
  effective: null,
  fields: Object.fromEntries(Object.entries(fields).map(([f, type]) => [f, { type, required: false, to: null, unit: {}, currency: null, currencyField: null }])),
})
const datasets: Program['datasets'] = {
  sales: dataset('sales', ['id'], { id: 'text', day: 'date', paid: 'date', who: 'employee', amount: 'money', customer: 'reference', kind: 'text' }),
  customers: dataset('customers', ['id'], { id: 'text', keeper: 'employee', segment: 'choice' }),
  shares: dataset('shares', ['sale', 'who'], { sale: 'reference', who: 'employee', percent: 'decimal', extra: 'boolean' }),
}
const programOf = (...measures: MeasureIr[]): Program => ({
  datasets,
  company: { company: 'c', timezone: 'Asia/Shanghai', currency: 'CNY', currencyScale: 2 },
  measures: Object.fromEntries(measures.map((m) => [m.measure, m])),
  schemes: {},
  incentives: {},
})

type Fields = FactRecord['fields']
const rows = (list: readonly Fields[], source = 'sales.csv'): FactRecord[] =>
  list.map((fields, i) => ({ id: `${fields.id ?? `${fields.sale}/${fields.who}`}`, source, line: i + 2, fields }))
const factsOf = (sales: readonly Fields[], more: { shares?: readonly Fields[]; customers?: readonly Fields[]; reporting?: FactEdge[]; sponsor?: FactEdge[] } = {}): Facts => ({
  employees: ['ann', 'bob', 'cat', 'dan'],
  records: { sales: rows(sales), shares: rows(more.shares ?? [], 'shares.csv'), customers: rows(more.customers ?? []) },
  lines: { reporting: more.reporting ?? [], sponsor: more.sponsor ?? [] },
  rates: [],
  assignments: [],
  units: [],
  factors: [],
  targets: [],
  pay: [],
})
const day = field('day', 'date')
const amount = field('amount', 'money')
const withShares: CreditIr = { ...ownedBy('who'), splits: { dataset: 'shares', record: 'sale', employee: 'who', percent: 'percent', overlay: 'extra' } }
const agg = (more: Partial<AggregateIr> & Pick<AggregateIr, 'fn'>): MeasureIr['body'] => ({
  kind: 'aggregate',
  aggregate: aggregateIr({ dataset: 'sales', date: day, credit: ownedBy('who'), value: more.fn === 'count' ? null : amount, ...more }),
})
const measure = (id: string, body: MeasureIr['body'], more: Partial<MeasureIr> = {}): MeasureIr => measureIr({ measure: id, body, ...more })
const formula = (id: string, expr: Expr, more: Partial<MeasureIr> = {}): MeasureIr => measure(id, { kind: 'formula', expr }, more)
const edge = (employee: string, superior: string, from: string | null = null, until: string | null = null): FactEdge => ({ employee, superior, from, until })

/** What one aggregate gives a person in January 2026. */
function ofAggregate(facts: Facts, of: Partial<AggregateIr> & Pick<AggregateIr, 'fn'>, more: { employee?: string; scope?: ScopeIr; period?: string; round?: number } = {}): Trace {
  return evaluate(programOf(measure('m', agg(of), { scope: more.scope ?? { line: 'own' }, round: more.round ?? null })), months, facts, {
    employee: more.employee ?? 'ann',
    measure: 'm',
    period: more.period ?? '2026-01',
  })
}
const counted = (t: Trace): string[] => partsOf(t).counted.map((c) => `${c.record} ${c.employee} ${c.share} ${c.value} ${c.contributes}`)
const partsOf = (t: Trace): AggregateParts => (t.parts.kind === 'aggregate' ? t.parts : expect.fail('not an aggregate'))

const january = factsOf([
  { id: 'a', day: '2026-01-01', who: 'ann', amount: '100.10' },
  { id: 'b', day: '2026-01-31', who: 'ann', amount: '50' },
  { id: 'c', day: '2026-02-01', who: 'ann', amount: '1000' },
  { id: 'd', day: '2026-01-15', who: 'bob', amount: '7' },
  { id: 'e', day: null, who: 'ann', amount: '9' },
  { id: 'f', day: '2026-01-15', who: null, amount: '11' },
  { id: 'g', day: '2026-01-16', who: 'ann', amount: null },
  { id: 'h', day: '2026-01-17', who: 'ann', amount: '-50.0' },
])

describe('aggregates of one person', () => {
  const values = (facts: Facts, more: Partial<AggregateIr> = {}) =>
    (['sum', 'count', 'distinct', 'average', 'min', 'max', 'last'] as const).map((fn) => ofAggregate(facts, { fn, ...more }).value)
  it('take the person’s records of the period, refunds as they are', () => {
    expect(values(january)).toEqual(['100.1', '4', '3', '33.3666666666666667', '-50', '100.1', '50'])
  })
  it('over nothing are zero, or empty', () => {
    expect(values(factsOf([]))).toEqual(['0', '0', '0', null, null, null, null])
    expect(values(factsOf([{ id: 'a', day: '2026-01-01', who: 'ann', amount: null }]))).toEqual(['0', '1', '0', null, null, null, null])
  })
  it('count what passes the filter; a filter that is null does not hold', () => {
    expect(ofAggregate(january, { fn: 'count', filter: compare('>', amount, num(0)) }).value).toBe('2')
    expect(ofAggregate(january, { fn: 'sum', filter: compare('<', amount, num(0)) }).value).toBe('-50')
  })
  it('go by the date of the measure', () => {
    const facts = factsOf([
      { id: 'a', day: '2025-12-31', paid: '2026-01-31', who: 'ann', amount: '3' },
      { id: 'b', day: '2026-01-01', paid: null, who: 'ann', amount: '4' },
    ])
    expect([ofAggregate(facts, { fn: 'sum' }).value, ofAggregate(facts, { fn: 'sum', date: field('paid', 'date') }).value]).toEqual(['4', '3'])
  })
  it('tell values apart by what they are', () => {
    const facts = factsOf(['1', '1.0', '1.00', '2', null].map((a, i) => ({ id: `r${i}`, day: '2026-01-01', who: 'ann', amount: a, kind: ['a', 'A', 'a ', 'a', null][i] ?? null })))
    expect([ofAggregate(facts, { fn: 'distinct' }).value, ofAggregate(facts, { fn: 'distinct', value: field('kind', 'text') }).value]).toEqual(['2', '3'])
  })
  it('take as last the latest by day, then by key', () => {
    const facts = factsOf([
      { id: 'b', day: '2026-01-09', who: 'ann', amount: '2' },
      { id: 'c', day: '2026-01-09', who: 'ann', amount: null },
      { id: 'a', day: '2026-01-09', who: 'ann', amount: '1' },
      { id: 'z', day: '2026-01-08', who: 'ann', amount: '3' },
    ])
    expect(ofAggregate(facts, { fn: 'last' }).value).toBe('2')
  })
  it('round half up at the end, and only there', () => {
    const t = ofAggregate(factsOf(['0.004', '0.001'].map((a, i) => ({ id: `${i}`, day: '2026-01-01', who: 'ann', amount: a }))), { fn: 'sum' }, { round: 2 })
    expect([t.value, t.rounding]).toEqual(['0.01', { scale: 2, before: '0.005' }])
  })
  it('over any period of the calendar', () => {
    expect(['2026', '2026-H1', '2026-Q1', '2026-02', '2026-W05', '2026-01-31', '2025'].map((period) => ofAggregate(january, { fn: 'sum' }, { period }).value)).toEqual([
      '1100.1',
      '1100.1',
      '1100.1',
      '1000',
      '1050',
      '50',
      '0',
    ])
  })
})

describe('the trace of an aggregate', () => {
  it('names the records that counted, to file and line, and those left out', () => {
    const t = ofAggregate(january, { fn: 'sum', filter: compare('<>', field('id', 'text'), text('b')) })
    expect(partsOf(t).counted).toEqual([
      { dataset: 'sales', record: 'a', key: { id: 'a' }, day: '2026-01-01', employee: 'ann', share: '1', value: '100.1', contributes: '100.1', source: 'sales.csv', line: 2 },
      { dataset: 'sales', record: 'h', key: { id: 'h' }, day: '2026-01-17', employee: 'ann', share: '1', value: '-50', contributes: '-50', source: 'sales.csv', line: 9 },
    ])
    expect(partsOf(t).leftOut.map((l) => `${l.reason} ${l.records}: ${l.examples.map((e) => e.record)}`)).toEqual([
      'value-empty 1: g',
      'filter 1: b',
      'others 2: d,f',
      'undated 1: e',
      'other-period 1: c',
    ])
    expect(partsOf(t).leftOut[0]?.examples[0]?.because).toEqual({ code: 'why.field-empty', params: { dataset: 'sales', field: 'amount' } })
    expect(JSON.parse(JSON.stringify(t))).toEqual(t)
  })
  it('says which record decided', () => {
    expect(counted(ofAggregate(january, { fn: 'max' }))).toEqual(['a ann 1 100.1 100.1', 'h ann 1 -50 null', 'b ann 1 50 null'])
    expect(counted(ofAggregate(january, { fn: 'last' }))).toEqual(['a ann 1 100.1 null', 'h ann 1 -50 null', 'b ann 1 50 50'])
    expect(partsOf(ofAggregate(january, { fn: 'average' })).average).toEqual({ sum: '100.1', over: '3' })
  })
})

describe('why there is nothing', () => {
  const one = (fields: Fields): Facts => factsOf([{ id: 'a', ...fields }])
  const why = (facts: Facts, more: Partial<AggregateIr> = {}, rest: { scope?: ScopeIr } = {}) => ofAggregate(facts, { fn: 'sum', ...more }, rest).why
  it('is told by the nearest cause', () => {
    const segment = field('segment', 'choice', step('customer', 'customers'))
    const cases: [Facts, Partial<AggregateIr>, string, { scope?: ScopeIr }?][] = [
      [factsOf([]), {}, 'why.no-records'],
      [one({ day: '2026-02-01', who: 'ann', amount: '1' }), {}, 'why.none-in-period'],
      [one({ day: '2026-01-01', who: 'bob', amount: '1' }), {}, 'why.credited-to-others'],
      [one({ day: null, who: 'ann', amount: '1' }), {}, 'why.no-date'],
      [one({ day: '2026-01-01', who: 'ann', amount: '1' }), { filter: compare('>', amount, num(1)) }, 'why.none-pass'],
      [one({ day: '2026-01-01', who: 'ann', amount: null }), {}, 'why.field-empty'],
      [one({ day: '2026-01-01', who: 'ann', amount: '1' }), { value: nothing }, 'why.all-empty'],
      [one({ day: '2026-01-01', who: 'ann', amount: '1', customer: 'c9' }), { filter: compare('=', segment, text('大客户')) }, 'why.missing-reference'],
      [
        one({ day: '2026-01-01', who: 'ann', amount: '1', kind: 'USD' }),
        { value: { node: 'convert', of: amount, currency: field('kind', 'text'), to: 'CNY', on: day, scale: 2 } },
        'why.no-rate',
      ],
      [one({ day: '2026-01-01', who: 'ann', amount: '1' }), {}, 'why.nobody-on-team', { scope: { line: 'reporting', depth: null, self: false, asOf: 'record' } }],
    ]
    for (const [facts, more, code, rest] of cases) expect(why(facts, more, rest)?.code, code).toBe(code)
    for (const [, , code] of cases) for (const lang of ['zh', 'en'] as const) expect(say({ code, params: {} }, lang, whyTexts).cure).not.toBe('')
    expect(why(january)).toBe(null)
  })
  it('says nothing about records of others where only one person’s were brought along', () => {
    for (const facts of [factsOf([]), one({ day: '2026-01-01', who: 'bob', amount: '1' }), one({ day: '2026-02-01', who: 'ann', amount: '1' })])
      expect(why({ ...facts, partial: true })?.code).toBe('why.none-credited')
    expect(why({ ...one({ day: null, who: 'ann', amount: '1' }), partial: true })?.code).toBe('why.no-date')
  })
  it('says in words what to do', () => {
    const reason = why(one({ day: null, who: 'ann', amount: '1' })) ?? expect.fail()
    expect(say(reason, 'zh', whyTexts).say).toBe('“sales”在 2026-01 没有归属于此的记录；另有 1 条没有日期，不属于任何期间。')
  })
})

describe('credit', () => {
  const sale = (more: Fields = {}): Fields[] => [{ id: 'a', day: '2026-01-10', who: 'ann', amount: '100', ...more }]
  const share = (who: string | null, percent: string | null, extra: boolean | null = null): Fields => ({ sale: 'a', who, percent, extra })
  const each = (facts: Facts, of: Partial<AggregateIr> = {}) =>
    ['ann', 'bob', 'cat', 'dan'].map((employee) => ofAggregate(facts, { fn: 'sum', credit: withShares, ...of }, { employee }).value)
  it('goes to the owner, who keeps what the splits leave', () => {
    expect(each(factsOf(sale()))).toEqual(['100', '0', '0', '0'])
    expect(each(factsOf(sale(), { shares: [share('bob', '30'), share('cat', '12.5')] }))).toEqual(['57.5', '30', '12.5', '0'])
    expect(each(factsOf(sale(), { shares: [share('bob', '70'), share('cat', '30')] }))).toEqual(['0', '70', '30', '0'])
  })
  it('of overlays comes on top', () => {
    expect(each(factsOf(sale(), { shares: [share('bob', '30'), share('cat', '50', true)] }))).toEqual(['70', '30', '50', '0'])
    const overlays = [{ to: field('keeper', 'employee', step('customer', 'customers')), percent: '20' }]
    expect(each(factsOf(sale({ customer: 'k' }), { customers: [{ id: 'k', keeper: 'dan', segment: null }] }), { credit: { ...withShares, overlays } })).toEqual([
      '100',
      '0',
      '0',
      '20',
    ])
    expect(each(factsOf(sale({ customer: 'nowhere' })), { credit: { ...withShares, overlays } })).toEqual(['100', '0', '0', '0'])
  })
  it('adds up for one person', () => {
    const facts = factsOf(sale(), { shares: [share('bob', '30'), share('ann', '10'), share('ann', '25', true)] })
    expect(each(facts)).toEqual(['95', '30', '0', '0'])
    expect(counted(ofAggregate(facts, { fn: 'sum', credit: withShares }))).toEqual(['a ann 0.95 100 95'])
  })
  it('that is missing or too much leaves nothing behind', () => {
    expect(each(factsOf(sale(), { shares: [share(null, '30'), share('bob', null)] }))).toEqual(['70', '0', '0', '0'])
    expect(each(factsOf(sale(), { shares: [share('bob', '130')] }))).toEqual(['0', '130', '0', '0'])
    expect(each(factsOf(sale({ who: null }), { shares: [share('bob', '30')] }))).toEqual(['0', '30', '0', '0'])
    expect(each(factsOf(sale(), { shares: [{ ...share('bob', '30'), sale: 'other' }] }))).toEqual(['100', '0', '0', '0'])
  })
  it('through a reference', () => {
    const facts = factsOf(sale({ customer: 'k' }), { customers: [{ id: 'k', keeper: 'dan', segment: null }] })
    expect(each(facts, { credit: ownedBy('keeper', step('customer', 'customers')) })).toEqual(['0', '0', '0', '100'])
  })
  it('weighs sums, counts and averages; not the rest', () => {
    const facts = factsOf([...sale(), { id: 'b', day: '2026-01-11', who: 'ann', amount: '10' }, { id: 'c', day: '2026-01-11', who: 'ann', amount: null }], {
      shares: [share('bob', '75')],
    })
    const of = (fn: AggregateIr['fn'], weight: 'share' | 'full') => ofAggregate(facts, { fn, weight, credit: withShares }).value
    expect((['sum', 'count', 'average', 'distinct', 'min', 'max', 'last'] as const).map((fn) => of(fn, 'share'))).toEqual(['35', '2.25', '28', '2', '10', '100', '10'])
    expect((['sum', 'count', 'average', 'distinct', 'min', 'max', 'last'] as const).map((fn) => of(fn, 'full'))).toEqual(['110', '3', '55', '2', '10', '100', '10'])
  })
})

describe('teams', () => {
  const team = (more: Partial<Exclude<ScopeIr, { line: 'own' }>> = {}): ScopeIr => ({ line: 'reporting', depth: null, self: true, asOf: 'record', ...more })
  const sales = factsOf([
    { id: 'a', day: '2026-01-10', who: 'ann', amount: '1' },
    { id: 'b', day: '2026-01-10', who: 'bob', amount: '10' },
    { id: 'c', day: '2026-01-10', who: 'cat', amount: '100' },
    { id: 'd', day: '2026-01-10', who: 'dan', amount: '1000' },
    { id: 'e', day: '2026-01-20', who: 'cat', amount: '10000' },
  ])
  const under = (reporting: FactEdge[], sponsor: FactEdge[] = []): Facts => ({ ...sales, lines: { reporting, sponsor } })
  const chain = under([edge('bob', 'ann'), edge('cat', 'bob'), edge('dan', 'cat')])
  const sum = (facts: Facts, scope: ScopeIr, more: { employee?: string; of?: Partial<AggregateIr> } = {}) =>
    ofAggregate(facts, { fn: 'sum', ...more.of }, { scope, employee: more.employee ?? 'ann' }).value
  it('reach down to the depth asked for, with or without the person', () => {
    expect([null, 1, 2, 3].map((depth) => sum(chain, team({ depth })))).toEqual(['11111', '11', '10111', '11111'])
    expect([null, 1, 2].map((depth) => sum(chain, team({ depth, self: false })))).toEqual(['11110', '10', '10110'])
    expect([sum(chain, team(), { employee: 'cat' }), sum(chain, team(), { employee: 'dan' }), sum(chain, team({ self: false }), { employee: 'dan' })]).toEqual([
      '11100',
      '1000',
      '0',
    ])
  })
  it('go by the line named', () => {
    const both = under([edge('bob', 'ann')], [edge('dan', 'ann')])
    expect([sum(both, team()), sum(both, team({ line: 'sponsor' }))]).toEqual(['11', '1001'])
  })
  it('count a transfer on the record’s day, or as it stands at the end', () => {
    const moved = under([edge('cat', 'ann', null, '2026-01-20'), edge('cat', 'bob', '2026-01-20')])
    expect([sum(moved, team()), sum(moved, team({ asOf: 'period-end' }))]).toEqual(['101', '1'])
    expect([sum(moved, team(), { employee: 'bob' }), sum(moved, team({ asOf: 'period-end' }), { employee: 'bob' })]).toEqual(['10010', '10110'])
  })
  it('follow stretches that all hold on the day', () => {
    const broken = under([edge('bob', 'ann', '2026-01-15', null), edge('cat', 'bob', null, '2026-01-20'), edge('dan', 'cat', '2026-01-11', null)])
    expect([sum(broken, team()), sum(broken, team(), { employee: 'bob' })]).toEqual(['1', '110'])
  })
  it('add up the shares of their members; a record that two of them share counts twice in full', () => {
    const facts = factsOf([{ id: 'a', day: '2026-01-10', who: 'ann', amount: '100' }], {
      shares: [
        { sale: 'a', who: 'bob', percent: '30', extra: null },
        { sale: 'a', who: 'dan', percent: '20', extra: null },
      ],
      reporting: [edge('bob', 'ann')],
    })
    const of = (fn: AggregateIr['fn'], weight: 'share' | 'full') => ofAggregate(facts, { fn, weight, credit: withShares }, { scope: team() }).value
    expect([of('sum', 'share'), of('sum', 'full'), of('count', 'share'), of('count', 'full'), of('average', 'full'), of('distinct', 'full'), of('max', 'full')]).toEqual([
      '80',
      '200',
      '0.8',
      '2',
      '100',
      '1',
      '100',
    ])
  })
  it('never loop', () => {
    const cycle = under([edge('bob', 'ann'), edge('ann', 'bob')])
    expect([sum(cycle, team()), sum(cycle, team({ self: false }))]).toEqual(['11', '10'])
  })
})

describe('formulas', () => {
  const sum = (id = 'sum', more: Partial<MeasureIr> = {}) => measure(id, agg({ fn: 'sum' }), more)
  const count = measure('count', agg({ fn: 'count' }))
  const ask = (measures: MeasureIr[], facts: Facts, more: { employee?: string; period?: string; calendar?: CalendarSpec } = {}) =>
    evaluate(programOf(...measures), more.calendar ?? months, facts, { employee: more.employee ?? 'ann', measure: measures[0]?.measure ?? '', period: more.period ?? '2026-01' })
  it('compute with the rounded values of other measures', () => {
    const t = ask([formula('f', binary('mul', value('sum'), num(3))), sum('sum', { round: 0 })], factsOf([{ id: 'a', day: '2026-01-01', who: 'ann', amount: '1.5' }]))
    expect(t.value).toBe('6')
    expect(t.parts.kind === 'formula' ? t.parts.values.map((v) => [v.ref.measure, v.trace.value, v.trace.rounding?.before]) : null).toEqual([['sum', '2', '1.5']])
  })
  it('say why they are empty', () => {
    const ratio = formula('f', div(value('sum'), value('count'), 2))
    expect(ask([ratio, sum(), count], factsOf([]))).toMatchObject({ value: null, why: { code: 'why.divisor-zero', params: { measure: 'count' } } })
    const max = measure('max', agg({ fn: 'max' }))
    expect(ask([formula('f', binary('add', value('max'), num(1))), max], factsOf([]))).toMatchObject({
      value: null,
      why: { code: 'why.no-value', params: { measure: 'max', period: '2026-01' } },
    })
    expect(ask([formula('f', nothing)], factsOf([])).why?.code).toBe('why.formula-empty')
  })
  it('look at the period before and at the year before, from left to right', () => {
    const facts = factsOf(
      [
        ['2025-01-05', '1'],
        ['2025-12-05', '10'],
        ['2026-01-05', '100'],
        ['2024-12-05', '1000'],
        ['2024-02-28', '5'],
        ['2024-02-29', '7'],
      ].map(([d, a], i) => ({ id: `${i}`, day: d ?? null, who: 'ann', amount: a ?? null })),
    )
    const at = (shifts: ('previous' | 'last-year')[], period = '2026-01') => ask([formula('f', value('sum', { shifts })), sum()], facts, { period }).value
    expect([at([]), at(['previous']), at(['last-year']), at(['last-year', 'previous']), at(['previous', 'last-year']), at(['last-year'], '2025-02-28')]).toEqual([
      '100',
      '10',
      '1',
      '1000',
      '1000',
      '5',
    ])
    // The day before 1 March 2025 is 28 February, a year ago 28 February 2024. The other way round it is the day before 1 March 2024.
    expect([at(['previous', 'last-year'], '2025-03-01'), at(['last-year', 'previous'], '2025-03-01')]).toEqual(['5', '7'])
  })
  it('outside the calendar find nothing, and compute with that', () => {
    const calendar: CalendarSpec = { kind: 'weeks', pattern: [4, 4, 5], weekStart: 'sunday', years: { 2026: '2026-02-01' } }
    const facts = factsOf([{ id: 'a', day: '2026-02-02', who: 'ann', amount: '4' }])
    const before = value('sum', { shifts: ['previous'] })
    expect(ask([formula('f', before), sum()], facts, { calendar, period: '2026-Q1' })).toMatchObject({ value: null, why: { code: 'why.no-value' } })
    expect(ask([formula('f', { node: 'coalesce', of: [before, num(8)] }), sum()], facts, { calendar, period: '2026-Q1' }).value).toBe('8')
    expect(ask([formula('f', value('g', { shifts: ['previous', 'last-year'] })), formula('g', binary('add', num(1), num(1)))], facts, { calendar, period: '2026-Q1' }).value).toBe(
      '2',
    )
    expect(ask([sum()], facts, { calendar, period: '2030-Q1' })).toMatchObject({ value: null, period: null, why: { code: 'why.no-period' } })
  })
  const teamScope: ScopeIr = { line: 'reporting', depth: null, self: true, asOf: 'record' }
  const downline: ScopeIr = { line: 'sponsor', depth: null, self: false, asOf: 'record' }
  const staff = factsOf(
    [
      ['a', 'ann', '1'],
      ['b', 'bob', '10'],
      ['c', 'cat', '100'],
    ].map(([id, who, a]) => ({ id: id ?? '', day: '2026-01-02', who: who ?? '', amount: a ?? '' })),
    { reporting: [edge('bob', 'ann')], sponsor: [edge('cat', 'ann')] },
  )
  it('hand their scope down to measures of no scope of their own', () => {
    const average = formula('f', div(value('sum'), value('count'), 2), { scope: teamScope })
    expect(ask([average, sum(), count], staff).value).toBe('5.5')
    expect(ask([average, sum('sum', { scope: downline }), count], staff).value).toBe('50')
    expect(ask([formula('f', value('sum', { scope: teamScope })), sum()], staff).value).toBe('11')
    expect(ask([formula('f', value('sum', { scope: teamScope })), sum('sum', { scope: downline })], staff).value).toBe('100')
    expect(ask([formula('f', value('g'), { scope: teamScope }), formula('g', binary('add', value('sum'), value('sum', { scope: downline }))), sum()], staff).value).toBe('111')
  })
  it('that refer to themselves, or to nothing, throw', () => {
    expect(() => ask([formula('f', value('f'))], staff)).toThrow('refers to itself')
    expect(() => ask([formula('f', value('g'))], staff)).toThrow('no measure g')
  })
  it('cost no more for measures that are used many times', () => {
    const chain = Array.from({ length: 60 }, (_, i) => formula(`f${i}`, i === 59 ? num(1) : binary('add', value(`f${i + 1}`), value(`f${i + 1}`))))
    expect(openEvaluator(programOf(...chain), months, staff).trace({ employee: 'ann', measure: 'f0', period: '2026' }).value).toBe((2n ** 59n).toString())
  })
})
