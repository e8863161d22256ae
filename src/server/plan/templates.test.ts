import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { computeRun } from '../runs/run.ts'
import { applyPlan } from './apply.ts'
import { checkPlanFolder } from './check.ts'
import { checkData } from './check-data.ts'
import { ROOT } from './examples-testing.ts'
import { readPlan } from './read.ts'

/** The goal: whoever begins with a template gets a company that computes, without a single warning. */

const TEMPLATES = join(ROOT, 'templates')
/** Template → the role it is for. */
const ROLES = { hunter: 'hunter', farmer: 'farmer', 'sales-manager': 'manager', hr: 'hr', 'direct-seller': 'direct-seller' } as const

async function checkedFolder(dir: string) {
  const { plan, diagnostics } = await readPlan(dir)
  const { checked, diagnostics: told } = checkPlanFolder(plan)
  return { checked, told: [...diagnostics, ...told, ...(await checkData(plan, checked))] }
}

test('every template is one of those that are known', async () => {
  const folders = (await readdir(TEMPLATES, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  expect(folders.sort()).toEqual(Object.keys(ROLES).sort())
})

test('what templates share with the shipped company is current', () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'make-templates.mjs'), '--check'], { stdio: 'pipe' })
})

test.each(Object.entries(ROLES))('%s is checked without a warning, applied, and judges and pays its role', async (name, role) => {
  const { checked, told } = await checkedFolder(join(TEMPLATES, name))
  expect(told).toEqual([])
  if (checked === null) throw new Error('the plan was not checked')
  const fresh = await scratchStore()
  try {
    await applyPlan(fresh.store, checked)
    const { program, calendar, versions } = await fresh.store.read(loadProgram)
    const [scheme] = Object.values(program.schemes)
    expect(scheme?.roles).toEqual([role])
    const { employees } = await computeRun(fresh.store, { program, calendar, versions, period: requirePeriod(calendar, '2026-Q1') })
    const judged = employees.filter((e) => e.score !== null)
    expect(judged.length).toBeGreaterThan(0)
    for (const { score, earnings } of judged) {
      expect(score?.lines.map((l) => l.line)).toEqual(scheme?.lines.map((l) => l.line))
      expect(score?.grade).toMatch(/^[SABCD]$/)
      expect(earnings.length).toBeGreaterThan(0)
      for (const e of earnings) expect(e.amount, e.component).not.toBeNull()
    }
  } finally {
    await fresh.drop()
  }
})

test('all five together are one company, as templates/README.md says', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'heng-templates-'))
  try {
    const units = new Set<string>()
    for (const name of Object.keys(ROLES)) {
      await cp(join(TEMPLATES, name), dir, { recursive: true })
      for (const [line] of (await readFile(join(dir, 'company.yaml'), 'utf8')).matchAll(/^ {2}\S+: \{ zh.*$/gm)) units.add(line)
    }
    const company = await readFile(join(dir, 'company.yaml'), 'utf8')
    await writeFile(join(dir, 'company.yaml'), company.replace(/^units:\n(?: {2}.*\n)+/m, `units:\n${[...units].join('\n')}\n`))
    await writeFile(join(dir, 'pay.csv'), `employee,item,amount\n${['绩效工资', '维护奖金基数', '经理奖金基数', '人力奖金基数'].map((item) => `E002,${item},3000`).join('\n')}\n`)
    const { checked, told } = await checkedFolder(dir)
    // Of all targets those of the last template are left.
    expect(told.filter((d) => d.code !== 'goals.target-lacking')).toEqual([])
    expect(checked?.program.schemes).toMatchObject(Object.fromEntries(['新客开拓', '老客维护', '销售经理', '人力资源', '直销顾问'].map((id) => [id, {}])))
    // The whole library but what is peculiar to the shipped company: its key and overseas customers.
    expect(Object.values(checked?.program.measures ?? {}).filter((m) => !m.hidden)).toHaveLength(101)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})
