import { describe, expect, it } from 'vitest'
import { sql } from '../src/base/sql.ts'
import { runOf } from '../src/server/plan/examples-testing.ts'
import { PERIOD } from './application.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'

const AT = `/?period=${PERIOD}`

/** The workbench: what each role sees first. */
describe.skipIf(BROWSER === null)('the workbench', () => {
  const company = openCompany('demo')

  it.each(LOOKS.flatMap((look, at) => [{ name: lookName(look), look, role: ['sales', 'manager', 'executive', 'hr'][at] ?? 'sales' }]))(
    'of $role can be read at $name',
    async ({ look, role }) => {
      const somebody = await company.as(role, look)
      await somebody.go(AT)
      await somebody.page.locator('h2').first().waitFor()
      await somebody.check()
      await picture(somebody, `workbench-${role}`)
      await somebody.go('/?period=2024-06')
      await somebody.check()
      await picture(somebody, `workbench-${role}-empty`)
      await somebody.end()
    },
  )

  it('tells a sales person the pace of every line, the next tier, and what today changed', async () => {
    await company.app.store.tx((tx) => tx.run(sql`update calc.run set started_at = started_at - interval '2 days', finished_at = finished_at - interval '2 days'`))
    await company.app.store.tx((tx) => tx.run(sql`update app.target set target = target * 2 where employee_id = 'QS013' and period like '2026-0%'`))
    await runOf(company.app.store, PERIOD)
    const { page, go, end, check } = await company.as('sales')
    await go(AT)
    await page
      .getByRole('row', { name: /^新客户/ })
      .first()
      .getByText('落后')
      .waitFor()
    await page
      .getByText(/再完成 .+，进入下一档/)
      .first()
      .waitFor()
    const changes = page.getByRole('region', { name: '和今天以前相比' })
    await changes.getByRole('row', { name: /^得分/ }).waitFor()
    await expect.poll(() => changes.getByRole('row', { name: /^应得/ }).count()).toBe(1)
    await page
      .getByRole('row', { name: /^销售额/ })
      .first()
      .getByRole('link')
      .click()
    await page.getByRole('dialog').getByText('怎样算出来').waitFor()
    await check()
    await end()
  })

  it('tells a manager who needs help and why, and leads there', async () => {
    const { page, go, end } = await company.as('manager')
    await go(AT)
    const team = page.getByRole('region', { name: '团队：谁需要帮助' })
    const first = team.locator('tbody tr').first()
    await first.getByText('落后').waitFor()
    await expect.poll(() => first.textContent()).toMatch(/失 [\d.]+ 分|未通过/)
    await first.getByRole('link').first().click()
    await page.waitForURL(/\/scores\/QS/)
    await go('/?period=2024-06')
    await page.getByText('2024年6月还没有核算结果').waitFor()
    await end()
  })

  it('tells an executive grades, units and the cost of pay; a grade leads to its people', async () => {
    const { page, go, end } = await company.as('executive')
    await go(AT)
    await page.getByText('每 100 元销售额的应得').waitFor()
    await expect.poll(() => page.getByRole('region', { name: '各部门' }).locator('tbody tr').count()).toBeGreaterThan(3)
    await page.getByRole('region', { name: '等级分布' }).getByRole('link', { name: 'B' }).click()
    await page.waitForURL(/scoreboard.*f\.grade=B/)
    await page.getByText(/^共 \d+ 行$/).waitFor()
    await end()
  })
})
