import { describe, expect, it } from 'vitest'
import { Decimal } from '../../base/decimal.ts'
import type { DatasetIr, Expr, FieldType, Program } from '../ir.ts'
import { binary, bool, compare, date, div, field, nothing, num, step, text, unary, value } from '../random/build.ts'
import { openBook } from './book.ts'
import { evalExpr, type Ground, standOn, unheard } from './expr.ts'
import type { FactRecord, Facts } from './facts.ts'
import type { Reason } from './trace.ts'
import { compareText, type Value, valueText } from './value.ts'

const shown = (v: Value): string | boolean | null => (v instanceof Decimal ? `#${valueText(v)}` : v)
const onValues: Ground = { kind: 'values', note: unheard, valueOf: (ref) => (ref.measure === 'none' ? null : new Decimal(ref.measure)) }
const run = (expr: Expr, on: Ground = onValues): string | boolean | null => shown(evalExpr(expr, on))
const nullNumber = value('none')
const T = bool(true)
const F = bool(false)
const N: Expr = compare('=', nullNumber, num(1))

describe('numbers', () => {
  it('are exact', () => {
    expect(run(binary('add', num('0.1'), num('0.2')))).toBe('#0.3')
    expect(run(binary('sub', num('1000000000000000000000.01'), num('0.02')))).toBe('#999999999999999999999.99')
    expect(run(binary('mul', num('1.10'), num('-3')))).toBe('#-3.3')
    expect(run(unary('neg', num('0')))).toBe('#0')
    expect(run(unary('abs', num('-7.50')))).toBe('#7.5')
  })
  it('are divided half up at a scale, and by zero to nothing', () => {
    expect(run(div(num(2), num(3), 4))).toBe('#0.6667')
    expect(run(div(num(-1), num(8), 2))).toBe('#-0.13')
    expect(run(div(num(1), num(0)))).toBe(null)
    expect(run(div(nullNumber, num(0)))).toBe(null)
  })
  it('are rounded half away from zero', () => {
    expect(['0.5', '1.5', '-0.5', '-2.5', '2.4999'].map((n) => run({ node: 'round', of: num(n), scale: 0 }))).toEqual(['#1', '#2', '#-1', '#-3', '#2'])
    expect(run({ node: 'round', of: num('1.005'), scale: 2 })).toBe('#1.01')
  })
  it('with a null part are null', () => {
    for (const node of ['add', 'sub', 'mul'] as const) expect([run(binary(node, nullNumber, num(1))), run(binary(node, num(1), nullNumber))]).toEqual([null, null])
    expect(run(div(num(1), nullNumber))).toBe(null)
    for (const node of ['neg', 'abs'] as const) expect(run(unary(node, nullNumber))).toBe(null)
    expect(run({ node: 'round', of: nullNumber, scale: 1 })).toBe(null)
  })
})

describe('logic', () => {
  const table = (node: 'and' | 'or'): (string | boolean | null)[] => [T, F, N].flatMap((a) => [T, F, N].map((b) => run(binary(node, a, b))))
  it('has three values', () => {
    expect(table('and')).toEqual([true, false, null, false, false, false, null, false, null])
    expect(table('or')).toEqual([true, true, true, true, false, null, true, null, null])
    expect([T, F, N].map((a) => run(unary('not', a)))).toEqual([false, true, null])
  })
  it('takes else when a condition is null', () => {
    expect([T, F, N].map((when) => run({ node: 'if', when, then: text('then'), else: text('else') }))).toEqual(['then', 'else', 'else'])
  })
  it('knows empty from null alone', () => {
    expect([nullNumber, nothing, text(''), num(0), F].map((of) => run(unary('empty', of)))).toEqual([true, true, false, false, false])
  })
  it('finds the first that is not null', () => {
    expect(run({ node: 'coalesce', of: [nullNumber, nothing, num(0), num(1)] })).toBe('#0')
    expect(run({ node: 'coalesce', of: [nullNumber, nothing] })).toBe(null)
  })
})

describe('comparison', () => {
  const ops = ['=', '<>', '<', '<=', '>', '>='] as const
  it('orders numbers, texts, days and booleans', () => {
    const cases: [Expr, Expr][] = [
      [num(2), num(10)],
      [text('B'), text('a')],
      [date('2026-03-31'), date('2026-04-01')],
      [F, T],
      [text('a'), text('ab')],
    ]
    for (const [less, more] of cases) expect(ops.map((op) => run(compare(op, less, more)))).toEqual([false, true, true, true, false, false])
    expect(ops.map((op) => run(compare(op, num('1.0'), num('1.00'))))).toEqual([true, false, false, true, false, true])
  })
  it('orders texts by code point, not by UTF-16 unit', () => {
    expect(compareText('\u{ffee}', '\u{20000}')).toBeLessThan(0)
    expect(compareText('\u{20000}', '\u{20001}')).toBeLessThan(0)
    expect(compareText('\u{d7ff}', '\u{20000}')).toBeLessThan(0)
    expect(compareText('', 'a')).toBeLessThan(0)
    const texts = ['z', '中', '\u{e000}', '\u{ffee}', '\u{20000}', 'a', '', 'Ä', "'"]
    const bytes = [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect([...texts].sort(compareText)).toEqual(bytes)
  })
  it('is exact for texts, case included', () => {
    expect([run(compare('=', text('a'), text('A'))), run(compare('=', text('a '), text('a')))]).toEqual([false, false])
  })
  it('with null is null', () => {
    for (const op of ops) expect([run(compare(op, nullNumber, num(1))), run(compare(op, num(1), nothing))]).toEqual([null, null])
  })
  it('in a list finds, or does not know', () => {
    const within = (of: Expr, ...list: Expr[]) => run({ node: 'in', of, list })
    expect([
      within(num(1), num(2), num('1.0')),
      within(num(1), num(2)),
      within(num(1), num(2), nothing),
      within(num(1), nothing, num(1)),
      within(nullNumber, num(1)),
      within(nullNumber),
    ]).toEqual([true, false, null, true, null, false])
  })
  it('of several takes the least or greatest, and null where one is null', () => {
    for (const [node, first] of [
      ['least', '#-1'],
      ['greatest', '#5'],
    ] as const) {
      expect(run({ node, of: [num(5), num(-1), num(2)] })).toBe(first)
      for (const of of [
        [nullNumber, num(1)],
        [num(1), nullNumber],
        [num(1), nullNumber, num(2)],
        [nullNumber, nullNumber],
      ])
        expect(run({ node, of })).toBe(null)
    }
    expect(run({ node: 'greatest', of: [date('2026-01-31'), date('2026-02-01')] })).toBe('2026-02-01')
  })
})

describe('days and texts', () => {
  it('count, and give their parts', () => {
    expect(run({ node: 'days', from: date('2024-02-28'), to: date('2024-03-01') })).toBe('#2')
    expect(run({ node: 'days', from: date('2024-03-01'), to: date('2024-02-28') })).toBe('#-2')
    expect(run({ node: 'part', part: 'year', of: date('2024-03-01') })).toBe('#2024')
    expect(run({ node: 'part', part: 'month', of: date('2024-03-01') })).toBe('#3')
    expect([run({ node: 'days', from: nothing, to: date('2024-02-28') }), run({ node: 'part', part: 'year', of: nothing })]).toEqual([null, null])
  })
  it('contain and start, case included', () => {
    const contains = (a: Expr, b: Expr) => run({ node: 'contains', of: a, text: b })
    const starts = (a: Expr, b: Expr) => run({ node: 'starts', of: a, text: b })
    expect([
      contains(text('GTX Pro'), text('X P')),
      contains(text('GTX'), text('gtx')),
      contains(text('a'), text('')),
      contains(nothing, text('a')),
      contains(text('a_b'), text('%')),
    ]).toEqual([true, false, true, null, false])
    expect([starts(text('GTX Pro'), text('GTX')), starts(text('GTX'), text('TX')), starts(text('a'), nothing)]).toEqual([true, false, null])
  })
})

const dataset = (name: string, key: string[], fields: Record<string, FieldType>, effective: string | null = null): DatasetIr => ({
  dataset: name,
  key,
  effective,
  fields: Object.fromEntries(Object.entries(fields).map(([f, type]) => [f, { type, required: false, to: null, unit: {}, currency: null, currencyField: null }])),
})
const program: Program = {
  measures: {},
  company: { company: 'c', timezone: 'Asia/Shanghai', currency: 'CNY', currencyScale: 2 },
  schemes: {},
  incentives: {},
  datasets: {
    sales: dataset('sales', ['id'], {
      id: 'text',
      day: 'date',
      at: 'timestamp',
      amount: 'money',
      currency: 'text',
      product: 'reference',
      customer: 'reference',
      ok: 'boolean',
      n: 'integer',
    }),
    products: dataset('products', ['code', 'from'], { code: 'text', from: 'date', cost: 'decimal', maker: 'reference' }, 'from'),
    makers: dataset('makers', ['id', 'since'], { id: 'integer', since: 'date', name: 'text' }, 'since'),
    customers: dataset('customers', ['id'], { id: 'text', segment: 'choice' }),
  },
}
let ids = 0
const record = (fields: FactRecord['fields']): FactRecord => ({ id: String(fields.id ?? ++ids), source: null, line: null, fields })
const sale = (id: string, day: string | null, more: FactRecord['fields'] = {}): FactRecord => record({ id, day, ...more })
const factsOf = (sales: FactRecord[], rates: Facts['rates'] = []): Facts => ({
  employees: [],
  lines: { reporting: [], sponsor: [] },
  rates,
  assignments: [],
  units: [],
  factors: [],
  targets: [],
  pay: [],
  records: {
    sales,
    products: [
      record({ code: 'GTX', from: null, cost: '1', maker: '7' }),
      record({ code: 'GTX', from: '2026-02-01', cost: '2', maker: '7' }),
      record({ code: 'GTX', from: '2026-03-01', cost: '3', maker: null }),
      record({ code: 'MG', from: '2026-02-01', cost: null, maker: '8' }),
    ],
    makers: [record({ id: '7', since: null, name: 'Old' }), record({ id: '7', since: '2026-02-10', name: 'New' })],
    customers: [record({ id: 'c1', segment: '大客户' })],
  },
})
const day = field('day', 'date')
const on = (facts: Facts, id: string, note: (r: Reason) => void = unheard): Ground => {
  const found = facts.records.sales?.find((r) => r.id === id) ?? expect.fail(`no sale ${id}`)
  return standOn(openBook(program, facts), { dataset: 'sales', record: found, date: day }, note)
}

describe('fields', () => {
  const cost = field('cost', 'decimal', step('product', 'products'))
  const maker = field('name', 'text', step('product', 'products'), step('maker', 'makers'))
  it('come as their type says', () => {
    const facts = factsOf([sale('s', '2026-01-01', { at: '2026-03-31T16:00:00Z', amount: '10.50', ok: false, n: '0042' })])
    expect(
      ['at', 'amount', 'ok', 'n', 'currency'].map((f, i) => run(field(f, (['timestamp', 'money', 'boolean', 'integer', 'text'] as const)[i] ?? 'text'), on(facts, 's'))),
    ).toEqual(['2026-04-01', '#10.5', false, '#42', null])
  })
  it('of a dated target are those valid on the record’s day', () => {
    const costOn = (when: string): string | boolean | null => run(cost, on(factsOf([sale('s', when, { product: 'GTX' })]), 's'))
    expect(['2020-01-01', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2027-01-01'].map(costOn)).toEqual(['#1', '#1', '#2', '#2', '#3', '#3'])
  })
  it('are read over two steps on the same day', () => {
    const makerOn = (when: string): string | boolean | null => run(maker, on(factsOf([sale('s', when, { product: 'GTX' })]), 's'))
    expect(['2026-01-01', '2026-02-09', '2026-02-10', '2026-03-01'].map(makerOn)).toEqual(['Old', 'Old', 'New', null])
  })
  it('behind nothing are null, and say why', () => {
    const notes: Reason[] = []
    const facts = factsOf([
      sale('a', '2026-01-01', { product: 'GTXPro' }),
      sale('b', '2026-01-01'),
      sale('c', '2026-01-31', { product: 'MG' }),
      sale('d', '2026-02-01', { product: 'MG' }),
      sale('e', '2026-03-01', { product: 'GTX' }),
    ])
    for (const id of ['a', 'b', 'c', 'd'])
      expect(
        run(
          cost,
          on(facts, id, (r) => notes.push(r)),
        ),
      ).toBe(null)
    run(
      maker,
      on(facts, 'e', (r) => notes.push(r)),
    )
    expect(notes.map((n) => `${n.code} ${Object.values(n.params).join(' ')}`)).toEqual([
      'why.missing-reference products product GTXPro',
      'why.field-empty sales product',
      'why.missing-reference products product MG',
      'why.field-empty products cost',
      'why.field-empty products maker',
    ])
  })
  it('cannot supply the date through a dated target', () => {
    const facts = factsOf([sale('s', '2026-01-01', { product: 'GTX' })])
    const book = openBook(program, facts)
    expect(() => standOn(book, { dataset: 'sales', record: facts.records.sales?.[0] ?? expect.fail(), date: field('from', 'date', step('product', 'products')) }, unheard)).toThrow(
      'dated reference',
    )
  })
})

describe('money', () => {
  const rates = [
    { currency: 'USD', day: '2026-01-10', rate: '7.1' },
    { currency: 'USD', day: '2026-02-01', rate: '7.25' },
  ]
  const convert: Expr = { node: 'convert', of: field('amount', 'money'), currency: field('currency', 'text'), to: 'CNY', on: day, scale: 2 }
  const at = (when: string | null, amount: string | null, currency: string | null, note: (r: Reason) => void = unheard) =>
    run(convert, on(factsOf([sale('s', when, { amount, currency })], rates), 's', note))
  it('takes the newest rate on or before the day, rounded half up', () => {
    expect([at('2026-01-10', '1.005', 'USD'), at('2026-01-31', '-10', 'USD'), at('2026-02-01', '10.01', 'USD'), at('2027-01-01', '1', 'USD')]).toEqual([
      '#7.14',
      '#-71',
      '#72.57',
      '#7.25',
    ])
  })
  it('of the company’s own currency stays as it is', () => {
    expect([at('2020-01-01', '1.23456', 'CNY'), at(null, '1.2', 'CNY')]).toEqual(['#1.23456', '#1.2'])
  })
  it('without a rate, an amount, a currency or a day is null', () => {
    const notes: Reason[] = []
    expect([
      at('2026-01-09', '1', 'USD', (r) => notes.push(r)),
      at('2026-01-10', '1', 'EUR'),
      at('2026-01-10', null, 'USD'),
      at('2026-01-10', '1', null),
      at(null, '1', 'USD'),
    ]).toEqual([null, null, null, null, null])
    expect(notes).toEqual([{ code: 'why.no-rate', params: { currency: 'USD', to: 'CNY', day: '2026-01-09' } }])
  })
})

describe('for the first time', () => {
  const seen = (more: Partial<Extract<Expr, { node: 'seen' }>> = {}): Expr => ({
    node: 'seen',
    what: 'first',
    keys: [field('customer', 'reference')],
    where: null,
    withinDays: null,
    date: day,
    ...more,
  })
  const facts = factsOf([
    sale('s3', '2026-03-01', { customer: 'c1', amount: '5' }),
    sale('s1', '2026-01-01', { customer: 'c1', amount: '0' }),
    sale('s2b', '2026-01-31', { customer: 'c1', amount: '7' }),
    sale('s2a', '2026-01-31', { customer: 'c1', amount: '7' }),
    sale('s4', '2026-03-01', { customer: 'c2', amount: null }),
    sale('s5', '2026-03-01'),
    sale('s0', null, { customer: 'c2' }),
  ])
  const which = (expr: Expr): string[] => ['s1', 's2a', 's2b', 's3', 's4', 's5', 's0'].filter((id) => run(expr, on(facts, id)) === true)
  it('goes by day, then by key', () => {
    expect(which(seen())).toEqual(['s1', 's4'])
    expect(which(seen({ what: 'earlier' }))).toEqual(['s2a', 's2b', 's3'])
  })
  it('passes over earlier ones that do not satisfy the condition, which need not hold for the record itself', () => {
    const where = compare('>', field('amount', 'money'), num(0))
    expect(which(seen({ where }))).toEqual(['s1', 's2a', 's4'])
    expect(which(seen({ where, what: 'earlier' }))).toEqual(['s3'])
  })
  it('looks back only so many days', () => {
    expect(which(seen({ withinDays: 30 }))).toEqual(['s1', 's4'])
    expect(which(seen({ withinDays: 29 }))).toEqual(['s1', 's2a', 's4'])
    expect(which(seen({ withinDays: 28 }))).toEqual(['s1', 's2a', 's3', 's4'])
    expect(which(seen({ withinDays: 30, what: 'earlier' }))).toEqual(['s2a', 's2b', 's3'])
    expect(which(seen({ withinDays: 29, what: 'earlier' }))).toEqual(['s3'])
    expect(which(seen({ withinDays: 28, what: 'earlier' }))).toEqual([])
    expect(which(seen({ withinDays: 0 }))).toEqual(['s1', 's2a', 's3', 's4'])
  })
  it('may go by several keys, through references as they were on each record’s day', () => {
    expect(which(seen({ keys: [field('customer', 'reference'), field('amount', 'money')] }))).toEqual(['s1', 's2a', 's3'])
    const dated = factsOf([
      sale('a', '2026-01-01', { product: 'GTX' }),
      sale('b', '2026-02-05', { product: 'GTX' }),
      sale('c', '2026-02-20', { product: 'GTX' }),
      sale('d', '2026-02-21', { product: 'GTX' }),
    ])
    const byMaker = seen({ keys: [field('name', 'text', step('product', 'products'), step('maker', 'makers'))] })
    expect(['a', 'b', 'c', 'd'].filter((id) => run(byMaker, on(dated, id)) === true)).toEqual(['a', 'c'])
  })
})

describe('mistakes of the checker', () => {
  it('throw rather than give a number', () => {
    expect(() => run(binary('add', text('1'), num(1)))).toThrow('number was expected')
    expect(() => run(compare('=', text('1'), num(1)))).toThrow('cannot compare')
    expect(() => run(field('x', 'text'))).toThrow('only values of measures')
    expect(() => run(value('1'), on(factsOf([sale('s', null)]), 's'))).toThrow('only fields of a record')
  })
})
