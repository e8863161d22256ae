import { expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { explainResults } from '../runs/explain-results.ts'
import { computeRun } from '../runs/run.ts'
import { applyPlan } from './apply.ts'
import { checkPlanFolder } from './check.ts'
import { readPlan } from './read.ts'
import { planFolder } from './testing-folder.ts'
import { GOLDEN_QUOTIENTS } from './testing-golden-quotients.ts'
import { GOLDEN_RULES } from './testing-golden-rules.ts'
import { GOLDEN_TARGETS } from './testing-golden-targets.ts'
import { GOLDEN_BASE, GOLDEN_TIERS, type GoldenCase } from './testing-golden-tiers.ts'

/** The goal: published and hand-checked examples, written as a user writes a plan folder, come out to the cent in both evaluators. */

async function checkedFolder(c: Pick<GoldenCase, 'files'>) {
  const { dir, remove } = await planFolder(c.files, GOLDEN_BASE)
  const { plan, diagnostics } = await readPlan(dir)
  const { checked, diagnostics: told } = checkPlanFolder(plan)
  return { checked, remove, errors: [...diagnostics, ...told].filter((d) => d.severity === 'error') }
}

test.each([...GOLDEN_TIERS, ...GOLDEN_RULES, ...GOLDEN_QUOTIENTS, ...GOLDEN_TARGETS].map((c) => [c.id, c.says, c] as const))('%s %s', async (_id, _says, c) => {
  const { checked, remove, errors } = await checkedFolder(c)
  expect(errors).toEqual([])
  if (checked === null) throw new Error('the plan was not checked')
  const fresh = await scratchStore()
  try {
    await applyPlan(fresh.store, checked)
    const { program, calendar, versions } = await fresh.store.read(loadProgram)
    const input = { program, calendar, versions, period: requirePeriod(calendar, c.period) }
    const { employees } = await computeRun(fresh.store, input)
    const got = {
      ...(c.scores === undefined ? {} : { scores: Object.fromEntries(employees.filter((e) => e.score !== null).map((e) => [e.id, e.score?.score])) }),
      ...(c.earnings === undefined
        ? {}
        : { earnings: Object.fromEntries(employees.filter((e) => e.earnings.length > 0).map((e) => [e.id, Object.fromEntries(e.earnings.map((x) => [x.component, x.amount]))])) }),
    }
    expect(got).toEqual({ ...(c.scores === undefined ? {} : { scores: c.scores }), ...(c.earnings === undefined ? {} : { earnings: c.earnings }) })
    for (const e of employees) expect((await explainResults(fresh.store, input, e.id)).agrees, `the interpreter agrees about ${e.id}`).toEqual({ score: true, pay: true })
  } finally {
    await fresh.drop()
    await remove()
  }
})

test('G15 tiers that overlap are refused, with both ranges named', async () => {
  const { errors, remove } = await checkedFolder({
    files: {
      'people.csv': 'id,name,manager,role\nE1,A,,rep\n',
      'deals.csv': 'id,day,who,amount,product\n',
      'tables/steps.yaml': 'table: steps\nkind: tiers\nmode: marginal\nof: percent\ntiers:\n  - { from: 0, to: 60%, rate: 1% }\n  - { from: 50%, to: 100%, rate: 2% }\n',
      'incentives/plan.yaml': 'incentive: plan\nrole: rep\nevery: month\ncomponents:\n  - { component: pay, amount: "tiers(steps, revenue, target(revenue))" }\n',
    },
  })
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({ code: 'tiers.overlap', place: { line: 7 } })
  expect(JSON.stringify(errors[0]?.params)).toMatch(/60.*50|50.*60/)
  await remove()
})

test('G53 weights of 120 are refused', async () => {
  const line = (id: string, weight: number) => `  - { line: ${id}, measure: revenue, weight: ${weight} }\n`
  const { errors, remove } = await checkedFolder({
    files: {
      'people.csv': 'id,name,manager,role\nE1,A,,rep\n',
      'deals.csv': 'id,day,who,amount,product\n',
      'schemes/reps.yaml': `scheme: reps\nrole: rep\nevery: month\nlines:\n${line('a', 30)}${line('b', 30)}${line('c', 60)}`,
    },
  })
  expect(errors).toHaveLength(1)
  expect(JSON.stringify(errors[0]?.params)).toContain('120')
  await remove()
})
