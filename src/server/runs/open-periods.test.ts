import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PeriodKind } from '../../base/calendar.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { targetYears } from '../goals/choices.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { applyExample } from '../plan/examples-testing.ts'
import { periodsToChoose } from './open-periods.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
  await applyExample(scratch.store, 'qingshan')
})
afterAll(() => scratch?.drop())

const periods = (kind: PeriodKind, today: string) =>
  scratch.store.read(async (read) => (await periodsToChoose(read, await rulesInForceNow(read), { kind, today })).map((p) => p.id))

test('while business goes on, periods reach from the first record to a quarter ahead', async () => {
  const quarters = await periods('quarter', '2026-10-10')
  expect([quarters[0], quarters.at(-1), new Set(quarters).size]).toEqual(['2024-Q2', '2027-Q1', 12])
})

test('records that ended long ago are still looked at: their periods, and those around today', async () => {
  expect(await periods('year', '2046-06-01')).toEqual(['2024', '2025', '2026', '2046'])
  const quarters = await periods('quarter', '2046-06-01')
  expect(quarters.slice(-3)).toEqual(['2026-Q4', '2046-Q2', '2046-Q3'])
  expect(await periods('quarter', '2020-06-01')).toEqual(['2020-Q2', '2020-Q3'])
})

test('targets can be set for the years of the records', async () => {
  const years = (today: string) => scratch.store.read(async (read) => (await targetYears(read, (await rulesInForceNow(read)).calendar, today)).map((y) => y.id))
  expect(await years('2046-06-01')).toEqual(['2024', '2025', '2026', '2046', '2047'])
})
