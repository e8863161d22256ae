import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'

/** Units: made, moved, renamed, closed, each with its effect first and its days. */
describe.skipIf(BROWSER === null)('units', () => {
  const demo = openCompany('demo')

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await demo.as('admin', look)
    const { page } = somebody
    await somebody.go('/people?unit=华东')
    await somebody.check()
    await picture(somebody, 'people-unit')
    await somebody.go('/units/总部')
    await somebody.check()
    await picture(somebody, 'unit')
    await somebody.go('/units/华东?act=close')
    await page.getByRole('dialog').locator('h4').first().waitFor()
    await somebody.check()
    await picture(somebody, 'unit-close')
    await somebody.go('/people?new=-')
    await page.getByRole('dialog').waitFor()
    await somebody.check()
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await somebody.end()
  })

  it('are made below another one, renamed, moved from a day on, and closed', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    const confirm = () => page.locator('button:not([disabled])', { hasText: '确认' }).click()
    await somebody.go('/people')
    await page.getByRole('tree', { name: '部门' }).getByText('华东大区').click()
    await page.getByRole('link', { name: '打开“华东大区”' }).click()
    await page.getByRole('heading', { name: '华东大区' }).waitFor()
    await page.getByRole('button', { name: '新增下级部门' }).click()
    await page.getByLabel(/^编号/).fill('HD-1')
    await page.getByLabel(/^部门名称/).fill('华东一部')
    await confirm()
    await page.getByRole('heading', { name: '华东一部' }).waitFor()
    await page.getByText('› 华东大区', { exact: false }).waitFor()
    await page.getByRole('button', { name: '改名' }).click()
    await page.getByLabel(/^部门名称/).fill('华东大客户部')
    await confirm()
    await page.getByRole('heading', { name: '华东大客户部' }).waitFor()
    await page.getByRole('button', { name: '移动' }).click()
    await page.getByLabel(/^生效日期/).fill('2027-01-01')
    await page.getByRole('combobox', { name: /^上级部门/ }).fill('华南')
    await page.getByTitle(/华南大区/).click()
    await page.getByText('上级部门从“华东大区”改为“华南大区”').waitFor()
    await picture(somebody, 'unit-move')
    await confirm()
    await page.getByText('移动已登记').waitFor()
    await page.getByText('2027-01-01 — 未定').waitFor()
    await somebody.go('/units/HD-1?on=2027-02-01&act=close')
    await page.getByLabel(/^关闭日期/).fill('2027-06-01')
    await page.getByText('没有人员和下级部门需要转移。').waitFor()
    await confirm()
    await page.getByText('关闭已登记').waitFor()
    await somebody.go('/units/HD-1?on=2027-06-01')
    await page.getByText('已经关闭', { exact: false }).waitFor()
    await somebody.check()
    await picture(somebody, 'unit-closed')
    await somebody.end()
  })

  it('are read by everybody and changed by administrators only', async () => {
    const somebody = await demo.as('manager')
    await somebody.go('/units/华东')
    await expect.poll(() => somebody.page.getByRole('button', { name: '关闭' }).isDisabled()).toBe(true)
    await somebody.check()
    await somebody.end()
  })
})
