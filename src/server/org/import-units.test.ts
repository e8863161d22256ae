import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { importPeople } from './import-people.ts'
import { importUnits } from './import-units.ts'
import { people, told, tried, units } from './testing.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

describe('units', () => {
  const cases: readonly [string, string, string[], string[]][] = [
    ['no id', 'id,name', [',East'], ['org.id-missing@2']],
    ['one id, two names', 'id,name', ['e,East', 'e,West'], ['org.name-differs@3']],
    ['a parent nobody knows', 'id,parent', ['east,world'], ['org.unit-unknown@2']],
    ['a parent spelt wrong', 'id,parent', ['east,Chinna', 'China,'], ['org.unit-unknown-near@2']],
    ['a parent of which there are two', 'id,name,parent', ['a,East,', 'b,East,', 'c,C,east'], ['org.unit-ambiguous@4']],
    ['the own parent', 'id,parent', ['east,EAST'], ['org.own-parent@2']],
    ['two parents at once', 'id,parent', ['a,b', 'a,c', 'b,', 'c,'], ['org.parent-overlap@3']],
    ['a circle', 'id,parent', ['a,b', 'b,c', 'c,a'], ['org.cycle@2']],
    ['dates the wrong way round', 'id,from,until', ['a,2024-02-01,2024-01-01'], ['org.date-order@2']],
  ]
  test.each(cases)('%s is refused', async (_, columns, lines, expected) => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, changes } = await importUnits(tx, units(columns, ...lines))
      expect(told(diagnostics)).toEqual(expected)
      expect(changes).toBe(0)
      expect(await tx.query(sql`select from app.unit`)).toEqual([])
    })
  })

  test('are made by the people who name them, until a file of units is given; then an unknown one is a mistake', async () => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, people('id,unit', 'a,North ', 'b,NORTH', 'c,South'))
      expect(await tx.query(sql`select unit_id as id, declared from app.unit order by 1`)).toEqual([
        { id: 'NORTH', declared: false },
        { id: 'South', declared: false },
      ])
      await importUnits(tx, units('id,name', 'NORTH,The North'))
      expect(told((await importPeople(tx, people('id,unit', 'a,North', 'b,the north', 'c,Nroth'))).diagnostics)).toEqual(['org.unit-unknown-near@4'])
      expect(told((await importPeople(tx, people('id,unit', 'c,Harbour'))).diagnostics)).toEqual(['org.unit-unknown@2'])
    })
  })
})
