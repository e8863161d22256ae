import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../base/decimal.ts'
import { type Sql, sql, toQuery } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Expr, Program } from '../ir.ts'
import { binary, bool, compare, date, div, field, nothing, num, step, text, unary, value } from '../random/build.ts'
import { evalExpr, unheard } from '../reference/expr.ts'
import { valueText } from '../reference/value.ts'
import { emit, type LeafNode } from './expr.ts'
import { fromClause, recordRows } from './record.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

/** Measures `3`, `-2.5` … stand for their own value, `none` for an empty one. */
const columns = (node: LeafNode): Sql => (node.node !== 'value' || node.ref.measure === 'none' ? sql`null::numeric` : sql`${node.ref.measure}::numeric`)
const emitted = (expr: Expr): Sql => emit(expr, { kind: 'values', column: columns })
const none = value('none')

/** 300 × (20 ÷ 30), cut at 40 places. */
const thirds = binary('mul', num(300), div(num(20), num(30), 40))
const TWO_THIRDS = '($1::numeric * app.divide($2::numeric, $3::numeric, 40))'

/** Each node: what it compiles to, and what PostgreSQL and the interpreter make of it. */
const CASES: readonly [name: string, expr: Expr, text: string, result: string | null][] = [
  ['add', binary('add', num('0.1'), num('0.2')), '($1::numeric + $2::numeric)', '0.3'],
  ['sub', binary('sub', num(1), num('0.9')), '($1::numeric - $2::numeric)', '0.1'],
  ['mul with an empty part', binary('mul', none, num(3)), '(null::numeric * $1::numeric)', null],
  ['div at its scale', div(num(2), num(3), 4), 'app.divide($1::numeric, $2::numeric, 4)', '0.6667'],
  ['div by zero', div(num(2), num(0), 4), 'app.divide($1::numeric, $2::numeric, 4)', null],
  ['neg', unary('neg', num(7)), '(- $1::numeric)', '-7'],
  ['abs', unary('abs', num(-7)), 'abs($1::numeric)', '7'],
  ['round half up', { node: 'round', of: num('2.345'), scale: 2 }, 'round($1::numeric, 2)', '2.35'],
  ['round half away from zero', { node: 'round', of: num('-2.345'), scale: 2 }, 'round($1::numeric, 2)', '-2.35'],
  ['not', unary('not', bool(true)), '(not true)', 'false'],
  ['empty', unary('empty', none), '(null::numeric is null)', 'true'],
  ['compare', compare('<>', text('A'), text('a')), '($1::text collate "C" <> $2::text collate "C")', 'true'],
  ['compare with an empty part', compare('=', none, num(1)), '(round(null::numeric, 20) = $1::numeric)', null],
  ['false and unknown', binary('and', bool(false), compare('=', none, num(1))), '(false and (round(null::numeric, 20) = $1::numeric))', 'false'],
  ['true or unknown', binary('or', bool(true), compare('=', none, num(1))), '(true or (round(null::numeric, 20) = $1::numeric))', 'true'],
  ['what a division went into meets its boundary', compare('<=', thirds, num(200)), `(round(${TWO_THIRDS}, 20) <= $4::numeric)`, 'true'],
  ['and is in a list', { node: 'in', of: thirds, list: [num(200)] }, `(round(${TWO_THIRDS}, 20) in ($4::numeric))`, 'true'],
  ['and rounds at its half', { node: 'round', of: binary('mul', thirds, num('0.0025')), scale: 0 }, `round(round((${TWO_THIRDS} * $4::numeric), 20), 0)`, '1'],
  ['a long number nothing was divided into stays as it is', compare('>', num(`1.${'0'.repeat(30)}1`), num(1)), '($1::numeric > $2::numeric)', 'true'],
  ['in', { node: 'in', of: text('a'), list: [text('b'), text('a')] }, '($1::text collate "C" in ($2::text collate "C", $3::text collate "C"))', 'true'],
  ['in nothing', { node: 'in', of: num(1), list: [] }, 'false', 'false'],
  [
    'if takes else when it is not known',
    { node: 'if', when: compare('>', none, num(1)), then: num(1), else: num(2) },
    '(case when (round(null::numeric, 20) > $1::numeric) then $2::numeric else $3::numeric end)',
    '2',
  ],
  ['coalesce', { node: 'coalesce', of: [none, num(5)] }, 'coalesce(null::numeric, $1::numeric)', '5'],
  [
    'least passes over nothing',
    { node: 'least', of: [none, num(5)] },
    '(case when null::numeric is null or $1::numeric is null then null else least(null::numeric, $2::numeric) end)',
    null,
  ],
  ['greatest', { node: 'greatest', of: [num(4), num(5)] }, '(case when $1::numeric is null or $2::numeric is null then null else greatest($3::numeric, $4::numeric) end)', '5'],
  ['days', { node: 'days', from: date('2026-02-27'), to: date('2026-03-01') }, '($1::date - $2::date)::numeric', '2'],
  ['year', { node: 'part', part: 'year', of: date('2026-02-27') }, 'extract(year from $1::date)::numeric', '2026'],
  ['month', { node: 'part', part: 'month', of: date('2026-02-27') }, 'extract(month from $1::date)::numeric', '2'],
  ['contains', { node: 'contains', of: text('华东一区'), text: text('东一') }, '(strpos($1::text collate "C", $2::text collate "C") > 0)', 'true'],
  ['starts', { node: 'starts', of: text('华东'), text: text('东') }, 'starts_with($1::text collate "C", $2::text collate "C")', 'false'],
  ['a bare null in arithmetic', binary('add', nothing, nothing), '(null::numeric + null::numeric)', null],
  ['hostile text stays a value', compare('=', text("'; drop table app.employee; --"), text('x')), '($1::text collate "C" = $2::text collate "C")', 'false'],
]

describe('expressions over values', () => {
  test.each(CASES)('%s', async (_, expr, wanted, result) => {
    const compiled = emitted(expr)
    expect(toQuery(compiled).text).toBe(wanted)
    const row = await scratch.store.read((read) => read.first<{ v: string | null }>(sql`select (${compiled})::text as v`))
    expect(shown(row?.v ?? null)).toBe(result)
    const told = evalExpr(expr, { kind: 'values', note: unheard, valueOf: (ref) => (ref.measure === 'none' ? null : new Decimal(ref.measure)) })
    expect(told === null ? null : valueText(told)).toBe(result)
  })

  /** PostgreSQL keeps the zeros of 2.50. */
  const shown = (v: string | null): string | null => (v !== null && /^-?\d+\.\d*$/.test(v) ? v.replace(/\.?0+$/, '') : v)
})

const FIELD = { required: false, to: null, unit: {}, currency: null, currencyField: null }
const program: Program = {
  measures: {},
  company: { company: 'x', timezone: 'Asia/Shanghai', currency: 'CNY', currencyScale: 2 },
  schemes: {},
  incentives: {},
  datasets: {
    lines: {
      dataset: 'lines',
      key: ['id'],
      effective: null,
      fields: {
        id: { ...FIELD, type: 'text' },
        产品: { ...FIELD, type: 'reference', to: 'prices' },
        at: { ...FIELD, type: 'timestamp' },
        qty: { ...FIELD, type: 'integer' },
        day: { ...FIELD, type: 'date' },
      },
    },
    prices: {
      dataset: 'prices',
      key: ['code', 'since'],
      effective: 'since',
      fields: { code: { ...FIELD, type: 'text' }, since: { ...FIELD, type: 'date' }, cost: { ...FIELD, type: 'money' } },
    },
  },
}

describe('expressions over records', () => {
  test('a dated reference is joined once, in the version valid on the record’s day', () => {
    const rows = recordRows(program, 'lines')
    const ground = { kind: 'record', rows } as const
    rows.day = emit(field('day', 'date'), ground)
    const cost = field('cost', 'money', step('产品', 'prices'))
    const compiled = emit(binary('mul', cost, binary('add', field('qty', 'integer'), cost)), ground)
    expect(toQuery(compiled).text).toBe('("j2"."cost" * ("r1"."qty"::numeric + "j2"."cost"))')
    expect(toQuery(fromClause(rows)).text).toBe(
      '"data"."lines" as "r1" left join lateral (select * from "data"."prices" as "j2v" where "j2v"."code" = "r1"."产品" and ("j2v"."since" is null or "j2v"."since" <= "r1"."day") order by "j2v"."since" desc nulls last limit 1) as "j2" on true',
    )
  })

  test('a timestamp is the day in the company’s time zone', () => {
    const query = toQuery(emit(field('at', 'timestamp'), { kind: 'record', rows: recordRows(program, 'lines') }))
    expect(query).toEqual({ text: '("r1"."at" at time zone $1::text)::date', values: ['Asia/Shanghai'] })
  })

  test('a name with quotes stays a name', () => {
    const hostile: Program = {
      ...program,
      datasets: { 'a"; drop table x; --': { dataset: 'a"; drop table x; --', key: ['k'], effective: null, fields: { k: { ...FIELD, type: 'text' } } } },
    }
    expect(toQuery(fromClause(recordRows(hostile, 'a"; drop table x; --'))).text).toBe('"data"."a""; drop table x; --" as "r1"')
  })

  test('a value of a measure cannot stand over records, nor a field over values', () => {
    expect(() => emit(value('m'), { kind: 'record', rows: recordRows(program, 'lines') })).toThrow('only fields of a record')
    expect(() => emitted(field('qty', 'integer'))).toThrow('only values of measures')
  })
})
