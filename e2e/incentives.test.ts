import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, startApplication } from './application.ts'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, signIn, visit } from './visit.ts'

/** Incentive plans: read by whom they pay, and changed by who answers for them. */
describe.skipIf(BROWSER === null)('incentive plans', () => {
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
    await signIn(somebody, 'sales')
    await somebody.go('/incentives')
    await somebody.check()
    await picture(somebody, 'incentives')
    await somebody.go('/incentives/新客开拓?period=2026-Q1')
    await somebody.page.locator('canvas').first().waitFor()
    await somebody.check()
    await picture(somebody, 'incentive-plan')
    await somebody.go('/tables/拓展提成')
    await somebody.page.locator('canvas').first().waitFor()
    await somebody.check()
    await picture(somebody, 'rate-table')
    await somebody.end()
  })

  it('show a seller what they would be paid, for an imagined person and for their own figures', async () => {
    const somebody = await visit(browser, demo, { height: 1400 })
    const { page } = somebody
    await signIn(somebody, 'sales')
    await somebody.go('/incentives/新客开拓?period=2026-Q1')
    const commission = page.getByRole('region', { name: '销售提成' })
    await commission.getByText('按什么样的人画').click()
    const first = await commission.getByText('其他都照下面的数时').textContent()
    await commission.getByLabel('销售额', { exact: true }).fill('150000')
    await commission.getByText('销售额为 15.00 万').waitFor()
    expect(await commission.getByText('其他都照下面的数时').textContent()).not.toBe(first)
    await commission.getByLabel('销售额', { exact: true }).fill('十五万')
    await commission.getByText('请填一个数').waitFor()
    await somebody.check()
    await commission.getByRole('button', { name: /用我的数/ }).click()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'incentive-mine')
    await somebody.end()
  })

  it('that are not there are told so, with the way back', async () => {
    const somebody = await visit(browser, demo)
    await signIn(somebody, 'sales')
    await somebody.go('/incentives/没有')
    await somebody.page.getByText('没有激励方案“没有”').waitFor()
    await somebody.page.getByRole('link', { name: '全部方案' }).click()
    await somebody.page.waitForURL(/\/incentives(\?|$)/)
    await somebody.end()
  })

  it('are changed with the pay drawn as one types, tried on real people, and published with what differs', async () => {
    const somebody = await visit(browser, demo, { height: 1600 })
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/incentives/新客开拓?period=2026-Q1')
    await page.getByRole('button', { name: /编\s?辑/ }).click()
    await page.waitForURL(/\/edit/)
    await settled(page)
    const bonus = page.getByRole('region', { name: '新客户奖' })
    const cap = bonus.getByRole('textbox', { name: '封顶' })
    await cap.click()
    await page.keyboard.type('3000')
    await bonus.getByText('有封顶').waitFor()
    await somebody.check()
    await picture(somebody, 'incentive-edit')
    await page.keyboard.type(' + 客户')
    await bonus.getByRole('alert').first().waitFor()
    await page.keyboard.press('Escape')
    await somebody.check()
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('Backspace')
    await page.getByText('检查通过').waitFor()
    await page.getByRole('button', { name: /试\s?算/ }).click()
    await page.getByText('总成本').waitFor({ timeout: 60_000 })
    await settled(page)
    await somebody.check()
    await picture(somebody, 'incentive-trial')
    // It may be left and found again.
    await page.reload()
    await page.getByText('总成本').waitFor()
    await page.getByRole('link', { name: '逐人的得分与应得，和草稿改了什么' }).waitFor()
    await page.getByText('检查通过').waitFor()
    await page.getByRole('button', { name: '发布…' }).click()
    await page.getByText('组成“新客户奖” · 封顶').waitFor()
    await page.getByLabel('说明').last().fill('新客户奖封顶三千')
    await picture(somebody, 'incentive-publish')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /发\s?布/ })
      .click()
    await page.waitForURL((address) => !address.pathname.endsWith('/edit'))
    await page.getByText('新客户奖封顶三千').waitFor()
    await somebody.check()
    await somebody.go('/notifications')
    await page.getByRole('main').getByRole('link', { name: '回测已完成' }).first().click()
    await page.waitForURL(/\/backtests\//)
    await page.getByRole('heading', { name: '草稿改了什么' }).waitFor()
    await page.getByText('客户拓展（').first().waitFor()
    await somebody.check()
    await picture(somebody, 'backtest-kept')
    await somebody.end()
  })

  it('are begun anew: a way to pay is chosen, its tiers are pasted from a sheet', async () => {
    const somebody = await visit(browser, demo, { height: 1600 })
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/incentives')
    await page.getByRole('button', { name: '新建激励方案' }).click()
    await page.getByLabel(/编号/).fill('试点提成')
    await somebody.check()
    await page.getByRole('button', { name: '开始编写' }).click()
    await page.waitForURL(/\/edit/)
    await settled(page)
    await page.getByRole('combobox', { name: '看哪个指标' }).click()
    await page.getByRole('combobox', { name: '看哪个指标' }).fill('净回款')
    await page
      .locator('.ant-select-item-option', { hasText: /^净回款/ })
      .first()
      .click()
    await page.getByRole('button', { name: '写成公式' }).click()
    await page.locator('canvas').first().waitFor()
    await page.getByRole('textbox', { name: '第 1 行 到' }).focus()
    const copied = JSON.stringify('20,000\t2%\n60,000\t3.5%\n\t5%\n')
    await page.evaluate(`(() => {
      const copied = new DataTransfer()
      copied.setData('text/plain', ${copied})
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }))
    })()`)
    await expect.poll(() => page.getByRole('textbox', { name: '第 3 行 比例' }).inputValue()).toBe('5%')
    await page.getByText('检查通过').waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'incentive-new')
    await somebody.go('/incentives')
    await page.getByText('尚未发布的草稿：').waitFor()
    await somebody.check()
    await page.getByRole('link', { name: '试点提成' }).click()
    await page.waitForURL(/incentives\/.*\/edit/)
    await somebody.end()
  })

  it('read rate tables that are edited as grids, on a phone too', async () => {
    for (const look of [{ height: 1400 }, { width: 390, height: 844, lang: 'en' as const, theme: 'dark' as const }]) {
      const somebody = await visit(browser, demo, look)
      const { page } = somebody
      await signIn(somebody, 'comp-admin')
      for (const table of ['新客户奖', '维护奖金矩阵', '人力奖金曲线']) {
        await somebody.go(`/tables/${table}/edit`)
        await page.locator('[data-cell="0:0"]').waitFor()
        await somebody.check()
        await picture(somebody, `table-edit-${table}`)
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      }
      await somebody.end()
    }
  })

  it('come to so much in a period, of whom one sees, down to the person and the reason', async () => {
    for (const look of [{}, { width: 390, height: 844, lang: 'en' as const, theme: 'dark' as const }]) {
      const somebody = await visit(browser, demo, look)
      const { page } = somebody
      await signIn(somebody, 'executive')
      await somebody.go('/earnings?period=2026-Q1')
      await page
        .getByRole('button', { name: /^(销售提成|Commission)$/ })
        .first()
        .waitFor()
      await somebody.check()
      await picture(somebody, 'earnings')
      await page
        .getByRole('button', { name: /^(销售提成|Commission)$/ })
        .first()
        .click()
      await page.getByRole('dialog').locator('a[href*="/scores/"]').first().waitFor()
      await settled(page)
      await somebody.check()
      await picture(somebody, 'earnings-people')
      await somebody.end()
    }
  })

  it('stay themselves: the editor of one that is gone back to holds nothing of the other that was edited meanwhile', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/incentives/老客维护/edit')
    const name = page.getByLabel('英文名称').first()
    const own = await name.inputValue()
    await page.getByRole('link', { name: '看现行版本' }).click()
    await page.getByRole('link', { name: '全部方案' }).click()
    await page.getByRole('link', { name: '老客回款提成' }).first().click()
    await page.getByRole('button', { name: /编\s?辑/ }).click()
    await page.waitForURL((address) => decodeURIComponent(address.pathname) === '/incentives/老客回款/edit')
    await settled(page)
    await name.fill('Receipts for a trial')
    await page.evaluate('history.go(-4)')
    await page.waitForURL((address) => decodeURIComponent(address.pathname) === '/incentives/老客维护/edit')
    await settled(page)
    await expect.poll(() => name.inputValue()).toBe(own)
    const saved = page.waitForRequest((request) => request.method() === 'PUT' && decodeURIComponent(request.url()).endsWith('/drafts/incentive/老客维护'))
    await name.fill('Farmers for a trial')
    expect((await saved).postDataJSON()).toMatchObject({ body: { incentive: '老客维护', name: { en: 'Farmers for a trial' } } })
    await page.getByText('草稿已保存').waitFor()
    await somebody.check()
    await somebody.end()
  })

  it('keep the cells of a lookup while its keys are renamed and several values are typed into one of them', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/tables/维护奖金矩阵/edit')
    const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)
    const key = (at: number) => page.getByRole('textbox', { name: `第 ${at} 个查找项` })
    expect(await cell(0, 1).inputValue()).toBe('80%')
    await key(1).press('Control+A')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('留存率')
    await page.getByText('已经有“留存率”了').waitFor()
    await page.keyboard.type('之外的达成率')
    await page.keyboard.press('Tab')
    expect([await cell(0, 1).inputValue(), await cell(1, 3).inputValue()]).toEqual(['80%', '60%'])
    await key(1).fill('留存率')
    await page.keyboard.press('Tab')
    await page.getByText('在那之前仍是“留存率之外的达成率”').waitFor()
    await somebody.check()
    await key(1).fill('')
    await page.keyboard.press('Tab')
    await expect.poll(() => key(1).inputValue()).toBe('留存率之外的达成率')
    expect([await cell(0, 1).inputValue(), await cell(1, 3).inputValue()]).toEqual(['80%', '60%'])
    // Several texts in one cell, letter by letter; back again step by step.
    await page.getByRole('button', { name: '加一个查找项' }).click()
    await cell(0, 4).click()
    await page.keyboard.type('S/A')
    expect(await cell(0, 4).inputValue()).toBe('S/A')
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+Z')
    await expect.poll(() => cell(0, 4).inputValue()).toBe('')
    await page.keyboard.type('S/A')
    const rows = await page.locator('[data-cell$=":0"]').count()
    // Enter that ends a character of an input method is not the grid's.
    await page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))")
    await cell(6, 4).click()
    await page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))")
    expect(await page.locator('[data-cell$=":0"]').count()).toBe(rows)
    await expect.poll(() => cell(0, 4).inputValue()).toBe('S / A')
    await page.getByText('草稿已保存').waitFor()
    await page.reload()
    await expect.poll(() => cell(0, 4).inputValue()).toBe('S / A')
    await somebody.end()
  })

  it('take what is open in a part along when the part is moved', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/incentives/新客开拓/edit')
    const part = (name: string) => page.getByRole('region', { name, exact: true })
    const chosen = (name: string) => part(name).locator('[title^="净回款"]')
    await part('新客户奖').getByRole('combobox', { name: '看哪个指标' }).click()
    await page.keyboard.type('净回款')
    await page
      .locator('.ant-select-item-option', { hasText: /^净回款/ })
      .first()
      .click()
    await chosen('新客户奖').waitFor()
    await page.getByRole('button', { name: '上移“新客户奖”' }).click()
    await page.getByRole('button', { name: '下移“新客户奖”' }).waitFor()
    await chosen('新客户奖').waitFor()
    expect(await chosen('销售提成').count()).toBe(0)
    await page.getByRole('button', { name: '下移“新客户奖”' }).click()
    await page.getByText('草稿已保存').waitFor()
    await somebody.end()
  })
})
