import { describe, expect, test } from 'vitest'
import type { CalendarSpec } from '../../base/calendar.ts'
import { BUILT_IN_DATASETS, DatasetSchema, ENTERED, MeasureSchema, RATINGS } from '../../engine/index.ts'
import { builtInFiles } from './built-in-files.ts'

const CALENDAR: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }
const measures = [
  { measure: 'target', name: { zh: '销售 目标', en: 'Target' }, kind: 'entered', unit: 'money' },
  { measure: 'plan', name: 'Plan', kind: 'entered', unit: 'money' },
  { measure: 'plan2', name: 'plan', kind: 'entered', unit: 'money' },
  { measure: 'attitude', kind: 'rating', unit: 'number', sources: { manager: { weight: 100 } } },
  { measure: 'survey', kind: 'rating', unit: 'number', dataset: 'answers', sources: { manager: { weight: 100 } } },
  { measure: 'sum', kind: 'formula', unit: 'money', formula: 'target' },
].map((m) => MeasureSchema.parse(m))

function reader(dataset: string) {
  const document = BUILT_IN_DATASETS.find((d) => d.dataset === dataset)
  if (document === undefined) throw new Error(`no dataset ${dataset}`)
  return builtInFiles(document, { calendar: CALENDAR, measures, everIds: [...measures.map((m) => m.measure), 'withdrawn'] })
}

describe('the measure of an entered value', () => {
  const read = reader(ENTERED).measureOf ?? expect.fail('nothing reads measures')

  test.each([
    ['target', 'target'],
    [' target ', 'target'],
    ['销售目标', 'target'],
    ['TARGET', 'target'],
    ['withdrawn', 'withdrawn'],
    ['plan', 'plan'],
  ])('“%s” is %s', (text, id) => expect(read(text)).toEqual({ ok: id }))

  test('an empty cell is empty', () => expect(read(' ')).toEqual({ ok: null }))

  test.each(['traget', 'PLAN', 'sum', 'attitude', `'; drop table x; --`])('“%s” is refused', (text) => expect(read(text)).toMatchObject({ bad: 'measures.not-entered' }))

  test('a name that is nearly right is proposed', () => expect(read('traget')).toMatchObject({ params: { hint: 'target' } }))
})

test('a score is one of a rating that is kept in the ratings', () => {
  const read = reader(RATINGS).measureOf ?? expect.fail('nothing reads measures')
  expect(read('attitude')).toEqual({ ok: 'attitude' })
  for (const other of ['survey', 'target', 'sum']) expect(read(other)).toMatchObject({ bad: 'measures.not-entered' })
})

test('a period stands for its last day, and other datasets take neither', () => {
  expect(reader(ENTERED).periodEnd?.('2026-Q1')).toBe('2026-03-31')
  expect(reader(ENTERED).periodEnd?.('2026-Q7')).toBeNull()
  expect(builtInFiles(DatasetSchema.parse({ dataset: 'orders', key: ['id'], fields: { id: 'text' } }), { calendar: CALENDAR, measures, everIds: [] })).toEqual({})
})
