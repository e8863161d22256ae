import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Application } from './application.ts'

export interface Look {
  readonly width?: number
  readonly height?: number
  readonly lang?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark'
}

/** Somebody at a browser of their own, with nothing left from others. */
export interface Visit {
  readonly page: Page
  readonly look: Required<Look>
  go(path: string): Promise<void>
  /** Fails on errors of pages and console, on requests that failed, and on what axe finds. */
  check(): Promise<void>
  end(): Promise<void>
}

/** Whoever is not signed in is told so by the first request of every visit. */
const EXPECTED = [/401 .*\/api\/session$/, /Failed to load resource: the server responded with a status of 401/]

/** How long a page may take to show something: work of others may be under way on a small machine. */
const PATIENCE_MS = 90_000

/** Every rule, but only what breaks one is told in full: a third of the time. No page has a frame, which is all that the "legacy" mode leaves out. */
const AXE_OPTIONS = { resultTypes: ['violations' as const] }

export async function visit(browser: Browser, { url }: Pick<Application, 'url'>, wished: Look = {}): Promise<Visit> {
  const look: Required<Look> = { width: 1440, height: 900, lang: 'zh', theme: 'light', ...wished }
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: look.height },
    locale: look.lang === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const troubles = watch(page)
  return {
    page,
    look,
    go: async (path) => {
      await page.goto(path)
      await settled(page)
    },
    check: async () => {
      // Between two pages there may be none to judge.
      await settled(page)
      expect(troubles, 'errors of the page').toEqual([])
      await expectAccessible(page)
    },
    end: () => context.close(),
  }
}

/** Everything that goes wrong on a page from now on. */
function watch(page: Page): string[] {
  const troubles: string[] = []
  const keep = (text: string) => {
    if (!EXPECTED.some((expected) => expected.test(text))) troubles.push(text)
  }
  page.on('pageerror', (error) => keep(`page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') keep(`console: ${message.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 400) keep(`${answer.status()} ${answer.request().method()} ${answer.url()}`)
  })
  return troubles
}

/** For so many pictures in a row a page must be calm: between the address of the next page and its first sign of life there is a moment. */
const CALM_FRAMES = 4

/** Skeletons stand where data is awaited (ui/Skeletons.tsx), and a page that waits for the next one says so (shell/Shell.tsx). */
const RESTLESS = '[data-waiting], main[aria-busy="true"]'

/** The page has its heading, its data and its fonts, and no other page is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator(RESTLESS).first().waitFor({ state: 'detached' })
  await page.evaluate(`document.fonts.ready.then(() => new Promise((done) => {
    let calm = 0
    const look = () => {
      calm = document.querySelector('h1') !== null && document.querySelector('${RESTLESS}') === null ? calm + 1 : 0
      if (calm >= ${CALM_FRAMES}) done()
      else requestAnimationFrame(look)
    }
    look()
  }))`)
}

/** Signed in: the frame stands around a page. The address changes before the page of the sign-in is gone. */
export async function cameIn(page: Page): Promise<void> {
  await page.waitForURL((address) => address.pathname !== '/sign-in')
  await page.locator('#content h1').first().waitFor()
  await settled(page)
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(AXE_OPTIONS).analyze()
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html.slice(0, 200)}\n  ${node.any.map((each) => each.message).join('; ')}`).join('\n')}`,
  )
  expect(told.join('\n')).toBe('')
}

/** Come into the demo company as somebody of a role, by the call that its page of the sign-in makes (frame.test.ts presses there). No page is open yet. */
export async function signIn({ page }: Visit, role: string): Promise<void> {
  const answer = await page.request.post('/api/session/demo', { headers: { 'x-heng': '1' }, data: { role } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** A day by keys, as somebody who does not open the calendar types it: month, day, year. */
export async function typeDay(page: Page, field: Locator, keys: string): Promise<void> {
  // Typing begins with the first part of a field that is entered anew.
  await field.blur()
  await field.focus()
  await page.keyboard.type(keys, { delay: 80 })
}
