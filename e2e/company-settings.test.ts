import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled } from './visit.ts'

/** The document of the company, read and changed without a file of rules. */
describe.skipIf(BROWSER === null)('the company', () => {
  const demo = openCompany('demo', { work: true })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('is read and edited at $name', async ({ look }) => {
    const somebody = await demo.as('admin', look)
    for (const [path, name] of [
      ['/settings/company', 'company'],
      ['/settings/company/edit', 'company-edit'],
    ] as const) {
      await somebody.go(path)
      await somebody.page
        .getByText(/Asia\/Shanghai/)
        .first()
        .waitFor()
      await somebody.check()
      expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
      await picture(somebody, name, { whole: true })
    }
    await somebody.end()
  })

  it('another calendar shows what it moves, a wrong day its sentence, and nothing happens until it is published', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/settings/company/edit')
    await page.getByText('还没有修改。').waitFor()
    await page.getByLabel('怎样划分').click()
    await page.locator('.ant-select-item-option', { hasText: '按周的财年' }).click()
    const effect = page.getByRole('status', { name: '发布后会怎样' })
    await effect.getByText(/2026年第三季度：2026-07-01 – 2026-09-30 变成 2026-06-29 – 2026-09-27（已核算/).waitFor()
    await effect.getByText(/会自动重新核算：/).waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'company-effect', { whole: true })
    await page.getByLabel('第一天').fill('2026-01-01')
    await page.locator('[data-path="calendar.years.2026"]').getByRole('alert').waitFor()
    await effect.getByText('先改正上面的错误').waitFor()
    await picture(somebody, 'company-wrong', { whole: true })
    await page.getByLabel('本位币', { exact: true }).click()
    await page.keyboard.type('USD')
    await page.locator('.ant-select-item-option', { hasText: /^USD/ }).click()
    await page.getByLabel('第一天').fill('2025-12-29')
    await effect.getByText(/金额不会折算，只是改为按 USD 理解/).waitFor()
    await page.getByText('草稿已保存').waitFor()
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await page.waitForURL(/\/settings\/company(\?|$)/)
    await page.getByText('自然月，一年从一月开始').waitFor()
    await somebody.end()
  })

  it('a new name and a new unit are published, stand in the frame, and in the versions in words; a unit in use is missed', async () => {
    const somebody = await demo.as('comp-admin')
    const { page } = somebody
    await somebody.go('/')
    await page.getByRole('link', { name: '公司设置' }).click()
    await page.getByRole('link', { name: '修改公司设置' }).click()
    await page.locator('[data-path="units.单"]').getByRole('button', { name: '去掉“单”' }).click()
    await page.getByRole('button', { name: /\d+ 处错误/ }).click()
    await page
      .getByText(/在指标“.+”中/)
      .first()
      .waitFor()
    await picture(somebody, 'company-unit-missed')
    await page.getByText('草稿已保存').waitFor()
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await page.waitForURL(/\/settings\/company(\?|$)/)
    await page.getByRole('link', { name: '修改公司设置' }).click()
    await page.getByLabel('中文名称').first().fill('青山净水科技')
    await page.getByRole('button', { name: '增加单位' }).click()
    await page.getByLabel('标识').last().fill('家')
    await page.getByLabel('标识').last().blur()
    await page.locator('[data-path="units.家"]').getByLabel('英文名称').fill('shop')
    await page.getByRole('status', { name: '发布后会怎样' }).getByText('只影响显示的名称和可以选用的单位').waitFor()
    // Nothing is counted in shops yet: that is said, and does not stop it.
    await page.getByRole('button', { name: '0 处错误，1 条提醒' }).waitFor()
    await page.getByText('草稿已保存').waitFor()
    await page.getByRole('button', { name: '发布…' }).click()
    await page.getByText('公司名称 · 中文').waitFor()
    await page.getByText('单位“家” · 英文').waitFor()
    await picture(somebody, 'company-publish')
    await page.getByLabel('说明', { exact: true }).fill('更名')
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await page.waitForURL(/\/settings\/company(\?|$)/)
    await page.getByRole('banner').getByText('青山净水科技').waitFor()
    await settled(page)
    await somebody.check()
    await page.getByRole('link', { name: '第 2 版' }).click()
    await page.getByText('原因：更名').waitFor()
    await somebody.check()
    await picture(somebody, 'company-version')
    await page.getByRole('link', { name: '看现在的内容' }).click()
    await page.waitForURL(/\/settings\/company(\?|$)/)
    await somebody.end()
  })

  it('an exchange rate is added, a wrong one told, replaced and removed', async () => {
    const somebody = await demo.as('comp-admin')
    const { page } = somebody
    await somebody.go('/settings/company')
    await page.getByRole('button', { name: '增加汇率' }).click()
    await page.getByLabel('币种', { exact: false }).last().fill('eur')
    await page.getByLabel(/^从哪天起/).fill('2026-05-01')
    await page.getByLabel(/^合 CNY/).fill('7,8')
    await page.getByRole('button', { name: /^保\s?存$/ }).click()
    await page.getByText('汇率 “7,8” 不是一个数').waitFor()
    await picture(somebody, 'company-rate')
    await page.getByLabel(/^合 CNY/).fill('7.8')
    await page.getByRole('button', { name: /^保\s?存$/ }).click()
    await page.getByRole('button', { name: '修改 EUR 从 2026-05-01 起的汇率' }).click()
    await page.getByText('现在是 7.8，保存后替换。').waitFor()
    await page.getByLabel(/^合 CNY/).fill('7.8123')
    await page.getByRole('button', { name: /^保\s?存$/ }).click()
    await page.getByText('7.8123').waitFor()
    await page.getByRole('button', { name: '修改 EUR 从 2026-05-01 起的汇率' }).click()
    await page.getByRole('button', { name: '删除这个汇率' }).click()
    await page.getByRole('button', { name: '修改 EUR 从 2026-05-01 起的汇率' }).waitFor({ state: 'detached' })
    await settled(page)
    await somebody.end()
  })

  it('whoever may not write rules reads it, and sees why it is not theirs to change', async () => {
    const somebody = await demo.as('sales')
    await somebody.go('/settings/company')
    await somebody.page.getByTitle('修改公司设置需要“编写规则”权限').waitFor()
    await expect.poll(() => somebody.page.getByRole('button', { name: /撤\s?下/ }).isDisabled()).toBe(true)
    await somebody.check()
    await somebody.end()
  })
})

/** What a published calendar, day and currency do to results. */
describe.skipIf(BROWSER === null)('a changed company', () => {
  const demo = openCompany('demo', { work: true })

  it('is published, its year begins in April, and the quarter that now holds is computed anew', async () => {
    const somebody = await demo.as('comp-admin')
    const { page } = somebody
    await somebody.go('/settings/company/edit')
    await page.getByLabel('一年从几月开始').click()
    await page.locator('.ant-select-item-option', { hasText: /^四月$/ }).click()
    await page.getByLabel('时区').click()
    await page.keyboard.type('Asia/Tokyo')
    await page.locator('.ant-select-item-option', { hasText: 'Asia/Tokyo' }).first().click()
    await page.getByText('草稿已保存').waitFor()
    await page
      .getByRole('status', { name: '发布后会怎样' })
      .getByText(/会自动重新核算：/)
      .waitFor()
    await picture(somebody, 'company-april', { whole: true })
    await page.getByRole('button', { name: '发布…' }).click()
    await picture(somebody, 'company-april-publish')
    await page.getByLabel('说明', { exact: true }).fill('财年从四月开始')
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await page.waitForURL(/\/settings\/company(\?|$)/)
    await page
      .getByText(/Asia\/Tokyo/)
      .first()
      .waitFor()
    await page
      .getByText(/2026-04-01 – 2026-06-30/)
      .first()
      .waitFor()
    await somebody.go('/runs?period=2026-Q1')
    await page.getByRole('button', { name: '立即核算' }).click()
    await page
      .getByRole('link', { name: /^第 \d+ 次核算$/ })
      .first()
      .click()
    await page
      .getByText(/人有得分/)
      .first()
      .waitFor()
    await settled(page)
    await picture(somebody, 'company-april-run')
    await somebody.go('/scores/QS013?period=2026-Q1')
    await page
      .getByText(/算了 \d+ 个数|重新算/)
      .first()
      .waitFor()
    await settled(page)
    await picture(somebody, 'company-april-score', { whole: true })
    await somebody.check()
    await somebody.end()
  })
})

/** What a published currency does to results that are there already. */
describe.skipIf(BROWSER === null)('a company of another currency', () => {
  const demo = openCompany('demo', { work: true })

  it('counts its money in another currency from now on: said before, and shown with every amount after', async () => {
    const somebody = await demo.as('comp-admin')
    const { page } = somebody
    await somebody.go('/settings/company/edit')
    await page.getByLabel('本位币', { exact: true }).click()
    await page.keyboard.type('HKD')
    await page.locator('.ant-select-item-option', { hasText: /^HKD/ }).click()
    await page
      .getByRole('status', { name: '发布后会怎样' })
      .getByText(/金额不会折算，只是改为按 HKD 理解/)
      .waitFor()
    await page.getByText('草稿已保存').waitFor()
    await picture(somebody, 'company-currency', { whole: true })
    await page.getByRole('button', { name: '发布…' }).click()
    await page.getByLabel('说明', { exact: true }).fill('改用港币')
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await page.waitForURL(/\/settings\/company(\?|$)/)
    await page.getByText(/HKD/).first().waitFor()
    await settled(page)
    await picture(somebody, 'company-currency-after', { whole: true })
    const amounts = async () => {
      await somebody.go('/earnings?period=2026-Q1')
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出明细 CSV' }).last().click()])
      return (await readFile(await file.path(), 'utf8')).trim().split('\r\n').slice(1)
    }
    // A period that was worked out before keeps what it was worked out in, until somebody works it out anew.
    const before = await amounts()
    await somebody.go('/runs?period=2026-Q1')
    const newest = page.getByRole('link', { name: /^第 \d+ 次核算$/ }).first()
    const last = await newest.textContent()
    await page.getByRole('button', { name: '立即核算' }).click()
    await expect.poll(() => newest.textContent(), { timeout: 60_000 }).not.toBe(last)
    await newest.click()
    await page.getByText(/人有得分/).waitFor()
    await picture(somebody, 'company-currency-run', { whole: true })
    const after = await amounts()
    const inCurrency = (rows: readonly string[], currency: string) => rows.length > 40 && rows.every((row) => row.includes(`,${currency},`))
    expect([inCurrency(before, 'CNY'), inCurrency(after, 'HKD')]).toEqual([true, true])
    await somebody.check()
    await somebody.end()
  })
})
