import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { cameIn } from './visit.ts'

/** The frame around every page: whoever comes in, finds their way, changes how it looks, and leaves. */
describe.skipIf(BROWSER === null)('the frame', () => {
  const company = openCompany('demo')

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('can be read and used at $name', async ({ look }) => {
    const somebody = await company.visitor(look)
    await somebody.go('/')
    expect(new URL(somebody.page.url()).pathname).toBe('/sign-in')
    await somebody.check()
    await picture(somebody, 'sign-in')
    await somebody.page.locator('button[data-role="comp-admin"]').click()
    await cameIn(somebody.page)
    await somebody.check()
    await picture(somebody, 'home')
    await somebody.go('/account')
    await somebody.check()
    await picture(somebody, 'account')
    await somebody.end()
  })

  it('comes back to the page one wanted, with its period, after signing in', async () => {
    const somebody = await company.visitor()
    await somebody.go('/account?period=2026-Q1')
    await somebody.page.locator('button[data-role="manager"]').click()
    await somebody.page.waitForURL(/\/account/)
    expect(somebody.page.url()).toBe(`${company.app.url}/account?period=2026-Q1`)
    await somebody.page.getByRole('button', { name: '2026年第一季度' }).waitFor()
    await somebody.end()
  })

  it('never leads to somebody else’s address after signing in', async () => {
    const somebody = await company.visitor()
    await somebody.go(`/sign-in?to=${encodeURIComponent('//evil.example/x')}`)
    await somebody.page.locator('button[data-role="sales"]').click()
    await somebody.page.waitForURL(`${company.app.url}/`)
    await somebody.end()
  })

  it.each([
    ['access.oidc-nobody', '公司账号认得您，但这里没有邮箱相同的用户。'],
    ['access.oidc-stale', '登录等得太久，或不是从这个浏览器开始的。'],
    ['<b>else</b>', '公司账号登录没有成功。'],
  ])('says why the company’s own sign-in did not work: %s', async (problem, sentence) => {
    const somebody = await company.visitor()
    await somebody.go(`/sign-in?problem=${encodeURIComponent(problem)}`)
    await somebody.page.getByRole('alert').getByText(sentence).waitFor()
    await somebody.check()
    await picture(somebody, 'sign-in-problem')
    await somebody.end()
  })

  it('speaks the other language at once, everywhere, and remembers it', async () => {
    const somebody = await company.as('sales')
    await somebody.go('/measures?q=流程')
    await somebody.page.getByText('应办流程数').first().waitFor()
    await somebody.page.getByRole('button', { name: '语言' }).click()
    await somebody.page.getByRole('button', { name: 'English' }).click()
    await somebody.page.getByRole('navigation', { name: 'Navigation' }).waitFor()
    expect(await somebody.page.locator('html').getAttribute('lang')).toBe('en')
    // What the server said, too.
    await somebody.page.getByText('Steps due').first().waitFor()
    await somebody.go('/account')
    await expect.poll(() => somebody.page.locator('h1').textContent()).toBe('My account')
    await somebody.end()
  })

  it('is found by keyboard: skip link, search, the first hit', async () => {
    const somebody = await company.as('admin')
    await somebody.go('/')
    await somebody.page.keyboard.press('Tab')
    await expect.poll(() => somebody.page.locator('a:focus').textContent()).toBe('跳到正文')
    await somebody.page.keyboard.press('Control+k')
    await somebody.page.getByRole('combobox').fill('账户')
    await somebody.page.getByRole('option', { name: '我的账户' }).waitFor()
    await somebody.check()
    await somebody.page.keyboard.press('Enter')
    await somebody.page.waitForURL(/\/account/)
    await somebody.end()
  })

  it('goes by the search to a page as it is, in the same period, without what narrowed or lay over the one before', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    const search = async (words: string, found: string | RegExp) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: '搜索' }).fill(words)
      await page.getByRole('option', { name: found }).first().click()
    }
    await somebody.go('/people?q=QS01&period=2026-Q1')
    await search('指标库', '指标库')
    await page.waitForURL(/\/measures/)
    expect(new URL(page.url()).search).toBe('?period=2026-Q1')
    await somebody.go('/people/QS011?act=transfer')
    await page.getByRole('dialog').waitFor()
    await search('QS012', /王思雨/)
    await page.waitForURL(/\/people\/QS012/)
    expect(new URL(page.url()).search).toBe('')
    await somebody.end()
  })

  it('takes nothing that is still being typed into the search of a table to the page one goes on to', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    await somebody.go('/people')
    await page.getByRole('row', { name: /QS011/ }).waitFor()
    // The page of the table stands for as long as the next one is on its way.
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await new Promise((later) => setTimeout(later, 800))
      await route.continue()
    })
    const next = page.locator('nav a[href^="/measures"]').first()
    await page.getByRole('textbox', { name: '在表中搜索' }).fill('QS0')
    await next.dispatchEvent('click')
    await page.getByRole('heading', { level: 1, name: /指标/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBeNull()
    expect(await page.getByRole('textbox', { name: '在表中搜索' }).inputValue()).toBe('')
    await somebody.end()
  })

  it('says that a page is not there, and leads back', async () => {
    const somebody = await company.as('hr')
    await somebody.go('/nowhere')
    await expect.poll(() => somebody.page.locator('h1').textContent()).toBe('没有这个页面')
    await somebody.check()
    await somebody.page.getByRole('link', { name: '回到工作台' }).click()
    await somebody.page.waitForURL(`${company.app.url}/`)
    await somebody.end()
  })

  it('signs out, and the next page asks again who is there', async () => {
    const somebody = await company.as('executive')
    await somebody.go('/')
    await somebody.page.getByRole('button', { name: '我', exact: true }).click()
    await somebody.page.getByRole('button', { name: '退出登录' }).click()
    await somebody.page.waitForURL(/\/sign-in/)
    await somebody.go('/account')
    expect(new URL(somebody.page.url()).pathname).toBe('/sign-in')
    await somebody.end()
  })
})
