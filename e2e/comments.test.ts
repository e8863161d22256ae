import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, type Visit } from './visit.ts'

/** Talking about a score: written, named, told, read. */
describe.skipIf(BROWSER === null)('comments and notifications', () => {
  const company = openCompany('demo')

  it('a manager writes about a score, names the seller, who is told at once and comes to it', async () => {
    const seller = await company.as('sales')
    await seller.go('/')
    await seller.page.getByText(/我的/).first().waitFor()
    const own = await seller.page.evaluate("fetch('/api/session').then((r) => r.json()).then((s) => [s.user.employee, s.user.name])")
    const [employee, name] = own as [string, string] // Of the session.
    const manager = await company.as('manager')
    await manager.go(`/scores/${employee}?period=2026-Q1`)
    await manager.page.getByRole('button', { name: '评论' }).click()
    await manager.page.getByText('还没有评论').waitFor()
    await manager.check()
    await picture(manager, 'comments-empty')
    const box = manager.page.getByRole('textbox', { name: '写评论' })
    await box.pressSequentially(`@${name}`)
    await manager.page.getByText(`${name}（`, { exact: false }).first().click()
    await box.pressSequentially('拜访怎么少了 <script>alert(1)</script>')
    await manager.page.getByRole('button', { name: '发表' }).click()
    await manager.page.getByText('拜访怎么少了 <script>', { exact: false }).last().waitFor()
    await settled(manager.page)
    await manager.check()
    await picture(manager, 'comments-written')

    await seller.page.getByRole('button', { name: '待办，1 项' }).waitFor()
    await seller.page.getByRole('button', { name: '待办，1 项' }).click()
    await seller.page.getByText(/在一份得分的评论里提到了您/).waitFor()
    await picture(seller, 'notices-bell')
    await seller.page.getByRole('link', { name: /在一份得分的评论里提到了您/ }).click()
    await seller.page.waitForURL(/\/scores\/.*comments=1/)
    await seller.page.getByRole('dialog').getByText('拜访怎么少了 <script>', { exact: false }).waitFor()
    await seller.page.getByRole('textbox', { name: '写评论' }).fill('下周补上')
    await seller.page.getByRole('button', { name: '发表' }).click()
    await manager.page.getByText('下周补上').waitFor()
    await seller.page.getByRole('button', { name: '修改' }).click()
    await seller.page.getByRole('textbox', { name: '修改' }).fill('这周就补上')
    await seller.page.getByRole('button', { name: '保存' }).click()
    await seller.page.getByRole('button', { name: '删除' }).waitFor()
    await seller.page.getByText('这周就补上').waitFor()
    await expect.poll(() => seller.page.getByRole('button', { name: '删除' }).count()).toBe(1)
    await seller.page.getByRole('button', { name: '删除' }).click()
    await seller.page.getByRole('tooltip').getByRole('button', { name: '删除' }).click()
    await seller.page.getByText('这条评论已由本人删除。').waitFor()
    await manager.end()
    await seller.end()
  })

  const OBJECTS = [
    ['a scheme', 'comp-admin', '/schemes', /^\/schemes\/[^/?]+$/],
    ['a measure', 'comp-admin', '/measures', /^\/measures\/[^/?]+$/],
    ['an incentive plan', 'comp-admin', '/incentives', /^\/incentives\/[^/?]+$/],
  ] as const

  it.each(OBJECTS)('%s is talked about on its own page', async (name, role, list, page) => {
    const somebody = await company.as(role)
    await somebody.go(list)
    const hrefs = await somebody.page.locator('#content a').evaluateAll((links) => links.map((link) => String((link as unknown as { pathname: string }).pathname))) // Links have one.
    await talk(somebody, hrefs.find((href) => page.test(href) && !href.endsWith('/new')) ?? '', name)
  })

  it('a person is talked about by their manager, on the page of the person', async () => {
    await talk(await company.as('manager'), '/people/QS013', 'a person')
  })

  it('a run is talked about by who sees everybody, and by nobody else', async () => {
    const [executive, seller] = [await company.as('executive'), await company.as('sales')]
    await executive.go('/')
    const run = await executive.page.evaluate("fetch('/api/runs?limit=1').then((r) => r.json()).then((list) => list.items[0].run)")
    await seller.go(`/runs/${String(run)}`)
    await expect.poll(() => seller.page.getByRole('button', { name: '评论' }).count()).toBe(0)
    await seller.check()
    await seller.end()
    await talk(executive, `/runs/${String(run)}`, 'a run')
  })

  const talk = async (somebody: Visit, path: string, name: string) => {
    await somebody.go(path)
    await somebody.page.getByRole('button', { name: '评论' }).click()
    await somebody.page.getByRole('textbox', { name: '写评论' }).fill(`这里说的是 ${name}`)
    await somebody.page.getByRole('button', { name: '发表' }).click()
    await somebody.page.getByRole('dialog').getByText(`这里说的是 ${name}`).last().waitFor()
    await somebody.check()
    await picture(somebody, `comments-${name.replaceAll(' ', '-')}`)
    await somebody.end()
  }

  it('a manager asks about the targets of a month, and the seller is led to them', async () => {
    const seller = await company.as('sales')
    await seller.go('/')
    const own = await seller.page.evaluate("fetch('/api/session').then((r) => r.json()).then((s) => [s.user.employee, s.user.name])")
    const [employee, name] = own as [string, string] // Of the session.
    const manager = await company.as('manager')
    await manager.go(`/targets?q=${encodeURIComponent(employee)}`)
    await manager.page.getByRole('button', { name: '评论' }).click()
    await manager.page.getByRole('dialog').getByText(name).first().waitFor()
    const box = manager.page.getByRole('textbox', { name: '写评论' })
    await box.pressSequentially(`@${name}`)
    await manager.page.getByText(`${name}（`, { exact: false }).first().click()
    await box.pressSequentially('这个目标定得合适吗')
    await manager.page.getByRole('button', { name: '发表' }).click()
    await manager.page.getByRole('dialog').getByText('这个目标定得合适吗', { exact: false }).last().waitFor()
    await manager.check()
    await picture(manager, 'comments-target')
    await seller.go('/notifications')
    await seller.page.getByRole('link', { name: /在一份目标的评论里提到了您/ }).click()
    await seller.page.waitForURL(/\/targets\?.*comments=/)
    await seller.page.getByRole('dialog').getByText('这个目标定得合适吗', { exact: false }).waitFor()
    await settled(seller.page)
    await seller.check()
    await picture(seller, 'comments-target-seller')
    await manager.end()
    await seller.end()
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await company.as('sales', look)
    await somebody.go('/notifications')
    await somebody.check()
    await picture(somebody, 'notices')
    const employee = await somebody.page.evaluate("fetch('/api/session').then((r) => r.json()).then((s) => s.user.employee)")
    await somebody.go(`/scores/${String(employee)}?period=2026-Q1&comments=1`)
    await somebody.page.getByRole('dialog').waitFor()
    await settled(somebody.page)
    await somebody.check()
    await picture(somebody, 'comments')
    await somebody.end()
  })

  it('a seller is told once of all targets that were changed for them, and is led there', async () => {
    const [seller, keeper] = [await company.as('sales'), await company.as('comp-admin')]
    for (const each of [seller, keeper]) await each.go('/')
    const employee = String(await seller.page.evaluate("fetch('/api/session').then((r) => r.json()).then((s) => s.user.employee)"))
    const edits = ['2027-01', '2027-02'].map((period) => ({ employee, measure: '销售额', period, level: 'target', from: null, to: '180000' }))
    expect(await send(keeper, 'POST', '/targets', { edits, reason: '新年度' })).toBe(200)
    await seller.page.getByRole('button', { name: /^待办，/ }).click()
    await seller.page.getByText(/把您2027年1月的销售额目标从 无 改为 180,000，同时改了您的另外 1 个目标/).waitFor()
    await picture(seller, 'notices-targets')
    await seller.page.getByRole('link', { name: /销售额目标/ }).click()
    await seller.page.waitForURL(/\/targets\?.*period=2027-01/)
    await seller.page.getByRole('heading', { level: 1, name: '目标' }).waitFor()
    await settled(seller.page)
    await picture(seller, 'notices-targets-page')
    await seller.check()
    await seller.end()
    await keeper.end()
  })

  const send = async (somebody: Visit, method: string, path: string, body: object) => {
    const how = JSON.stringify({ method, headers: { 'content-type': 'application/json', 'x-heng': '1' }, body: JSON.stringify(body) })
    return Number(await somebody.page.evaluate(`fetch('/api${path}', ${how}).then((r) => r.status)`))
  }

  it('one chooses what one is told, and marks all as read', async () => {
    const somebody = await company.as('manager')
    await somebody.go('/notifications')
    await somebody.page.getByText('没有未读的通知。').waitFor()
    await somebody.page.getByRole('checkbox', { name: '我的得分变化' }).click()
    await somebody.page.locator('label:has(input:not([disabled]))', { hasText: '我的得分变化' }).waitFor()
    await somebody.page.reload()
    await settled(somebody.page)
    await expect.poll(() => somebody.page.getByRole('checkbox', { name: '我的得分变化' }).isChecked()).toBe(false)
    await somebody.check()
    await somebody.end()
  })
})
