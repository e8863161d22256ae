import { describe, expect, it } from 'vitest'
import type { StartState } from './queries.ts'
import { fileOf, nextStep, STEPS, stateOf, stepIn } from './steps.ts'

const nothing: StartState = { company: null, rules: { datasets: 0, measures: 0, schemes: 0, incentives: 0 }, people: { all: 0, withRole: 0 }, datasets: [], targets: 0, run: null }
const begun: StartState = { ...nothing, company: { id: 'a', name: 'A', currency: 'CNY', timezone: 'Asia/Shanghai', yearStartMonth: 1 } }
const ruled: StartState = { ...begun, rules: { datasets: 1, measures: 2, schemes: 1, incentives: 0 }, datasets: [{ dataset: 'orders', name: 'Orders', rows: 0, measures: 2 }] }
const peopled: StartState = { ...ruled, people: { all: 3, withRole: 2 } }
const recorded: StartState = { ...peopled, datasets: [{ dataset: 'orders', name: 'Orders', rows: 5, measures: 2 }] }
const run = { run: '1', period: '2026-Q1', finishedAt: '2026-01-01T00:00:00Z', people: 3, scored: 0 }

describe('the way to the first score', () => {
  it.each([
    ['company', nothing],
    ['people', begun],
    ['people', ruled],
    ['records', peopled],
    ['run', recorded],
    ['run', { ...recorded, run }],
    ['targets', { ...recorded, run: { ...run, scored: 2 } }],
    [undefined, { ...recorded, targets: 4, run: { ...run, scored: 2 } }],
  ] as const)('goes on with %s', (step, state) => expect(nextStep(state)).toBe(step))

  it('leaves targets, and rules of one’s own, for later', () => {
    expect([stateOf('targets', recorded), stateOf('company', begun), stateOf('company', ruled)]).toEqual(['optional', 'optional', 'done'])
  })

  it('shows the step of the address, and the next one for any other', () => {
    expect([stepIn('run', nothing), stepIn('sleep', nothing), stepIn(undefined, peopled)]).toEqual(['run', 'company', 'records'])
    expect(STEPS.map((step) => stepIn(step, recorded))).toEqual([...STEPS])
  })

  it('finds the empty file of a dataset in the first template that has one', () => {
    const templates = [
      { id: 'a', files: ['people.csv'] },
      { id: 'b', files: ['data/orders.csv'] },
    ]
    expect([fileOf(templates, 'data/orders.csv'), fileOf(templates, 'data/none.csv')]).toEqual([{ template: 'b', name: 'data/orders.csv' }, undefined])
  })
})
