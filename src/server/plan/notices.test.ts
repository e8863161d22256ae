import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { computeRun } from '../runs/run.ts'
import { applyPlan } from './apply.ts'
import { checkPlanFolder } from './check.ts'
import { readPlan } from './read.ts'

const FILES = {
  'company.yaml': 'company: notices\n',
  'people.csv': 'id,name,from,until\na,安然,,\nb,白羽,,2026-04-01\n',
  'datasets/deals.yaml': 'dataset: deals\nkey: [id]\nowner: seller\ndate: day\nfields: { id: text, seller: employee, day: date, amount: money }\nsource: { file: deals.csv }\n',
  'deals.csv': 'id,seller,day,amount\n1,a,2026-05-01,10\n2,b,2026-05-02,20\n3,,2026-05-03,40\n4,b,2026-03-31,80\n5,,,160\n',
  'measures/m.yaml': 'measure: revenue\nkind: aggregate\ndataset: deals\naggregate: sum\nvalue: amount\nunit: money\n',
}

let scratch: ScratchStore
let dir: string
beforeAll(async () => {
  scratch = await scratchStore()
  dir = await mkdtemp(join(tmpdir(), 'heng-notices-'))
  for (const folder of ['datasets', 'measures']) await mkdir(join(dir, folder))
  for (const [file, text] of Object.entries(FILES)) await writeFile(join(dir, file), text)
  const { plan } = await readPlan(dir)
  const { checked, diagnostics } = checkPlanFolder(plan)
  if (checked === null) throw new Error(JSON.stringify(diagnostics))
  await applyPlan(scratch.store, checked)
})
afterAll(async () => {
  await scratch.drop()
  await rm(dir, { recursive: true })
})

async function run(id: string) {
  const { program, calendar, versions } = await scratch.store.read(loadProgram)
  return computeRun(scratch.store, { program, calendar, versions, period: requirePeriod(calendar, id) })
}

describe('what nobody counts is said', () => {
  test('a record without an owner and one of somebody who had left', async () => {
    const { employees, notices } = await run('2026-Q2')
    expect(employees.map((e) => [e.id, e.values['revenue']])).toEqual([['a', '10']])
    expect(notices).toMatchObject([
      { code: 'run.no-owner', params: { dataset: 'deals', period: '2026-Q2', records: 1, example: expect.stringMatching(/deals\.csv:4$/) } },
      { code: 'run.owner-inactive', params: { dataset: 'deals', period: '2026-Q2', people: 1, names: '白羽' } },
    ])
  })

  test('nothing where everybody is listed', async () => {
    const { employees, notices } = await run('2026-Q1')
    expect(employees.map((e) => [e.id, e.values['revenue']])).toEqual([
      ['a', '0'],
      ['b', '80'],
    ])
    expect(notices).toEqual([])
  })
})
