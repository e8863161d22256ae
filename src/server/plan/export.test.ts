import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { listDocuments } from '../measures/documents.ts'
import { applyPlan } from './apply.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors } from './check.ts'
import { diffPlan, isEmptyDiff } from './diff.ts'
import { exportPlan } from './export.ts'
import { readPlan } from './read.ts'
import { GOOD, planFolder } from './testing-folder.ts'

let here: ScratchStore
let there: ScratchStore
let root: string
const removals: (() => Promise<void>)[] = []
beforeAll(async () => {
  here = await scratchStore()
  there = await scratchStore()
  root = await mkdtemp(join(tmpdir(), 'heng-export-'))
})
afterAll(async () => {
  await here.drop()
  await there.drop()
  await rm(root, { recursive: true, force: true })
  for (const remove of removals) await remove()
})

async function read(dir: string, data?: string): Promise<{ plan: CheckedPlan; told: readonly Diagnostic[] }> {
  const { plan, diagnostics } = await readPlan(dir, { data })
  const { checked } = checkPlanFolder(plan)
  if (checked === null || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics))
  return { plan: checked, told: diagnostics }
}

test('a plan whose data lies elsewhere: written out it is the same here and in an empty company, without the data and with it', async () => {
  const data = await planFolder({}, { 'orders.csv': GOOD['orders.csv'] ?? '' })
  const folder = await planFolder({ 'company.yaml': `${GOOD['company.yaml']}data: ${data.dir}\n`, 'orders.csv': null })
  removals.push(data.remove, folder.remove)
  const { plan } = await read(folder.dir)
  await applyPlan(here.store, plan)
  const dir = join(root, 'out')
  await exportPlan(here.store, dir)
  expect(await readFile(join(dir, 'company.yaml'), 'utf8')).not.toContain(data.dir)

  const bare = await read(dir)
  expect(bare.told).toMatchObject([{ code: 'plan.data-elsewhere', severity: 'info', params: { files: 1 } }])
  expect(isEmptyDiff(await diffPlan(here.store, bare.plan))).toBe(true)
  await applyPlan(there.store, bare.plan)
  expect(isEmptyDiff(await diffPlan(there.store, bare.plan))).toBe(true)
  const hashes = async ({ store }: ScratchStore) => (await store.read(listDocuments)).map((d) => `${d.kind} ${d.id} ${d.hash}`).sort()
  expect(await hashes(there)).toEqual(await hashes(here))

  const full = await read(dir, data.dir)
  expect(full.told).toEqual([])
  expect((await diffPlan(there.store, full.plan)).data).toMatchObject([{ dataset: 'orders', rows: { inserted: 3 } }])
  await applyPlan(there.store, full.plan)
  expect(isEmptyDiff(await diffPlan(there.store, full.plan))).toBe(true)
})

test('the place of the data is no rule of the company: moving it is no new version', async () => {
  const data = await planFolder({}, { 'orders.csv': GOOD['orders.csv'] ?? '' })
  const folder = await planFolder({ 'company.yaml': `${GOOD['company.yaml']}data: ${data.dir}\n`, 'orders.csv': null })
  removals.push(data.remove, folder.remove)
  expect((await applyPlan(here.store, (await read(folder.dir)).plan)).documents.changed).toEqual([])
})

test('a data file that is missing is a mistake wherever the plan does not say that it is elsewhere', async () => {
  const folder = await planFolder({ 'orders.csv': null })
  removals.push(folder.remove)
  expect((await readPlan(folder.dir)).diagnostics).toMatchObject([{ code: 'plan.data-missing', severity: 'error' }])
})
