import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { cameIn } from './visit.ts'

/** A company that nobody has opened yet: the first administrator comes by the link of the terminal, later people by login and password. */
describe.skipIf(BROWSER === null)('the first administrator', () => {
  const company = openCompany('empty')

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('reads at $name where the link is, and what it asks for', async ({ look }) => {
    const somebody = await company.visitor(look)
    await somebody.go('/')
    await somebody.check()
    await picture(somebody, 'first-run')
    await somebody.go(await company.app.setupLink())
    await somebody.page.getByRole('textbox').first().waitFor()
    await somebody.check()
    await picture(somebody, 'first-link')
    await somebody.end()
  })

  it('is told what is missing and what is wrong, and then comes in; the link works once', async () => {
    const link = await company.app.setupLink()
    const somebody = await company.visitor()
    await somebody.go(link)
    const submit = somebody.page.getByRole('button', { name: '建立账号并登录' })
    await submit.click()
    await expect.poll(() => somebody.page.getByText('请输入姓名。').isVisible()).toBe(true)
    await somebody.page.getByLabel('账号').fill('zhou')
    await somebody.page.getByLabel('姓名').fill('周敏')
    await somebody.page.getByLabel('密码', { exact: true }).fill('1234567890')
    await submit.click()
    await somebody.page.getByRole('alert').first().waitFor()
    await picture(somebody, 'first-link-refused')
    await somebody.page.getByLabel('密码', { exact: true }).fill('七盏灯下的一条小木船')
    await submit.click()
    await cameIn(somebody.page)
    expect(somebody.page.url()).toBe(`${company.app.url}/`)
    await expect.poll(() => somebody.page.locator('h1').textContent()).toBe('周敏，您好')
    await somebody.end()

    const next = await company.visitor()
    await next.go(link)
    await next.page.getByLabel('账号').fill('wu')
    await next.page.getByLabel('姓名').fill('吴杰')
    await next.page.getByLabel('密码', { exact: true }).fill('七盏灯下的一条小木船')
    await next.page.getByRole('button', { name: '建立账号并登录' }).click()
    await next.page.getByRole('alert').first().waitFor()
    expect(new URL(next.page.url()).pathname).toBe('/sign-in')
    await next.end()
  })

  it('comes again by login and password; a wrong one says no more than that', async () => {
    const somebody = await company.visitor()
    await somebody.go('/')
    await somebody.page.getByLabel('账号').fill('zhou')
    await somebody.page.getByLabel('密码', { exact: true }).fill('不是这个密码吧')
    await somebody.page.getByRole('button', { name: '登录', exact: true }).click()
    await somebody.page.getByRole('alert').first().waitFor()
    await picture(somebody, 'sign-in-refused')
    await somebody.page.getByLabel('密码', { exact: true }).fill('七盏灯下的一条小木船')
    await somebody.page.getByRole('button', { name: '登录', exact: true }).click()
    await cameIn(somebody.page)
    expect(somebody.page.url()).toBe(`${company.app.url}/`)
    // Before the company is begun every page of the navigation opens, and those about rules and results say where to begin.
    const addresses = await somebody.page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.length).toBeGreaterThan(15)
    for (const address of addresses) {
      await somebody.go(address)
      expect(await somebody.page.getByRole('alert').count(), address).toBe(0)
    }
    for (const address of ['/measures', '/scoreboard', '/runs', '/board']) {
      await somebody.go(address)
      await somebody.page.getByRole('heading', { name: '公司还没有准备好' }).waitFor()
      await somebody.check()
    }
    await picture(somebody, 'unbegun')
    await somebody.end()
  })
})
