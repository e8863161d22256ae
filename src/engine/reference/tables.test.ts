import { describe, expect, test } from 'vitest'
import { type Decimal, dec, decimalText } from '../../base/decimal.ts'
import type { CurveIr, LookupCell, LookupIr, TiersIr } from '../ir.ts'
import { curveOf, lookupOf, tiersOf } from './tables.ts'
import { tiers } from './testing-company.ts'

/** The goal: what lies exactly on a bound, below the lowest, above the last or nowhere is decided as ir.ts says. */

const shown = (d: Decimal | null): string | null => (d === null ? null : decimalText(d))
const number = (text: string | null): Decimal | null => (text === null ? null : dec(text))
const value = (table: TiersIr, of: string | null, scale?: string | null): string | null => shown(tiersOf(table, number(of), scale === undefined ? undefined : number(scale)).value)
const parts = (table: TiersIr, of: string, scale?: string): string[] =>
  tiersOf(table, dec(of), scale === undefined ? undefined : dec(scale)).tiers.map((t) => `${decimalText(t.part)}→${decimalText(t.pays)}`)

describe('tiers', () => {
  const rows = [
    ['0', '10', '1'],
    ['10', '20', '2'],
    ['20', '30', '3'],
  ] as const
  test('marginal pays each tier on its part, whoever owns the bound', () => {
    for (const boundary of ['begins', 'ends'] as const)
      expect(['-1', '0', '5', '10', '25', '30', '99'].map((x) => value(tiers('marginal', rows, { boundary }), x))).toEqual(['0', '0', '5', '10', '45', '60', '60'])
    expect(parts(tiers('marginal', rows), '25')).toEqual(['10→10', '10→20', '5→15'])
    expect(parts(tiers('marginal', rows), '-1')).toEqual(['0→0', '0→0', '0→0'])
  })
  test('whole pays the rate of one tier on everything up to the last bound', () => {
    const at = (boundary: 'begins' | 'ends') => ['-1', '0', '9.99', '10', '20', '30', '99'].map((x) => value(tiers('whole', rows, { boundary }), x))
    expect(at('begins')).toEqual(['0', '0', '9.99', '20', '60', '90', '90'])
    expect(at('ends')).toEqual(['0', '0', '9.99', '10', '40', '90', '90'])
    expect(parts(tiers('whole', rows), '25')).toEqual(['10→0', '10→0', '5→75'])
  })
  test('whole with amounts: the lowest bound lies in the first tier, the last in the last', () => {
    const at = (boundary: 'begins' | 'ends') => ['0', '10', '30', '99'].map((x) => value(tiers('whole', rows, { pays: 'amount', boundary }), x))
    expect(at('begins')).toEqual(['1', '2', '3', '3'])
    expect(at('ends')).toEqual(['1', '1', '3', '3'])
  })
  test('marginal with amounts pays every tier that is reached', () => {
    const at = (boundary: 'begins' | 'ends') => ['-1', '0', '10', '20', '30'].map((x) => value(tiers('marginal', rows, { pays: 'amount', boundary }), x))
    expect(at('begins')).toEqual(['0', '1', '3', '6', '6'])
    expect(at('ends')).toEqual(['0', '1', '1', '3', '6'])
  })
  test('interpolated amounts are divided at the scale of divisions, each part by itself', () => {
    const thirds = tiers('interpolated', [
      ['0', '3', '1'],
      ['3', '9', '2'],
    ])
    expect(['1', '3', '5', '9', '12'].map((x) => value(thirds, x))).toEqual([`0.${'3'.repeat(40)}`, '1', `1.${'6'.repeat(39)}7`, '3', '3'])
  })
  test('an open first tier takes what is below zero; an open last one has no end', () => {
    const open = [
      [null, '10', '1'],
      ['10', null, '2'],
    ] as const
    expect(['-5', '0', '15'].map((x) => value(tiers('marginal', open), x))).toEqual(['-5', '0', '20'])
    expect(['-5', '10', '15'].map((x) => value(tiers('whole', open), x))).toEqual(['-5', '20', '30'])
    expect(value(tiers('marginal', open, { pays: 'amount' }), '-5')).toBe('1')
    expect(parts(tiers('marginal', open), '-5')).toEqual(['-5→-5', '0→0'])
  })
  test('with a scale, every bound is a share of it; without one above 0 there is nothing', () => {
    expect(value(tiers('marginal', rows), '2.5', '0.1')).toBe('4.5')
    expect([null, '0', '-1'].map((scale) => value(tiers('marginal', rows), '5', scale))).toEqual([null, null, null])
    expect(value(tiers('marginal', rows), null)).toBeNull()
    expect(tiersOf(tiers('marginal', rows), dec(5), dec(0)).tiers).toEqual([])
    expect(tiersOf(tiers('marginal', rows), null, undefined).tiers).toEqual([])
  })
})

describe('curves', () => {
  const curve: CurveIr = {
    table: 'c',
    points: [
      { at: '0', value: '10' },
      { at: '3', value: '11' },
      { at: '6', value: '5' },
    ],
  }
  test('are flat outside and straight between their points', () => {
    expect(['-9', '0', '1', '3', '4', '6', '99'].map((x) => shown(curveOf(curve, dec(x))))).toEqual(['10', '10', `10.${'3'.repeat(40)}`, '11', '9', '5', '5'])
    expect(curveOf(curve, null)).toBeNull()
  })
})

describe('lookups', () => {
  const text = (...values: string[]): LookupCell => ({ kind: 'text', values })
  const range = (from: string | null, until: string | null): LookupCell => ({ kind: 'range', from, until })
  const table = (boundary: 'begins' | 'ends', otherwise: string | null = null): LookupIr => ({
    table: 'l',
    dimensions: [
      { name: 'region', kind: 'text', boundary: 'begins' },
      { name: 'size', kind: 'range', boundary },
    ],
    rows: [
      { cells: [text('north', 'east'), range('0', '10')], value: '1' },
      { cells: [text('north'), { kind: 'any' }], value: '2.50' },
      { cells: [{ kind: 'any' }, range('10', null)], value: '3' },
    ],
    otherwise,
  })
  const found = (l: LookupIr, region: string | null, size: string | null): string => {
    const { row, value: v } = lookupOf(l, [region, number(size)])
    return `${row} ${shown(v)}`
  }
  test('take the first row of which all cells fit', () => {
    expect([found(table('begins'), 'north', '5'), found(table('begins'), 'north', '10'), found(table('begins'), 'west', '10'), found(table('begins'), 'east', '0')]).toEqual([
      '0 1',
      '1 2.5',
      '2 3',
      '0 1',
    ])
  })
  test('bounds belong to the range that begins or the one that ends there', () => {
    expect([found(table('ends'), 'east', '0'), found(table('ends'), 'east', '10'), found(table('ends'), 'west', '10')]).toEqual(['null null', '0 1', 'null null'])
  })
  test('an empty key fits any alone; what fits nowhere is otherwise, or empty', () => {
    expect([found(table('begins'), null, '10'), found(table('begins'), 'north', null), found(table('begins'), null, null), found(table('begins', '7'), 'NORTH', '5')]).toEqual([
      '2 3',
      '1 2.5',
      'null null',
      'null 7',
    ])
  })
})
