import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../base/sql.ts'
import { keptWhile } from './kept.ts'
import { type ScratchStore, scratchStore } from './testing.ts'

let scratch: ScratchStore
let second: ScratchStore
beforeAll(async () => {
  ;[scratch, second] = [await scratchStore(), await scratchStore()]
})
afterAll(async () => {
  await scratch.drop()
  await second.drop()
})

const employ = (store: ScratchStore, id: string) => store.store.tx((tx) => tx.run(sql`insert into app.employee (employee_id, name) values (${id}, ${id})`))

function counting() {
  let made = 0
  const ask = keptWhile(sql`select change from app.org_state where part = 'employee'`, async (read) => {
    made += 1
    return (await read.query<{ id: string }>(sql`select employee_id as id from app.employee order by 1`)).map((r) => r.id)
  })
  return { ask: (of: ScratchStore) => of.store.read(ask), made: () => made }
}

test('an answer is kept until its marker moves, apart for each database', async () => {
  const { ask, made } = counting()
  await employ(scratch, 'E1')
  expect([await ask(scratch), await ask(scratch), made()]).toEqual([['E1'], ['E1'], 1])
  await employ(scratch, 'E2')
  expect([await ask(scratch), await ask(second), await ask(scratch), made()]).toEqual([['E1', 'E2'], [], ['E1', 'E2'], 3])
})

test('those who ask at the same time share one answer; one that failed is asked for again', async () => {
  const { ask, made } = counting()
  await Promise.all([ask(scratch), ask(scratch), ask(scratch), ask(scratch)])
  expect(made()).toBe(1)
  let fails = true
  const failing = keptWhile(sql`select 1`, () => (fails ? Promise.reject(new Error('not now')) : Promise.resolve('now')))
  await expect(scratch.store.read(failing)).rejects.toThrow('not now')
  fails = false
  expect(await scratch.store.read(failing)).toBe('now')
})
