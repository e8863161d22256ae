import { afterEach, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { applyPlan } from '../plan/apply.ts'
import { checkPlanFolder } from '../plan/check.ts'
import { readPlan } from '../plan/read.ts'
import { type Files, planFolder } from '../plan/testing-folder.ts'
import { computeRun } from './run.ts'

/** The goal: records that are added to what is stored, or corrected in it, come to what they would have come to all at once. */

const scratches: ScratchStore[] = []
afterEach(async () => {
  for (const s of scratches.splice(0)) await s.drop()
})

const HEADER = 'id,day,who,customer,amount,main'
/** What arrives, one file after the other, each with all that was there before. */
const ARRIVALS = [
  ['O1,2026-01-05,E1,C1,30,O3', 'O2,2026-01-05,E2,C2,,'],
  ['O3,2026-01-05,E1,C2,0.5,', 'O4,2026-02-28,E2,C2,-7,O9'],
  ['O5,2026-01-05,E2,C3,12.25,O1', 'O6,2026-02-28,E1,C1,1,O1', 'O9,2026-03-31,E3,C9,100,'],
]
const filesUpTo = (arrival: number): Files => ({ 'orders.csv': `${[HEADER, ...ARRIVALS.slice(0, arrival + 1).flat()].join('\n')}\n` })

const plan = (measures: string): Files => ({
  'company.yaml': 'company: growing\nname: G\ncurrency: CNY\n',
  'people.csv': 'id,name,manager\nE1,甲,\nE2,乙,E1\nE3,丙,E2\n',
  'datasets/orders.yaml':
    'dataset: orders\nkey: [id]\nowner: who\ndate: day\nfields:\n  id: text\n  day: date\n  who: employee\n  customer: text\n  amount: decimal\n  main: { type: reference, to: orders }\nsource: { file: orders.csv }\n',
  'measures/all.yaml': measures,
})

async function figuresAfter(arrivals: readonly Files[], measures: string) {
  const scratch = await scratchStore()
  scratches.push(scratch)
  let last: unknown
  for (const files of arrivals) {
    const { dir, remove } = await planFolder(files, plan(measures))
    const { checked, diagnostics } = checkPlanFolder((await readPlan(dir)).plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    await applyPlan(scratch.store, checked, { prune: true })
    await remove()
    const { program, calendar, versions } = await scratch.store.read(loadProgram)
    const runs = []
    for (const id of ['2026-Q1', '2026-01']) runs.push(await computeRun(scratch.store, { program, calendar, versions, period: requirePeriod(calendar, id) }))
    last = runs.map((r) => r.employees.map((e) => ({ id: e.id, ...e.values })))
  }
  return last
}

const each = (rows: readonly string[]) => rows.map((row) => `- { ${row}, dataset: orders, unit: number }\n`).join('')

const PARTS = each([
  'measure: total, kind: aggregate, aggregate: sum, value: amount',
  'measure: entries, kind: aggregate, aggregate: count',
  'measure: mean, kind: aggregate, aggregate: average, value: amount',
  'measure: least, kind: aggregate, aggregate: min, value: amount',
  'measure: most, kind: aggregate, aggregate: max, value: amount',
  'measure: buyers, kind: aggregate, aggregate: distinct, value: customer',
  'measure: team_total, kind: aggregate, aggregate: sum, value: amount, scope: team',
  'measure: team_buyers, kind: aggregate, aggregate: distinct, value: customer, scope: { line: reporting, asOf: period-end }',
])

test('sums, counts, averages, extremes and distinct keys grow with the records', async () => {
  const figures = await figuresAfter(
    ARRIVALS.map((_, i) => filesUpTo(i)),
    PARTS,
  )
  expect(figures).toEqual(await figuresAfter([filesUpTo(2)], PARTS))
  expect((figures as { id: string }[][])[0]).toContainEqual({
    id: 'E2',
    total: '5.25',
    entries: '3',
    mean: '2.625',
    least: '-7',
    most: '12.25',
    buyers: '2',
    team_total: '105.25',
    team_buyers: '3',
  })
})

test('a record that another one of its dataset refers to counts for that other one as soon as it arrives', async () => {
  const along = each([
    'measure: main_amount, kind: aggregate, aggregate: sum, value: main.amount',
    'measure: main_buyers, kind: aggregate, aggregate: distinct, value: main.customer',
  ])
  const figures = await figuresAfter(
    ARRIVALS.map((_, i) => filesUpTo(i)),
    along,
  )
  expect(figures).toEqual(await figuresAfter([filesUpTo(2)], along))
  // E1: O1 → O3 0.5 C2, O6 → O1 30 C1; E2: O4 → O9 100 C9, O5 → O1 30 C1.
  expect((figures as unknown[][])[0]).toEqual([
    { id: 'E1', main_amount: '30.5', main_buyers: '2' },
    { id: 'E2', main_amount: '130', main_buyers: '2' },
    { id: 'E3', main_amount: '0', main_buyers: '0' },
  ])
})

/** Sixty people with an order on each of two days of either month; `corrected`: whose first order is of another amount and of another customer. */
function crowd(corrected: readonly number[]): Files {
  const ids = Array.from({ length: 60 }, (_, i) => i + 1)
  const days = ['2026-01-05', '2026-01-20', '2026-02-03', '2026-02-28']
  const orders = ids.flatMap((n) =>
    days.map((day, i) => (i === 0 && corrected.includes(n) ? `O${n}-${i},${day},P${n},C0,${-n},` : `O${n}-${i},${day},P${n},C${i},${n * (i + 1)}.5,`)),
  )
  return { 'people.csv': `id,name,manager\n${ids.map((n) => `P${n},P${n},${n === 1 ? '' : 'P1'}`).join('\n')}\n`, 'orders.csv': `${[HEADER, ...orders].join('\n')}\n` }
}

test('corrections of a few people and of many come to the same as if they had always been so', async () => {
  const many = [2, ...Array.from({ length: 40 }, (_, i) => i + 11)]
  const figures = await figuresAfter([crowd([]), crowd([2]), crowd(many)], PARTS)
  expect(figures).toEqual(await figuresAfter([crowd(many)], PARTS))
  // P2: −2 instead of 2.5, then 4.5, 6.5, 8.5; January alone holds the first two.
  const [quarter, january] = figures as { id: string }[][]
  expect(quarter).toContainEqual(expect.objectContaining({ id: 'P2', total: '17.5', least: '-2', most: '8.5', buyers: '4' }))
  expect(january).toContainEqual(expect.objectContaining({ id: 'P2', total: '2.5', entries: '2', buyers: '2' }))
})
