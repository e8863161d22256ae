import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { type Look, type Visit, visit } from './visit.ts'

const GALLERY = '/testing/gallery.html'

/** Tables, numbers, charts, drawers and problems by themselves, on made-up people. */
describe.skipIf(BROWSER === null)('the primitives', () => {
  let browser: Browser
  let files: FastifyInstance
  let url: string

  beforeAll(async () => {
    browser = await launch()
    files = Fastify()
    await files.register(fastifyStatic, { root: fileURLToPath(new URL('../.tmp/gallery', import.meta.url)) })
    url = await files.listen({ host: '127.0.0.1', port: 0 })
  })

  afterAll(async () => {
    await browser?.close()
    await files?.close()
  })

  const open = async (look: Look = {}, search = ''): Promise<Visit> => {
    const somebody = await visit(browser, { url }, look)
    await somebody.go(`${GALLERY}?lang=${look.lang ?? 'zh'}${search}`)
    return somebody
  }

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('can be read at $name', async ({ look }) => {
    const somebody = await open({ ...look, height: 2_400 })
    await somebody.page.locator('canvas').first().waitFor()
    await somebody.check()
    await picture(somebody, 'gallery')
    await somebody.end()
  })

  it('searches, filters and sorts, keeps it in the address, and counts', async () => {
    const { page, end } = await open()
    const rows = page.getByRole('group', { name: 'people' }).locator('tbody tr')
    await page.getByText('共 2,000 行').waitFor()
    await page.getByRole('textbox', { name: '在表中搜索' }).first().fill('王 华东')
    await page.getByText('100 / 2,000 行').waitFor()
    await page.getByRole('button', { name: '收入' }).first().click()
    await page.waitForURL(/sort=-revenue/)
    expect(new URL(page.url()).searchParams.get('q')).toBe('王 华东')
    const first = await rows.first().textContent()
    await page.reload()
    await page.getByText('100 / 2,000 行').waitFor()
    await expect.poll(() => rows.first().textContent()).toBe(first)
    await end()
  })

  it('draws of two thousand rows only what is seen, to the last', async () => {
    const { page, end } = await open()
    const scroller = page.getByRole('group', { name: 'people' })
    await expect.poll(() => scroller.locator('tbody tr').count()).toBeLessThan(80)
    await scroller.focus()
    await page.keyboard.press('End')
    await scroller.locator('tr[aria-rowindex="2001"]').waitFor()
    await end()
  })

  it('exports what fits, exactly, all pages of it', async () => {
    const { page, end } = await open()
    const csvOf = async (table: number) => {
      await page.getByRole('button', { name: '导出', exact: true }).nth(table).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^CSV（/ }).click()])
      return (await readFile(await download.path(), 'utf8')).split('\r\n')
    }
    await page.getByRole('textbox', { name: '在表中搜索' }).first().fill('w-nobody')
    await page.getByText('没有符合条件的行。').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    const whole = await csvOf(0)
    expect(whole.length).toBe(2_001)
    expect(whole[2]).toBe('李强,7919.11,0.37,-12,2011-02-15')
    await page.getByText('4 / 10 行').waitFor()
    expect((await csvOf(1)).length).toBe(11)
    await end()
  })

  it('leaves out a column and draws denser, and remembers both', async () => {
    const { page, end } = await open()
    await page.getByRole('button', { name: '列', exact: true }).first().click()
    await page.getByRole('checkbox', { name: '入职' }).uncheck()
    await page.getByText('紧凑').click()
    await page.reload()
    await page.getByText('共 2,000 行').waitFor()
    const table = page.getByRole('group', { name: 'people' })
    await expect.poll(() => table.getByRole('columnheader', { name: '入职' }).count()).toBe(0)
    expect((await table.locator('tbody tr').nth(1).boundingBox())?.height).toBe(30)
    await end()
  })

  it('opens a detail at its own address; Escape and back close it', async () => {
    const { page, end, check } = await open()
    await page.getByRole('button', { name: 'w-1001' }).click()
    await page.waitForURL(/person=w-1001/)
    await page.getByRole('dialog').waitFor()
    await check()
    await page.goBack()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.goForward()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL((address) => !address.searchParams.has('person'))
    await end()
  })

  it('gives the figures of a chart as a table and as a picture', async () => {
    const { page, end } = await open()
    await page.locator('canvas').first().waitFor()
    const [image] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存图片' }).click()])
    expect([...(await readFile(await image.path())).subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
    await page.getByRole('button', { name: '以表格显示' }).click()
    await page.getByRole('figure').getByRole('table').waitFor()
    await end()
  })
})
