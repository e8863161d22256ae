import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalendarSpec } from '../../base/calendar.ts'
import { type Diagnostic, describe as say } from '../../base/diagnostic.ts'
import { line, scheme } from '../../engine/reference/testing-company.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Tx } from '../../store/types.ts'
import { goalsTexts } from '../goals/texts.ts'
import { importUnits } from '../org/import-units.ts'
import type { UnitField } from '../org/rows.ts'
import { tried as rolledBack, rows } from '../org/testing.ts'
import { orgTexts } from '../org/texts.ts'
import { importFactors } from './import-factors.ts'
import { exportFactors } from './queries.ts'
import type { FactorField } from './rows.ts'
import { schemesTexts } from './texts.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
  await scratch.store.tx((tx) => importUnits(tx, rows<UnitField>('units.csv', 'id,name,parent', 'all,全公司,', 'east,华东区,all', 'e2,华东区,east')))
})
afterAll(() => scratch.drop())

const calendar: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }
const gate = line({ line: 'clean', name: 'clean', weight: '0', target: { kind: 'none' }, rule: { rule: 'gate', op: '=', value: '0', most: '60' } })
const SCHEMES = [
  scheme([line({ line: 'sales', name: { zh: '销售额', en: 'Sales' } }), gate], { scheme: 'reps', name: { zh: '销售考核', en: 'Reps' }, from: '2026-01-01' }),
  scheme([line({ line: 'visits', name: 'visits' })], { scheme: 'plain', every: 'quarter', factors: false }),
]

const HEADER = 'period,unit,scheme,line,factor,reason,by'
const load = (tx: Tx, ...lines: string[]) => importFactors(tx, rows<FactorField>('/somewhere/factors.csv', HEADER, ...lines), { schemes: SCHEMES, calendar })

/** What a part of a transaction that leaves nothing behind answers. */
async function tried<T>(part: (tx: Tx) => Promise<T>): Promise<T> {
  const found: T[] = []
  await rolledBack(scratch.store, async (tx) => {
    found.push(await part(tx))
  })
  const [answer] = found
  if (answer === undefined) throw new Error('nothing was answered')
  return answer
}

function told(diagnostics: readonly Diagnostic[]): string[] {
  for (const d of diagnostics)
    for (const lang of ['zh', 'en'] as const) expect(Object.values(say(d, lang, { ...schemesTexts, ...goalsTexts, ...orgTexts })).join(' ')).not.toMatch(/\{\w+\}|undefined/)
  return diagnostics.map((d) => `${d.code}@${d.place.line ?? ''}`)
}

describe('what a row of factors may not say', () => {
  test.each([
    ['no reason', '2026-03,east,,,1.1,,HR', 'factors.no-reason@2'],
    ['nobody who set it', '2026-03,east,,,1.1,flood,', 'factors.cell-missing@2'],
    ['no unit', '2026-03,,,,1.1,flood,HR', 'factors.cell-missing@2'],
    ['no factor', '2026-03,east,,,,flood,HR', 'factors.cell-missing@2'],
    ['zero', '2026-03,east,,,0,flood,HR', 'factors.not-above-zero@2'],
    ['less than nothing', '2026-03,east,,,-5%,flood,HR', 'factors.not-above-zero@2'],
    ['words', '2026-03,east,,,much,flood,HR', 'factors.not-a-number@2'],
    ['a unit nobody knows', '2026-03,south,,,1.1,flood,HR', 'org.unit-unknown@2'],
    ['a name of two units', '2026-03,华东区,,,1.1,flood,HR', 'org.unit-ambiguous@2'],
    ['a period that is none', '2026-13,east,,,1.1,flood,HR', 'goals.period-unknown@2'],
    ['a day', '2026-03-01,east,,,1.1,flood,HR', 'goals.period-day@2'],
    ['a scheme nobody knows', '2026-03,east,repz,,1.1,flood,HR', 'factors.scheme-unknown@2'],
    ['a line nobody knows', '2026-03,east,reps,visits,1.1,flood,HR', 'factors.line-unknown@2'],
    ['a gate', '2026-03,east,reps,clean,1.1,flood,HR', 'factors.gate@2'],
    ['a reason that turns the text around', '2026-03,east,,,1.1,fl\u202eood,HR', 'org.text-control@2'],
  ])('%s', async (_, row, expected) => {
    const found = await tried((tx) => load(tx, row))
    expect(told(found.diagnostics)).toEqual([expected])
    expect(found).toMatchObject({ changes: 0 })
  })

  test('the same thing twice, whatever the spelling', async () => {
    const found = await tried((tx) => load(tx, '2026-03,east,reps,sales,1.1,flood,HR', '2026年3月,east,销售考核,销售额,110%,flood,HR'))
    expect(told(found.diagnostics)).toEqual(['factors.twice@3'])
  })
})

describe('what is doubtful is a warning', () => {
  test.each([
    ['a factor far from 1', '2026-03,east,,,1.51,flood,HR', 'factors.unusual@2'],
    ['a factor meant as percent', '2026-03,east,,,5%,flood,HR', 'factors.unusual@2'],
    ['a period that no scheme has', '2026,east,,,1.1,flood,HR', 'factors.no-scheme@2'],
    ['a period before the scheme', '2025-12,east,reps,,1.1,flood,HR', 'factors.no-scheme@2'],
    ['a scheme that takes none', '2026-Q1,east,plain,visits,1.1,flood,HR', 'factors.ignored@2'],
  ])('%s', async (_, row, expected) => {
    const found = await tried((tx) => load(tx, row))
    expect(told(found.diagnostics)).toEqual([expected])
    expect(found).toMatchObject({ given: 1, changes: 1 })
  })
  test('0.5 and 1.5 are not', async () => {
    const found = await tried((tx) => load(tx, '2026-03,east,,,0.5,flood,HR', '2026-03,all,,,1.5,flood,HR'))
    expect(found.diagnostics).toEqual([])
  })
})

test('rows are complete: the same change nothing, those that differ change, those that are gone are removed, and come out as they went in', async () => {
  const found = await tried(async (tx) => {
    const first = await load(tx, '2026-03,east,,,105%,flood,HR', '2026-03,all,销售考核,Sales,0.9,boom,CEO')
    const again = await load(tx, '2026-03,all,reps,sales,0.90,boom,CEO', '2026-03,east,,,1.05,flood,HR')
    const other = await load(tx, '2026-03,east,,,1.05,a worse flood,HR')
    return { counts: [first, again, other].map((r) => [r.given, r.changes, r.removed]), out: await exportFactors(tx) }
  })
  expect(found.counts).toEqual([
    [2, 2, 0],
    [2, 0, 0],
    [1, 2, 1],
  ])
  expect(found.out).toEqual([{ period: '2026-03', unit: 'east', scheme: '', line: '', factor: '1.05', reason: 'a worse flood', by: 'HR' }])
})
