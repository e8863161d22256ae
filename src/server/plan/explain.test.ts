import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import type { Trace } from '../../engine/reference/trace.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { type LoadedProgram, loadProgram } from '../measures/queries.ts'
import { explainRun } from '../runs/explain.ts'
import { latestRun, type RunInput } from '../runs/recorded.ts'
import { computeRun, listedMeasures } from '../runs/run.ts'
import { applyExample } from './examples-testing.ts'

let scratch: ScratchStore
let loaded: LoadedProgram
let input: RunInput
beforeAll(async () => {
  scratch = await scratchStore()
  await applyExample(scratch.store, 'qingshan')
  loaded = await scratch.store.read(loadProgram)
  input = { program: loaded.program, calendar: loaded.calendar, versions: loaded.versions, period: requirePeriod(loaded.calendar, '2026-Q2') }
})
afterAll(() => scratch.drop())

/** A salesman, a manager, the head of all, and a direct seller: everything the example measures occurs with one of them. */
const PEOPLE = ['QS011', 'QS002', 'QS001', 'QS022']

/** Every record that a trace says it counted. */
function countedIn(trace: Trace): { source: string | null; line: number | null }[] {
  if (trace.parts.kind === 'aggregate') return [...trace.parts.counted]
  return trace.parts.kind === 'formula' ? trace.parts.values.flatMap((v) => countedIn(v.trace)) : []
}

describe('every number of the example company can be explained', () => {
  test.each(PEOPLE)('%s: the interpreter comes to what the database computed, from the records alone', async (employee) => {
    for (const { measure } of listedMeasures(loaded.program)) {
      const explanation = await explainRun(scratch.store, input, { employee, measure })
      expect({ measure, value: explanation.trace.value, agrees: explanation.agrees }).toEqual({ measure, value: explanation.value, agrees: true })
      if (explanation.value === null) expect(explanation.trace.why, measure).not.toBeNull()
      for (const record of countedIn(explanation.trace)) expect(record, measure).toMatchObject({ source: expect.any(String), line: expect.any(Number) })
      expect(explanation.versions[`measure/${measure}`], measure).toBe(1)
    }
  })

  test('the newest run is used while its inputs stay what they were', async () => {
    const { run } = await computeRun(scratch.store, input)
    expect(await scratch.store.read((read) => latestRun(read, input))).toBe(run)
    const [first] = listedMeasures(loaded.program)
    const explanation = await explainRun(scratch.store, input, { employee: 'QS011', measure: first?.measure ?? '' })
    expect(explanation.run).toBe(run)
  })

  test('a measure or a person that does not exist is refused by name', async () => {
    await expect(explainRun(scratch.store, input, { employee: 'QS011', measure: '没有' })).rejects.toMatchObject({ code: 'explain.no-measure', params: { measure: '没有' } })
    await expect(explainRun(scratch.store, input, { employee: 'nobody', measure: listedMeasures(loaded.program)[0]?.measure ?? '' })).rejects.toMatchObject({
      code: 'explain.no-employee',
    })
  })
})
