import { afterEach, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { type Rng, rngOf } from '../../engine/random/rng.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { applyPlan } from '../plan/apply.ts'
import { checkPlanFolder } from '../plan/check.ts'
import { readPlan } from '../plan/read.ts'
import { type Files, GOOD, planFolder } from '../plan/testing-folder.ts'
import { RULES } from '../plan/testing-rules.ts'
import { computeRun } from './run.ts'

/** The goal: who people are, what is asked of them, what they are paid and by which rules may become known in any order, in any batches, and wrong at first. */

const LIVES = Number(process.env['HENG_ORDER_LIVES'] ?? 4) // The environment may ask for more than a test suite has time for.

const scratches: ScratchStore[] = []
afterEach(async () => {
  for (const s of scratches.splice(0)) await s.drop()
})

/** 韩梅梅 changed her role. */
const PEOPLE = [
  'id,name,alias,unit,manager,role,from,until',
  'E1,王经理,,销售部,,manager,2020-01-01,',
  'E2,李雷,小李,销售部,E1,hunter,2024-05-01,',
  'E3,韩梅梅,,销售部,E1,clerk,2025-06-01,2026-02-01',
  'E3,韩梅梅,,销售部,E1,hunter,2026-02-01,',
  'E4,赵四,,销售部,E1,clerk,2024-05-01,',
]
const TARGETS = String(RULES['targets.csv']).trimEnd().split('\n')
const PAY = String(RULES['pay.csv']).trimEnd().split('\n')
const FACTORS = ['period,unit,scheme,line,factor,reason,by', '2026-Q1,销售部,hunter,sales,1.1,洪水,人力部', '2026-Q1,销售部,hunter,margin,0.9,涨价,人力部']
const ENTERED = String(RULES['entered.csv']).trimEnd().split('\n')

/** What stands in every folder. */
const ALWAYS: Files = Object.fromEntries(['company.yaml', 'units.csv', 'rates.csv', 'datasets/orders.yaml', 'measures/sales.yaml'].map((file) => [file, GOOD[file] ?? null]))
const SCHEME: Files = { 'measures/rules.yaml': RULES['measures/rules.yaml'] ?? null, 'schemes/hunter.yaml': RULES['schemes/hunter.yaml'] ?? null }
const PLAN: Files = Object.fromEntries(
  ['measures/rules.yaml', 'tables/ladder.yaml', 'tables/others.yaml', 'schemes/hunter.yaml', 'incentives/hunter.yaml'].map((file) => [file, RULES[file] ?? null]),
)

/** A file of a header and rows in any order. */
const file = (rows: readonly string[], rng: Rng | null): string => {
  const [header, ...rest] = rows
  return `${[header, ...(rng === null ? rest : rng.some(rest, rest.length))].join('\n')}\n`
}

/** What becomes known: in any order but that the last word about each is the right one. Files of targets, pay and factors are complete. */
const news = (rng: Rng): Files[] => [
  { 'targets.csv': file(TARGETS, rng), 'measures/rules.yaml': RULES['measures/rules.yaml'] ?? null },
  { 'pay.csv': file(PAY, rng) },
  { 'factors.csv': file(FACTORS, rng), ...SCHEME },
  PLAN,
  { 'orders.csv': GOOD['orders.csv'] ?? null, 'ratings.csv': GOOD['ratings.csv'] ?? null },
  { 'entered.csv': file(ENTERED, rng), 'measures/rules.yaml': RULES['measures/rules.yaml'] ?? null },
]

/** What was believed before: other figures, rows of others, other rules. */
const mistaken = (): Files[] => [
  { 'targets.csv': 'employee,measure,period,target,stretch\nE2,sales,2026-Q1,9,\nE2,sales,2026-01,7,8\nE1,sales,2026,500,\n' },
  { 'pay.csv': 'employee,item,amount,from\nE2,绩效工资,1,\nE1,绩效工资,100,2026-01-01\n' },
  { ...SCHEME, 'factors.csv': `${FACTORS[0]}\n2026-Q1,销售部,,,1.3,误填,人力部\n2026-Q1,销售部,hunter,sales,0.7,误填,人力部\n` },
  { ...PLAN, 'schemes/hunter.yaml': String(RULES['schemes/hunter.yaml']).replace('weight: 60', 'weight: 50').replace('weight: 30', 'weight: 40') },
  { ...PLAN, 'tables/ladder.yaml': String(RULES['tables/ladder.yaml']).replace('rate: 3%', 'rate: 4%') },
  { ...PLAN, 'incentives/hunter.yaml': String(RULES['incentives/hunter.yaml']).replace('cap: 10% * sales', 'cap: 1% * sales') },
]

/** The people in two files, in any order; what a file says of somebody is all there is to say, so the rows of one person stand in one. */
function peopleInBatches(rng: Rng): Files[] {
  const [header, boss, ...rows] = PEOPLE
  const ids = ['E2', 'E3', 'E4']
  const first = rng.some(ids, rng.int(1, ids.length - 1))
  const of = (isFirst: boolean) => rows.filter((row) => first.includes(row.split(',')[0] ?? '') === isFirst)
  return [of(true), of(false)].map((part) => ({ 'people.csv': `${[header, ...rng.some([boss, ...part], part.length + 1)].join('\n')}\n` }))
}

/** Folders one after the other: everybody first (targets and pay name them), then mistakes and what is right, some of it together, some of it twice. */
function life(rng: Rng): Files[] {
  const right = news(rng)
  const order = rng.some(right, right.length)
  const folders: Files[] = [...rng.some(mistaken(), rng.int(1, 4))]
  while (order.length > 0) folders.push(Object.assign({}, ...order.splice(0, rng.int(1, 2))))
  if (rng.chance(0.5)) folders.push(rng.pick(folders.slice(-2)))
  return [...peopleInBatches(rng), ...folders]
}

async function outcome(folders: readonly Files[], between: (step: number) => boolean) {
  const scratch = await scratchStore()
  scratches.push(scratch)
  const { store } = scratch
  const figures = async () => {
    const { program, calendar, versions } = await store.read(loadProgram)
    const runs = []
    for (const id of ['2026-Q1', '2026-02']) runs.push(await computeRun(store, { program, calendar, versions, period: requirePeriod(calendar, id) }))
    return runs.map((r) => ({ inputs: r.inputsHash, people: r.employees }))
  }
  for (const [step, files] of folders.entries()) {
    const { dir, remove } = await planFolder({ ...ALWAYS, ...files }, {})
    const { checked, diagnostics } = checkPlanFolder((await readPlan(dir)).plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    await applyPlan(store, checked)
    await remove()
    if (between(step)) await figures()
  }
  return figures()
}

const WHOLE: Files = Object.assign({}, ...news(rngOf(1)), {
  'people.csv': file(PEOPLE, null),
  'targets.csv': file(TARGETS, null),
  'pay.csv': file(PAY, null),
  'factors.csv': file(FACTORS, null),
})

test.each(Array.from({ length: LIVES }, (_, i) => i + 1))(
  'company %i: scores, pay and inputs are those of a company that knew everything at once',
  { timeout: 120_000 },
  async (seed) => {
    const rng = rngOf(seed ^ 0x91a5)
    const whole = await outcome([WHOLE], () => false)
    const [quarter] = whole
    const paid = quarter?.people.filter((p) => p.score !== null && p.earnings.some((e) => e.amount !== null && e.amount !== '0'))
    expect(paid?.map((p) => p.id)).toEqual(['E2', 'E3'])
    expect(await outcome(life(rng), () => rng.chance(0.4))).toEqual(whole)
  },
)
