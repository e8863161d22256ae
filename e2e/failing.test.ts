import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { picture } from './look.ts'
import { expectAccessible, settled } from './visit.ts'

const PROBLEM = { status: 500, contentType: 'application/problem+json', body: JSON.stringify({ code: 'http.internal', detail: '服务器出了问题。', cure: '请再试一次。' }) }

/** Long after everything else on a page. */
const LATE_MS = 1_500

/** One call of many that a page makes fails: the page says so, claims nothing in its place, and asks again. */
describe.skipIf(BROWSER === null)('a call that fails', () => {
  const company = openCompany('demo')

  /** Fails calls whose path ends so; answers how to let them through again. */
  const failing = (page: Page, ...ends: readonly string[]) => failingAfter(0, page, ends)

  async function failingAfter(wait: number, page: Page, ends: readonly string[]): Promise<() => Promise<void>> {
    const those = (address: URL) => ends.some((end) => decodeURIComponent(address.pathname) === `/api/${end}`)
    await page.route(those, async (route) => {
      await sleep(wait)
      await route.fulfill(PROBLEM)
    })
    return () => page.unroute(those)
  }

  const again = (page: Page) => page.getByRole('button', { name: '再试一次', exact: true })

  it('leaves the bar of a phone as wide as the phone where the periods are missing', async () => {
    const somebody = await company.as('sales', { width: 390, height: 844, lang: 'en' })
    await failing(somebody.page, 'periods')
    await somebody.page.goto('/people')
    await somebody.page.getByRole('button', { name: 'Periods not loaded: try again' }).waitFor()
    expect(await somebody.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0)
    await expectAccessible(somebody.page)
    await picture(somebody, 'failing-periods')
    await somebody.end()
  })

  it('of the check of a draft is told, and tried again, instead of checking for ever', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    const pass = await failing(page, 'drafts/check')
    await page.goto('/schemes/老客维护/edit')
    await page.getByRole('button', { name: '没能检查' }).waitFor()
    expect(await page.getByText('与现行第 1 版相同').count()).toBe(0)
    await expectAccessible(page)
    await picture(somebody, 'failing-check')
    await pass()
    await again(page).click()
    await page.getByRole('button', { name: '检查通过' }).waitFor()
    await page.getByText('与现行第 1 版相同').waitFor()
    await somebody.end()
  })

  it('of who has results is told where somebody is to be tried, instead of loading for ever', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    const pass = await failing(page, 'scoreboard')
    await page.goto('/measures/销售额?period=2026-Q1')
    await again(page).waitFor()
    await pass()
    await again(page).click()
    await again(page).waitFor({ state: 'detached' })
    await page.getByRole('main').locator('[data-waiting]').waitFor({ state: 'detached' })
    await somebody.end()
  })

  it('of one’s pay is told beside the score, which stays', async () => {
    const somebody = await company.as('sales')
    const { page } = somebody
    const pass = await failing(page, 'pay/QS013')
    await page.goto('/?period=2026-Q1')
    await again(page).waitFor()
    await page.getByText('服务器出了问题。').waitFor()
    await pass()
    await again(page).click()
    await again(page).waitFor({ state: 'detached' })
    await somebody.end()
  })

  it('of choices is told in the field, which does not say that there are none', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    const pass = await failing(page, 'org-choices')
    await page.goto('/people?hire=new')
    await page.getByRole('dialog').getByRole('combobox', { name: '部门' }).click()
    await page.getByText('选项没有读到。').waitFor()
    expect(await page.getByText('暂无数据').count()).toBe(0)
    await pass()
    await page.locator('.ant-select-dropdown').getByRole('button', { name: '再试一次' }).click()
    await page.getByText('华东大区 · 华东').first().waitFor()
    await somebody.end()
  })

  it('of choices to filter by is told in each filter', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    const pass = await failingAfter(LATE_MS, page, ['scoreboard/choices', 'program', 'org-choices'])
    const open = async (address: string, filter: string) => {
      await page.goto(address)
      await settled(page)
      // What nobody has looked at yet fails when the page has long been drawn; the list that is opened then must not wait any more.
      await page.waitForLoadState('networkidle')
      await page.getByRole('combobox', { name: filter, exact: true }).click()
      await page.getByText('选项没有读到。').waitFor()
    }
    await open('/people', '筛选: 角色')
    await open('/insight?period=2026-Q1', '部门')
    await open('/rankings?period=2026-Q1', '按什么排')
    await page.getByRole('option', { name: '得分' }).first().waitFor({ state: 'attached' })
    await open('/scoreboard?period=2026-Q1', '筛选: 部门')
    await picture(somebody, 'failing-filter')
    await pass()
    await page.locator('.ant-select-dropdown').getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('option', { name: '华东' }).first().waitFor({ state: 'attached' })
    await somebody.end()
  })

  it('of the drafts is told beside the list, which stays', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    const pass = await failing(page, 'drafts')
    await page.goto('/schemes')
    await page.getByText('草稿没有读到。').waitFor()
    await page.getByRole('link', { name: '老客维护' }).first().waitFor()
    await pass()
    await again(page).click()
    await page.getByText('草稿没有读到。').waitFor({ state: 'detached' })
    await somebody.end()
  })

  it('of units and of people to mention is told where they are chosen, on a phone too', async () => {
    const somebody = await company.as('manager', { width: 390, height: 844 })
    const { page } = somebody
    await failing(page, 'units', 'comments/people')
    await page.goto('/people')
    await settled(page)
    await page.getByRole('combobox', { name: '部门', exact: true }).click()
    await page.getByText('选项没有读到。').waitFor()
    await picture(somebody, 'failing-units')
    await page.goto('/scores/QS013?period=2026-Q1&comments=1')
    await page.getByRole('dialog').getByLabel('写评论').click()
    await page.keyboard.type('@zz')
    await page.getByText('没能查找同事').first().waitFor()
    await somebody.end()
  })

  it('of what waits is told by the bell, which does not say that nothing does', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    const pass = await failing(page, 'notifications', 'jobs')
    await page.goto('/people')
    await page.getByRole('button', { name: '待办', exact: true }).click()
    await again(page).waitFor()
    expect(await page.getByText('没有需要您处理的事项。').count()).toBe(0)
    await pass()
    await somebody.end()
  })
})
