import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planFolder } from '../server/plan/testing-folder.ts'
import { RULES } from '../server/plan/testing-rules.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng } from './testing-run.ts'

/** The goal: what is paid over the year is explained in words; the ids of stretches of a year are ours alone. */

let scratch: ScratchStore
let env: Env
beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-stretches-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
})
afterAll(async () => {
  await scratch.drop()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

test('no id of a stretch is shown', async () => {
  const plan = String(RULES['incentives/hunter.yaml']).replace('amount: 1% * sales', 'amount: 1% * sales * gross_margin / 100 + attainment(sales) * 1元')
  const { dir, remove } = await planFolder({ ...RULES, 'incentives/hunter.yaml': plan })
  expect((await heng(env, 'apply', dir)).err).not.toMatch(/Error|错误/)
  await remove()
  expect((await heng(env, 'run', '--period', '2026-Q2')).code).toBe(0)
  for (const lang of ['zh', 'en']) {
    for (const person of ['李雷', '韩梅梅']) {
      const { code, out } = await heng(env, 'explain', person, 'yearly', '--period', '2026-Q2', '--lang', lang)
      expect([code, out]).toEqual([0, expect.stringMatching(lang === 'zh' ? /年初到 2026-Q2 之前/ : /this year, before 2026-Q2 began/)])
      expect(out).not.toContain('~')
    }
  }
})
