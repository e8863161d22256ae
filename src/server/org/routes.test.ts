import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { asking } from '../records/testing-asking.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'

const PEOPLE = [whoWith('chen', 'QS011', 'sales'), whoWith('shen', 'QS002', 'sales', 'manager'), whoWith('lin', 'QS001', 'executive'), whoWith('root', null, 'admin')]

let c: Company
let send: ReturnType<typeof asking>['send']
beforeAll(async () => {
  c = await openCompany(PEOPLE, { work: false })
  send = asking(c).send
})
afterAll(() => c?.drop())

const e = encodeURIComponent
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)
const person = async (id: string, who = 'root') => (await c.get(who, `/people/${id}`)).body
const changeOf = async (id: string): Promise<string> => (await person(id)).change

describe('people', () => {
  test('are listed as far as one sees them, found by name, other spelling, unit and role', async () => {
    const all = (await c.get('lin', '/people?limit=200')).body
    expect(all.total).toBe(58)
    expect((await c.get('lin', '/people?state=all')).body.total).toBe(61)
    expect(ids((await c.get('chen', '/people')).body)).toEqual(['QS011'])
    const team = (await c.get('shen', '/people?limit=200')).body
    expect(team.total).toBeGreaterThan(5)
    expect(team.total).toBeLessThan(61)
    expect(ids((await c.get('lin', `/people?q=${e('林总')}`)).body)).toEqual(['QS001'])
    const east = (await c.get('lin', `/people?unit=${e('华东')}&limit=200`)).body
    expect(east.total).toBeLessThan(61)
    expect(ids((await c.get('lin', '/people?role=director')).body)).toEqual(['QS001'])
    expect(team.items.find((p: { id: string }) => p.id === 'QS002').manager).toEqual({ id: 'QS001', name: '林远山', visible: false })
    const whole = (await c.get('lin', `/people?unit=${e('总部')}&limit=200`)).body
    expect(whole.total).toBeGreaterThan(east.total)
  })

  test('come page by page, each once', async () => {
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await c.get('lin', `/people?limit=25${next === '' ? '' : `&after=${next}`}`)
      seen.push(...ids(body))
      next = body.next
    }
    expect(new Set(seen).size).toBe(58)
    expect(seen.length).toBe(58)
  })

  test.each(['name', 'unit', 'from'] as const)('come in the order of %s, up and down, each once over all pages', async (sort) => {
    const listed = async (order: string) => {
      const rows: { id: string; name: string; unitName: string | null; from: string | null }[] = []
      for (let next: string | null = ''; next !== null; ) {
        const { body } = await c.get('lin', `/people?limit=20&state=all&sort=${sort}&order=${order}${next === '' ? '' : `&after=${next}`}`)
        rows.push(...body.items)
        next = body.next
      }
      return rows
    }
    const up = await listed('asc')
    expect(new Set(up.map(({ id }) => id)).size).toBe(61)
    expect((await listed('desc')).map(({ id }) => id)).toEqual(up.map(({ id }) => id).reverse())
    const of = { name: (p: (typeof up)[number]) => p.name, unit: (p: (typeof up)[number]) => p.unitName ?? '', from: (p: (typeof up)[number]) => p.from ?? '' }[sort]
    // Chinese by pinyin, as on the pages. Older tables of characters read 沈 as chén.
    const { compare } = new Intl.Collator('zh-CN', { numeric: true })
    const texts = up.map(of).filter((text) => !text.startsWith('沈'))
    for (const [at, text] of texts.entries()) expect(compare(texts[at - 1] ?? text, text), `${text} after ${texts[at - 1]}`).toBeLessThanOrEqual(0)
  })

  test('stand in units whose sums are those of the units below, and in a line whose top is seen by nobody above', async () => {
    const { items } = (await c.get('lin', '/units')).body
    const root = items.find((u: { id: string }) => u.id === '总部')
    expect(root).toMatchObject({ parent: null, all: 58 })
    expect((await c.get('chen', '/units')).body.items.find((u: { id: string }) => u.id === '总部').all).toBe(1)
    const tree = (await c.get('shen', '/people-tree')).body.items
    expect(tree.find((n: { id: string }) => n.id === 'QS002').above).toBeNull()
    expect(tree.filter((n: { above: string | null }) => n.above === 'QS002').length).toBeGreaterThan(1)
    const sponsor = (await c.get('lin', '/people-tree?line=sponsor')).body.items
    expect(sponsor.some((n: { above: string | null }) => n.above !== null)).toBe(true)
  })

  test('are one page each; outside one’s reach there is none', async () => {
    expect(await person('QS002', 'shen')).toMatchObject({ name: '沈佳宁', mayWrite: false, managers: [{ from: null, until: null, person: { id: 'QS001', visible: false } }] })
    expect((await c.get('chen', '/people/QS012')).body.code).toBe('access.not-visible')
    expect((await c.get('root', '/people/nobody')).body.code).toBe('access.not-visible')
    expect((await c.get('root', '/people/QS011?on=2026-02-31')).body.code).toBe('http.invalid')
  })
})

describe('a transfer', () => {
  test('is shown before it is done, holds from its day, and leaves what was before', async () => {
    const asked = `unit=${e('华南')}&manager=QS003&from=2026-11-01`
    const shown = (await c.get('root', `/people/QS011/transfer?${asked}`)).body
    expect(shown).toMatchObject({
      from: '2026-11-01',
      past: false,
      before: { unit: { id: '华东' } },
      after: { unit: { id: '华南' }, manager: { id: 'QS003', name: '黄志强' } },
      until: null,
    })
    const change = await changeOf('QS011')
    const before = (await person('QS011')).assignments
    expect((await send('POST', 'shen', '/people/QS011/transfer', { from: '2026-11-01', unit: '华南', change })).status).toBe(403)
    expect((await send('POST', 'root', '/people/QS011/transfer', { from: '2026-11-01', unit: '华南', manager: 'QS003', change })).status).toBe(204)
    const after = await person('QS011')
    expect(after.assignments).toEqual([
      { ...before[0], until: '2026-11-01' },
      { ...before[0], unit: '华南', unitName: after.assignments[1].unitName, from: '2026-11-01' },
    ])
    expect(ids((await c.get('lin', `/people?unit=${e('华东')}&limit=200`)).body)).toContain('QS011')
    expect(ids((await c.get('lin', `/people?unit=${e('华东')}&limit=200&on=2026-11-01`)).body)).not.toContain('QS011')
    expect((await c.get('shen', '/people-tree?on=2026-11-01')).body.items.find((n: { id: string }) => n.id === 'QS011').above).toBeNull()
    // The second of two who looked at the same state is told.
    expect((await send('POST', 'root', '/people/QS011/transfer', { from: '2026-12-01', unit: '西南', change })).body.code).toBe('org.changed-meanwhile')
    const entry = (await c.get('root', '/audit?command=person.transfer')).body.items[0]
    expect(entry).toMatchObject({ object: 'employee/QS011', detail: { from: '2026-11-01', unit: '华南', manager: 'QS003' } })
  })

  test('is refused where it says nothing, nobody or a circle', async () => {
    const refused = async (asked: string) => (await c.get('root', `/people/QS002/transfer?${asked}`)).body.code
    expect(await refused('from=2026-11-01')).toBe('org.nothing-changes')
    expect(await refused(`from=2026-11-01&unit=${e('华东')}`)).toBe('org.nothing-changes')
    expect(await refused('from=2026-11-01&manager=nobody')).toBe('org.person-unknown')
    expect(await refused('from=2026-11-01&manager=QS002')).toBe('org.own-superior')
    expect(await refused('from=2026-11-01&manager=QS012')).toBe('org.cycle-stored')
    expect(await refused(`from=2026-11-01&unit=${e('没有这个部门')}`)).toBe('org.unit-unknown')
    expect(await refused('from=yesterday')).toBe('http.invalid')
  })
})

describe('a leave', () => {
  test('hands over those who report to the person; whoever takes the team reports where the person did', async () => {
    // QS011 is somebody else's by then.
    const team = (await person('QS002')).reports.map((r: { id: string }) => r.id).filter((id: string) => id !== 'QS011')
    expect(team.length).toBeGreaterThan(2)
    const heir = team[0]
    const shown = (await c.get('root', `/people/QS002/leave?lastDay=2026-10-31&reportsTo=${heir}`)).body
    expect(shown).toMatchObject({ from: '2026-11-01', after: null, before: { manager: { id: 'QS001' } } })
    expect(shown.reports.find((r: { id: string }) => r.id === heir).to.id).toBe('QS001')
    expect(shown.reports.filter((r: { to: { id: string } }) => r.to.id === heir).length).toBe(team.length - 1)
    expect((await send('POST', 'root', '/people/QS002/leave', { lastDay: '2026-10-31', reportsTo: heir, change: await changeOf('QS002') })).status).toBe(204)
    const above = async (id: string, on: string) => (await c.get('lin', `/people-tree?on=${on}`)).body.items.find((n: { id: string }) => n.id === id)?.above
    expect(await above(team[1], '2026-10-31')).toBe('QS002')
    expect(await above(team[1], '2026-11-01')).toBe(heir)
    expect(await above(heir, '2026-11-01')).toBe('QS001')
    expect((await c.get('lin', '/people?q=QS002&state=gone&on=2026-11-01')).body.items[0].until).toBe('2026-11-01')
    expect((await c.get('root', '/people/QS002/leave?lastDay=2026-12-31')).body.code).toBe('org.not-here')
    // They come back by a transfer.
    const back = await send('POST', 'root', '/people/QS002/transfer', { from: '2027-01-01', unit: '华东', role: 'manager', manager: 'QS001', change: await changeOf('QS002') })
    expect(back.status).toBe(204)
    expect((await person('QS002')).assignments.map((a: { from: string | null; until: string | null }) => [a.from, a.until])).toEqual([
      [null, '2026-11-01'],
      ['2027-01-01', null],
    ])
    expect((await c.get('root', '/people/QS002/transfer?from=2026-12-01&role=hunter')).body.code).toBe('org.not-here-yet')
  })
})

describe('somebody new, and a name spelt wrongly', () => {
  test('is hired once, with every finding at its field', async () => {
    const hire = { id: 'QS900', name: '新人', email: 'new@qingshan.example', from: '2026-11-01', unit: '华南', role: 'hunter', manager: 'QS003' }
    const shown = (await c.get('root', `/people-hire?${new URLSearchParams(hire)}`)).body
    expect(shown).toMatchObject({ before: null, after: { unit: { id: '华南' }, role: 'hunter', manager: { id: 'QS003' } } })
    expect((await send('POST', 'root', '/people', hire)).status).toBe(201)
    expect((await send('POST', 'root', '/people', hire)).body.code).toBe('org.id-taken')
    expect((await send('POST', 'root', '/people', { ...hire, id: 'QS901', manager: 'nobody' })).body).toMatchObject({ code: 'org.person-unknown', place: { path: ['manager'] } })
    expect((await send('POST', 'root', '/people', { ...hire, id: 'QS902', name: '\u202e反' })).body.code).toBe('org.text-control')
    expect((await send('POST', 'root', '/people', { ...hire, id: 'QS903', email: 'not an address' })).body.code).toBe('http.invalid')
    expect((await c.get('lin', '/people?state=coming')).body.items.map((p: { id: string }) => p.id)).toContain('QS900')
  })

  test('is corrected for all days; files may go on using the old spelling', async () => {
    const before = await person('QS012')
    expect((await send('PATCH', 'root', '/people/QS012', { name: '改名后', keepName: true, change: before.change })).status).toBe(204)
    const after = await person('QS012')
    expect(after).toMatchObject({ name: '改名后', email: before.email, aliases: [...before.aliases, before.name], assignments: before.assignments, managers: before.managers })
    expect((await send('PATCH', 'root', '/people/QS012', { email: '', change: after.change })).status).toBe(204)
    expect((await person('QS012')).email).toBeNull()
    expect((await send('PATCH', 'root', '/people/QS012', { name: '改名后', change: await changeOf('QS012') })).body.code).toBe('org.nothing-changes')
  })

  test('what is recorded can still be written down and read back: the closure is that of the edges', async () => {
    const row = await c.scratch.store.read((read) =>
      read.first<{ n: number }>(sql`
        select count(*)::int as n from (
          (select line, superior_id, employee_id, from_date, until_date from app.line_closure where depth = 1 except select line, superior_id, employee_id, from_date, until_date from app.line_edge)
          union all
          (select line, superior_id, employee_id, from_date, until_date from app.line_edge except select line, superior_id, employee_id, from_date, until_date from app.line_closure where depth = 1)) as differ`),
    )
    expect(row?.n).toBe(0)
  })
})
