import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../src/base/sql.ts'
import { runOf } from '../src/server/plan/examples-testing.ts'
import { type Application, PERIOD, startApplication } from './application.ts'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, signIn, visit } from './visit.ts'

/** The estimator: what a deal would bring, worked out in the browser alone. */
describe.skipIf(BROWSER === null)('the estimator', () => {
  let browser: Browser
  let demo: Application

  beforeAll(async () => {
    browser = await launch()
    demo = await startApplication('demo')
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it.each([LOOKS[0], LOOKS[3]].flatMap((look) => (look === undefined ? [] : [{ name: lookName(look), look }])))('is looked at in $name', async ({ look }) => {
    const somebody = await visit(browser, demo, look)
    await signIn(somebody, 'sales')
    await somebody.go(`/estimate?period=${PERIOD}`)
    await somebody.page.locator('dl dt').first().waitFor()
    await somebody.page.getByRole('button', { name: look.lang === 'zh' ? '加一条订单' : 'Add to Orders', exact: true }).click()
    await settled(somebody.page)
    await somebody.check()
    await picture(somebody, 'estimate')
    expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)
    await somebody.end()
  })

  const scoreOf = async (employee: string) =>
    (
      await demo.store.read((read) =>
        read.first<{ v: string }>(
          sql`select trim_scale(s.score)::text as v from calc.score as s join calc.run as r using (run_id) where r.period = ${PERIOD} and s.employee_id = ${employee} order by s.run_id desc limit 1`,
        ),
      )
    )?.v

  it('tells a seller what an order would bring, and the run that follows the real order comes to the same', async () => {
    const seller = await visit(browser, demo)
    const { page } = seller
    await signIn(seller, 'sales')
    await seller.go(`/estimate?period=${PERIOD}`)
    await page.getByRole('button', { name: '加一条订单', exact: true }).click()
    await page.getByLabel('金额').fill('')
    await page.getByLabel('金额').pressSequentially('50万')
    // While figures of less than what was typed stand there, they are marked.
    const shown = async () => {
      await page.locator('dl[aria-busy="false"]').waitFor()
      return (await page.locator('dl > div', { hasText: '得分' }).first().locator('strong').textContent())?.trim()
    }
    const fields = async (label: string) => page.getByLabel(label, { exact: true }).first().inputValue()
    const [day, customer] = [await fields('日期'), await page.getByLabel('客户').first().inputValue()]
    const [was, said] = [await scoreOf('QS013'), await shown()]
    expect(said).not.toBe(was)
    // Another attainment instead: what was typed is gone when it is cleared.
    await page.getByLabel('销售额').last().pressSequentially('150')
    await picture(seller, 'estimate-attainment')
    await page.getByRole('button', { name: '清空' }).click()
    expect(await shown()).toBe(was)
    await seller.check()
    await seller.end()
    const admin = await visit(browser, demo)
    await signIn(admin, 'admin')
    await admin.go('/')
    const made = await admin.page.evaluate(
      `fetch('/api/datasets/' + encodeURIComponent('订单') + '/records', { method: 'POST', headers: { 'content-type': 'application/json', 'x-heng': '1' }, body: JSON.stringify({ reason: '成交', fields: ${JSON.stringify(
        { 订单号: 'E2E-1', 日期: day, 客户: customer, 业务员: 'QS013', 金额: '500000', 币种: 'CNY' },
      )} }) }).then((answer) => answer.status)`,
    )
    expect(made).toBe(201)
    await runOf(demo.store, PERIOD)
    expect(await scoreOf('QS013')).toBe(said)
    await admin.end()
  })

  it('lets a manager choose among the team', async () => {
    const somebody = await visit(browser, demo)
    await signIn(somebody, 'manager')
    await somebody.go(`/estimate?period=${PERIOD}`)
    await somebody.page.locator('dl dt').first().waitFor()
    await somebody.page.getByRole('combobox', { name: '员工' }).click()
    await somebody.page.locator('.ant-select-item-option').nth(1).click()
    await somebody.page.waitForURL(/employee=/)
    await settled(somebody.page)
    await somebody.page.locator('dl dt').first().waitFor()
    await somebody.check()
    await picture(somebody, 'estimate-manager')
    await somebody.end()
  })
})
