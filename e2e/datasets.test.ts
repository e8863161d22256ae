import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('say who counts a record, and what they are, at $name', async ({ look }) => {
    const somebody = await company.as('admin', look)
    const { page } = somebody
    await somebody.go('/data/订单/edit')
    const says = page.getByRole('status', { name: /这样算的结果|What this comes to/ })
    await says.getByText('3,000').waitFor()
    await says.scrollIntoViewIfNeeded()
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await somebody.check()
    await picture(somebody, 'datasets-credit', { whole: true })
    await somebody.go('/data/订单/about')
    await page
      .getByText(/第 1 版|Version 1/)
      .first()
      .waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await somebody.check()
    await picture(somebody, 'datasets-about', { whole: true })
    await somebody.end()
  })

  it('an overlay is changed with its consequence in words, and the splits of the document stay', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    await somebody.go('/data/订单/edit')
    const percent = page.getByLabel('再计百分之几')
    await percent.fill('0')
    await page.getByText('叠加归属的百分比“0”应该大于 0、不超过 100').waitFor()
    await percent.fill('15')
    await page
      .getByRole('status', { name: '这样算的结果' })
      .getByText(/另计 15%/)
      .waitFor()
    await page.getByText(/“售前”另计 1,500/).waitFor()
    await page.getByRole('button', { name: '检查通过' }).waitFor()
    await page.getByText('草稿已保存').waitFor()
    await page.getByRole('button', { name: '发布…' }).click()
    await page.getByText('第 1 个叠加 · 再计').waitFor()
    await picture(somebody, 'datasets-credit-publish')
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await page.waitForURL((address) => decodeURIComponent(address.pathname) === '/data/订单')
    await page.getByRole('link', { name: '字段和版本' }).click()
    await page.getByRole('link', { name: '第 2 版' }).click()
    await page.getByRole('heading', { name: '分成', exact: true }).waitFor()
    await page.getByText('订单分成').first().waitFor()
    await somebody.check()
    await picture(somebody, 'datasets-version')
    await somebody.end()
  })

  it('a dataset for shares is made from the one that is shared, and withdrawn again; one with records is not', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    await somebody.go('/data/退款/edit')
    await page.getByText('每条记录全部算给“订单号.业务员”').waitFor()
    await page.getByRole('button', { name: '新建分成表' }).click()
    await page.waitForURL((address) => decodeURIComponent(address.pathname) === '/data/退款_分成/edit')
    await page.getByRole('button', { name: '检查通过' }).waitFor()
    await somebody.check()
    await page.getByRole('button', { name: '发布…' }).click()
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await page.waitForURL(/\/import/)
    await somebody.go('/data/退款/edit')
    await page.getByLabel('分成表', { exact: true }).click()
    await page.locator('.ant-select-item-option', { hasText: '退款分成' }).click()
    await page.getByText('每条记录先按“退款分成”里写的比例算给各人').waitFor()
    await page.getByRole('button', { name: '检查通过' }).waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'datasets-splits-chosen', { whole: true })
    await page.getByText('草稿已保存').waitFor()
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await page.waitForURL((address) => decodeURIComponent(address.pathname) === '/data/退款')
    const withdraw = async (dataset: string) => {
      await somebody.go(`/data/${dataset}/about`)
      await page.getByRole('button', { name: /撤\s?下/ }).click()
      await page.getByLabel('原因（必填）').fill('不再使用')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /撤\s?下/ })
        .click()
    }
    await withdraw('退款_分成')
    await page.waitForURL(/\/versions\/dataset\//)
    await page.getByText(/撤下，从那时起不再使用/).waitFor()
    await somebody.check()
    await withdraw('退款')
    await page.getByText(/业务表“退款”里有 \d+ 条记录，不能撤下/).waitFor()
    await picture(somebody, 'datasets-withdraw-refused')
    await somebody.go('/data/ratings/about')
    await expect.poll(() => page.getByRole('button', { name: /撤\s?下/ }).isDisabled()).toBe(true)
    await somebody.end()
  })
})
