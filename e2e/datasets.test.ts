import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled } from './visit.ts'

/** Datasets made and changed without a file of rules. */
describe.skipIf(BROWSER === null)('datasets', () => {
  const company = openCompany('demo', { work: true })
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heng-e2e-'))
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are edited at $name', async ({ look }) => {
    const somebody = await company.as('admin', look)
    await somebody.go('/data/订单/edit')
    await somebody.check()
    await picture(somebody, 'datasets-edit')
    await somebody.go('/data/new')
    await somebody.check()
    await picture(somebody, 'datasets-new')
    await somebody.end()
  })

  it('a new dataset comes from a file, is changed, published, and its file imported', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    const path = join(folder, '门店销售.csv')
    await writeFile(path, '单号,销售员,成交日期,金额,渠道\nD-1,陈晓东,2026-08-01,1200.50,门店\nD-2,王思雨,2026/8/2,"¥2,000",网店\n')
    await somebody.go('/data/new')
    await page.locator('input[type=file]').setInputFiles(path)
    await page.waitForURL(/\/edit/)
    await page.getByRole('button', { name: '检查通过' }).waitFor()
    await somebody.check()
    await picture(somebody, 'datasets-guessed')
    await page.locator('[data-path="fields.渠道"]').getByRole('combobox').first().click()
    await page
      .locator('.ant-select-item-option', { hasText: /^选项$/ })
      .last()
      .click()
    await page.getByRole('button', { name: /1 处错误/ }).click()
    await page.getByRole('button', { name: '去修改' }).click()
    await page.getByRole('combobox', { name: /可选的值/ }).fill('门店，网店，')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '检查通过' }).waitFor()
    await page.getByText('草稿已保存').waitFor()
    await page.getByRole('button', { name: '发布…' }).click()
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await page.waitForURL(/\/import\?.*upload=/)
    await page.getByText('2026-08-02').first().waitFor()
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByText('导入完成：新增 2 条').waitFor()
    await settled(page)
    await somebody.check()
    await somebody.go('/data/门店销售')
    await page.getByText('D-2').waitFor()
    await picture(somebody, 'datasets-imported')
    await somebody.go('/data/门店销售/edit')
    await page.getByRole('button', { name: '增加字段' }).click()
    await page.getByText('草稿已保存').waitFor()
    await somebody.go('/data')
    await page.getByText('尚未发布的草稿').waitFor()
    await somebody.check()
    await picture(somebody, 'datasets-drafts')
    await page.locator('p', { hasText: '尚未发布的草稿' }).getByRole('link').click()
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await page.waitForURL((address) => decodeURIComponent(address.pathname) === '/data/门店销售')
    await somebody.end()
  })
})
