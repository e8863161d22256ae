import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { cameIn, settled, type Visit } from './visit.ts'

const PASSWORD = '七盏灯下的一条小木船'

/** From nothing to an explained score, by pages alone. */
describe.skipIf(BROWSER === null)('the first run', () => {
  const company = openCompany('empty', { work: true })
  let folder: string
  let link: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heng-e2e-'))
    link = await company.app.setupLink()
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  const file = async (name: string, content: string) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }

  async function signInAs(somebody: Visit, login: string): Promise<void> {
    await somebody.go('/sign-in')
    await somebody.page.getByLabel(somebody.look.lang === 'zh' ? '账号' : 'Login').fill(login)
    await somebody.page.getByLabel(somebody.look.lang === 'zh' ? '密码' : 'Password', { exact: true }).fill(PASSWORD)
    await somebody.page.locator('button[type=submit]').click()
    await cameIn(somebody.page)
  }

  it('leads the first administrator from the workbench to a company made from a template', async () => {
    const somebody = await company.visitor()
    const { page } = somebody
    await somebody.go(link)
    await page.getByLabel('账号').fill('zhou')
    await page.getByLabel('姓名').fill('周敏')
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '建立账号并登录' }).click()
    await cameIn(page)
    await page.getByText('公司还没有准备好').waitFor()
    await somebody.check()
    await picture(somebody, 'start-home')
    await page.getByRole('link', { name: '开始使用' }).last().click()
    await page.waitForURL(/\/start/)
    await settled(page)
    await page.getByText('发展新客户的销售。').waitFor()
    await somebody.check()
    await picture(somebody, 'start-templates')
    await somebody.end()
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('is read at $name before a company was begun', async ({ look }) => {
    const somebody = await company.visitor(look)
    await signInAs(somebody, 'zhou')
    for (const step of ['company', 'people', 'records', 'targets', 'run']) {
      await somebody.go(`/start?step=${step}`)
      await somebody.check()
      await picture(somebody, `start-empty-${step}`)
    }
    expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await somebody.end()
  })

  it('asks for the name, keeps what was typed over a reload, and begins the company', async () => {
    const somebody = await company.visitor()
    const { page } = somebody
    await signInAs(somebody, 'zhou')
    await somebody.go('/start')
    await page.getByRole('checkbox', { name: /^新客开拓/ }).check()
    await page.getByRole('button', { name: '建立公司' }).click()
    await page.getByText('请填写公司名称。').waitFor()
    await page.getByRole('textbox', { name: /公司名称/ }).fill('北风贸易')
    await page.getByRole('checkbox', { name: /示例人员/ }).check()
    await page.reload()
    await settled(page)
    await expect.poll(() => page.getByRole('textbox', { name: /公司名称/ }).inputValue()).toBe('北风贸易')
    await expect.poll(() => page.getByRole('checkbox', { name: /示例人员/ }).isChecked()).toBe(true)
    await somebody.check()
    await picture(somebody, 'start-company')
    await page.getByRole('button', { name: '建立公司' }).click()
    await page.waitForURL(/step=people/)
    await page.getByText('北风贸易').first().waitFor()
    await somebody.end()
  })

  it('imports people after showing what it would do, with mistakes at their lines', async () => {
    const somebody = await company.visitor()
    const { page } = somebody
    await signInAs(somebody, 'zhou')
    await somebody.go('/start?step=people')
    const input = page.locator('input[type=file]')
    await input.setInputFiles(await file('坏人员.csv', '工号,姓名,部门,上级\nE010,<b>粗体</b>,销售部,没有这个人\n'))
    await page.getByText('第 2 行', { exact: false }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: '导入人员' }).isDisabled()).toBe(true)
    await somebody.check()
    await picture(somebody, 'start-people-wrong')
    await input.setInputFiles(await file('人员.csv', '工号,姓名,部门,岗位,销售角色,直属上级\nE010,示例丙,销售部,客户拓展,hunter,E001\n'))
    await page.getByText('文件里有 1 人，其中新增 1 人', { exact: false }).waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'start-people')
    await page.getByRole('button', { name: '导入人员' }).click()
    await page.getByText('导入完成：文件里 1 人', { exact: false }).waitFor()
    await somebody.end()
  })

  async function importInto(somebody: Visit, dataset: string, path: string): Promise<void> {
    const { page } = somebody
    await somebody.go('/start?step=records')
    await page.getByRole('link', { name: `向“${dataset}”导入文件` }).click()
    await page.waitForURL(/\/import/)
    await settled(page)
    await page.locator('input[type=file]').setInputFiles(path)
    await page.locator('button:not([disabled])', { hasText: '开始导入' }).click()
    await page.getByText('导入完成：新增', { exact: false }).waitFor()
    await page.getByRole('link', { name: '回到开始使用' }).click()
    await page.waitForURL(/step=records/)
    await settled(page)
  }

  it('imports records, runs, and leads to a score with its explanation', async () => {
    const somebody = await company.visitor()
    const { page } = somebody
    await signInAs(somebody, 'zhou')
    for (const [dataset, content] of RECORDS) await importInto(somebody, dataset, await file(`${dataset}.csv`, content))
    await somebody.check()
    await picture(somebody, 'start-records')
    await somebody.go('/start?step=run&period=2026-Q1')
    await page.getByRole('button', { name: '核算2026年第一季度' }).click()
    await page.getByText(/2026年第一季度核算了 4 人，\d+ 人有得分/).waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'start-run')
    await page.getByRole('link', { name: /的得分和来由/ }).click()
    await page.waitForURL(/\/scores\//)
    await settled(page)
    await explained(page)
    await picture(somebody, 'start-score')
    await somebody.end()
  })

  async function explained(page: Page): Promise<void> {
    await page.locator('a[href*="why="]').first().click()
    await page.getByRole('dialog').waitFor()
    await settled(page)
  }
})

/** A few records of the made-up people of the template. */
const RECORDS = [
  ['客户', '客户编号,名称,行业,大区,地区,级别,生效日\nC-1,东方酒店,酒店,华东,上海,重点,2026-01-01\nC-2,南山学校,学校,华南,广州,普通,2026-01-01\n'],
  ['订单', '订单号,日期,客户,业务员,金额,来源\nO-1,2026-01-15,C-1,E002,160000,自拓\nO-2,2026-02-20,C-2,E002,240000,网络\nO-3,2026-03-10,C-1,E003,90000,自拓\n'],
] as const
