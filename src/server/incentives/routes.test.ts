import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '../http/testing.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('zhou', 'QS013', 'sales'), whoWith('comp', null, 'comp-admin')], { work: false })
})
afterAll(() => c?.drop())

interface Component {
  component: string
  name: string
  formula: string
  traits: string[]
  tables: string[]
  base: string
  asks: { key: string; text: string; node: string; percent: boolean; unitName: string }[]
  conditions: { name: string; formula: string }[]
  cap: string | null
  over: string
}

const planOf = async (plan: string) => (await c.get('zhou', `/incentives/${encodeURIComponent(plan)}`)).body
const componentOf = async (plan: string, component: string): Promise<Component> => (await planOf(plan)).components.find((each: Component) => each.component === component)

describe('incentive plans', () => {
  test('are listed for everybody who is paid by them, with whom they are for', async () => {
    const { status, body } = await c.get('zhou', '/incentives')
    expect(status).toBe(200)
    expect(body.items.length).toBeGreaterThan(8)
    expect(body.items.find((p: { id: string }) => p.id === '新客开拓')).toMatchObject({
      name: 'Hunters',
      roles: [{ id: 'hunter', name: '客户拓展' }],
      every: 'quarter',
      components: [
        { component: '提成', name: 'Commission' },
        { component: '新客户奖', name: 'Bonus for new customers' },
      ],
      version: 1,
    })
  })

  test('say each component in words: formula, tiers, cap, condition, what it is drawn against', async () => {
    const commission = await componentOf('新客开拓', '提成')
    expect(commission.formula).toMatch(/^tiers\(`Commission of hunters`, Revenue, prorated_target/)
    expect(commission.traits).toEqual(expect.arrayContaining(['marginal', 'by-target', 'accelerates', 'newcomers', 'prorated', 'cap']))
    expect(commission.tables).toEqual(['拓展提成', '新人爬坡'])
    expect(commission.asks.find(({ key }) => key === commission.base)).toMatchObject({ node: 'value', unitName: 'yuan' })
    const bonus = await componentOf('新客开拓', '新客户奖')
    expect(bonus.conditions).toEqual([{ name: 'Margin of 28 % or more', formula: expect.stringContaining('28%') }])
    expect(bonus.asks.some(({ percent }) => percent)).toBe(true)
  })

  test('tell what managers get of their team, and what is added up over the year', async () => {
    expect((await componentOf('销售经理', '团队提成')).traits).toContain('team')
    const director = await planOf('销售总监')
    expect(director.components[0]).toMatchObject({ over: 'year', tables: ['公司提成'] })
    expect(director.tables.map((t: { table: string; own: boolean }) => [t.table, t.own])).toEqual([
      ['公司提成', true],
      ['经理奖金矩阵', false],
    ])
  })

  test('have a version to be changed from; one that is not there is not found', async () => {
    const answer = await c.app.inject({ url: `/api/incentives/${encodeURIComponent('新客开拓')}`, headers: as('zhou') })
    expect([answer.statusCode, answer.headers['etag']]).toEqual([200, '"v1"'])
    const gone = await c.get('zhou', '/incentives/nothing')
    expect([gone.status, gone.body.code]).toEqual([404, 'incentives.plan.unknown'])
    expect((await c.get('zhou', '/incentives/constructor')).status).toBe(404)
  })
})

describe('rate tables', () => {
  test('are listed with who reads them', async () => {
    const { body } = await c.get('zhou', '/tables')
    const ramp = body.items.find((t: { table: string }) => t.table === '新人爬坡')
    expect(ramp).toMatchObject({ kind: 'lookup', rows: 3, usedBy: [{ kind: 'incentive', id: '新客开拓', component: 'Commission' }] })
    expect(body.items.map((t: { table: string }) => t.table)).not.toContain('公司提成')
  })

  test('come as they were written, with their units in words', async () => {
    const { body } = await c.get('zhou', `/tables/${encodeURIComponent('新客户奖')}`)
    expect(body).toMatchObject({ units: { money: 'yuan' }, document: { kind: 'tiers', mode: 'marginal', tiers: [{ to: '6', rate: '200' }, { rate: '350' }] } })
    expect((await c.get('zhou', `/tables/${encodeURIComponent('公司提成')}`)).status).toBe(404)
  })
})
