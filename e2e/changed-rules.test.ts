import { describe, expect, it } from 'vitest'
import { PERIOD } from './application.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled } from './visit.ts'

/** Back-tests work out whole periods twice. */
const LONG_MS = 300_000

/** What changed in the rules is told in the words of the pages wherever it is told, and leads to the version. */
describe.skipIf(BROWSER === null)('changed rules', () => {
  const company = openCompany('demo', { work: true })

  it(
    'are told in words by a back-test, and by the comparison of two runs',
    async () => {
      const somebody = await company.as('comp-admin')
      const { page } = somebody
      await somebody.go('/schemes/老客维护/edit')
      await page.getByRole('textbox', { name: '“回款额”的权重' }).fill('35')
      await page.getByRole('textbox', { name: '“老客户销售额”的权重' }).fill('15')
      await page.getByText('权重合计 100').first().waitFor()
      await page.getByText('草稿已保存').waitFor()
      await page.getByRole('link', { name: '回测多个期间' }).click()
      await page.waitForURL(/backtest/)
      await page.getByRole('button', { name: '开始回测' }).click()
      const changes = page.getByRole('region', { name: '草稿改了什么' })
      await changes.getByText('考核项“回款额” · 权重').waitFor({ timeout: 90_000 })
      await changes.getByText('35 %').waitFor()
      await settled(page)
      await somebody.check()
      await picture(somebody, 'changed-backtest')
      await changes.getByRole('link', { name: '现行第 1 版' }).click()
      await page.waitForURL(/\/versions\/scheme\//)
      await somebody.go('/schemes/老客维护/edit')
      await page.getByRole('button', { name: '发布…' }).click()
      await page.getByLabel('说明').last().fill('回款更重要')
      await picture(somebody, 'changed-publish')
      await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
      await page.waitForURL((address) => !address.pathname.endsWith('/edit'))
      await somebody.go(`/runs?period=${PERIOD}`)
      await page.getByRole('button', { name: '立即核算' }).click()
      await page.getByText('核算完成，结果是').waitFor()
      await page.getByRole('status').getByRole('link').click()
      await page.waitForURL(/\/runs\/\d+/)
      await page.getByText('考核项“回款额” · 权重').waitFor()
      await expect.poll(() => page.getByText('lines.').count(), { message: 'no path of a document' }).toBe(0)
      await somebody.check()
      await picture(somebody, 'changed-run')
      await page.getByRole('link', { name: '考核方案“老客维护考核”' }).click()
      await page.waitForURL(/\/versions\/scheme\//)
      await page.getByText('回款更重要').waitFor()
      await somebody.end()
    },
    LONG_MS,
  )

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await company.as('comp-admin', look)
    await somebody.go(`/runs?period=${PERIOD}`)
    await somebody.page.locator('a[href*="/runs/"]').first().click()
    await somebody.page.waitForURL(/\/runs\/\d+/)
    await somebody.page.getByText(look.lang === 'en' ? 'line “Cash received” · weight' : '考核项“回款额” · 权重').waitFor()
    expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await somebody.check()
    await picture(somebody, 'changed-run-read')
    await somebody.end()
  })
})
