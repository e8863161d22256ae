import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { sql } from '../src/base/sql.ts'
import { PERIOD } from './application.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled } from './visit.ts'

const AT = `?period=${PERIOD}`

const FADE_MS = 400

/** Runs: started, watched, and compared with the one before. */
describe.skipIf(BROWSER === null)('runs', () => {
  const company = openCompany('demo', { work: true })

  it('are started, and tell who moved, by how much, and which record and which target did it', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    await company.app.store.tx((tx) => tx.run(sql`update app.target set target = target * 2 where employee_id = 'QS013' and period like '2026-0%'`))
    const admin = await company.as('admin')
    await admin.go('/data/订单')
    await admin.page.getByRole('button', { name: '新增记录' }).click()
    await admin.page.getByRole('textbox', { name: /订单号/ }).fill('D-晚签')
    await admin.page.getByLabel(/日期/).last().fill('2026-03-02')
    await admin.page.getByRole('textbox', { name: /客户/ }).fill('C0012')
    await admin.page.getByRole('textbox', { name: /业务员/ }).fill('QS011')
    await admin.page.getByRole('textbox', { name: /金额/ }).fill('50000')
    await admin.page.getByRole('combobox', { name: /币种/ }).click()
    await admin.page.getByText('CNY', { exact: true }).last().click()
    await admin.page.getByRole('textbox', { name: /原因/ }).fill('晚签')
    await admin.page.getByRole('button', { name: '保存' }).click()
    await admin.page.waitForURL(/\/data\/[^/]+\/\d+/)
    await admin.end()

    await somebody.go(`/runs${AT}`)
    await page.getByRole('button', { name: '立即核算' }).click()
    await page.getByText('核算完成，结果是').waitFor()
    // The button fades while it is pressed and waits.
    await page.mouse.move(0, 0)
    await page.locator('.ant-btn-loading').waitFor({ state: 'detached' })
    await sleep(FADE_MS)
    await somebody.check()
    await picture(somebody, 'runs-started')
    await page.getByRole('status').getByRole('link').click()
    await page.waitForURL(/\/runs\/\d+/)
    await page.getByText(/\d+ 人有变化/).waitFor()
    await page.getByRole('link', { name: '订单 D-晚签' }).first().waitFor()
    await page.getByText('也变了的：目标').waitFor()
    await somebody.check()
    await picture(somebody, 'run-compared')
    await page
      .getByRole('row', { name: /目标有变/ })
      .getByRole('link')
      .last()
      .click()
    await page
      .getByText(/目标 .+ → /)
      .first()
      .waitFor()
    await somebody.check()
    await picture(somebody, 'run-mover')
    await page.getByRole('link', { name: /的得分页$/ }).click()
    await page.waitForURL(/\/scores\/QS/)
    await somebody.end()
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await company.as('executive', look)
    await somebody.go(`/runs${AT}`)
    await somebody.check()
    await picture(somebody, 'runs')
    await somebody.page.locator('a[href*="/runs/"]').first().click()
    await somebody.page.waitForURL(/\/runs\/\d+/)
    await settled(somebody.page)
    await somebody.page.locator('h3').first().waitFor()
    await somebody.check()
    await picture(somebody, 'run')
    expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await somebody.go('/runs?period=2024-06')
    await somebody.check()
    await picture(somebody, 'runs-empty')
    await somebody.end()
  })

  it('are not started by who may not, and say so', async () => {
    const somebody = await company.as('sales')
    await somebody.go(`/runs${AT}`)
    await expect.poll(() => somebody.page.getByRole('button', { name: '立即核算' }).isDisabled()).toBe(true)
    await somebody.end()
  })

  it('says that the calendar did not answer, and asks again', async () => {
    const somebody = await company.as('admin')
    const calendar = (address: URL) => address.pathname === '/api/periods'
    await somebody.page.route(calendar, async (route) => route.abort())
    for (const address of ['/runs', '/', '/board']) {
      await somebody.page.goto(address)
      await somebody.page.getByRole('alert').first().waitFor()
      await picture(somebody, `no-calendar${address.replace('/', '-')}`)
    }
    await somebody.page.goto('/runs')
    await somebody.page.getByRole('button', { name: '期间没有读到，再试一次' }).waitFor()
    await somebody.page.unroute(calendar)
    await somebody.page.getByRole('button', { name: '再试一次', exact: true }).click()
    await somebody.page.getByRole('button', { name: '立即核算' }).waitFor()
    await somebody.end()
  })
})
