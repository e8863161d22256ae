import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, startApplication } from './application.ts'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { signIn, visit } from './visit.ts'

/** Pay items: looked at, changed from a day on, imported. */
describe.skipIf(BROWSER === null)('pay items', () => {
  let browser: Browser
  let demo: Application
  let folder: string

  beforeAll(async () => {
    browser = await launch()
    demo = await startApplication('demo')
    folder = await mkdtemp(join(tmpdir(), 'heng-e2e-'))
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each([LOOKS[0], LOOKS[3]].flatMap((look) => (look === undefined ? [] : [{ name: lookName(look), look }])))('are looked at in $name', async ({ look }) => {
    const somebody = await visit(browser, demo, look)
    await signIn(somebody, 'comp-admin')
    await somebody.go('/pay-items')
    await somebody.check()
    await picture(somebody, 'pay-items')
    await somebody.end()
  })

  it('are raised from a day on with a reason that the history shows, and come from a file', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/pay-items?q=QS011')
    await page
      .getByRole('button', { name: /修改.*的基本工资/ })
      .first()
      .click()
    await page.getByLabel(/金额/).fill('1.5万')
    await page.getByLabel(/^从/).fill('2027-01-01')
    await page.getByLabel(/原因/).fill('年度调薪')
    await somebody.check()
    await picture(somebody, 'pay-items-edit')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    await page.getByText('尚未开始').first().waitFor()
    await page
      .getByRole('button', { name: /基本工资：修改历史/ })
      .first()
      .click()
    await page.getByText('原因：年度调薪').first().waitFor()
    await somebody.check()
    await somebody.go('/pay-items')
    const path = join(folder, 'pay.csv')
    await writeFile(path, '员工,薪酬项目,金额,生效日期\nQS012,基本工资,16000,2027-01-01\n')
    await page.getByRole('button', { name: '导入文件' }).click()
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText('1 处与现在不同').waitFor()
    await page.getByLabel(/原因/).fill('年度调薪')
    await picture(somebody, 'pay-items-import')
    await page.getByRole('button', { name: '保存 1 处' }).click()
    await page.getByText('已保存 1 处').waitFor()
    await somebody.end()
    const seller = await visit(browser, demo)
    await signIn(seller, 'sales')
    await seller.go('/pay-items')
    await expect.poll(() => seller.page.getByRole('button', { name: '新增' }).isDisabled()).toBe(true)
    await seller.check()
    await seller.end()
  })
})
