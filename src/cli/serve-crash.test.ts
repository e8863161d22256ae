import { expect, it } from 'vitest'
import { scratchStore } from '../store/testing.ts'
import { serveCrash } from './testing-serve-crash/rounds.ts'

/** Kills of the test suite; `npx vitest run src/cli/serve-crash.test.ts` with HENG_KILLS=50 does as many as one likes. */
const KILLS = Number(process.env['HENG_KILLS'] ?? 3)

/** From so many kills on it is hardly possible that none of them meets an export. */
const MANY_KILLS = 20

it('of two servers one is killed again and again: what people were told is done is there once, and jobs go on', { timeout: 120_000 + KILLS * 60_000 }, async () => {
  const [disturbed, peaceful] = [await scratchStore(), await scratchStore()]
  try {
    const found = await serveCrash({ urls: [disturbed.url, peaceful.url], kills: KILLS, seed: 11, size: { people: 30, orders: 600 } })
    if (process.env['HENG_KILLS'] !== undefined) console.log(`${KILLS} kills: ${JSON.stringify(found)}`)
    expect(found.problems).toEqual([])
    expect(found.records).toBeGreaterThan(0)
    expect(found.files).toBeGreaterThan(0)
    expect(found.runs).toBeGreaterThan(0)
    expect(found.exports).toBeGreaterThan(0)
    expect(found.again).toBeGreaterThan(0)
    if (KILLS >= MANY_KILLS) expect(found.exportsTakenUp).toBeGreaterThan(0)
  } finally {
    await disturbed.drop()
    await peaceful.drop()
  }
})
