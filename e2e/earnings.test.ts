import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { PERIOD } from './application.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { picture } from './look.ts'
import { settled } from './visit.ts'

/** What everybody was paid, taken along as a file. */
describe.skipIf(BROWSER === null)('earnings', () => {
  const company = openCompany('demo')

  async function fileOf(page: Page, name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).last().click()])
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }

  it('are exported person by person, all of a period or one component, as far as one sees pay', async () => {
    const somebody = await company.as('executive')
    const { page } = somebody
    await somebody.go(`/earnings?period=${PERIOD}`)
    await page.getByRole('button', { name: '销售提成', exact: true }).first().waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'earnings-export')
    const all = await fileOf(page, '导出明细 CSV')
    expect(all.file).toBe(`earnings-${PERIOD}.csv`)
    const [head, ...rows] = all.bytes.toString('utf8').trim().split('\r\n')
    expect(head).toBe('工号,姓名,部门,激励方案,项目,金额,币种,算法,依据,销售额')
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.every((row) => row.includes(',CNY,'))).toBe(true)
    await page.getByRole('button', { name: '销售提成', exact: true }).first().click()
    await page.getByRole('dialog').locator('a[href*="/scores/"]').first().waitFor()
    const one = await fileOf(page, '导出明细 XLSX')
    expect([one.file, one.bytes.subarray(0, 2).toString()]).toEqual([`earnings-${PERIOD}.xlsx`, 'PK'])
    await settled(page)
    await somebody.check()
    await picture(somebody, 'earnings-export-people')
    await somebody.end()
    const seller = await company.as('sales', { width: 390, height: 844, lang: 'en', theme: 'dark' })
    await seller.go(`/earnings?period=${PERIOD}`)
    const own = (await fileOf(seller.page, 'Amounts as CSV')).bytes.toString('utf8').trim().split('\r\n').slice(1)
    expect(new Set(own.map((row) => row.split(',')[0])).size).toBe(1)
    expect(await seller.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await seller.check()
    await picture(seller, 'earnings-export')
    await seller.end()
  })
})
