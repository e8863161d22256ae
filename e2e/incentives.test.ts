import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, startApplication } from './application.ts'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, signIn, visit } from './visit.ts'

/** Incentive plans: read by whom they pay, and changed by who answers for them. */
describe.skipIf(BROWSER === null)('incentive plans', () => {
  let browser: Browser
  let demo: Application

  beforeAll(async () => {
    browser = await launch()
    demo = await startApplication('demo', { work: true })
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await visit(browser, demo, look)
    await signIn(somebody, 'sales')
    await somebody.go('/incentives')
    await somebody.check()
    await picture(somebody, 'incentives')
    await somebody.go('/incentives/新客开拓?period=2026-Q1')
    await somebody.page.locator('canvas').first().waitFor()
    await somebody.check()
    await picture(somebody, 'incentive-plan')
    await somebody.go('/tables/拓展提成')
    await somebody.page.locator('canvas').first().waitFor()
    await somebody.check()
    await picture(somebody, 'rate-table')
    await somebody.end()
  })

  it('show a seller what they would be paid, for an imagined person and for their own figures', async () => {
    const somebody = await visit(browser, demo, { height: 1400 })
    const { page } = somebody
    await signIn(somebody, 'sales')
    await somebody.go('/incentives/新客开拓?period=2026-Q1')
    const commission = page.getByRole('region', { name: '销售提成' })
    await commission.getByText('按什么样的人画').click()
    const first = await commission.getByText('其他都照下面的数时').textContent()
    await commission.getByLabel('销售额', { exact: true }).fill('150000')
    await commission.getByText('销售额为 15.00 万').waitFor()
    expect(await commission.getByText('其他都照下面的数时').textContent()).not.toBe(first)
    await commission.getByLabel('销售额', { exact: true }).fill('十五万')
    await commission.getByText('请填一个数').waitFor()
    await somebody.check()
    await commission.getByRole('button', { name: /用我的数/ }).click()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'incentive-mine')
    await somebody.end()
  })

  it('that are not there are told so, with the way back', async () => {
    const somebody = await visit(browser, demo)
    await signIn(somebody, 'sales')
    await somebody.go('/incentives/没有')
    await somebody.page.getByText('没有激励方案“没有”').waitFor()
    await somebody.page.getByRole('link', { name: '全部方案' }).click()
    await somebody.page.waitForURL(/\/incentives(\?|$)/)
    await somebody.end()
  })
})
