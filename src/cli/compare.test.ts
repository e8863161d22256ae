import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Files, GOOD, planFolder } from '../server/plan/testing-folder.ts'
import { RULES } from '../server/plan/testing-rules.ts'
import type { RunComparison } from '../server/runs/compare.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng } from './testing-run.ts'

/** The goal: after a change of rules or records, a comparison of two runs tells who moved, by how much, and which document or record did it. */

let scratch: ScratchStore
let env: Env
beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-compare-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
})
afterAll(async () => {
  await scratch.drop()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

async function applyAndRun(change: Files): Promise<void> {
  const { dir, remove } = await planFolder({ ...RULES, ...change })
  expect(await heng(env, 'apply', dir, '--prune')).toMatchObject({ code: 0 })
  expect((await heng(env, 'run', '--period', '2026-Q1', '--json')).code).toBe(0)
  await remove()
}

async function compared(...args: string[]): Promise<RunComparison> {
  const { code, out } = await heng(env, 'compare', '--period', '2026-Q1', '--json', ...args)
  expect(code).toBe(0)
  return JSON.parse(out) as RunComparison // printed by the command
}

test('a single run has nothing to be compared with', async () => {
  await applyAndRun({})
  const alone = await heng(env, 'compare', '--period', '2026-Q1')
  expect(alone.code).toBe(1)
  expect(alone.err).toContain('no two runs of 2026-Q1')
})

test('another weight: the scheme is named with both versions, and who moved', async () => {
  const schemes = String(RULES['schemes/hunter.yaml']).replace('weight: 60', 'weight: 50').replace('weight: 30', 'weight: 40')
  await applyAndRun({ 'schemes/hunter.yaml': schemes })
  const found = await compared()
  const inside = [
    { what: 'lines.sales.weight', before: '60', after: '50' },
    { what: 'lines.margin.weight', before: '30', after: '40' },
  ]
  expect(found.documents).toEqual([{ document: 'scheme/hunter@2026-01-01', before: 1, after: 2, changes: inside }])
  expect(found.records).toEqual([])
  expect(found.parts).toEqual([])
  expect(found.people.length).toBeGreaterThan(0)
  for (const p of found.people) expect(p).toMatchObject({ measures: [], score: { what: 'score' } })
  // The points of the lines stayed as they were: the weights are told by the document.
  expect(found.people.flatMap((p) => p.lines)).toEqual([])
  const { out } = await heng(env, 'compare', '--period', '2026-Q1')
  expect(out).toContain('lines.sales.weight: 60 → 50')
})

test('an order corrected, one deleted and one new: each is named with file and line, and with whom it counts for', async () => {
  await applyAndRun({
    'schemes/hunter.yaml': String(RULES['schemes/hunter.yaml']).replace('weight: 60', 'weight: 50').replace('weight: 30', 'weight: 40'),
    'orders.csv': `${String(GOOD['orders.csv']).replace('12000.00', '13000.00')}O7,E3,2026-03-02,500,100\n`,
  })
  const found = await compared()
  expect(found.documents).toEqual([])
  expect(found.records).toEqual([
    { id: expect.stringMatching(/^\d+$/), dataset: 'orders', key: 'O1', what: 'corrected', file: 'orders.csv', line: 2, employees: ['E2'] },
    { id: expect.stringMatching(/^\d+$/), dataset: 'orders', key: 'O7', what: 'new', file: 'orders.csv', line: 5, employees: ['E3'] },
  ])
  const mover = found.people.find((p) => p.id === 'E2')
  expect(mover?.measures).toContainEqual({ what: 'sales', before: '20600', after: '21600' })
  expect(found.people.find((p) => p.id === 'E3')?.measures).toContainEqual({ what: 'sales', before: '0.01', after: '500.01' })
  expect(found.people.find((p) => p.id === 'E4')).toBeUndefined()
  // Who moved by which record: the order of each, and both for their manager, whose measure is of the team.
  const causes = (id: string, kind: string) =>
    found.people.find((p) => p.id === id)?.causes.flatMap((c) => (c.kind === kind ? c.records.map((r) => `${c.what} ${r.key} ${r.file}:${r.line}`) : []))
  expect(causes('E2', 'line')).toEqual(expect.arrayContaining(['sales O1 orders.csv:2', 'margin O1 orders.csv:2']))
  expect(causes('E3', 'line')).toEqual(expect.arrayContaining(['sales O7 orders.csv:5']))
  expect(causes('E2', 'component')).toEqual(expect.arrayContaining(['hunter_pay@2026-01-01/commission O1 orders.csv:2', 'hunter_pay@2026-01-01/yearly O1 orders.csv:2']))
  expect(causes('E1', 'measure')).toEqual(['team_sales O1 orders.csv:2', 'team_sales O7 orders.csv:5'])
  for (const person of found.people) for (const cause of person.causes) if (person.id === 'E2') expect(cause.records.map((r) => r.key)).toEqual(['O1'])
})

test('a raised target is told as a change of targets', async () => {
  await applyAndRun({
    'schemes/hunter.yaml': String(RULES['schemes/hunter.yaml']).replace('weight: 60', 'weight: 50').replace('weight: 30', 'weight: 40'),
    'orders.csv': `${String(GOOD['orders.csv']).replace('12000.00', '13000.00')}O7,E3,2026-03-02,500,100\n`,
    'targets.csv': String(RULES['targets.csv']).replace(/^(E2,sales,2026-Q1,)\d+/m, '$199999'),
  })
  expect((await compared()).parts).toEqual(['target'])
})

test('two runs by number; those of another period and those that never were are refused', async () => {
  expect((await compared('--runs', '1,2')).documents).toHaveLength(1)
  expect((await heng(env, 'compare', '--period', '2026-Q2', '--runs', '1,2')).err).toContain('Run 1 is of 2026-Q1')
  expect((await heng(env, 'compare', '--period', '2026-Q1', '--runs', '1,99')).err).toContain('There is no run 99')
  expect(await heng(env, 'compare', '--period', '2026-Q1', '--runs', 'first')).toMatchObject({ code: 2 })
})

test.each(['zh', 'en'])('for people, in %s: causes first, then who moved', async (lang) => {
  const { code, out } = await heng(env, 'compare', '--period', '2026-Q1', '--runs', '1,3', '--lang', lang)
  expect(code).toBe(0)
  expect(out).toContain('scheme/hunter@2026-01-01  v1 → v2')
  expect(out).toContain('orders.csv:5')
  expect(out).toMatch(lang === 'zh' ? /李雷 \(E2\) +提成 .* O1（orders.csv:2）/ : /李雷 \(E2\) +Commission .* O1 \(orders.csv:2\)/)
  expect(out.indexOf('v1 → v2')).toBeLessThan(out.indexOf('李雷'))
})
