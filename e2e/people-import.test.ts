import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled } from './visit.ts'

/** People and units from files, at any time. */
describe.skipIf(BROWSER === null)('people from a file', () => {
  const demo = openCompany('demo')
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heng-e2e-'))
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  const file = async (name: string, content: string) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }

  async function downloaded(page: Page, button: RegExp): Promise<string> {
    const [given] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
    return await readFile(await given.path(), 'utf8')
  }

  const LONG = '欧阳名字很长很长的一位同事·阿卜杜拉·买买提'

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are looked at with what would change at $name', async ({ look }) => {
    const somebody = await demo.as('admin', look)
    const { page } = somebody
    await somebody.go('/people/import')
    await somebody.check()
    await picture(somebody, 'people-import')
    const input = page.locator('input[type=file]')
    const bad = `工号,姓名,部门,直属上级\nN1,${LONG},华东,查无此人\n,没有工号,华东,\nN3,=1+1,不存在的部门,N3\n`
    await input.setInputFiles(await file('坏.csv', bad))
    await page.locator('li', { hasText: '查无此人' }).first().waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'people-import-bad', { whole: true })
    await input.setInputFiles(await file('好.csv', `工号,姓名,部门,岗位,角色,直属上级\nQS011,${LONG},华南,客户经理,hunter,QS003\nN2,新人甲,华东,客户经理,hunter,QS002\n`))
    await page.getByText(LONG).first().waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'people-import-differences', { whole: true })
    await somebody.go('/units/import')
    await somebody.check()
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await somebody.end()
  })

  it('begin with an empty table, come back with their bad rows, and are imported once these are mended', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/people')
    await page.getByRole('link', { name: '导入人员' }).click()
    await page.waitForURL(/\/people\/import/)
    const empty = await downloaded(page, /下载人员空表/)
    const header = empty.replace(/^\uFEFF/, '').trim()
    expect(header.split(',')).toContain('直属上级')
    const input = page.locator('input[type=file]')
    await input.setInputFiles(await file('一.csv', `${header}\nN7,示例丁,,华东,客户经理,hunter,没有这个人,,2026-07-01,,\nQS012,改名甲,,华东,客户经理,hunter,QS002,,,,\n`))
    await page.getByText('第 2 行', { exact: false }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: '导入人员' }).isDisabled()).toBe(true)
    const bad = await downloaded(page, /下载有问题的行（1 行）/)
    expect(bad).toContain('没有这个人')
    expect(bad).toContain('示例丁')
    expect(bad).not.toContain('改名甲')
    // The bad row, mended where it stands, with its reason still in front.
    await input.setInputFiles(await file('二.csv', bad.replaceAll('没有这个人', 'QS002')))
    await page.getByText('文件里有 1 人，其中新增 1 人', { exact: false }).waitFor()
    await page.locator('button:not([disabled])', { hasText: '导入人员' }).click()
    await page.getByText('导入完成：文件里 1 人，新增 1 人', { exact: false }).waitFor()
    await page.getByRole('button', { name: '再导入一个文件' }).click()
    await input.setInputFiles(await file('三.csv', '工号,姓名,部门\nN7,示例丁,华东\n'))
    await page
      .getByText(/导入以后/)
      .first()
      .waitFor()
    await somebody.check()
    await somebody.go('/people/N7?on=2026-07-01')
    await page.getByRole('heading', { name: '示例丁' }).waitFor()
    await somebody.end()
  })

  it('units come from a file as well; who may not write is kept out', async () => {
    const somebody = await demo.as('admin')
    const { page } = somebody
    await somebody.go('/units/import')
    const header = (await downloaded(page, /下载部门空表/)).replace(/^\uFEFF/, '').trim()
    await page.locator('input[type=file]').setInputFiles(await file('部门.csv', `${header}\n华东,华东战区,总部,,\n华东一部,华东一部,华东战区,,\n`))
    await page.getByText('文件里有 2 个部门，其中新增 1 个', { exact: false }).waitFor()
    await page.getByRole('cell', { name: '华东战区', exact: true }).first().waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'units-import')
    await page.locator('button:not([disabled])', { hasText: '导入部门' }).click()
    await page.getByText('导入完成：文件里 2 个部门', { exact: false }).waitFor()
    await page.getByRole('link', { name: '查看人员和部门' }).click()
    await page.getByRole('tree', { name: '部门' }).getByText('华东一部').waitFor()
    await somebody.end()
    const manager = await demo.as('manager')
    await manager.go('/people/import')
    await manager.page.getByText(/权限/).first().waitFor()
    await expect.poll(() => manager.page.locator('input[type=file]').count()).toBe(0)
    await manager.end()
  })
})
