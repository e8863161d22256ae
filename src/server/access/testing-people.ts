import { expect } from 'vitest'
import type { Store } from '../../store/types.ts'
import { importPeople } from '../org/import-people.ts'
import { importUnits } from '../org/import-units.ts'
import { people, units } from '../org/testing.ts'

/**
 * A small company: boss over two teams, each of a manager and two sellers; shops lie below the west. tom moves from the east to the west on 2026-04-01; old left on
 * 2026-03-01; hana is in human resources.
 */
export async function addPeople(store: Store): Promise<void> {
  await store.tx(async (tx) => {
    const given = await importUnits(tx, units('id,name,parent', 'all,All,', 'east,East,all', 'west,West,all', 'shops,Shops,west'))
    const came = await importPeople(
      tx,
      people(
        'id,name,unit,position,role,manager,from,until,email',
        'boss,Bo Ss,all,Director,director,,,,',
        'eve,Eve East,east,Manager,manager,boss,,,',
        'wim,Wim West,west,Manager,manager,boss,,,',
        'ann,Ann,east,Seller,seller,eve,,,ann@tests.example',
        'tom,Tom,east,Seller,seller,eve,,2026-04-01,',
        'tom,Tom,west,Seller,seller,wim,2026-04-01,,',
        'sam,Sam,shops,Seller,seller,wim,,,',
        'old,Old,east,Seller,seller,eve,,2026-03-01,',
        'hana,Hana,all,HR,hr,boss,,,',
      ),
    )
    expect([...given.diagnostics, ...came.diagnostics].filter((d) => d.severity === 'error')).toEqual([])
  })
}
