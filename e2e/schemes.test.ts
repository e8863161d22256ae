import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, startApplication } from './application.ts'
import { BROWSER, launch } from './browser.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled, signIn, visit } from './visit.ts'

/** Schemes: read by everybody beforehand, written, tried out on past periods, published. */
describe.skipIf(BROWSER === null)('schemes', () => {
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
    await signIn(somebody, 'comp-admin')
    await somebody.go('/schemes')
    await somebody.check()
    await picture(somebody, 'schemes')
    await somebody.go('/schemes/新客开拓')
    await somebody.check()
    await picture(somebody, 'scheme', { whole: true })
    await somebody.end()
  })

  it('tell a seller what they are judged by, and that they may not change it', async () => {
    const somebody = await visit(browser, demo)
    const { page } = somebody
    await signIn(somebody, 'sales')
    await somebody.go('/schemes')
    await page.getByText(/^您现在按“.+”考核/).waitFor()
    await page.getByRole('link', { name: '新客开拓考核' }).first().click()
    await page.getByText('权重合计 100').first().waitFor()
    await settled(page)
    expect(await page.getByText('达成率 × 100').count()).toBeGreaterThan(0)
    await somebody.check()
    await somebody.end()
  })
})
