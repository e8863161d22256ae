import { expect, test } from 'vitest'
import { scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { as, guardOf, someone } from '../http/testing.ts'
import { runOf } from '../plan/examples-testing.ts'

test('a company begun with example people can be run at once, and says so', async () => {
  const scratch = await scratchStore()
  const app = await createApp({ store: scratch.store, guard: guardOf([someone('root')]), config: { validateReplies: true } })
  try {
    const company = { name: '北风', currency: 'CNY', timezone: 'Asia/Shanghai', yearStartMonth: 1, templates: ['hunter'], examples: true }
    const begun = await app.inject({ method: 'POST', url: '/api/start/company', headers: as('root'), payload: company })
    expect(begun.json()).toMatchObject({ people: { all: 3, withRole: 3 }, targets: expect.any(Number) })
    await runOf(scratch.store, '2026-Q1')
    const state = await app.inject({ url: '/api/start', headers: as('root') })
    expect(state.json()).toMatchObject({ run: { period: '2026-Q1', people: 3 } })
  } finally {
    await app.close()
    await scratch.drop()
  }
})
