import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { asking } from '../records/testing-asking.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { exportUnits } from './queries.ts'

let c: Company
let send: ReturnType<typeof asking>['send']
beforeAll(async () => {
  c = await openCompany([whoWith('lin', 'QS001', 'executive'), whoWith('root', null, 'admin')], { work: false })
  send = asking(c).send
})
afterAll(() => c?.drop())

const e = encodeURIComponent
const unit = async (id: string, on = '') => (await c.get('root', `/units/${e(id)}${on === '' ? '' : `?on=${on}`}`)).body
const changeOf = async (id: string): Promise<string> => (await unit(id)).change
const row = async (id: string, on: string) => (await c.get('root', `/units?on=${on}`)).body.items.find((u: { id: string }) => u.id === id)

describe('a unit', () => {
  test('is a page with its place, and those below', async () => {
    const top = await unit('总部')
    expect(top).toMatchObject({ path: [], parents: [], closed: false, mayWrite: true, kept: true })
    expect(top.units.map((u: { id: string }) => u.id)).toContain('华东')
    expect((await c.get('lin', `/units/${e('华东')}`)).body).toMatchObject({ path: [{ id: '总部' }], mayWrite: false })
    expect((await c.get('root', '/units/nowhere')).body).toMatchObject({ status: 404, code: 'org.no-unit' })
  })

  test('is made, renamed, and moved from a day on, with the effect first and who did it', async () => {
    expect((await send('POST', 'root', '/units', { id: 'E1', name: '华东一部', parent: '华东', from: '2026-11-01' })).status).toBe(201)
    expect(await row('E1', '2026-10-31')).toMatchObject({ parent: null })
    expect(await row('E1', '2026-11-01')).toMatchObject({ parent: '华东', name: '华东一部', closed: false })
    expect((await send('POST', 'root', '/units', { id: 'E1', name: '又一个', parent: '' })).body).toMatchObject({ status: 409, code: 'org.unit-id-taken', place: { path: ['id'] } })
    expect((await send('POST', 'root', '/units', { id: 'E2', name: '二部', parent: '没有' })).body.code).toBe('org.unit-unknown')
    expect((await send('POST', 'lin', '/units', { id: 'E2', name: '二部' })).status).toBe(403)
    const change = await changeOf('E1')
    expect((await send('PATCH', 'root', '/units/E1', { name: '华东大客户部', change })).status).toBe(204)
    expect((await send('PATCH', 'root', '/units/E1', { name: '别的', change })).body.code).toBe('org.changed-meanwhile')
    const shown = (await c.get('root', `/units/E1/move?from=2027-01-01&parent=${e('华南')}`)).body
    expect(shown).toMatchObject({ before: { id: '华东' }, after: { id: '华南' }, until: null, people: 0, units: 0, first: false })
    expect((await send('POST', 'root', '/units/E1/move', { from: '2027-01-01', parent: '华南', change: await changeOf('E1') })).status).toBe(204)
    expect((await unit('E1')).parents.map((p: { from: string; until: string | null; unit: { id: string } }) => [p.from, p.until, p.unit.id])).toEqual([
      ['2026-11-01', '2027-01-01', '华东'],
      ['2027-01-01', null, '华南'],
    ])
    const entry = (await c.get('root', '/audit?command=unit.move')).body.items[0]
    expect(entry).toMatchObject({ object: 'unit/E1', detail: { from: '2027-01-01', parent: '华南' } })
  })

  test('cannot stand below itself, nor nowhere new', async () => {
    const refused = async (id: string, asked: string) => (await c.get('root', `/units/${e(id)}/move?${asked}`)).body.code
    expect(await refused('总部', `from=2026-11-01&parent=${e('华东')}`)).toBe('org.cycle-stored')
    expect(await refused('华东', `from=2026-11-01&parent=${e('华东')}`)).toBe('org.own-parent')
    expect(await refused('华东', `from=2026-11-01&parent=${e('总部')}`)).toBe('org.nothing-changes')
    expect(await refused('华东', 'from=2026-11-01&parent=nowhere')).toBe('org.unit-unknown')
    expect(await refused('nowhere', 'from=2026-11-01&parent=')).toBe('org.no-unit')
    expect((await send('POST', 'root', `/units/${e('总部')}/move`, { from: '2026-11-01', parent: '华东', change: await changeOf('总部') })).body.code).toBe('org.cycle-stored')
  })

  test('is closed: its people and units go to another one, the days before stay, and it opens again when it is moved', async () => {
    const before = (await c.get('root', `/people?unit=${e('华东')}&limit=200`)).body.total
    expect(before).toBeGreaterThan(3)
    const own = (await row('华东', '2026-12-01')).people
    expect((await c.get('root', `/units/${e('华东')}/close?from=2026-12-01&to=E1`)).body.code).toBe('org.unit-into-itself')
    expect((await c.get('root', `/units/${e('总部')}/close?from=2026-12-01`)).body.code).toBe('org.unit-top')
    const shown = (await c.get('root', `/units/${e('华东')}/close?from=2026-12-01&to=${e('华南')}`)).body
    expect(shown).toMatchObject({ to: { id: '华南' }, units: [{ id: 'E1', name: '华东大客户部' }] })
    expect(shown.people.length).toBeGreaterThanOrEqual(own)
    expect((await c.get('root', `/units/${e('华东')}/close?from=2026-12-01`)).body.to.id).toBe('总部')
    const south = (await row('华南', '2026-12-01')).people
    expect((await send('POST', 'root', `/units/${e('华东')}/close`, { from: '2026-12-01', to: '华南', change: await changeOf('华东') })).status).toBe(204)
    expect(await row('华东', '2026-11-30')).toMatchObject({ closed: false, parent: '总部', people: own })
    expect(await row('华东', '2026-12-01')).toMatchObject({ closed: true, parent: null, people: 0 })
    expect((await row('华南', '2026-12-01')).people).toBe(south + own)
    expect((await row('E1', '2026-12-01')).parent).toBe('华南')
    expect((await send('POST', 'root', `/units/${e('华东')}/close`, { from: '2026-12-01', change: await changeOf('华东') })).body.code).toBe('org.unit-closed')
    expect((await send('POST', 'root', `/units/${e('华东')}/move`, { from: '2027-03-01', parent: '总部', change: await changeOf('华东') })).status).toBe(204)
    expect((await row('华东', '2027-03-01')).closed).toBe(false)
    // It can be written down and read back: the history is that of a file of units.
    const rows = await c.scratch.store.read(exportUnits)
    expect(rows.filter(({ id }) => id === '华东').map(({ from, until }) => [from, until])).toEqual([
      ['', '2026-12-01'],
      ['2027-03-01', ''],
    ])
  })

  test('where rows of people made the units, the first change makes all of them the list', async () => {
    await c.scratch.store.tx((tx) => tx.run(sql`update app.unit set declared = false`))
    expect((await c.get('root', `/units/E1/move?from=2027-06-01&parent=${e('总部')}`)).body.first).toBe(true)
    expect((await send('POST', 'root', '/units', { id: 'N1', name: '新部门', parent: '总部' })).status).toBe(201)
    const left = await c.scratch.store.read((read) => read.query(sql`select unit_id from app.unit where not declared`))
    expect(left).toEqual([])
    expect((await c.get('root', `/people/QS002/transfer?from=2027-06-01&unit=N1`)).body.after.unit.id).toBe('N1')
  })
})
