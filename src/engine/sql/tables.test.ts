import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { CurveIr, Expr, LookupCell, LookupIr, TiersIr } from '../ir.ts'
import { binary, div, nothing, num, text, unary, value } from '../random/build.ts'
import { emit } from './expr.ts'
import { tierParts } from './tables.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

/** Goal: every table pays what its document says, on its bounds and beyond them. Measures `3`, `-2.5` … stand for their own value, `none` for an empty one. */
async function valueOf(expr: Expr): Promise<string | null> {
  const column = (node: Expr) => (node.node !== 'value' || node.ref.measure === 'none' ? sql`null::numeric` : sql`${node.ref.measure}::numeric`)
  const row = await scratch.store.read((read) => read.first<{ v: string | null }>(sql`select trim_scale((${emit(expr, { kind: 'values', column })})::numeric)::text as v`))
  return row?.v ?? null
}

async function all(table: TiersIr, quantities: readonly string[], scale: string | null = null): Promise<(string | null)[]> {
  const values: (string | null)[] = []
  for (const q of quantities) values.push(await valueOf({ node: 'tiers', table, of: value(q), scale: scale === null ? null : value(scale) }))
  return values
}

/** The parts of a quantity and what they pay, as `part:pays`. */
async function parts(table: TiersIr, q: string, scale: string | null = null): Promise<string[]> {
  const told: string[] = []
  for (const p of tierParts(table, { of: sql`${q}::numeric`, scale: scale === null ? null : sql`${scale}::numeric` })) {
    const row = await scratch.store.read((read) => read.first<{ v: string }>(sql`select trim_scale(${p.part})::text || ':' || trim_scale(${p.pays})::text as v`))
    told.push(row?.v ?? '')
  }
  return told
}

type Tier = readonly [from: string | null, until: string | null, pays: string]
const table = (mode: TiersIr['mode'], boundary: TiersIr['boundary'], of: 'rate' | 'amount', ...rows: readonly Tier[]): TiersIr => ({
  table: 't',
  mode,
  boundary,
  tiers: rows.map(([from, until, pays]) => ({ from, until, rate: of === 'rate' ? pays : null, amount: of === 'amount' ? pays : null })),
})

const SIX = ['200', '300', '1500', '1200', '2000', '4500']
const FOUR: readonly Tier[] = [
  ['0', '1000', '0.01'],
  ['1000', '3000', '0.02'],
  ['3000', '8000', '0.03'],
  ['8000', '20000', '0.05'],
]

describe('tiers', () => {
  test('G01 marginal rates of each record alone', async () => {
    expect(await all(table('marginal', 'begins', 'rate', ...FOUR), SIX)).toEqual(['2', '3', '20', '14', '30', '95'])
  })

  test('G03 amounts in proportion to the filled part of a tier', async () => {
    const amounts = ['10', '40', '100', '2000']
    const interpolated = table('interpolated', 'begins', 'amount', ...FOUR.map(([from, until], i): Tier => [from, until, amounts[i] ?? '']))
    expect(await all(interpolated, SIX)).toEqual(['2', '3', '20', '14', '30', '80'])
    expect(await all(interpolated, ['0', '8000', '20000', '30000', '-1'])).toEqual(['0', '150', '2150', '2150', '0'])
    expect(await parts(interpolated, '4500')).toEqual(['1000:10', '2000:40', '1500:30', '0:0'])
  })

  test('G05 whole and marginal', async () => {
    const rows: Tier[] = [
      ['0', '10000', '0.01'],
      ['10000', '50000', '0.02'],
      ['50000', '100000', '0.03'],
    ]
    expect(await all(table('whole', 'begins', 'rate', ...rows), ['5000', '15000', '60000'])).toEqual(['50', '300', '1800'])
    expect(await all(table('marginal', 'begins', 'rate', ...rows), ['5000', '15000', '60000'])).toEqual(['50', '200', '1200'])
  })

  test('G07 a new deal on top of what there was is paid in the tiers it falls into', async () => {
    const t = table('marginal', 'begins', 'rate', ['0', '150000', '0.04'], ['150000', '250000', '0.06'], ['250000', null, '0.08'])
    const of = (q: string): Expr => ({ node: 'tiers', table: t, of: value(q), scale: null })
    expect(await valueOf(binary('sub', of('165000'), of('145000')))).toBe('1100')
  })

  test('G09 three tiers, the last open', async () => {
    const t = table('marginal', 'begins', 'rate', ['0', '300000', '0.03'], ['300000', '500000', '0.05'], ['500000', null, '0.07'])
    expect(await all(t, ['600000'])).toEqual(['26000'])
    expect(await parts(t, '600000')).toEqual(['300000:9000', '200000:10000', '100000:7000'])
  })

  test('G10 whole-tier and marginal', async () => {
    const rows: Tier[] = [
      ['0', '100000', '0.5'],
      ['100000', null, '0.6'],
    ]
    expect(await all(table('whole', 'begins', 'rate', ...rows), ['180000'])).toEqual(['108000'])
    expect(await all(table('marginal', 'begins', 'rate', ...rows), ['180000'])).toEqual(['98000'])
    // The parts are those that lie in the tiers, whatever the mode.
    expect(await parts(table('whole', 'begins', 'rate', ...rows), '180000')).toEqual(['100000:0', '80000:108000'])
  })

  test('G13 bounds that are shares of the budget', async () => {
    const t = table('marginal', 'begins', 'rate', ['0', '0.5', '0.1'], ['0.5', '1', '0.2'], ['1', null, '0.3'])
    expect(await all(t, ['100'], '90')).toEqual(['16.5'])
    expect(await parts(t, '100', '90')).toEqual(['45:4.5', '45:9', '10:3'])
    expect(await all(t, ['100'], '0')).toEqual([null])
    expect(await all(t, ['100'], '-90')).toEqual([null])
    expect(await all(t, ['100'], 'none')).toEqual([null])
    expect(await all(t, ['none'], '90')).toEqual([null])
  })

  test('G17 an accelerator above the quota, G18 a decelerator below half of it', async () => {
    const attained = (t: TiersIr, attainment: Expr): Expr => binary('mul', { node: 'tiers', table: t, of: attainment, scale: null }, num(100000))
    const faster = table('marginal', 'begins', 'rate', ['0', '1', '1'], ['1', null, '1.5'])
    const slower = table('whole', 'begins', 'rate', ['0', '0.5', '0.5'], ['0.5', null, '1'])
    expect(await valueOf(attained(faster, div(value('650000'), value('500000'))))).toBe('145000')
    expect(await valueOf(attained(slower, value('0.4')))).toBe('20000')
    expect(await valueOf(attained(slower, value('0.5')))).toBe('50000')
  })

  test('a quantity on a bound lies where the table says, the lowest always in the first tier, the last in the last', async () => {
    const rows: Tier[] = [
      ['10', '20', '1'],
      ['20', '30', '2'],
    ]
    const on = ['9.99', '10', '19.99', '20', '20.01', '30', '31']
    expect(await all(table('whole', 'begins', 'amount', ...rows), on)).toEqual(['0', '1', '1', '2', '2', '2', '2'])
    expect(await all(table('whole', 'ends', 'amount', ...rows), on)).toEqual(['0', '1', '1', '1', '2', '2', '2'])
    expect(await all(table('marginal', 'begins', 'amount', ...rows), on)).toEqual(['0', '1', '1', '3', '3', '3', '3'])
    expect(await all(table('marginal', 'ends', 'amount', ...rows), on)).toEqual(['0', '1', '1', '1', '3', '3', '3'])
    expect(await all(table('whole', 'begins', 'rate', ...rows), ['9', '10', '20', '30', '45'])).toEqual(['0', '10', '40', '60', '60'])
    expect(await all(table('whole', 'ends', 'rate', ...rows), ['9', '10', '20', '30', '45'])).toEqual(['0', '10', '20', '60', '60'])
    expect(await all(table('marginal', 'begins', 'rate', ...rows), ['9', '10', '20', '30', '45'])).toEqual(['0', '0', '10', '30', '30'])
    expect(await parts(table('marginal', 'ends', 'amount', ...rows), '20')).toEqual(['10:1', '0:0'])
    expect(await parts(table('marginal', 'begins', 'amount', ...rows), '20')).toEqual(['10:1', '0:2'])
    expect(await parts(table('whole', 'begins', 'rate', ...rows), '45')).toEqual(['10:0', '10:60'])
    expect(await parts(table('whole', 'begins', 'rate', ...rows), '5')).toEqual(['0:0', '0:0'])
  })

  test('a first tier without a beginning reaches below zero', async () => {
    const rows: Tier[] = [
      [null, '100', '0.1'],
      ['100', null, '0.2'],
    ]
    expect(await all(table('marginal', 'begins', 'rate', ...rows), ['-50', '100', '150'])).toEqual(['-5', '10', '20'])
    expect(await parts(table('marginal', 'begins', 'rate', ...rows), '-50')).toEqual(['-50:-5', '0:0'])
    expect(await all(table('whole', 'begins', 'rate', ...rows), ['-50', '150'])).toEqual(['-5', '30'])
    expect(await all(table('marginal', 'begins', 'amount', ...rows), ['-50', '150'])).toEqual(['0.1', '0.3'])
  })

  test('thirds are divided once, at the scale of divisions', async () => {
    expect(await all(table('interpolated', 'begins', 'amount', ['0', '3', '100']), ['1', '2', '3'])).toEqual([`33.${'3'.repeat(40)}`, `66.${'6'.repeat(39)}7`, '100'])
  })

  test('a quantity on a share of a quotient lies where it says', async () => {
    const byShare = (boundary: 'begins' | 'ends') => table('whole', boundary, 'amount', ['0', '0.3', '1'], ['0.3', '1.5', '2'], ['1.5', null, '3'])
    const asked = (boundary: 'begins' | 'ends', of: Expr): Expr => ({ node: 'tiers', table: byShare(boundary), of, scale: div(num(2000), num(3), 40) })
    const exact = [num(200), binary('mul', num(600), div(num(1), num(3), 40)), num(1000), binary('mul', num(3000), div(num(1), num(3), 40))]
    expect(await Promise.all(exact.map((of) => valueOf(asked('begins', of))))).toEqual(['2', '2', '3', '3'])
    expect(await Promise.all(exact.map((of) => valueOf(asked('ends', of))))).toEqual(['1', '1', '2', '2'])
  })

  test('a table inside a table is worked out once, and an empty quantity stays empty', async () => {
    const t = table('marginal', 'begins', 'rate', ...FOUR)
    const inner: Expr = { node: 'tiers', table: t, of: binary('add', value('4500'), num(0)), scale: null }
    const nested = Array.from({ length: 8 }).reduce<Expr>((of) => ({ node: 'tiers', table: t, of: binary('mul', of, num(10)), scale: div(num(1), num(1)) }), inner)
    // 95 → 950 pays 9.5 → 95 pays 0.95 …
    expect(await valueOf(nested)).toBe('0.00000095')
    expect(await valueOf({ node: 'tiers', table: t, of: nothing, scale: null })).toBeNull()
    expect(emit(nested, { kind: 'values', column: () => sql`x` }).values.length).toBeLessThan(500)
  })
})

describe('curves', () => {
  const points = (...at: readonly (readonly [string, string])[]): CurveIr => ({ table: 'c', points: at.map(([x, y]) => ({ at: x, value: y })) })
  const onCurve = async (curve: CurveIr, of: string) => valueOf({ node: 'curve', table: curve, of: value(of) })

  test('is flat outside its points and straight between them', async () => {
    const curve = points(['10', '1'], ['20', '3'], ['23', '4'])
    expect(await Promise.all(['-5', '10', '15', '20', '21', '23', '99', 'none'].map((x) => onCurve(curve, x)))).toEqual(['1', '1', '2', '3', `3.${'3'.repeat(40)}`, '4', '4', null])
  })

  test('may fall', async () => {
    expect(await onCurve(points(['0', '100'], ['10', '0']), '2.5')).toBe('75')
  })
})

describe('lookups', () => {
  const range = (from: string | null, until: string | null): LookupCell => ({ kind: 'range', from, until })
  const ANY: LookupCell = { kind: 'any' }
  const looked = async (lookup: LookupIr, ...keys: readonly Expr[]) => valueOf({ node: 'lookup', table: lookup, keys })
  const percent = (n: number): Expr => num(String(n / 100))

  test('G21 a matrix of revenue and operating income', async () => {
    const dimension = (name: string) => ({ name, kind: 'range', boundary: 'begins' }) as const
    const rows = [
      { cells: [range('1.05', null), range('1.2', null)], value: '1' },
      { cells: [range('1', null), range('1', null)], value: '0.75' },
      { cells: [range('0.9', '1'), range('1', null)], value: '0.55' },
      { cells: [range('0.8', '0.9'), range('0.8', null)], value: '0.2' },
    ]
    const matrix: LookupIr = { table: 'm', dimensions: [dimension('revenue'), dimension('income')], rows, otherwise: '0' }
    expect(await looked(matrix, percent(80), percent(81))).toBe('0.2')
    expect(await looked(matrix, percent(90), percent(100))).toBe('0.55')
    expect(await looked(matrix, percent(100), percent(100))).toBe('0.75')
    expect(await looked(matrix, percent(105), percent(121))).toBe('1')
    expect(await looked(matrix, percent(79), percent(200))).toBe('0')
    expect(await looked(matrix, value('none'), percent(100))).toBe('0')
  })

  test('texts, lists, anything, and the first row that fits', async () => {
    const rows = [
      { cells: [{ kind: 'text', values: ['直销', 'online'] }, range(null, '10')], value: '1' },
      { cells: [{ kind: 'text', values: ['直销'] }, ANY], value: '2' },
      { cells: [ANY, range(null, null)], value: '3' },
    ] satisfies LookupIr['rows']
    const lookup: LookupIr = {
      table: 'l',
      dimensions: [
        { name: 'channel', kind: 'text', boundary: 'begins' },
        { name: 'size', kind: 'range', boundary: 'ends' },
      ],
      rows,
      otherwise: null,
    }
    expect(await looked(lookup, text('online'), num(10))).toBe('1')
    expect(await looked(lookup, text('online'), num('10.01'))).toBe('3')
    expect(await looked(lookup, text('直销'), num(99))).toBe('2')
    expect(await looked(lookup, text('直销'), value('none'))).toBe('2')
    expect(await looked(lookup, nothing, num(1))).toBe('3')
    expect(await looked(lookup, nothing, unary('neg', value('none')))).toBeNull()
  })

  test('a table of thousands of rows finds the same first row as a short one', async () => {
    const row = (i: number): LookupIr['rows'][number] => ({
      cells: [
        i % 5 === 4 ? ANY : { kind: 'text', values: [`渠道${i % 3}`, `c"${i}`] },
        i % 7 === 6 ? ANY : range(i % 11 === 10 ? null : String(i), i % 13 === 12 ? null : String(i + 9)),
      ],
      value: String(i * 10),
    })
    for (const boundary of ['begins', 'ends'] as const) {
      const of = (rows: number): LookupIr => ({
        table: 'l',
        dimensions: [
          { name: 'channel', kind: 'text', boundary: 'begins' },
          { name: 'size', kind: 'range', boundary },
        ],
        rows: Array.from({ length: rows }, (_, i) => row(i)).filter((_, i) => i % 5 !== 4 || i % 7 !== 6),
        otherwise: '-1',
      })
      const [short, long] = [of(100), of(3000)]
      expect([short.rows.length <= 100, long.rows.length > 2000]).toEqual([true, true])
      for (const keys of [
        [text('渠道1'), num(40)],
        [text('渠道2'), num('57.5')],
        [text('c"8'), num(17)],
        [text('c"8'), num(8)],
        [nothing, num(64)],
        [text('渠道0'), value('none')],
        [nothing, value('none')],
      ] satisfies Expr[][])
        expect(await looked(long, ...keys)).toBe(await looked(short, ...keys))
    }
    const rows = Array.from({ length: 3000 }, (_, i) => ({ cells: [{ kind: 'text', values: [`k"${i}`] } as const], value: String(i) }))
    const many: LookupIr = { table: 'l', dimensions: [{ name: 'k', kind: 'text', boundary: 'begins' }], rows, otherwise: null }
    expect([await looked(many, text('k"2500')), await looked(many, text('k"3000'))]).toEqual(['2500', null])
  })

  test('where the bound that ends belongs to a range, the one it begins at does not', async () => {
    const ends: LookupIr = { table: 'l', dimensions: [{ name: 'x', kind: 'range', boundary: 'ends' }], rows: [{ cells: [range('1', '2')], value: '7' }], otherwise: null }
    expect([await looked(ends, num(1)), await looked(ends, num('1.5')), await looked(ends, num(2)), await looked(ends, num('2.1'))]).toEqual([null, '7', '7', null])
  })
})
