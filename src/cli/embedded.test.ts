import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planFolder } from '../server/plan/testing-folder.ts'
import { type Env, heng, spawned } from './testing-run.ts'

// The way of somebody who has nothing but the checkout: one home, one server, step by step.
let home: string
let env: Env
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'heng-home-'))
  env = { HENG_HOME: home, LANG: 'zh_CN.UTF-8' }
})
afterAll(async () => {
  await heng(env, 'stop')
  await rm(home, { recursive: true, force: true })
})

test('before anything: status says so and starts nothing; run says what to do first', async () => {
  expect((await heng(env, 'status')).out).toMatch(/没有运行[\s\S]*还没有公司/)
  expect((await heng(env, 'companies')).out).toMatch(/还没有公司/)
  const { code, err } = await heng(env, 'run', '--period', '2026-Q1')
  expect([code, /heng apply/.test(err)]).toEqual([1, true])
  expect(JSON.parse((await heng(env, 'status', '--json')).out)).toMatchObject({ server: { state: 'absent' }, company: null })
})

test('the main job: the example company, a ranking, one explained number, what to do next', async () => {
  const { code, out } = await spawned(env, ['welcome'])
  expect(code).toBe(0)
  expect(out).toMatch(/青山净水（示例），\d{4}-Q\d[\s\S]*名次[\s\S]*一个数怎么来的[\s\S]*逐条重算也是[\s\S]*接下来/)
  expect(out).not.toMatch(/undefined|NaN|\{\w+\}/)
})

test('the main job again shows the same company, in English where asked', async () => {
  const { code, out } = await heng({ ...env, LANG: 'en_US.UTF-8' }, 'welcome')
  expect(code).toBe(0)
  expect(out).toMatch(/Qingshan Water \(example\)[\s\S]*Rank[\s\S]*recomputed record by record[\s\S]*What to do next/)
})

test('a second company: applied, current, and back', async () => {
  const { dir, remove } = await planFolder()
  try {
    expect((await heng(env, 'apply', dir)).code).toBe(0)
  } finally {
    await remove()
  }
  expect(await readFile(join(home, 'current'), 'utf8')).toBe('good\n')
  expect(JSON.parse((await heng(env, 'companies', '--json')).out)).toEqual({ companies: ['good', 'qingshan'], current: 'good' })
  expect((await heng(env, 'use', 'qingshn')).code).toBe(1)
  expect((await heng(env, 'use', 'qingshan')).code).toBe(0)
  expect((await heng(env, 'status')).out).toMatch(/qingshan（青山净水（示例））|qingshan \(青山净水（示例）\)/)
  expect((await heng(env, 'run', '--period', '2026-Q1', '--company', 'good', '--json')).out).toContain('"E2"')
})

test('verify leaves no trace', async () => {
  const { code, out } = await heng(env, 'verify', '--runs', '3', '--seed', '5')
  expect([code, out.trim().split('\n').at(-1)]).toEqual([0, '3 passed, 0 failed'])
  expect(JSON.parse((await heng(env, 'companies', '--json')).out)).toMatchObject({ companies: ['good', 'qingshan'] })
})

test('stopped, status says so; the next command starts it again with everything there', async () => {
  expect((await heng(env, 'stop')).out).toMatch(/已停止/)
  expect((await heng(env, 'stop')).out).toMatch(/没有在运行/)
  expect((await heng(env, 'status')).out).toMatch(/没有运行/)
  expect((await heng(env, 'start')).out).toMatch(/已启动/)
  expect((await heng(env, 'start')).out).toMatch(/已经在运行/)
  const { code, out } = await heng(env, 'explain', '小李', '销售额', '--period', '2026-Q1', '--company', 'good')
  expect([code, /20,600/.test(out)]).toEqual([0, true])
})
