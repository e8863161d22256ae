import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { computeRun } from './run.ts'
import { CALENDAR, LINEAR, line, measure, periodNamed, programOf, type RulesBench, rulesBench, scheme } from './testing-rules.ts'

let bench: RulesBench
beforeAll(async () => {
  bench = await rulesBench()
})
afterAll(() => bench.close())

test('a run has taken as long as it took to write all of it, not only to begin', async () => {
  await bench.person('ann', 'rep - -')
  await bench.enter('ann sold 2026-03-10 120')
  const program = programOf({ measures: [measure('sold')], schemes: { rep: scheme('rep', [line('sold', 100, { rule: LINEAR, target: { kind: 'fixed', value: '100' } })]) } })
  let written = 0
  const onProgress = () => {
    written = Date.now()
  }
  const { run } = await computeRun(bench.store, { program, calendar: CALENDAR, period: periodNamed('2026-03'), versions: {} }, { onProgress })
  const row = await bench.store.ask<{ from: number; until: number }>(
    sql`select extract(epoch from started_at)::float8 * 1000 as from, extract(epoch from finished_at)::float8 * 1000 as until from calc.run where run_id = ${run}::bigint`,
  )
  expect(row?.until).toBeGreaterThanOrEqual(written)
  expect(row?.until).toBeGreaterThan(row?.from ?? Number.NaN)
})
