import { describe, expect, it } from 'vitest'
import { PERIOD } from './application.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled } from './visit.ts'

/** The indicator library: looked through, written, published. */
describe.skipIf(BROWSER === null)('measures', () => {
  const company = openCompany('demo')

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read and edited at $name', async ({ look }) => {
    const somebody = await company.as('comp-admin', look)
    const { page } = somebody
    await somebody.go('/measures')
    await somebody.check()
    await picture(somebody, 'measures-library')
    await somebody.go(`/measures/平均订单额?period=${PERIOD}&person=QS011`)
    await page.locator('strong a').first().waitFor()
    await somebody.check()
    await picture(somebody, 'measures-measure')
    await somebody.go(`/measures/销售周期/edit?period=${PERIOD}&person=QS011`)
    await page.locator('.cm-content').first().waitFor()
    await page.locator('[data-preview]').waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'measures-edit')
    await somebody.go('/measures/new')
    await somebody.check()
    await picture(somebody, 'measures-new')
    await somebody.end()
  })

  it('shows everybody the rules, and says who may change them', async () => {
    const somebody = await company.as('sales')
    await somebody.go('/measures?q=订单')
    expect(await somebody.page.getByText('新建指标').count()).toBe(1)
    await somebody.page.getByRole('link', { name: '平均订单额' }).click()
    await somebody.page.getByRole('heading', { name: '用在哪里' }).waitFor()
    await settled(somebody.page)
    await somebody.check()
    await somebody.end()
  })

  it('a new measure is written with the names the field proposes, its mistakes at their place, tried on a person, published and shown with its version', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    await somebody.go(`/measures/new?period=${PERIOD}`)
    await page.getByLabel(/^名称/).fill('自拓大单')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.waitForURL(/\/edit/)
    await page.getByRole('combobox', { name: /业务表/ }).click()
    await page.getByRole('combobox', { name: /业务表/ }).fill('订单')
    await page.locator('.ant-select-item-option', { hasText: /^订单$/ }).click()
    const filter = page.getByRole('textbox', { name: '条件' })
    await filter.click()
    await page.keyboard.type('金')
    await page.locator('.cm-tooltip-autocomplete li', { hasText: '金额' }).first().waitFor()
    await picture(somebody, 'measures-completion')
    await page.keyboard.press('Enter')
    await page.keyboard.type(' >= "很多"')
    await page.locator('.cm-lintRange-error').waitFor()
    await page.getByRole('button', { name: /处错误/ }).click()
    await picture(somebody, 'measures-mistake')
    await filter.click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('金额 >= 10000 且 来源 = "自拓"')
    await page.getByText('草稿已保存').waitFor()
    await page.getByRole('button', { name: '检查通过' }).waitFor()
    await page.getByText(/计入 \d+ 条记录/).waitFor()
    await page.reload()
    await page.locator('.cm-content', { hasText: '10000' }).waitFor()
    await page.getByRole('button', { name: '发布…' }).click()
    await page.getByLabel(/说明/).last().fill('大单单独看')
    await somebody.check()
    await picture(somebody, 'measures-publish')
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await page.waitForURL((address) => decodeURIComponent(address.pathname) === '/measures/自拓大单')
    await page.getByText('大单单独看').waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'measures-published')
    await somebody.end()
  })
})
