import { describe, expect, test } from 'vitest'
import { Refusal } from '../../base/diagnostic.ts'
import { checkPlanFolder } from './check.ts'
import { checkData } from './check-data.ts'
import { readPlan } from './read.ts'
import { type Files, planFolder } from './testing-folder.ts'

/** The goal: rows that an import would refuse are told before anything is applied, with their line; what only the company knows is a warning. */
async function told(change: Files, signal?: AbortSignal): Promise<string[]> {
  const folder = await planFolder(change)
  try {
    const { plan } = await readPlan(folder.dir)
    const { checked } = checkPlanFolder(plan)
    if (checked === null) throw new Error('the documents are right')
    const found = await checkData(plan, checked, signal)
    return found.map((d) => `${d.severity} ${d.code} ${d.place.file?.replace(`${folder.dir}/`, '') ?? ''}:${d.place.line ?? ''}`)
  } finally {
    await folder.remove()
  }
}

const entered = (row: string): Files => ({ 'entered.csv': `measure,employee,date,value\ntarget,E2,2026-Q1,1\n${row}\n` })
const ratings = (row: string): Files => ({ 'ratings.csv': `measure,employee,rater,source,date,score\n${row}\n` })
const orders = (row: string): Files => ({ 'orders.csv': `id,seller,day,amount,cost\nO1,E2,2026-01-08,1,\n${row}\n` })

describe('the rows of a plan folder', () => {
  test('are silent where they are right', async () => {
    expect(await told({})).toEqual([])
  })

  test.each<[string, Files, string]>([
    ['a rate that is none', { 'rates.csv': 'currency,date,rate\nUSD,2026-01-01,7\nUSD,2026-01-02,seven\n' }, 'error org.rate-invalid rates.csv:3'],
    ['two rates of one day', { 'rates.csv': 'currency,date,rate\nUSD,2026-01-01,7\nUSD,2026-01-01,8\n' }, 'error org.rate-twice rates.csv:3'],
    ['a word for an entered value', entered('target,E2,2026-03-01,much'), 'error value.not-a-number entered.csv:3'],
    ['a period that does not exist', entered('target,E2,2026-Q5,1'), 'error value.not-a-day-or-period entered.csv:3'],
    ['an entered value of nobody', entered('target,,2026-Q1,1'), 'error value.required entered.csv:3'],
    ['an entered value of somebody else', entered('target,E9,2026-Q1,1'), 'warning value.employee-unknown-near entered.csv:3'],
    ['a value of no measure', entered('tarpet,E2,2026-Q1,1'), 'warning measures.not-entered entered.csv:3'],
    ['a percent of an amount', entered('target,E2,2026-03-01,5%'), 'error value.percent-of-measure entered.csv:3'],
    ['a rating without a score', ratings('attitude,E2,E1,manager,2026-03-31,'), 'error value.required ratings.csv:2'],
    ['a day that does not exist', orders('O2,E2,2026-02-30,1,'), 'error value.no-such-day orders.csv:3'],
    ['an amount in words', orders('O2,E2,2026-02-03,a lot,'), 'error value.not-a-number orders.csv:3'],
    ['too few fields', orders('O2,E2'), 'error csv.too-few-fields orders.csv:3'],
  ])('%s is told', async (_, change, expected) => {
    expect(await told(change)).toEqual([expected])
  })

  test('that are bad are warnings where the dataset leaves them out', async () => {
    const dataset = 'dataset: visits\nkey: [id]\nowner: who\ndate: day\nonError: skip\nfields: { id: text, who: employee, day: date }\nsource: { file: visits.csv }\n'
    expect(await told({ 'datasets/visits.yaml': dataset, 'visits.csv': 'id,who,day\n1,E2,2026-13-01\n2,E2,2026-12-01\n' })).toEqual(['warning value.no-such-day visits.csv:2'])
  })

  test('name anybody where the folder has no people of its own', async () => {
    expect(await told({ 'people.csv': null, 'targets.csv': null })).toEqual([])
  })

  test('a look at them can be given up', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(told({}, stop.signal)).rejects.toSatisfy((error) => error instanceof Refusal && error.code === 'import.cancelled')
  })
})
