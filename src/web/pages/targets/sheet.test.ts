import { describe, expect, it } from 'vitest'
import { readFigure, shownFigure } from '../../ui/figure-text.ts'
import { badEdits, type Edit, EMPTY_SHEET, editKey, type Sheet, sheetAfter } from './edits.ts'
import type { Column, Person } from './queries.ts'
import { moved, ORIGIN, pasted, rangeOf, readSheetText } from './selection.ts'
import { partColumns, partsSum, totalsOf, unitGaps } from './sums.ts'

const value = (text: string, percent = false) => {
  const figure = readFigure(text, percent)
  return 'bad' in figure ? 'bad' : figure.value
}

describe('a figure', () => {
  it('is read as people and spreadsheets write it', () => {
    expect(['1,200,000', '¥12.5万', ' 1 200 ', '１２', '.5', '3亿', '120元', '-5', '-', ''].map((text) => value(text))).toEqual([
      '1200000',
      '125000',
      '1200',
      '12',
      '0.5',
      '300000000',
      '120',
      '-5',
      '0',
      null,
    ])
    expect([value('30%', true), value('30', true), value('30%')]).toEqual(['30', '30', 'bad'])
    expect(['1,2', '=1+1', 'abc', '1e5', '12万3', '1'.repeat(40)].map((text) => value(text))).toEqual(['bad', 'bad', 'bad', 'bad', 'bad', 'bad'])
    expect([shownFigure('1234567.5', false), shownFigure('30', true)]).toEqual(['1,234,567.5', '30%'])
  })
})

const cell = (to: string, more: Partial<Edit> = {}): Edit => ({ employee: 'a', measure: 'm', period: '2026-01', level: 'target', from: '100', to, percent: false, ...more })
const typedInto = (sheet: Sheet, ...cells: Edit[]) => sheetAfter(sheet, { type: 'type', cells })
const texts = ({ edits }: Sheet) => [...edits.values()].map(({ from, to }) => [from, to])

describe('a sheet', () => {
  it('keeps what was there first, forgets what is the same again, and goes back and forth', () => {
    const one = typedInto(EMPTY_SHEET, cell('1.2万'))
    const two = typedInto(one, cell('oops', { from: '12000' }), cell('5', { period: '2026-02', from: null }))
    expect(texts(two)).toEqual([
      ['100', 'oops'],
      [null, '5'],
    ])
    expect(badEdits(two.edits).length).toBe(1)
    const back = sheetAfter(two, { type: 'undo' })
    expect(texts(back)).toEqual([['100', '12000']])
    expect(texts(sheetAfter(back, { type: 'redo' }))).toEqual(texts(two))
    expect(typedInto(back, cell('100')).edits.size).toBe(0)
    expect(sheetAfter(EMPTY_SHEET, { type: 'undo' })).toBe(EMPTY_SHEET)
    expect(typedInto(one, cell('12000'))).toBe(one)
  })

  it('is laid over what others saved, or given up cell by cell', () => {
    const sheet = typedInto(EMPTY_SHEET, cell('7'), cell('8', { period: '2026-02' }))
    const key = editKey(cell('7'))
    expect(texts(sheetAfter(sheet, { type: 'rebase', now: new Map([[key, '90']]) }))).toEqual([
      ['90', '7'],
      ['100', '8'],
    ])
    expect(sheetAfter(sheet, { type: 'rebase', now: new Map([[key, '7']]) }).edits.size).toBe(1)
    expect(texts(sheetAfter(sheet, { type: 'drop', keys: [key] }))).toEqual([['100', '8']])
  })
})

describe('selecting', () => {
  const size = { rows: 3, columns: 4, page: 10 }
  const press = (key: string, more: { shift?: boolean; mod?: boolean } = {}, from = ORIGIN) => moved(from, { key, shift: false, mod: false, ...more }, size)
  it('moves and extends within the sheet', () => {
    expect(press('ArrowUp')?.head).toEqual({ row: 0, column: 0 })
    expect(press('End', { mod: true })?.head).toEqual({ row: 2, column: 3 })
    expect(rangeOf(press('ArrowDown', { shift: true }) ?? ORIGIN)).toEqual({ top: 0, bottom: 1, left: 0, right: 0 })
    expect(press('a')).toBeUndefined()
  })
  it('pastes what a spreadsheet copies; one cell fills the selection; nothing beyond the edge', () => {
    expect(readSheetText('1\t2\r\n"a\n""b"""\t\r\n')).toEqual([
      ['1', '2'],
      ['a\n"b"', ''],
    ])
    expect(pasted([['9']], { top: 0, bottom: 1, left: 0, right: 1 }, size).length).toBe(4)
    expect(
      pasted(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        { top: 2, bottom: 2, left: 3, right: 3 },
        size,
      ),
    ).toEqual([{ row: 2, column: 3, text: '1' }])
  })
})

const column = (period: string, kind: Column['kind'], from: string, last: string, adds = true): Column => ({
  measure: 'm',
  name: 'm',
  unit: '',
  percent: false,
  adds,
  sums: adds,
  better: 'more',
  period,
  kind,
  from,
  last,
})
const QUARTER = [
  column('2026-Q1', 'quarter', '2026-01-01', '2026-03-31'),
  column('2026-01', 'month', '2026-01-01', '2026-01-31'),
  column('2026-02', 'month', '2026-02-01', '2026-02-28'),
  column('2026-03', 'month', '2026-03-01', '2026-03-31'),
]

describe('sums', () => {
  const parts = partColumns(QUARTER)
  it('tell a quarter that its months do not come to, to the last digit', () => {
    expect(partsSum(['0.3', '0.1', '0.1', '0.1'], 0, parts)?.gap).toBeNull()
    expect(partsSum(['100', '10', '20', '30'], 0, parts)).toEqual({ kind: 'month', sum: '60', given: 3, parts: 3, finer: false, gap: '40' })
    expect(partsSum(['100', '10', null, '30'], 0, parts)).toMatchObject({ given: 2, gap: null })
    expect(partsSum([null, null, null, null], 0, parts)).toBeNull()
    expect(partColumns(QUARTER.map((c) => ({ ...c, adds: false })))[0]).toEqual([])
  })
  it('of an empty year add the months up where a quarter has none, as rules do', () => {
    const year = [
      column('2026', 'year', '2026-01-01', '2026-12-31'),
      ...QUARTER,
      column('2026-Q2', 'quarter', '2026-04-01', '2026-06-30'),
      column('2026-04', 'month', '2026-04-01', '2026-04-30'),
    ]
    expect(partsSum([null, '90', '1', '2', '3', null, '40'], 0, partColumns(year))).toEqual({ kind: 'quarter', sum: '130', given: 1, parts: 2, finer: true, gap: null })
    expect(partsSum([null, '90', '1', '2', '3', '50', '40'], 0, partColumns(year))).toMatchObject({ sum: '140', finer: false })
    expect(partsSum([null, null, '1', '2', '3', null, '40'], 0, partColumns(year))).toMatchObject({ kind: 'month', sum: '46' })
  })
  it('add people up by unit', () => {
    const person = (id: string, unit: string | null, values: (string | null)[]): Person => ({ id, name: id, unit, unitName: unit, position: null, writable: true, values })
    const people = [person('a', 'x', ['60', '10', '20', '30']), person('b', 'x', ['1', '1', '1', '1']), person('c', null, [null, null, null, '5'])]
    const totals = totalsOf(QUARTER, people, (p) => p.values)
    expect(totals.all).toEqual(['66', '11', '21', '36'])
    expect([totals.units.get('x')?.[3], totals.units.get('')?.[0]]).toEqual(['31', '5'])
    expect([...totals.gaps]).toEqual(['b'])
    const team = { person: 'a', unit: 'x', measure: 't', name: 't', values: ['61', null, '30', '31'] }
    expect(unitGaps({ columns: QUARTER, teams: [team] }, totals).get('x')).toEqual([{ asked: '61', gap: null }, null, { asked: '30', gap: '9' }, { asked: '31', gap: null }])
    expect(unitGaps({ columns: QUARTER, teams: [team, { ...team, person: 'b' }] }, totals).size).toBe(0)
  })
})
