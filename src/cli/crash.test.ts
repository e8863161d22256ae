import { expect, it } from 'vitest'
import { crashRounds } from './testing-crash/rounds.ts'

/** Rounds of the test suite; `npx tsx scripts/crash-rounds.ts 50` does as many as one likes, with more records. */
const ROUNDS = 4

it('a command that is killed, or whose server is, completes when it is started again, and nothing is lost or doubled', { timeout: 300_000 }, async () => {
  const { rounds } = await crashRounds({ rounds: ROUNDS, seed: 7, size: { people: 30, orders: 1_500 }, steps: ROUNDS })
  expect(rounds.flatMap((r) => r.problems)).toEqual([])
  expect(rounds).toHaveLength(ROUNDS)
  expect(rounds.some((r) => !r.tooLate)).toBe(true)
})
