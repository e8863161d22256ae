import { beforeAll, describe, expect, it } from 'vitest'
import { runOf } from '../src/server/plan/examples-testing.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, typeDay } from './visit.ts'

const PERIOD = '2026-Q3'
const AT = `?period=${PERIOD}`
/** A day in the middle of the period: there is something to forecast. */
const THEN = `${AT}&day=2026-08-15`

/** Insight: where the company, a team, a person goes; and the screen in the room. */
describe.skipIf(BROWSER === null)('insight', () => {
  const company = openCompany('demo')

  beforeAll(async () => {
    for (const period of ['2026-Q2', PERIOD]) await runOf(company.app.store, period)
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('is read at $name', async ({ look }) => {
    const somebody = await company.as('executive', look)
    const { page } = somebody
    await somebody.go(`/insight${THEN}`)
    await page.locator('canvas').nth(5).waitFor()
    await settled(page)
    await somebody.check()
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.setViewportSize({ width: look.width ?? 1440, height: look.width === 390 ? 4600 : 2900 })
    await picture(somebody, 'insight')
    await page.setViewportSize({ width: look.width ?? 1440, height: 900 })
    for (const panel of ['attainment', 'ranking', 'deals', 'trend']) {
      await somebody.go(`/board${AT}&panel=${panel}`)
      if (panel === 'trend') await page.locator('canvas').first().waitFor()
      await somebody.check()
      await picture(somebody, `board-${panel}`)
    }
    await somebody.go('/insight?period=2024-06')
    await somebody.check()
    await picture(somebody, 'insight-empty')
    await somebody.end()
  })

  it('tells an executive where the quarter goes, as a table too, and exports picture, CSV and workbook', async () => {
    const { page, go, check, end } = await company.as('executive')
    await go(`/insight${THEN}`)
    const outlook = page.getByRole('region', { name: '期末预测' })
    await outlook.getByText(/截至 2026年8月15日，销售额完成 .+；期末预计 .+，达成 .+（.+ 到 .+）/).waitFor()
    await outlook.getByText(/同一时点已完成全期的比例/).waitFor()
    for (const [button, file] of [
      ['保存图片', 'outlook.png'],
      ['CSV', 'outlook.csv'],
      ['Excel', 'outlook.xlsx'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), outlook.getByRole('button', { name: button }).click()])
      expect(download.suggestedFilename()).toBe(file)
    }
    await outlook.getByRole('button', { name: '以表格显示' }).click()
    await outlook.getByRole('cell', { name: '2026-08-15' }).waitFor()
    await check()
    await end()
  })

  it('keeps the day and the measure of a forecast in sight while a day is typed, and where it is refused', async () => {
    const { page, go, end } = await company.as('executive')
    await go(`/insight${THEN}`)
    const outlook = page.getByRole('region', { name: '期末预测' })
    const day = outlook.getByLabel('截至', { exact: true })
    await typeDay(page, day, '07202026')
    await page.waitForURL(/day=2026-07-20/, { timeout: 20_000 })
    await outlook.getByText(/截至 2026年7月20日，销售额/).waitFor()
    expect(await day.inputValue()).toBe('2026-07-20')
    // Refused, also from the beginning: the day stands there to be mended.
    const refused = { status: 422, contentType: 'application/problem+json', body: JSON.stringify({ code: 'http.input', detail: '这一天不行。' }) }
    await page.route(/\/api\/insight\/outlook/, (route) => route.fulfill(refused))
    await typeDay(page, day, '07212026')
    await outlook.getByText('这一天不行。').waitFor()
    expect(await day.inputValue()).toBe('2026-07-21')
    await outlook.getByRole('combobox', { name: '预测哪个指标' }).waitFor({ timeout: 20_000 })
    await page.reload()
    await outlook.getByText('这一天不行。').waitFor()
    await page.unroute(/\/api\/insight\/outlook/)
    await typeDay(page, day, '08152026')
    await outlook.getByText(/截至 2026年8月15日，销售额/).waitFor()
    await end()
  })

  it('leads from a band of scores to its people, from a person who is behind to their trend, from a stage to its records', async () => {
    const { page, go, end } = await company.as('executive')
    await go(`/insight${AT}`)
    const spread = page.getByRole('region', { name: '得分和等级的分布' }).locator('figure').first()
    await spread.getByRole('button', { name: '以表格显示' }).click()
    const row = spread.getByRole('row', { name: /^90–100/ })
    const people = Number(await row.getByRole('cell').last().textContent())
    await go(`/scoreboard${AT}&f.score=90~100`)
    await page.getByText(`共 ${people} 行`).waitFor()
    await go(`/insight${AT}`)
    await page.getByRole('region', { name: '谁需要帮助' }).locator('tbody').getByRole('link').first().click()
    await page.waitForURL(/\/insight\/QS/)
    await page.getByRole('heading', { name: /的走势$/ }).waitFor()
    await page.getByRole('region', { name: '走势' }).locator('canvas').first().waitFor()
    await go(`/insight${AT}`)
    const funnel = page.getByRole('region', { name: '漏斗' }).locator('canvas')
    await funnel.scrollIntoViewIfNeeded()
    const box = await funnel.boundingBox()
    if (box === null) throw new Error('the funnel has no place')
    await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.25)
    await page.waitForURL(/\/data\/.*filters=/)
    await page
      .getByText(/条记录符合条件/)
      .first()
      .waitFor()
    await end()
  })

  it('of a sales person is about them alone', async () => {
    const { page, go, check, end } = await company.as('sales')
    await go(`/insight${AT}`)
    await page.getByText(/1 人中 1 人有得分/).waitFor()
    await check()
    await end()
  })

  it('fills a screen in turn, hides the lower half, holds, steps and leaves by Esc', async () => {
    const { page, go, end } = await company.as('executive')
    await go(`/board${AT}&panel=ranking`)
    await page.getByRole('listitem').first().waitFor()
    await expect.poll(() => page.getByRole('listitem').count()).toBe(10)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '继续轮播' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: '最新业绩' }).waitFor()
    await page.getByText('数据变化后自动更新').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/insight/)
    await end()
  })
})
