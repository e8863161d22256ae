import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, typeDay } from './visit.ts'

/** Who works here: found, looked at on any day, hired, transferred, let go. */
describe.skipIf(BROWSER === null)('people', () => {
  const demo = openCompany('demo')

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await demo.as('admin', look)
    const { page } = somebody
    await somebody.go('/people')
    await somebody.check()
    await picture(somebody, 'people')
    await somebody.go('/people/QS002')
    await somebody.check()
    await picture(somebody, 'person')
    await somebody.go('/people-tree')
    await somebody.check()
    await picture(somebody, 'people-tree')
    await somebody.go('/people-tree?look=list')
    await somebody.check()
    await picture(somebody, 'people-tree-list')
    await somebody.go('/people/QS011?act=transfer')
    await page.getByRole('dialog').waitFor()
    await somebody.check()
    await picture(somebody, 'person-transfer')
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await somebody.end()
  })

  it('a seller sees themself and may change nobody', async () => {
    const somebody = await demo.as('sales')
    await somebody.go('/people')
    await somebody.page.getByText('您能看到的在职人员共 1 人').waitFor()
    await expect.poll(() => somebody.page.getByRole('button', { name: '新增员工' }).isDisabled()).toBe(true)
    await somebody.check()
    await somebody.end()
  })

  it('are found by the search of the frame, and narrowed by unit, role and day in the address', async () => {
    const somebody = await demo.as('executive')
    const { page } = somebody
    await somebody.go('/people')
    await page.getByRole('tree', { name: '部门' }).getByText('华东大区').click()
    await page.waitForURL(/unit=/)
    await page.getByText('华东大区（含下级部门）在职').waitFor()
    await somebody.go('/people?f.state=gone')
    await page.getByText(/符合条件的有 3 人/).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('沈佳宁')
    await page
      .getByRole('option', { name: /沈佳宁/ })
      .first()
      .click()
    await page.waitForURL(/\/people\/QS002/)
    // The page before stays until this one is there.
    await page.getByRole('heading', { level: 1, name: /沈佳宁/ }).waitFor()
    await settled(page)
    await somebody.check()
    await somebody.end()
  })

  it.each(['/people', '/people/QS011', '/people-tree'])('stand at %s as on a day that is typed by keys', async (path) => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/account')
    await somebody.go(path)
    const day = page.getByLabel('查看日期')
    const today = await day.inputValue()
    await typeDay(page, day, '03152025')
    await page.waitForURL(/on=2025-03-15/, { timeout: 20_000 })
    expect(await day.inputValue()).toBe('2025-03-15')
    // Half a day that is left is forgotten.
    await day.press('Backspace')
    await page.locator('h1').first().click()
    await expect.poll(() => day.inputValue()).toBe('2025-03-15')
    expect(page.url()).toContain('on=2025-03-15')
    await page.getByRole('button', { name: '回到今天' }).click()
    await expect.poll(() => day.inputValue()).toBe(today)
    await page.goBack()
    await page.waitForURL(/\/account/)
    await somebody.end()
  })

  it('lead to their score, earnings, targets and records of the period, as far as one may see them', async () => {
    const somebody = await demo.as('executive')
    const { page } = somebody
    await somebody.go('/people/QS011?period=2026-Q1')
    const links = page.getByRole('region', { name: /得分、应得、目标和记录/ }).getByRole('link')
    await links.nth(3).waitFor()
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    await picture(somebody, 'person-elsewhere')
    await links.nth(3).click()
    await page.waitForURL(/\/data\/.*owner=QS011/)
    await page.getByText('归属 陈晓东').waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'records-of-a-person')
    await page.getByRole('button', { name: /归属 陈晓东/ }).click()
    await page.getByText('归属 陈晓东').waitFor({ state: 'detached' })
    for (const href of hrefs.slice(0, 3)) {
      await somebody.go(href)
      await page.getByText('陈晓东').first().waitFor()
    }
    await somebody.end()
    const admin = await demo.as('admin')
    await admin.go('/people/QS011?period=2026-Q1')
    await admin.page.getByRole('link', { name: '得分', exact: true }).waitFor()
    await expect.poll(() => admin.page.getByRole('link', { name: '应得', exact: true }).count()).toBe(0)
    await expect
      .poll(() => admin.page.getByRole('link', { name: '目标', exact: true }).count())
      .toBe(await admin.page.locator('nav').getByRole('link', { name: '目标', exact: true }).count())
    await admin.end()
  })

  it('are transferred with the effect shown first; what was before stays', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/people/QS011?act=transfer')
    await page.getByLabel(/生效日期/).fill('2027-01-01')
    await page.getByRole('combobox', { name: /^部门/ }).click()
    await page.getByTitle('华南大区 · 华南').click()
    await page.getByRole('combobox', { name: /^上级/ }).fill('黄志强')
    await page.getByTitle(/^黄志强/).click()
    await page.getByRole('cell', { name: '黄志强' }).waitFor()
    await picture(somebody, 'person-transfer-effect')
    await page.locator('button:not([disabled])', { hasText: '确认' }).click()
    await page.getByText('调动已登记').waitFor()
    await page.getByText('2027-01-01 — 未定').first().waitFor()
    await somebody.go('/people/QS011?on=2027-01-01')
    await page.getByText('上级是 黄志强').waitFor()
    await somebody.check()
    await picture(somebody, 'person-transferred')
    await somebody.end()
  })

  it('stand in a graph that opens, folds and finds, by the keyboard too', async () => {
    const somebody = await demo.as('executive')
    const { page } = somebody
    await somebody.go('/people-tree')
    await page.getByRole('link', { name: '沈佳宁' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: '王思雨' }).count()).toBe(0)
    await page.getByRole('button', { name: '展开 沈佳宁 的下级' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '王思雨' }).waitFor()
    await page.getByRole('button', { name: '收起 沈佳宁 的下级' }).click()
    await page.getByRole('link', { name: '王思雨' }).waitFor({ state: 'detached' })
    await page.getByRole('combobox', { name: '查找人员' }).fill('王思雨')
    await page
      .getByTitle(/^王思雨/)
      .first()
      .click()
    await page.waitForURL(/find=QS012/)
    await page.getByRole('link', { name: '王思雨' }).waitFor()
    await somebody.check()
    await picture(somebody, 'people-tree-found')
    await somebody.go('/people-tree?line=sponsor')
    await page.getByText('推荐关系：您能看到的').waitFor()
    await page.getByRole('button', { name: '全部展开' }).click()
    await somebody.check()
    await picture(somebody, 'people-tree-sponsor')
    await somebody.end()
  })

  it('leave, and those who reported to them are handed over', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/people/QS003')
    await page.getByRole('button', { name: '离职' }).click()
    await page.getByText('下属交接', { exact: true }).waitFor()
    await page
      .getByText(/改为向 林远山 汇报/)
      .first()
      .waitFor()
    await picture(somebody, 'person-leave')
    await page.locator('button:not([disabled])', { hasText: '确认' }).click()
    await page.getByText('离职已登记').waitFor()
    await somebody.check()
    await somebody.end()
  })

  it('are hired, and corrected', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/people')
    await page.getByRole('button', { name: '新增员工' }).click()
    await page.getByLabel(/^编号/).fill('QS 900')
    await page.getByLabel(/^姓名/).fill('欧阳名字很长的一位同事·阿卜杜拉')
    await page.locator('button:not([disabled])', { hasText: '确认' }).waitFor()
    await picture(somebody, 'person-hire')
    await page.getByRole('button', { name: '确认' }).click()
    await page.waitForURL(/\/people\/QS%20900/)
    await settled(page)
    await page.getByRole('button', { name: '更正资料' }).click()
    await page.getByLabel(/^姓名/).fill('欧阳')
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByRole('heading', { name: '欧阳', exact: true }).waitFor()
    await page.getByText('欧阳名字很长的一位同事·阿卜杜拉').first().waitFor()
    await somebody.check()
    await somebody.end()
  })
})
