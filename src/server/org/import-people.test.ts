import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { PERMISSIONS } from '../http/permission.ts'
import { importPeople } from './import-people.ts'
import { importRates } from './import-rates.ts'
import { importUnits } from './import-units.ts'
import { exportPeople, exportRates, exportUnits, listAbove, listBelow, listEdges, listEmployees, listUnitMembers, loadDirectory, orgState } from './queries.ts'
import type { OrgRow, PersonField } from './rows.ts'
import { setSuperior } from './set-superior.ts'
import { people, rates, rows, told, tried, units } from './testing.ts'
import { orgTexts } from './texts.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

const SOME = 'id,name,manager,from,until'

describe('people with mistakes: all are told, each with its place, and nothing changes', () => {
  const cases: readonly [string, string, string[], string[]][] = [
    ['no id', SOME, [',Anna,,,'], ['org.id-missing@2']],
    ['an id of white space', SOME, [' 　,Anna,,,'], ['org.id-missing@2']],
    ['an id with a control character', SOME, ['a\u0000b,Anna,,,'], ['org.text-control@2']],
    ['an id with an invisible space', SOME, ['a\u200bb,Anna,,,'], ['org.text-control@2']],
    ['a name that turns the text round', SOME, ['a,An\u202ena,,,'], ['org.text-control@2']],
    ['half a character', SOME, ['a,\ud800,,,'], ['org.text-control@2']],
    ['an endless id', SOME, [`${'x'.repeat(201)},Anna,,,`], ['org.text-long@2']],
    ['a day that does not exist', SOME, ['a,Anna,,2023-02-29,'], ['org.date-invalid@2']],
    ['words for a day', SOME, ['a,Anna,,2024-01-01,forever'], ['org.date-invalid@2']],
    ['an end before the beginning', SOME, ['a,Anna,,2024-03-01,2024-02-01'], ['org.date-order@2']],
    ['an end on the day of the beginning', SOME, ['a,Anna,,2024-03-01,2024-03-01'], ['org.date-order@2']],
    ['one id, two names', SOME, ['a,Anna,,,', 'a,Annie,,,'], ['org.name-differs@3']],
    ['a manager nobody knows', SOME, ['a,Anna,Bert,,'], ['org.person-unknown@2']],
    ['a manager spelt wrong', SOME, ['a,Anna,Bret Jones,,', 'b,Bert Jones,,,'], ['org.person-unknown-near@2']],
    ['a manager of whom there are two', SOME, ['a,Anna,张伟,,', 'b,张伟,,,', 'c,张伟,,,'], ['org.person-ambiguous@2']],
    ['the own manager, by another spelling', SOME, ['a,Anna, ＡＮＮＡ ,,'], ['org.own-superior@2']],
    ['two managers at once', SOME, ['a,Anna,b,2024-01-01,2024-07-01', 'a,Anna,c,2024-06-30,', 'b,B,,,', 'c,C,,,'], ['org.manager-overlap@3']],
    ['two managers at all times', SOME, ['a,Anna,b,,', 'a,Anna,c,,', 'b,B,,,', 'c,C,,,'], ['org.manager-overlap@3']],
    ['two sponsors at once', 'id,sponsor', ['a,b', 'a,c', 'b,', 'c,'], ['org.sponsor-overlap@3']],
    ['two units, positions and roles at once', 'id,unit,position,role', ['a,u1,p1,r1', 'a,u2,p2,r2'], ['org.unit-overlap@3', 'org.position-overlap@3', 'org.role-overlap@3']],
    ['a circle of two', SOME, ['a,A,b,,', 'b,B,a,,'], ['org.cycle@2']],
    ['a circle of three on one day only', SOME, ['a,A,b,,2024-01-02', 'b,B,c,2024-01-01,', 'c,C,a,,'], ['org.cycle@3']],
    ['a circle of sponsors', 'id,sponsor', ['a,b', 'b,c', 'c,a'], ['org.cycle@2']],
    ['one alias for two', 'id,name,alias', ['a,Anna,小安', 'b,Bea,x; 小安'], ['org.alias-taken@3']],
    ['an alias that is the name of somebody else', 'id,name,alias', ['a,Anna,bea', 'b,Bea,'], ['org.alias-taken@2']],
    ['an alias that is the id of somebody else', 'id,name,alias', ['a,Anna,Ｂ', 'b,Bea,'], ['org.alias-taken@2']],
    ['many at once', SOME, [',Anna,,,', 'a,Anna,nobody-at-all,2024-13-01,', 'a,Anna,nobody-at-all,,'], ['org.id-missing@2', 'org.date-invalid@3', 'org.person-unknown@4']],
  ]
  test.each(cases)('%s', async (_, columns, lines, expected) => {
    await tried(scratch.store, async (tx) => {
      const before = await orgState(tx)
      const { diagnostics, changes } = await importPeople(tx, people(columns, ...lines))
      expect(told(diagnostics)).toEqual(expected)
      expect(changes).toBe(0)
      expect(await orgState(tx)).toEqual(before)
      const turned = await importPeople(tx, people(columns, ...lines).reverse())
      expect(turned.diagnostics.map((d) => d.code).sort()).toEqual(diagnostics.map((d) => d.code).sort())
    })
  })

  test('both rows of an overlap and of a circle are named with their values', async () => {
    await tried(scratch.store, async (tx) => {
      const overlap = await importPeople(tx, people(SOME, 'a,Anna,b,2024-01-01,2024-07-01', 'a,Anna,c,2024-06-30,', 'b,B,,,', 'c,C,,,'))
      expect(overlap.diagnostics[0]).toEqual({
        code: 'org.manager-overlap',
        severity: 'error',
        place: { file: 'people.csv', line: 3 },
        params: { id: 'a', value: 'c', stretch: '2024-06-30…', other: 'people.csv:2', otherValue: 'b', otherStretch: '2024-01-01…2024-07-01' },
      })
      const circle = await importPeople(tx, people(SOME, 'a,A,b,2024-01-01,', 'b,B,a,,2025-01-01'))
      expect(circle.diagnostics[0]).toEqual({
        code: 'org.cycle',
        severity: 'error',
        place: { file: 'people.csv', line: 2 },
        params: { field: 'manager', chain: 'a → b → a', stretch: '2024-01-01…2025-01-01', otherId: 'b', otherValue: 'a', other: 'people.csv:3' },
      })
    })
  })

  test('a circle, an alias or a name together with what is recorded is refused as well', async () => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, people('id,name,alias,manager', 'a,Anna,Annie,b', 'b,Bea,,'))
      expect(told((await importPeople(tx, people('id,manager', 'b,a'))).diagnostics)).toEqual(['org.cycle-stored@2'])
      expect(told((await importPeople(tx, people('id,alias', 'b,annie'))).diagnostics)).toEqual(['org.alias-taken-stored@2'])
      expect(told((await importPeople(tx, people('id,name', 'c,ANNIE'))).diagnostics)).toEqual(['org.alias-taken-stored@2'])
      expect(told((await importPeople(tx, people('id,name', 'A,Anna A'))).diagnostics)).toEqual(['org.id-alike@2'])
    })
  })
})

describe('people without mistakes', () => {
  test('hostile names are names', async () => {
    await tried(scratch.store, async (tx) => {
      const hostile = `"; drop table app.employee; --`
      const { diagnostics } = await importPeople(tx, [
        { fields: { id: hostile, name: "Robert'); \\", alias: '{"a","b"}', unit: 'NULL', position: '\\N', role: '$1', email: '' }, file: 'p', line: 2 },
      ])
      expect(diagnostics).toEqual([])
      expect(await listEmployees(tx, { from: null, until: null })).toEqual([
        { id: hostile, name: "Robert'); \\", email: null, unit: 'NULL', unitName: 'NULL', position: '\\N', role: '$1' },
      ])
      expect((await loadDirectory(tx)).resolve('{"A","B"}')).toEqual({ kind: 'found', id: hostile })
    })
  })

  test('a history: transfers, a manager after the report, names and aliases for ids', async () => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, given } = await importPeople(
        tx,
        people(
          'id,name,alias,unit,role,manager,from,until',
          'a,Anna,,East,hunter,老王,2024-01-01,2024-07-01',
          'a,Anna,,West,hunter,Cai Li,2024-07-01,',
          'a,Anna,,West,hunter,Cai Li,2024-07-01,',
          'w,王强,老王,East,manager,d,,',
          'c,Cai Li,,West,manager,d,,',
          'd,Dong,,,manager,,,',
        ),
      )
      expect(diagnostics).toEqual([])
      expect(given).toBe(4)
      expect(await listAbove(tx, 'reporting', 'a')).toEqual([
        { superior: 'w', depth: 1, from: '2024-01-01', until: '2024-07-01' },
        { superior: 'c', depth: 1, from: '2024-07-01', until: null },
        { superior: 'd', depth: 2, from: '2024-01-01', until: null },
      ])
      expect((await listBelow(tx, 'reporting', 'd', { depth: 1, from: null, until: null })).map((b) => b.employee)).toEqual(['c', 'w'])
      expect((await listBelow(tx, 'reporting', 'w', { depth: null, from: '2024-07-01', until: null })).map((b) => b.employee)).toEqual([])
      expect(await listEmployees(tx, { from: '2024-01-01', until: '2024-07-01' })).toContainEqual({
        id: 'a',
        name: 'Anna',
        email: null,
        unit: 'East',
        unitName: 'East',
        position: null,
        role: 'hunter',
      })
      expect((await listEmployees(tx, { from: '2023-01-01', until: '2024-01-01' })).map((e) => e.id)).toEqual(['c', 'd', 'w'])
      expect(await listUnitMembers(tx, 'West', { from: null, until: '2024-07-02' })).toEqual([
        { employee: 'a', unit: 'West', from: '2024-07-01', until: null },
        { employee: 'c', unit: 'West', from: null, until: null },
      ])
      expect((await listEdges(tx, 'reporting', 'a')).length).toBe(2)
    })
  })

  test('what a file does not state stays; what it states as empty goes; who is not in it is left alone', async () => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, people('id,name,alias,unit,manager,from,until,email', 'a,Anna,Annie,East,b,2024-01-01,,a@x', 'b,Bea,,East,,,,'))
      const before = await orgState(tx)
      expect((await importPeople(tx, people('id', 'a', 'b'))).changes).toBe(0)
      expect(await orgState(tx)).toEqual(before)
      expect((await importPeople(tx, people('id,alias,manager', 'a,,'))).changes).toBe(2)
      expect(await listEdges(tx, 'reporting')).toEqual([])
      expect((await loadDirectory(tx)).resolve('annie').kind).toBe('unknown')
      expect((await listEmployees(tx, { from: null, until: null })).map((e) => [e.id, e.unit, e.email])).toEqual([
        ['a', 'East', 'a@x'],
        ['b', 'East', null],
      ])
    })
  })

  test('a list of managers without dates does not make those who left come back', async () => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, [
        ...people('id,name,manager,from,until', 'a,Anna,b,2023-01-01,2024-01-01', 'b,Bea,,2022-01-01,'),
        ...rows<PersonField>('managers.csv', 'id,unit', 'a,East'),
      ])
      expect((await listEmployees(tx, { from: '2024-01-01', until: null })).map((e) => e.id)).toEqual(['b'])
      expect(await listUnitMembers(tx, 'East', { from: null, until: null })).toEqual([{ employee: 'a', unit: 'East', from: '2023-01-01', until: '2024-01-01' }])
    })
  })

  test('an alias moves from one person to another in one file', async () => {
    await tried(scratch.store, async (tx) => {
      await importPeople(tx, people('id,alias', 'a,boss', 'b,'))
      expect((await importPeople(tx, people('id,alias', 'b,boss', 'a,'))).diagnostics).toEqual([])
      expect((await loadDirectory(tx)).resolve('BOSS')).toEqual({ kind: 'found', id: 'b' })
    })
  })

  test('exported rows make the same company again', async () => {
    await tried(scratch.store, async (tx) => {
      await importUnits(tx, units('id,name,parent,from,until', 'east,华东,all,,2024-06-01', 'east,华东,cn,2024-06-01,', 'cn,China,all,,', 'all,All,,,'))
      await importPeople(
        tx,
        people(
          'id,name,alias,unit,position,role,manager,sponsor,from,until,email',
          'a,Anna,A.; 小安,华东,rep,hunter,b,c,2024-01-01,2024-07-01,a@x',
          'a,Anna,,east,senior,hunter,b,,2024-07-01,,',
          'b,Bea,,,,,,,,2030-01-01,',
          'c,Cai,,cn,,,b,,,,',
        ),
      )
      await importRates(tx, rates('USD,2024-01-01,7.10', 'EUR,2024/1/1,7.8'))
      const state = await orgState(tx)
      const [p, u, r] = [await exportPeople(tx), await exportUnits(tx), await exportRates(tx)]
      const file = <F extends string>(all: readonly Record<F, string>[]): OrgRow<F>[] => all.map((fields, i) => ({ fields, file: 'export', line: i + 2 })).reverse()
      expect([await importUnits(tx, file(u)), await importPeople(tx, file(p)), await importRates(tx, file(r))].map((x) => [x.changes, x.diagnostics])).toEqual([
        [0, []],
        [0, []],
        [0, []],
      ])
      expect(await orgState(tx)).toEqual(state)
      const other = await scratchStore()
      try {
        await other.store.tx(async (fresh) => {
          await importUnits(fresh, file(u))
          await importPeople(fresh, file(p))
          await importRates(fresh, file(r))
        })
        expect((await other.store.read(orgState)).checksum).toBe(state.checksum)
      } finally {
        await other.drop()
      }
    })
  })
})

test('twenty thousand people, with one moved from the top, keep a closure that adds up', async () => {
  await tried(scratch.store, async (tx) => {
    const count = 20_000
    const all = Array.from({ length: count }, (_, i) => ({
      fields: { id: `E${i}`, name: `Person ${i}`, unit: `U${i % 40}`, manager: i === 0 ? '' : `person ${Math.floor((i - 1) / 6)}` },
      file: 'p',
      line: i + 2,
    }))
    const { diagnostics } = await importPeople(tx, all.reverse())
    expect(diagnostics).toEqual([])
    const pairs = () =>
      tx.first<{ pairs: number; below: number }>(
        sql`select count(*)::int as pairs, count(*) filter (where superior_id = 'E0')::int as below from app.line_closure where line = 'reporting'`,
      )
    let levels = 0
    for (let i = 0; i < count; i += 1)
      for (let at = i; ; at = Math.floor((at - 1) / 6)) {
        levels += 1
        if (at === 0) break
      }
    expect(await pairs()).toEqual({ pairs: levels, below: count })
    await setSuperior(tx, { line: 'reporting', employee: 'E1', superior: 'E2', from: '2024-01-01' })
    const under = await tx.first<{ n: number }>(sql`select count(*)::int as n from app.line_closure where line = 'reporting' and superior_id = 'E1'`)
    // Each of them is under E2 from that day on, and two rows from E0 where there was one.
    expect(await pairs()).toEqual({ pairs: levels + 2 * (under?.n ?? 0), below: count + (under?.n ?? 0) })
  })
})

test('sentences exist for every code the sources name', async () => {
  const { readFile, readdir } = await import('node:fs/promises')
  const folder = new URL('./', import.meta.url)
  const sources = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'texts.ts')
  const codes = new Set<string>()
  for (const name of sources) for (const [, code] of (await readFile(new URL(name, folder), 'utf8')).matchAll(/'(org\.[a-z-]+)'/g)) codes.add(code ?? '')
  expect(codes.size).toBeGreaterThan(15)
  expect([...codes].filter((code) => !(code in orgTexts) && !(PERMISSIONS as readonly string[]).includes(code))).toEqual([]) // Widened only to be searched.
})
