import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../src/base/sql.ts'
import { type Application, startApplication } from './application.ts'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, signIn, visit } from './visit.ts'

/** Targets: looked at, edited like a spreadsheet, saved, imported. */
describe.skipIf(BROWSER === null)('targets', () => {
  let browser: Browser
  let demo: Application
  let folder: string

  beforeAll(async () => {
    browser = await launch()
    demo = await startApplication('demo')
    folder = await mkdtemp(join(tmpdir(), 'heng-e2e-'))
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are looked at in $name', async ({ look }) => {
    const somebody = await visit(browser, demo, look)
    await signIn(somebody, 'comp-admin')
    await somebody.go('/targets?year=2026')
    await picture(somebody, 'targets')
    // The accessibility checker takes long over a thousand cells that are all alike.
    await somebody.go('/targets?year=2026&q=QS01')
    await somebody.check()
    await somebody.go('/targets?by=period&period=2026-03&q=QS01')
    await somebody.check()
    await picture(somebody, 'targets-period')
    expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)
    await somebody.end()
  })

  /** The cell of a person in a column, by what heads it. */
  const cell = async (page: Page, person: string, column: string) => {
    const heads = await page.locator('table[role=grid] thead th').allTextContents()
    return page
      .locator('table[role=grid] tbody tr', { hasText: person })
      .locator('td')
      .nth(heads.indexOf(column) - 1)
  }

  const stored = async (employee: string, period: string) =>
    (
      await demo.store.read((read) =>
        read.first<{ v: string | null }>(sql`select trim_scale(target)::text as v from app.target where employee_id = ${employee} and measure = '销售额' and period = ${period}`),
      )
    )?.v ?? null

  it('are written by keys, filled, pasted, copied, taken back, and saved with a reason that the history shows', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await signIn(somebody, 'comp-admin')
    await somebody.go('/targets?measure=销售额&year=2026&q=QS01')
    await (await cell(page, 'QS011', '1季度')).click()
    await page.keyboard.type('100万')
    await page.keyboard.press('Enter')
    await page.keyboard.type('abc')
    await page.keyboard.press('Tab')
    // The quarter is compared with its months, and what is no number is said at once.
    await (await cell(page, 'QS011', '1季度')).click()
    await page
      .getByText(/各月合计 .*，相差/)
      .first()
      .waitFor()
    await (await cell(page, 'QS012', '1季度')).click()
    await page.getByText('这不是一个数').first().waitFor()
    await somebody.check()
    await picture(somebody, 'targets-edited')
    await page.keyboard.press('Delete')
    await expect.poll(() => page.getByRole('button', { name: '保存 1 处修改' }).count()).toBe(1)
    // Pasted from a spreadsheet, filled down, undone.
    await (await cell(page, 'QS011', '10月')).click()
    await page.evaluate(`navigator.clipboard.writeText('110,000\\t¥12万\\r\\n90000\\t95,000\\r\\n')`)
    await page.keyboard.press('Control+v')
    await page.getByRole('button', { name: '保存 5 处修改' }).waitFor()
    await (await cell(page, 'QS011', '12月')).click()
    await page.keyboard.type('130000')
    await page.keyboard.press('ArrowUp')
    await (await cell(page, 'QS011', '12月')).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await page.getByRole('button', { name: '保存 7 处修改' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '保存 6 处修改' }).waitFor()
    await page.keyboard.press('Control+c')
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('130000\r\n')
    // What is typed survives a reload.
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: '保存 6 处修改' }).click()
    await page.getByRole('textbox', { name: /原因/ }).fill('四季度上调')
    await settled(page)
    await somebody.check()
    await picture(somebody, 'targets-save')
    await page.getByRole('button', { name: '保存 6 处', exact: true }).click()
    await page.getByText('已保存 6 处').waitFor()
    expect([await stored('QS011', '2026-Q1'), await stored('QS011', '2026-11'), await stored('QS012', '2026-11')]).toEqual(['1000000', '120000', '95000'])
    await (await cell(page, 'QS011', '11月')).click()
    await page.getByRole('button', { name: '修改历史' }).click()
    await page.getByText('原因：四季度上调').waitFor()
    await page.getByText('目标：没有 → 120,000').waitFor()
    await somebody.check()
    await picture(somebody, 'targets-history')
    await somebody.end()
  })

  it('choose what is pressed and drawn over, though the table moves or the pointer is held', async () => {
    const somebody = await visit(browser, demo, { width: 900 })
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/targets?measure=销售额&year=2026&q=QS01')
    const chosen = async () => (await page.locator('table[role=grid] td[aria-selected=true]').evaluateAll((cells) => cells.map((each) => each.id))).sort()
    const box = async (row: number, column: number) => {
      const found = await page.locator(`#target-${row}-${column}`).boundingBox()
      if (found === null) throw new Error(`no cell ${row} ${column}`)
      return { ...found, middle: { x: found.x + found.width / 2, y: found.y + found.height / 2 } }
    }
    const right = await page
      .locator('table[role=grid]')
      .locator('..')
      .evaluate((scroller) => scroller.getBoundingClientRect().right)
    const heads = await page
      .locator('table[role=grid] thead th')
      .evaluateAll((all) => all.map((each) => ({ left: each.getBoundingClientRect().left, right: each.getBoundingClientRect().right })))
    // The column that the edge of the table cuts: pressed on what is seen of it, and held as a slow hand or a busy machine does.
    const cut = heads.findIndex(({ left, right: end }) => left < right && end > right)
    expect(cut).toBeGreaterThan(0)
    const edge = heads[cut]
    if (edge === undefined) throw new Error('no column is cut')
    const { y } = (await box(2, 0)).middle
    await page.mouse.move((edge.left + right) / 2, y)
    await page.mouse.down()
    await page.waitForTimeout(500)
    await page.mouse.up()
    expect(await chosen()).toEqual([`target-2-${cut - 1}`])
    // A whole year has more to say on the bar than a month: the table stays where it is.
    const before = await box(1, 1)
    for (const column of [0, 2]) {
      await page.mouse.click((await box(3, column)).middle.x, (await box(3, column)).middle.y)
      expect((await box(1, 1)).y).toBe(before.y)
    }
    // Drawn over from one cell to another, row by row.
    const [from, to] = [(await box(1, 1)).middle, (await box(4, 2)).middle]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 12 })
    await page.mouse.up()
    await expect.poll(chosen).toEqual([1, 2, 3, 4].flatMap((row) => [`target-${row}-1`, `target-${row}-2`]))
    const next = (await box(3, 1)).middle
    await page.mouse.click(next.x, next.y)
    const far = (await box(5, 0)).middle
    await page.keyboard.down('Shift')
    await page.mouse.click(far.x, far.y)
    await page.keyboard.up('Shift')
    await expect.poll(chosen).toEqual([3, 4, 5].flatMap((row) => [`target-${row}-0`, `target-${row}-1`]))
    await somebody.end()
  })

  it('are found by a name that an input method spells first, and one step back leaves the page', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/account')
    await somebody.go('/targets?measure=销售额&year=2026')
    const find = page.getByRole('textbox', { name: '姓名或工号' })
    await find.focus()
    const method = await page.context().newCDPSession(page)
    for (const text of ['z', 'zh', 'zha', 'zhan', 'zhang']) {
      await method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await page.waitForTimeout(60)
    }
    await method.send('Input.insertText', { text: '张' })
    await page.waitForURL((address) => address.searchParams.get('q') === '张')
    expect(await find.inputValue()).toBe('张')
    await find.fill('QS01')
    await page.waitForURL(/q=QS01/)
    await page.goBack()
    await page.waitForURL(/\/account/)
    await somebody.end()
  })

  it('say why they were not exported', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/targets?measure=销售额&year=2026&q=QS01')
    const body = JSON.stringify({ code: 'http.internal', detail: '服务器出了问题。' })
    await page.route(/\/api\/targets\/file/, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body }))
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Excel 工作簿' }).click()
    await page.getByText('服务器出了问题。').waitFor({ timeout: 20_000 })
    await somebody.end()
  })

  it('tell who changed a cell meanwhile, and let one choose', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/targets?measure=销售额&year=2026&q=QS01')
    await (await cell(page, 'QS013', '8月')).click()
    await page.getByText('周磊 · 销售额 · 2026年8月').waitFor()
    await page.keyboard.type('70000')
    await page.keyboard.press('Enter')
    await demo.store.tx(async (tx) => {
      await tx.run(sql`select set_config('heng.change', '{"user":"9","name":"王主任","reason":"先改"}', true)`)
      await tx.run(sql`update app.target set target = 66000 where employee_id = 'QS013' and measure = '销售额' and period = '2026-08'`)
    })
    await page.getByRole('button', { name: '保存 1 处修改' }).click()
    await page.getByRole('textbox', { name: /原因/ }).fill('再改')
    const refused = page.waitForResponse((answer) => answer.status() === 412)
    await page.getByRole('button', { name: '保存 1 处', exact: true }).click()
    await refused
    await page.getByText(/王主任改成了 66,000/).waitFor()
    await picture(somebody, 'targets-conflict')
    await page.getByRole('button', { name: '仍用我的值（1 处）' }).click()
    await page.getByRole('button', { name: '保存 1 处', exact: true }).click()
    await page.getByText('已保存 1 处').waitFor()
    expect(await stored('QS013', '2026-08')).toBe('70000')
    await somebody.end()
  })

  it('come from a file whose differences are seen first; a seller only looks', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'comp-admin')
    await somebody.go('/targets?measure=销售额&year=2026&q=QS01')
    const path = join(folder, '目标.csv')
    await writeFile(path, '员工,指标,期间,目标\nQS014,销售额,2026年12月,33万\nQS014,销售额,2026-11,很多\n')
    await page.getByRole('button', { name: '导入文件' }).click()
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText('1 处与现在不同').waitFor()
    await somebody.check()
    await picture(somebody, 'targets-import')
    await page.getByRole('button', { name: '放进表格（1 处）' }).click()
    await page.getByRole('button', { name: '保存 1 处修改' }).waitFor()
    await page.getByRole('button', { name: '放弃修改' }).click()
    await somebody.end()
    const seller = await visit(browser, demo)
    await signIn(seller, 'sales')
    await seller.go('/targets?measure=销售额&year=2026')
    await expect.poll(() => seller.page.getByRole('button', { name: '导入文件' }).isDisabled()).toBe(true)
    await seller.page.locator('table[role=grid] td').nth(3).click()
    await seller.page.keyboard.type('5')
    await expect.poll(() => seller.page.locator('table[role=grid] input').count()).toBe(0)
    await seller.check()
    await picture(seller, 'targets-seller')
    await seller.end()
  })
})
