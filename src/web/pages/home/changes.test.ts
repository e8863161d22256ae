import { expect, it } from 'vitest'
import { runsAround } from './changes.ts'

const run = (id: string, finishedAt: string) => ({ run: id, finishedAt })
const RUNS = [run('9', '2026-03-05T03:00:00Z'), run('8', '2026-03-04T16:30:00Z'), run('7', '2026-03-04T15:30:00Z'), run('6', '2026-03-01T00:00:00Z')]

it('compares with the newest run from before today, by the clock of the company', () => {
  expect(runsAround(RUNS, '2026-03-05', 'Asia/Shanghai')).toEqual({ after: RUNS[0], before: RUNS[2] })
  expect(runsAround(RUNS, '2026-03-05', 'UTC')).toEqual({ after: RUNS[0], before: RUNS[1] })
})

it('has nothing to compare where nothing ran before today, or nothing since', () => {
  expect(runsAround(RUNS, '2026-03-01', 'UTC')).toBeNull()
  expect(runsAround(RUNS, '2026-03-06', 'UTC')).toBeNull()
  expect(runsAround([], '2026-03-06', 'UTC')).toBeNull()
})
