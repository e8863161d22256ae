import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workbookOf } from '../src/server/datasets/xlsx/testing.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, signIn, typeDay } from './visit.ts'

/** Records: found, looked at, imported, taken back, corrected. */
describe.skipIf(BROWSER === null)('business data', () => {
  const company = openCompany('demo', { work: true })
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heng-e2e-'))
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('is read at $name', async ({ look }) => {
    const somebody = await company.as('admin', look)
    await somebody.go('/data')
    await somebody.check()
    await picture(somebody, 'data-datasets')
    await somebody.go('/data/订单')
    await somebody.check()
    await picture(somebody, 'data-records')
    await somebody.page.locator('a[href*="/data/%E8%AE%A2%E5%8D%95/"]:not([href*="/edit"], [href*="/import"], [href*="/about"])').first().click()
    await somebody.page.waitForURL(/\/data\/[^/]+\/\d+/)
    await settled(somebody.page)
    await somebody.check()
    await picture(somebody, 'data-record')
    await somebody.go('/data/分享/import')
    await somebody.check()
    await picture(somebody, 'data-import')
    await somebody.end()
  })

  it('shows a seller their own records, and says what they may not do', async () => {
    const somebody = await company.as('sales')
    await somebody.go('/data/订单')
    await expect.poll(() => somebody.page.getByRole('button', { name: '新增记录' }).isDisabled()).toBe(true)
    const all = await somebody.page.locator('p').filter({ hasText: '条记录符合条件' }).first().textContent()
    await somebody.go(`/data/订单?filters=${encodeURIComponent(JSON.stringify([{ field: '来源', op: 'is', value: '自拓' }]))}`)
    await somebody.page.getByText('来源 等于 自拓').waitFor()
    expect(await somebody.page.locator('p').filter({ hasText: '条记录符合条件' }).first().textContent()).not.toBe(all)
    await somebody.check()
    await somebody.end()
  })

  it.each([LOOKS[0], LOOKS[3]].flatMap((look) => (look === undefined ? [] : [{ name: lookName(look), look }])))(
    'writes what a seller sees of a list into a file, which is found again at $name',
    async ({ look }) => {
      const somebody = await company.as('sales', look)
      const { page } = somebody
      const zh = look.lang === 'zh'
      await somebody.go(`/data/订单?filters=${encodeURIComponent(JSON.stringify([{ field: '来源', op: 'is', value: '自拓' }]))}`)
      const fits = (
        await page
          .locator('h1 ~ p, header p, p')
          .filter({ hasText: zh ? '条记录符合条件' : 'records fit' })
          .first()
          .textContent()
      )?.replace(/\D/g, '')
      await page.getByRole('button', { name: zh ? '导出' : 'Export', exact: true }).click()
      await page.getByRole('button', { name: 'CSV' }).click()
      const dialog = page.getByRole('dialog')
      const fetch = dialog.getByRole('link', { name: zh ? /下\s?载/ : 'Download' })
      await fetch.waitFor()
      await somebody.check()
      await picture(somebody, 'export')
      const [file] = await Promise.all([page.waitForEvent('download'), fetch.click()])
      const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
      expect(String(lines.length - 1)).toBe(fits)
      expect(file.suggestedFilename()).toMatch(/\.csv$/)
      await dialog.getByRole('link', { name: zh ? '导出的文件' : 'Exports' }).click()
      await page.getByRole('link', { name: file.suggestedFilename() }).first().waitFor()
      await settled(page)
      await somebody.check()
      await picture(somebody, 'exports')
      await somebody.end()
    },
  )

  it('is narrowed by days that are typed by keys', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    await somebody.go('/data/订单')
    await typeDay(page, page.getByLabel('业务日期 从'), '01152026')
    await page.waitForURL(/from=2026-01-15/, { timeout: 20_000 })
    await somebody.end()
  })

  it('is narrowed by conditions whose value is of their field', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    await somebody.go('/data/订单')
    await page.getByRole('button', { name: '添加筛选' }).click()
    await page.getByRole('textbox', { name: '值' }).fill('abc')
    await page.getByRole('combobox', { name: '字段' }).click()
    await page.getByTitle('日期', { exact: true }).last().click()
    await expect.poll(() => page.getByLabel('值', { exact: true }).inputValue()).toBe('')
    expect(await page.getByRole('button', { name: '应用' }).isDisabled()).toBe(true)
    await somebody.end()
  })

  it('takes a file that failed once more', async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    const chosen = page.locator('input[type=file]')
    // A field that still holds the file says nothing when the same one is chosen again.
    const broken = join(folder, '坏.xlsx')
    await writeFile(broken, 'no workbook')
    for (const path of ['/data/new', '/data/分享/import']) {
      await somebody.go(path)
      await chosen.setInputFiles(broken)
      await expect.poll(() => chosen.inputValue()).toBe('')
    }
    await somebody.end()
  })

  /** A workbook whose second line is bad and whose column of people has a name of its own. */
  const workbook = async () => {
    const book = join(folder, '分享.xlsx')
    await writeFile(
      book,
      workbookOf({
        一月: [
          ['编号', '日期', '谁', '主题'],
          ['X-1', '2026-09-01', 'QS011', '电话'],
          ['X-2', '坏', 'QS011', '电话'],
        ],
      }),
    )
    return book
  }

  /** The page of an import on which that workbook was just uploaded, and its field of the sheet. */
  const uploaded = async () => {
    const somebody = await company.as('admin')
    const { page } = somebody
    await somebody.go('/data/分享/import')
    await page.locator('input[type=file]').setInputFiles(await workbook())
    await page.waitForURL(/upload=/)
    return { somebody, page, sheet: page.getByRole('textbox', { name: '工作表' }) }
  }

  it('keeps the field of a sheet that is not there, and says to mend it there', async () => {
    const { somebody, page, sheet } = await uploaded()
    await sheet.fill('二月')
    await sheet.press('Tab')
    await page.getByText(/没有叫“二月”的工作表/).waitFor()
    await page.getByText('在“工作表”里改成其中一张').waitFor({ timeout: 20_000 })
    await sheet.fill('一月')
    await sheet.press('Tab')
    await page.getByText('前几行将这样读入').waitFor()
    await somebody.end()
  })

  it('keeps what was chosen for an import that was refused', async () => {
    const { somebody, page, sheet } = await uploaded()
    await sheet.fill('一月')
    await sheet.press('Tab')
    await page.getByRole('combobox', { name: /员工/ }).click()
    await page.getByText('谁', { exact: true }).last().click()
    await page.getByRole('combobox', { name: '与已有记录的关系' }).click()
    await page.getByTitle(/^删除/).last().click()
    await page.locator('button:not([disabled])', { hasText: '开始导入' }).click()
    await page.getByRole('button', { name: '修改后再导入' }).click()
    // Everything is as it was chosen: the file need only be mended in one place.
    await page.locator('button:not([disabled])', { hasText: '开始导入' }).waitFor({ timeout: 20_000 })
    expect(await sheet.inputValue()).toBe('一月')
    await somebody.end()
  })

  it('imports a file with bad rows, then takes it back; contents are shown as text', async () => {
    const somebody = await company.visitor()
    const { page } = somebody
    await signIn(somebody, 'admin')
    const path = join(folder, '<img src=x onerror=alert(1)>.csv')
    await writeFile(path, '编号,日期,谁,主题\nE-1,2026年9月1日,QS011,<b>粗</b>\nE-2,=1+1,QS011,坏\n')
    await somebody.go('/data/分享/import')
    await page.locator('input[type=file]').setInputFiles(path)
    await page.waitForURL(/upload=/)
    await page.getByText('前几行将这样读入').first().waitFor()
    await expect.poll(() => page.getByRole('button', { name: '开始导入' }).isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: /员工/ }).click()
    await page.getByText('谁', { exact: true }).last().click()
    await page.getByText('2026-09-01').first().waitFor()
    await page.getByRole('combobox', { name: '遇到问题行' }).click()
    await page.getByText('跳过问题行，导入其余的行').last().click()
    await page.locator('button:not([disabled])', { hasText: '开始导入' }).waitFor()
    await somebody.check()
    await picture(somebody, 'data-import-check')
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByText('导入完成：新增 1 条').waitFor()
    await settled(page)
    await expect.poll(() => page.getByText('=1+1').count()).toBeGreaterThan(0)
    await somebody.check()
    await picture(somebody, 'data-import-report')
    // Whoever had left finds it by the notification.
    await page.getByRole('button', { name: /^待办/ }).click()
    await page
      .getByRole('link', { name: /导入.*已完成/ })
      .first()
      .click()
    await page.waitForURL(/\/imports(\?|$)/)
    await settled(page)
    await somebody.check()
    await picture(somebody, 'data-imports')
    await page.getByRole('button', { name: /撤销 <img/ }).click()
    await page.getByText('删除这次新增的 1 条记录').waitFor()
    await page.getByLabel(/原因/).fill('选错了文件')
    await picture(somebody, 'data-undo')
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await page
      .getByText(/^已由.*撤销$/)
      .first()
      .waitFor()
    await somebody.check()
    await somebody.end()
  })

  it('adds a record by hand with every finding at its field, corrects it and shows both versions', async () => {
    const somebody = await company.visitor()
    const { page } = somebody
    await signIn(somebody, 'admin')
    await somebody.go('/data/分享')
    await page.getByRole('button', { name: '新增记录' }).click()
    await page.getByRole('textbox', { name: /编号/ }).fill('M-1')
    await page.getByLabel(/日期/).last().fill('2026-09-01')
    await page.getByRole('textbox', { name: /员工/ }).fill('QS011')
    await page.getByRole('textbox', { name: /主题/ }).fill('电话')
    await page.getByRole('textbox', { name: /原因/ }).fill('补录')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/\/data\/[^/]+\/\d+/)
    await settled(page)
    await page.getByRole('button', { name: '更正' }).click()
    await page.getByRole('textbox', { name: /主题/ }).fill('视频')
    await page.getByRole('textbox', { name: /原因/ }).fill('记错了')
    await somebody.check()
    await picture(somebody, 'data-correct')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('主题：电话 → 视频').waitFor()
    await somebody.end()
  })

  it('is not corrected over what somebody else corrected meanwhile', async () => {
    const [one, other] = [await company.as('admin'), await company.as('admin')]
    await one.go('/data/订单')
    const address = await one.page.locator('tbody a[href*="/data/%E8%AE%A2%E5%8D%95/"]').first().getAttribute('href')
    for (const each of [one, other]) {
      await each.go(address ?? '')
      await each.page.getByRole('button', { name: '更正' }).click()
      await each.page.getByRole('textbox', { name: /原因/ }).fill('对账')
    }
    await other.page.getByRole('textbox', { name: /金额/ }).fill('99.99')
    await other.page.getByRole('button', { name: '保存' }).click()
    await one.page.getByRole('dialog').getByLabel(/日期/).fill('2026-09-28')
    // The page below shows the new amount by itself, when the run that follows is announced.
    await one.page.locator('dd').getByText('99.99').first().waitFor()
    await one.page.getByRole('button', { name: '保存' }).click()
    await one.page.getByRole('alert').getByText('您打开之后，这条记录已被别人改过').first().waitFor()
    await picture(one, 'data-correct-conflict')
    for (const each of [one, other]) await each.end()
  })
})

/** Nobody works on the jobs of this company: what is asked for waits. */
describe.skipIf(BROWSER === null)('an export', () => {
  const company = openCompany('demo')

  it.each([LOOKS[0], LOOKS[3]].flatMap((look) => (look === undefined ? [] : [{ name: lookName(look), look }])))(
    'is left, found waiting among the exports, and cancelled at $name',
    async ({ look }) => {
      const somebody = await company.as('sales', look)
      const { page } = somebody
      const zh = look.lang === 'zh'
      await somebody.go('/data/订单')
      await page.getByRole('button', { name: zh ? '导出' : 'Export', exact: true }).click()
      await page.getByRole('button', { name: 'CSV' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: zh ? /取\s?消/ : 'Cancel' }).waitFor()
      await dialog.getByRole('link', { name: zh ? '导出的文件' : 'Exports' }).click()
      await page.waitForURL(/\/exports/)
      await settled(page)
      await somebody.check()
      await picture(somebody, 'exports-waiting')
      const waiting = page.getByRole('button', { name: zh ? /^取\s?消$/ : 'Cancel' })
      await expect.poll(() => waiting.count()).toBe(1)
      await waiting.click()
      await waiting.waitFor({ state: 'detached' })
      await page
        .getByText(zh ? '已取消' : 'Cancelled', { exact: true })
        .locator('visible=true')
        .first()
        .waitFor()
      await settled(page)
      await somebody.check()
      await picture(somebody, 'exports-cancelled')
      await somebody.end()
    },
  )
})
