import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { importPeople } from './import-people.ts'
import { listAbove, listEdges } from './queries.ts'
import { setSuperior } from './set-superior.ts'
import { people, tried } from './testing.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

describe('a transfer', () => {
  test('closes the earlier stretch on its day and changes nothing before', async () => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, people('id,manager', 'a,b', 'b,', 'c,b'))
      expect(await setSuperior(tx, { line: 'reporting', employee: 'a', superior: 'c', from: '2024-07-01' })).toBe(true)
      expect(await setSuperior(tx, { line: 'reporting', employee: 'a', superior: 'c', from: '2024-07-01' })).toBe(false)
      expect(await listEdges(tx, 'reporting', 'a')).toEqual([
        { employee: 'a', superior: 'b', from: null, until: '2024-07-01' },
        { employee: 'a', superior: 'c', from: '2024-07-01', until: null },
      ])
    })
  })

  test.each([
    ['nobody', 'b', '2024-01-01', 'org.person-unknown'],
    ['a\0', 'b', '2024-01-01', 'org.person-unknown'],
    ['a', 'nobody', '2024-01-01', 'org.person-unknown'],
    ['a', 'a', '2024-01-01', 'org.own-superior'],
    ['b', 'a', '2024-01-01', 'org.cycle-stored'],
    ['a', 'b', '2024-02-30', 'org.date-invalid'],
    ['a', 'b', 'infinity', 'org.date-invalid'],
  ])('of %s under %s from %s is refused: %s', async (employee, superior, from, code) => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, people('id,manager', 'a,b', 'b,'))
      await expect(setSuperior(tx, { line: 'reporting', employee, superior, from })).rejects.toMatchObject({ code })
    })
  })

  test('works out again only those below', async () => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, people('id,manager', 'top,', 'a,top', 'a1,a', 'b,top', 'b1,b'))
      const places = () =>
        tx.query(sql`select superior_id, employee_id, ctid::text as place from app.line_closure where line = 'reporting' and employee_id in ('b', 'b1', 'top') order by 1, 2`)
      const before = await places()
      await setSuperior(tx, { line: 'reporting', employee: 'a', superior: 'b', from: '2024-07-01' })
      expect(await places()).toEqual(before)
      expect((await listAbove(tx, 'reporting', 'a1')).map((x) => x.superior)).toEqual(['a', 'top', 'b', 'top'])
    })
  })
})
