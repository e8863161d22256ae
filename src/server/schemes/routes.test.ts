import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('comp', null, 'comp-admin'), whoWith('seller', 'QS011', 'sales'), whoWith('root', null, 'admin')], { work: false })
})
afterAll(() => c?.drop())

test('schemes are listed with whom they are for today, and which editions hold', async () => {
  const { status, body } = await c.get('comp', '/schemes')
  expect(status).toBe(200)
  const of = (id: string) => body.items.find((s: { id: string }) => s.id === id)
  // Today is in 2026-Q4: the edition of July holds, the one before has ended there.
  expect([of('新客开拓').state, of('新客开拓').until, of('新客开拓').people]).toEqual(['past', '2026-07-01', 0])
  expect([of('新客开拓@2026-07-01').state, of('新客开拓@2026-07-01').lines, of('新客开拓@2026-07-01').kpis]).toEqual(['current', 7, 4])
  expect(of('新客开拓@2026-07-01').people).toBeGreaterThan(10)
  expect(of('人力资源').roles).toEqual([{ role: 'hr', name: expect.any(String) }])
})

test('a scheme tells its lines, rules, targets, weights of periods, grades and editions', async () => {
  const { body } = await c.get('comp', '/schemes/新客开拓')
  const of = (line: string) => body.lines.find((l: { line: string }) => l.line === line)
  expect(of('销售额')).toMatchObject({
    weight: '35',
    kpi: true,
    target: { kind: 'targets', prorated: true },
    rule: { rule: 'linear', threshold: '50', cap: '150' },
    noData: 'skip',
  })
  expect(of('毛利率')).toMatchObject({ percent: true, rule: { rule: 'range', worst: '20', best: '37' }, ruleText: expect.stringContaining('37 %') })
  expect(of('周期').target).toMatchObject({ kind: 'fixed', fixed: '48' })
  expect(of('协作')).toMatchObject({
    measureKind: 'rating',
    sources: expect.arrayContaining([
      { source: '上级', weight: '60' },
      { source: '同事', weight: '40' },
    ]),
  })
  expect(of('销售额').sources).toEqual([])
  expect(of('严重投诉')).toMatchObject({ weight: '0', rule: { rule: 'gate', most: '74.99' } })
  expect(body.periodWeights).toEqual([{ period: '2026-Q1', weights: expect.arrayContaining([{ line: '销售额', weight: '50' }]) }])
  expect(body.newcomers).toMatchObject({ months: 6 })
  expect(body.grades.at(-1)).toEqual({ grade: 'D', from: null, coefficient: '0.5' })
  expect(body.editions.map((e: { id: string }) => e.id)).toEqual(['新客开拓', '新客开拓@2026-07-01'])
  expect(body.body.scheme).toBe('新客开拓')
  expect((await c.get('comp', '/schemes/nothing')).body.code).toBe('scheme.not-found')
  expect((await c.get('comp', '/schemes/constructor')).status).toBe(404)
})

test('everybody reads the rules; of the people, only those they may see', async () => {
  const mine = await c.get('seller', '/schemes')
  expect(mine.body.items.filter((s: { mine: boolean }) => s.mine)).toHaveLength(1)
  const [own] = mine.body.items.filter((s: { mine: boolean }) => s.mine)
  expect(own.people).toBe(1)
  const people = await c.get('seller', `/schemes/${encodeURIComponent(own.id)}/people`)
  expect([people.body.total, people.body.items.map((p: { employee: string }) => p.employee)]).toEqual([1, ['QS011']])
  const all = await c.get('comp', `/schemes/${encodeURIComponent(own.id)}/people?limit=2`)
  expect(all.body.items).toHaveLength(2)
  const next = await c.get('comp', `/schemes/${encodeURIComponent(own.id)}/people?limit=2&after=${all.body.next}`)
  expect(next.body.items[0].employee > all.body.items[1].employee).toBe(true)
})
