import { describe, expect, it } from 'vitest'
import { addUser, giveRole } from '../src/server/access/users.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, typeDay } from './visit.ts'

/** Users, their roles, and the audit trail. */
describe.skipIf(BROWSER === null)('settings', () => {
  const demo = openCompany('demo')

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await demo.as('admin', look)
    for (const name of ['users', 'roles', 'audit']) {
      await somebody.go(`/settings/${name}`)
      await somebody.check()
      await picture(somebody, `settings-${name}`)
      expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    }
    await somebody.end()
  })

  it('a new user gets a link, chooses a password with it, and is given a role, another is disabled', async () => {
    // Nobody is disabled while there is no administrator of flesh and blood.
    await demo.app.store.tx(async (tx) => {
      const user = await addUser(tx, { login: 'root', name: '管理员' }, new Date())
      await giveRole(tx, user, { role: 'admin', from: '2026-01-01', until: null, reach: null }, { user: null, now: new Date() })
    })
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/settings/users')
    await page.getByRole('button', { name: '新增用户' }).click()
    await page.getByLabel(/^账号/).fill('new.one')
    await page.getByLabel(/^姓名/).fill('新来的 <b>同事</b>')
    await page.getByRole('button', { name: '新增并生成链接' }).click()
    const link = await page.getByRole('textbox', { name: '一次性链接' }).inputValue()
    expect(link.startsWith(demo.app.url)).toBe(true)
    await picture(somebody, 'settings-user-added')
    // A browser may refuse: the link is still there to be copied by hand.
    await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))`)
    await page.getByRole('button', { name: '复制链接' }).click()
    await page.getByText('没有复制成功').waitFor({ timeout: 20_000 })
    await page.getByRole('button', { name: '关闭' }).last().click()
    const newcomer = await demo.visitor()
    await newcomer.page.goto(link)
    await newcomer.page.getByLabel(/密码/).first().waitFor()
    await newcomer.end()
    await page.getByRole('button', { name: '新来的 <b>同事</b>' }).click()
    await page.getByRole('button', { name: '添加角色' }).click()
    await page.getByRole('combobox', { name: /^角色/ }).click()
    await page.getByTitle('人力资源').last().click()
    await page.getByRole('button', { name: '添加角色' }).click()
    await page.getByText('角色已添加').waitFor()
    await page.getByRole('button', { name: '收回 人力资源' }).waitFor()
    await somebody.check()
    await picture(somebody, 'settings-user')
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click()
    await page.getByText('新来的 <b>同事</b> 已停用').waitFor()
    await somebody.go('/settings/audit?f.command=user')
    await page.getByText('添加角色').first().waitFor()
    await page.getByRole('button', { name: '核对完整性' }).click()
    await page.getByText(/条记录完整/).waitFor()
    await somebody.check()
    await picture(somebody, 'settings-audit-checked')
    await somebody.end()
  })

  it('users are made for everybody who works here, and each gets a link', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/settings/users?proposals=open')
    await page.getByRole('checkbox', { name: '全选' }).uncheck()
    await page.getByRole('checkbox', { name: /沈佳宁/ }).check()
    await page.getByRole('checkbox', { name: /陈晓东/ }).check()
    await picture(somebody, 'settings-proposals')
    // While they are made, nothing closes the drawer: the links would be lost.
    let goOn = () => {}
    const told = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route(/\/api\/users$/, async (route) => {
      if (route.request().method() === 'POST') await told
      await route.continue()
    })
    const drawer = page.getByRole('dialog', { name: '为在职人员建立用户' })
    await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/users')),
      page.getByRole('button', { name: '建立 2 位用户' }).click(),
    ])
    await page.keyboard.press('Escape')
    await page.mouse.click(20, 400)
    await page.waitForTimeout(500)
    expect(await drawer.isVisible()).toBe(true)
    await expect.poll(() => drawer.getByRole('button', { name: '关闭' }).count()).toBe(0)
    goOn()
    await page.getByText(/已建立 2 位用户/).waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载链接（CSV）' }).click()])
    expect(file.suggestedFilename()).toBe('heng-links.csv')
    await somebody.check()
    await somebody.end()
  })

  it('whoever was just made a user is proposed no more', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/settings/users?proposals=open')
    const drawer = page.getByRole('dialog', { name: '为在职人员建立用户' })
    await page.getByRole('checkbox', { name: '全选' }).uncheck()
    await page.getByRole('checkbox', { name: /王思雨/ }).check()
    await page.getByRole('button', { name: '建立 1 位用户' }).click()
    await page.getByText(/已建立 1 位用户/).waitFor()
    await drawer.getByRole('button', { name: '关闭' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '批量建立' }).click()
    await page.getByRole('checkbox', { name: '全选' }).waitFor()
    expect(await page.getByRole('checkbox', { name: /王思雨/ }).count()).toBe(0)
    await somebody.end()
  })

  it('the audit trail is narrowed to days that are typed by keys', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/settings/audit')
    await typeDay(page, page.getByLabel('从', { exact: true }), '01152025')
    await page.waitForURL(/from=2025-01-15/, { timeout: 20_000 })
    await typeDay(page, page.getByLabel('到', { exact: true }), '02012025')
    await page.waitForURL(/until=2025-02-01/)
    expect(page.url()).toContain('from=2025-01-15')
    await page.getByText('没有', { exact: false }).first().waitFor()
    await somebody.check()
    await somebody.end()
  })

  it('somebody lets another stand in, and ends it', async () => {
    const somebody = await demo.as('executive')
    const { page } = somebody
    await somebody.go('/account')
    await page.getByText('现在没有代理。').waitFor()
    await page.getByRole('button', { name: '设立代理' }).click()
    await page.getByRole('combobox', { name: /代理人/ }).click()
    await page
      .getByTitle(/沈佳宁/)
      .last()
      .click()
    await page.getByLabel(/^最后一天/).fill('2027-03-01')
    await page.getByLabel(/^原因/).fill('出差')
    await picture(somebody, 'account-delegation')
    await page.getByRole('button', { name: '设立代理' }).click()
    await page.getByText(/由 沈佳宁 代理 · .* 至 2027-03-01 · 出差/).waitFor()
    await somebody.check()
    await page.getByRole('button', { name: '结束 沈佳宁' }).click()
    await page.getByText('现在没有代理。').waitFor()
    await somebody.check()
    await somebody.end()
  })

  it('whoever may not manage users is told which permission is missing', async () => {
    const somebody = await demo.as('hr')
    await somebody.page.goto('/settings/users')
    await settled(somebody.page)
    await somebody.page.getByText('管理用户').first().waitFor()
    await somebody.check()
    await somebody.end()
  })
})
