import { afterEach, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { applyPlan } from '../plan/apply.ts'
import { checkPlanFolder } from '../plan/check.ts'
import { readPlan } from '../plan/read.ts'
import { type Files, planFolder } from '../plan/testing-folder.ts'
import { computeRun } from './run.ts'

/** The goal: a company whose rules grew, and whose tables were altered on the way, comes to what it would be had it begun with them. */

const scratches: ScratchStore[] = []
afterEach(async () => {
  for (const s of scratches.splice(0)) await s.drop()
})

const ORDERS =
  'id,day,who,customer,pieces,at,stage\nO1,2026-01-05,E1,C1,3,2026-01-04 23:30:00,won\nO2,2026-02-05,E2,C2,4,2026-03-31 23:30:00,lost\nO3,2026-03-05,E1,C1,5,2026-03-05 12:00:00,won\nO4,2026-03-06,E2,C2,,2026-03-06 12:00:00,won\n'

const BASE: Files = {
  'company.yaml': 'company: grown\nname: G\ncurrency: CNY\ntimezone: Asia/Shanghai\n',
  'people.csv': 'id,name,manager\nE1,甲,\nE2,乙,E1\n',
  'orders.csv': ORDERS,
  'customers.csv': 'customer,since,level\nC1,,big\nC2,,small\nC1,2026-02-01,small\n',
  'measures/all.yaml': `- { measure: pieces_sum, kind: aggregate, dataset: orders, aggregate: sum, value: pieces, unit: number }
- { measure: by_time, kind: aggregate, dataset: orders, aggregate: count, date: at, unit: number }
- { measure: firsts, kind: aggregate, dataset: orders, aggregate: count, filter: first(customer), unit: number }
- { measure: buyers, kind: aggregate, dataset: orders, aggregate: distinct, value: customer, unit: number }
- { measure: team, kind: aggregate, dataset: orders, aggregate: sum, value: pieces, unit: number, scope: team }
`,
}

const orders = (type: string, more = '') =>
  `dataset: orders\nkey: [id]\nowner: who\ndate: day\nfields:\n  id: text\n  day: { type: date, required: true }\n  who: employee\n  customer: ${more === '' ? 'text' : '{ type: reference, to: customers }'}\n  pieces: ${type}\n  at: timestamp\n  stage: ${more === '' ? 'text' : '{ type: choice, choices: [won, lost] }'}\n${more}source: { file: orders.csv }\n`

const CUSTOMERS = 'dataset: customers\nkey: [customer]\neffective: since\nfields: { customer: text, since: date, level: text }\nsource: { file: customers.csv }\n'
const BIG = `- { measure: big, kind: aggregate, dataset: orders, aggregate: count, filter: 'customer.level = "big"', unit: number }\n`

/** How the rules became what they are, one folder after the other; each ends with the same. */
const LAST: Files = { 'datasets/orders.yaml': orders('decimal', '  note: text\n'), 'datasets/customers.yaml': CUSTOMERS, 'measures/all.yaml': `${BASE['measures/all.yaml']}${BIG}` }
const WAYS: readonly (readonly [string, readonly Files[]])[] = [
  ['types, references and choices come later', [{ 'datasets/orders.yaml': orders('integer') }, LAST]],
  [
    'a field comes and goes',
    [{ 'datasets/orders.yaml': orders('integer').replace('  stage:', '  extra: integer\n  stage:') }, { 'datasets/orders.yaml': orders('integer') }, LAST],
  ],
  ['the time zone changes', [{ ...LAST, 'company.yaml': String(BASE['company.yaml']).replace('Asia/Shanghai', 'America/New_York') }, LAST]],
  [
    'the versions of customers get their days later',
    [{ ...LAST, 'datasets/customers.yaml': CUSTOMERS.replace('effective: since\n', ''), 'customers.csv': 'customer,since,level\nC1,,big\nC2,,small\n' }, LAST],
  ],
  ['the measures come last', [{ ...LAST, 'measures/all.yaml': '- { measure: pieces_sum, kind: aggregate, dataset: orders, aggregate: count, unit: number }\n' }, LAST]],
]

async function outcome(folders: readonly Files[]) {
  const scratch = await scratchStore()
  scratches.push(scratch)
  const { store } = scratch
  for (const files of folders) {
    const { dir, remove } = await planFolder(files, BASE)
    const { checked, diagnostics } = checkPlanFolder((await readPlan(dir)).plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    await applyPlan(store, checked, { prune: true })
    await remove()
    await figures()
  }
  const state = await store.read((read) => read.query(sql`select dataset, rows::text, checksum::text from app.dataset_state order by 1`))
  return { figures: await figures(), state }

  async function figures() {
    const { program, calendar, versions } = await store.read(loadProgram)
    const runs = []
    for (const id of ['2026-Q1', '2026-03']) runs.push(await computeRun(store, { program, calendar, versions, period: requirePeriod(calendar, id) }))
    return runs.map((r) => [r.inputsHash, r.employees])
  }
}

test.each(WAYS)('%s: the same figures, checksums and inputs', async (_, folders) => {
  const whole = await outcome([LAST])
  expect(await outcome(folders)).toEqual(whole)
})
