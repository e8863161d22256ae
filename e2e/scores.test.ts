import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { PERIOD } from './application.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'

/** The sales person of the demo company. */
const SOMEBODY = 'QS013'

/** What people look at most: the scoreboard, a score with its explanations, the rankings. */
describe.skipIf(BROWSER === null)('scores', () => {
  const company = openCompany('demo')

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('can be read at $name', async ({ look }) => {
    const somebody = await company.as('manager', look)
    for (const [path, name] of [
      [`/scoreboard?period=${PERIOD}`, 'scoreboard'],
      [`/rankings?period=${PERIOD}`, 'rankings'],
      [`/scores/${SOMEBODY}?period=${PERIOD}`, 'score'],
      [`/scores/${SOMEBODY}?period=${PERIOD}&why=${SOMEBODY}~pay`, 'why-pay'],
      ['/scoreboard?period=2024-06', 'scoreboard-empty'],
    ] as const) {
      await somebody.go(path)
      await somebody.check()
      await picture(somebody, name)
    }
    await somebody.end()
  })

  it('are found, filtered and exported; a figure leads to the records it rests on, and back', async () => {
    const { page, go, end, check } = await company.as('executive')
    await go(`/scoreboard?period=${PERIOD}`)
    await page.getByText(/我的位置：第 \d+ 名/).waitFor()
    await page.getByRole('button', { name: '导出', exact: true }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel 工作簿' }).click()])
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
    await page.getByRole('textbox', { name: '在表中搜索' }).fill('周磊')
    await page.getByText('共 1 行').waitFor()
    await page.getByRole('link', { name: '周磊' }).first().click()
    await page.waitForURL(/\/scores\/QS013/)
    await page.getByRole('heading', { name: '周磊的得分' }).waitFor()
    await page.getByText(/浏览器用同一批记录独立重算了 \d+ 个数，与系统核算一致/).waitFor()
    await page
      .getByRole('row', { name: /^新客户/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('dialog').getByText('数据库与逐条解释两套算法结果一致').waitFor()
    await page
      .getByRole('dialog')
      .getByText(/订单\.csv 第 \d+ 行/)
      .first()
      .waitFor()
    await check()
    await page.goBack()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await end()
  })

  it('shows both figures where the browser comes to another one', async () => {
    const { page, go, end, check } = await company.as('sales')
    await page.route('**/api/facts/**', async (route) => {
      const answer = await route.fetch()
      const facts = await answer.json()
      await route.fulfill({ response: answer, json: { ...facts, stored: { ...facts.stored, score: { ...facts.stored.score, score: '99.99' } } } })
    })
    await go(`/scores/${SOMEBODY}?period=${PERIOD}`)
    await page.getByText('浏览器重算有 1 个数与系统核算不同').waitFor()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('99.99')
    await check()
    await end()
  })

  it('ranks by improvement and by pay, with oneself marked; colleagues stay hidden where the company says nothing', async () => {
    const { page, go, end, check } = await company.as('sales')
    await go(`/rankings?period=${PERIOD}`)
    await page.getByText('共 1 行').waitFor()
    await page.getByText('按进步').click()
    await page.waitForURL(/by=improvement/)
    await go(`/rankings?period=${PERIOD}&what=pay`)
    await page.getByText('共 1 行').waitFor()
    await check()
    await company.app.store.tx(async (tx) => {
      const { sql } = await import('../src/base/sql.ts')
      await tx.run(sql`insert into app.setting (name, value) values ('rankings', '"upper-half"') on conflict (name) do update set value = excluded.value`)
    })
    await go(`/rankings?period=${PERIOD}&by=value`)
    await page.getByText('公司只公开前一半的名次').waitFor()
    await expect.poll(() => page.getByRole('group', { name: '排名' }).locator('tbody tr').count()).toBeGreaterThan(20)
    await end()
  })

  it('of others are nobody’s business', async () => {
    const { page, go, end } = await company.as('sales')
    await go(`/scores/QS011?period=${PERIOD}`)
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('没有这个人，或你看不到这个人。')
    await end()
  })
})
