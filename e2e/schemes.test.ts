import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, startApplication } from './application.ts'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, signIn, visit } from './visit.ts'

/** Back-tests work out whole periods twice. */
const LONG_MS = 300_000

/** Schemes: read by everybody beforehand, written, tried out on past periods, published. */
describe.skipIf(BROWSER === null)('schemes', () => {
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
    await signIn(somebody, 'comp-admin')
    await somebody.go('/schemes')
    await somebody.check()
    await picture(somebody, 'schemes')
    await somebody.go('/schemes/新客开拓')
    await somebody.check()
    await picture(somebody, 'scheme', { whole: true })
    await somebody.go('/schemes/新客开拓@2026-07-01/edit')
    await somebody.page.getByRole('button', { name: /拜访|Visits/, expanded: false }).click()
    await somebody.check()
    await picture(somebody, 'scheme-edit', { whole: true })
    await somebody.go('/schemes/new')
    await somebody.check()
    await picture(somebody, 'scheme-new')
    await somebody.end()
  })

  it('tell a seller what they are judged by, and that they may not change it', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'sales')
    await somebody.go('/schemes')
    await page.getByText(/您现在按“.+”考核/).waitFor()
    await page.getByRole('link', { name: '新客开拓考核' }).first().click()
    await page.getByText('权重合计 100').first().waitFor()
    await settled(page)
    await expect.poll(() => page.getByText('达成率 × 100').count()).toBeGreaterThan(0)
    await somebody.check()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill('销售总监')
    await page.getByRole('option', { name: /销售总监考核/ }).click()
    await page.getByRole('heading', { level: 1, name: '销售总监考核' }).waitFor()
    await somebody.end()
  })

  it(
    'are written with findings at their fields, and tried on people',
    async () => {
      const somebody = await visit(browser, demo)
      const { page } = somebody
      await signIn(somebody, 'comp-admin')
      await somebody.go('/schemes/新客开拓@2026-07-01')
      await page.getByRole('link', { name: '编辑', exact: true }).click()
      await page.waitForURL(/\/edit/)
      await settled(page)
      // Weights that do not reach 100 are said at once, and by the checker.
      await page.getByRole('textbox', { name: '“销售额”的权重' }).fill('45')
      await page.getByText('权重合计 110，多出 10').waitFor()
      await page.getByText('1 处错误，0 条提醒').waitFor()
      await page.getByText('草稿已保存').waitFor()
      await expect.poll(() => page.getByRole('button', { name: '试算', exact: true }).isDisabled()).toBe(true)
      await picture(somebody, 'scheme-edit-wrong')
      // What was typed survives a reload; undo takes a step back.
      await page.reload()
      await settled(page)
      await expect.poll(() => page.getByRole('textbox', { name: '“销售额”的权重' }).inputValue()).toBe('45')
      await page.getByRole('textbox', { name: '“毛利率”的权重' }).fill('10')
      await page.getByText('权重合计 100').first().waitFor()
      await page.getByRole('button', { name: '撤销' }).click()
      await page.getByText('权重合计 110，多出 10').waitFor()
      await page.getByRole('button', { name: '重做' }).click()
      // A rule: its curve is drawn while it is typed.
      await page.getByRole('button', { name: '销售额', exact: true }).click()
      await page.getByLabel('封顶（分）').fill('120')
      await page.getByRole('img', { name: /按达成率/ }).waitFor()
      await page.getByText('草稿已保存').waitFor()
      await page.locator('button:not([disabled])', { hasText: '试算' }).first().click()
      await page.getByText(/人的前后对比/).waitFor({ timeout: 90_000 })
      await settled(page)
      await somebody.check()
      await picture(somebody, 'scheme-preview', { whole: true })
      await somebody.end()
    },
    LONG_MS,
  )

  it(
    'are back-tested and published with what changed',
    async () => {
      const somebody = await visit(browser, demo)
      const { page } = somebody
      await signIn(somebody, 'comp-admin')
      await somebody.go('/schemes/新客开拓@2026-07-01/edit')
      // The draft of the story before, or the same made here.
      await page.getByRole('textbox', { name: '“销售额”的权重' }).fill('46')
      await page.getByRole('textbox', { name: '“毛利率”的权重' }).fill('9')
      await page.getByText('权重合计 100').first().waitFor()
      await page.getByText('草稿已保存').waitFor()
      await page.getByRole('link', { name: '回测多个期间' }).click()
      await page.waitForURL(/backtest/)
      await settled(page)
      await page.getByRole('button', { name: '开始回测' }).click()
      await page.getByText('得分分布').first().waitFor({ timeout: 90_000 })
      await settled(page)
      await picture(somebody, 'scheme-backtest', { whole: true })
      await somebody.check()
      await expect.poll(() => page.getByText(/等级变化 \d+ 人/).count()).toBeGreaterThan(0)
      await expect.poll(() => page.getByText('{"').count(), { message: 'findings are in words' }).toBe(0)
      await somebody.go('/schemes/新客开拓@2026-07-01/edit')
      await page.getByRole('button', { name: '发布…' }).click()
      await page.getByText('考核项“销售额” · 权重').first().waitFor()
      await page.getByLabel('说明').last().fill('销售额更重要')
      await somebody.check()
      await picture(somebody, 'scheme-publish')
      await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
      await page.waitForURL((address) => !address.pathname.endsWith('/edit'))
      await page.getByText('销售额更重要').waitFor()
      await settled(page)
      await page.getByText('销售额 46').first().waitFor()
      await somebody.check()
      await somebody.end()
    },
    LONG_MS,
  )

  it('are begun from a copy, and stand among the drafts until they are published or dropped', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'admin')
    await somebody.go('/schemes/new?copy=老客维护')
    await page.getByLabel('方案编号').fill('大客户@1')
    await page.getByText('编号里不能有 @。').waitFor()
    await page.getByLabel('方案编号').fill('大客户')
    await page.getByRole('button', { name: '开始编写' }).click()
    await page.waitForURL(/\/edit/)
    await page
      .getByText(/还没有发布过/)
      .first()
      .waitFor()
    await page.getByText('权重合计 100').first().waitFor()
    await somebody.go('/schemes')
    await page.getByRole('heading', { name: '草稿' }).waitFor()
    await page.getByRole('link', { name: '大客户' }).click()
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await page.waitForURL((address) => address.pathname === '/schemes')
    await settled(page)
    await expect.poll(() => page.getByRole('link', { name: '大客户' }).count()).toBe(0)
    await somebody.end()
  })
})
