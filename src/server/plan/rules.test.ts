import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { listDocuments } from '../measures/documents.ts'
import { applyPlan } from './apply.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors, withoutEchoes } from './check.ts'
import { checkData } from './check-data.ts'
import { diffPlan, isEmptyDiff } from './diff.ts'
import { exportPlan } from './export.ts'
import { readPlan } from './read.ts'
import { type Files, planFolder } from './testing-folder.ts'
import { RULES } from './testing-rules.ts'

let here: ScratchStore
let there: ScratchStore
let root: string
const removals: (() => Promise<void>)[] = []
beforeAll(async () => {
  here = await scratchStore()
  there = await scratchStore()
  root = await mkdtemp(join(tmpdir(), 'heng-rules-'))
})
afterAll(async () => {
  await here.drop()
  await there.drop()
  await rm(root, { recursive: true, force: true })
  for (const remove of removals) await remove()
})

async function read(dir: string): Promise<CheckedPlan> {
  const { plan, diagnostics } = await readPlan(dir)
  const { checked, diagnostics: told } = checkPlanFolder(plan)
  if (checked === null || hasErrors(diagnostics)) throw new Error(JSON.stringify([...diagnostics, ...told], null, 1))
  return checked
}

async function folder(change: Files = {}): Promise<string> {
  const made = await planFolder({ ...RULES, ...change })
  removals.push(made.remove)
  return made.dir
}

const codes = (list: readonly { code: string; severity: string; place: { line?: number } }[]) => list.map((d) => `${d.severity} ${d.code}@${d.place.line ?? ''}`)

/** People of the company whose facts differ. */
const whose = (...ids: string[]) => ids.map((id) => ({ id, name: { E2: '李雷', E3: '韩梅梅' }[id] }))

describe('a folder with tables, schemes, incentive plans, targets and pay items', () => {
  test('applied, written out and applied elsewhere it is the same; editions of a scheme stand in one file', async () => {
    const plan = await read(await folder())
    const report = await applyPlan(here.store, plan)
    expect(report.documents.added.map((d) => `${d.kind} ${d.id}`)).toEqual(
      expect.arrayContaining(['table ladder', 'table accelerator', 'scheme hunter@2025-01-01', 'scheme hunter@2026-01-01', 'incentive hunter_pay@2026-01-01']),
    )
    expect([report.targets, report.pay]).toMatchObject([
      { given: 3, changes: 3, removed: 0 },
      { given: 3, changes: 3, removed: 0 },
    ])
    expect(isEmptyDiff(await diffPlan(here.store, plan))).toBe(true)

    const dir = join(root, 'out')
    const { files } = await exportPlan(here.store, dir)
    expect(files).toEqual(expect.arrayContaining(['tables/ladder.yaml', 'tables/by_grade.yaml', 'schemes/hunter.yaml', 'incentives/hunter_pay.yaml', 'targets.csv', 'pay.csv']))
    expect((await readFile(join(dir, 'schemes/hunter.yaml'), 'utf8')).match(/^- scheme: hunter/gm)).toHaveLength(2)
    const written = await read(dir)
    expect(isEmptyDiff(await diffPlan(here.store, written))).toBe(true)
    await applyPlan(there.store, written)
    expect(isEmptyDiff(await diffPlan(there.store, written))).toBe(true)
    const hashes = async ({ store }: ScratchStore) => (await store.read(listDocuments)).map((d) => `${d.kind} ${d.id} ${d.hash}`).sort()
    expect(await hashes(there)).toEqual(await hashes(here))
  })

  test('a difference names what changed: a line of a scheme, targets, a withdrawn table', async () => {
    const scheme = RULES['schemes/hunter.yaml']?.toString().replace('weight: 60', 'weight: 50').replace('weight: 10\n', 'weight: 20\n') ?? ''
    const changed = await read(await folder({ 'schemes/hunter.yaml': scheme, 'targets.csv': 'employee,measure,period,target\nE2,sales,2026-Q1,21000\n' }))
    const diff = await diffPlan(here.store, changed)
    expect(diff.documents).toMatchObject([{ kind: 'scheme', id: 'hunter@2026-01-01', change: 'changed', version: 1 }])
    expect(diff.documents[0]?.lines.filter((l) => l.sign !== ' ').map((l) => l.sign + l.text.trim())).toEqual(['-weight: 60', '+weight: 50', '-weight: 10', '+weight: 20'])
    expect([diff.targets, diff.pay]).toEqual([
      { changes: 3, absent: [], whose: whose('E2', 'E3') },
      { changes: 0, absent: [], whose: [] },
    ])
    const without = await read(await folder({ 'targets.csv': null, 'pay.csv': null }))
    expect(await diffPlan(here.store, without)).toMatchObject({ targets: null, pay: null, documents: [] })
  })

  test('what stays in force beside the folder must go with it; --prune withdraws it', async () => {
    const renamed = RULES['schemes/hunter.yaml']?.toString().replaceAll('scheme: hunter', 'scheme: new_business') ?? ''
    const plan = await read(await folder({ 'schemes/hunter.yaml': renamed }))
    await expect(applyPlan(here.store, plan)).rejects.toMatchObject({ code: 'plan.left-over', params: { documents: 'hunter@2025-01-01, hunter@2026-01-01' } })
    const report = await applyPlan(here.store, plan, { prune: true })
    expect(report.documents.withdrawn.map((d) => d.id)).toEqual(['hunter@2025-01-01', 'hunter@2026-01-01'])
    expect(isEmptyDiff(await diffPlan(here.store, plan))).toBe(true)
  })
})

test.each([
  ['a scheme', { 'schemes/hunter.yaml': 'scheme: hunter\nrole: hunter\nevery: quarter\nlines: many\n' }, 'incentive.no-scheme'],
  ['a table', { 'tables/ladder.yaml': 'table: ladder\nkind: tiers\n' }, 'name.unknown-table'],
] satisfies [string, Files, string][])('what only follows from %s that cannot be read is not told', async (_, change, echo) => {
  const { plan, diagnostics } = await readPlan(await folder(change))
  const { diagnostics: told } = checkPlanFolder(plan)
  expect(hasErrors(diagnostics)).toBe(true)
  expect(told.map((d) => d.code)).toContain(echo)
  expect(withoutEchoes(diagnostics, told).map((d) => d.code)).not.toContain(echo)
  // Where everything could be read it is a mistake of its own.
  expect(withoutEchoes([], told).map((d) => d.code)).toContain(echo)
})

describe('a role that nobody has', () => {
  const told = (list: readonly Diagnostic[]) =>
    list
      .filter((d) => d.code.startsWith('plan.role-'))
      .map((d) => `${d.severity} ${d.code} ${d.place.file?.split('/').slice(-2).join('/')}:${d.place.line} ${d.params['hint'] ?? d.params['list']}`)
  const farmers = (role: string) => ({
    'schemes/farmer.yaml': `scheme: farmer\nrole: ${role}\nevery: month\nlines:\n- { line: sales, measure: sales, weight: 100, target: { fixed: 1 } }\n`,
  })

  test.each([
    ['mistyped', 'huntre', 'warning plan.role-unknown schemes/farmer.yaml:2 hunter'],
    ['of a list written as one text', 'hunter, clerk', 'warning plan.role-list schemes/farmer.yaml:2 hunter, clerk'],
    ['of a list, in Chinese', 'clerk、manager', 'warning plan.role-list schemes/farmer.yaml:2 clerk, manager'],
    ['in a list', '[hunter, clark]', 'warning plan.role-unknown schemes/farmer.yaml:2 clerk'],
  ])('%s is told at its line, by check and by apply', async (_, role, wanted) => {
    const plan = await read(await folder(farmers(role)))
    expect(told(await checkData(plan, plan))).toEqual([wanted])
    // What people hold is in the database; the folder need not say it again.
    const without = await read(await folder({ ...farmers(role), 'people.csv': null }))
    expect(told((await diffPlan(there.store, without)).warnings)).toEqual([wanted])
    expect(told(await checkData(without, without))).toEqual([])
  })

  test('is not told where somebody has it, or where it is like no other', async () => {
    const plan = await read(await folder(farmers('[clerk, manager, driver]')))
    expect(told(await checkData(plan, plan))).toEqual([])
  })
})

describe('what is wrong with targets and pay items', () => {
  const BAD: Files = {
    'targets.csv': 'employee,measure,period,target\nE2,sales,2026-Q1,20000\nE2,salse,2026-Q1,1\nE2,sales,2026-01-01,1\n小李,销售额,2026Q1,5\nE9,sales,2026-Q1,1\n',
    'pay.csv': 'employee,item,amount\nE2,绩效工姿,3000\nE2,绩效工资,many\n',
  }

  test('is told where the folder is checked, with its lines', async () => {
    const plan = await read(await folder(BAD))
    const told = await checkData(plan, plan)
    expect(codes(told)).toEqual([
      'error goals.measure-unknown@3',
      'error goals.period-day@4',
      'error goals.target-twice@5',
      'error org.person-unknown-near@6',
      'error value.not-a-number@3',
      'warning incentives.item-unread@2',
      'warning incentives.item-missing@',
    ])
  })

  test('a folder without people takes everybody at their word; the company may know them', async () => {
    const plan = await read(await folder({ 'people.csv': null, 'targets.csv': 'employee,measure,period,target\nE9,sales,2026-Q1,1\n' }))
    expect(codes(await checkData(plan, plan))).toEqual([])
  })

  test('is refused as a whole where it is applied, and changes nothing', async () => {
    const plan = await read(await folder(BAD))
    await expect(applyPlan(there.store, plan)).rejects.toMatchObject({ code: 'plan.refused', params: { count: 5 } })
    expect(await diffPlan(there.store, await read(await folder()))).toMatchObject({ documents: [], targets: { changes: 0 }, pay: { changes: 0 }, people: { changes: 0 } })
  })

  test('headers may be Chinese, in any order', async () => {
    const files: Files = {
      'targets.csv': '指标,期间,员工,冲刺,目标\nsales,2026-Q1,E2,25000,20000\n销售额,2026-02,韩梅梅,,5000\nsales,2026-03,E3,,5000\n',
      'pay.csv': '员工,薪酬项目,生效日期,金额\nE2,绩效工资,,3000\nE2,绩效工资,2026-02-01,3500\nE3,绩效工资,,2000\n',
    }
    const diff = await diffPlan(there.store, await read(await folder(files)))
    expect([diff.targets, diff.pay]).toMatchObject([{ changes: 0 }, { changes: 0 }])
    const factors = await readPlan(await folder({ 'factors.csv': '期间,部门,考核方案,考核项,系数,原因,批准人\n2026-Q1,销售部,hunter,sales,1.1,洪水,人力部\n' }))
    expect(factors.diagnostics).toEqual([])
    expect(factors.plan.factors?.[0]?.fields).toEqual({ period: '2026-Q1', unit: '销售部', scheme: 'hunter', line: 'sales', factor: '1.1', reason: '洪水', by: '人力部' })
  })

  test('rows may come from a file of other columns', async () => {
    const yaml = '- file: kpi.csv\n  columns: { employee: 工号, measure: 指标, period: 期间, target: 目标值 }\n'
    const plan = await read(await folder({ 'targets.csv': null, 'targets.yaml': yaml, 'kpi.csv': '工号,姓名,指标,期间,目标值\nE2,李雷,销售额,2026年第1季度,2万\n' }))
    expect((await diffPlan(there.store, plan)).targets).toEqual({ changes: 3, absent: [], whose: whose('E2', 'E3') }) // One without its stretch, two removed.
  })

  test.each([
    ['a column that is missing', { 'targets.csv': 'employee,measure,target\n' }, 'plan.table.column-missing'],
    ['more than one thing in the header', { 'targets.csv': 'employe,measure,period,goals\n' }, 'plan.table.header'],
    ['two columns that mean the same', { 'targets.csv': 'employee,员工,measure,period,target\n' }, 'plan.table.field-twice'],
    ['a column nobody knows', { 'pay.csv': 'employee,item,amount,bonus\n' }, 'plan.table.column-unknown'],
    ['targets twice', { 'targets.yaml': '- { employee: E2, measure: sales, period: 2026-Q1, target: 1 }\n' }, 'plan.given-twice'],
    ['a scheme among the measures', { 'measures/x.yaml': 'scheme: x\n' }, 'plan.wrong-folder'],
    ['a measure among the tables', { 'tables/x.yaml': 'measure: x\ndataset: orders\n' }, 'plan.wrong-folder'],
    ['a folder that is nearly one', { 'scheme/x.yaml': 'scheme: x\n' }, 'plan.unknown-file'],
  ] satisfies [string, Files, string][])('%s', async (_, change, code) => {
    const { diagnostics } = await readPlan(await folder(change))
    expect(diagnostics.map((d) => d.code)).toEqual([code])
  })
})
