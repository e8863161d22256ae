import type { Browser } from 'playwright-core'

/** Times of a page in milliseconds, each with a browser that has seen nothing before. */
export interface FirstPage {
  readonly p50: number
  readonly worst: number
}

export interface Opened {
  readonly url: string
  readonly path: string
  /** Token of the session. */
  readonly session: string
}

const TIMES = 7

/**
 * From the address being entered until the page says something: it has its title, a section or a table, and no grey line stands for data that is awaited
 * (`data-waiting`, src/web/ui/Skeletons.tsx). Nothing is kept from one time to the next.
 */
export async function firstPage(opened: Opened): Promise<FirstPage> {
  // No other command looks for a browser, which is unpacked where it is found.
  const { launch } = await import('../../e2e/browser.ts')
  const browser = await launch()
  try {
    await open(browser, opened) // The browser itself starts with the first.
    const times: number[] = []
    for (let at = 0; at < TIMES; at++) times.push(await open(browser, opened))
    times.sort((a, b) => a - b)
    return { p50: times[Math.floor(TIMES / 2)] ?? Number.NaN, worst: times.at(-1) ?? Number.NaN }
  } finally {
    await browser.close()
  }
}

/** Evaluated in the page: milliseconds since the navigation began, at the first frame at which the page says something. */
const SAID = `new Promise((resolve) => {
  const look = () => {
    const said = document.querySelector('h1') !== null && document.querySelector('main section h2, main table tbody tr td') !== null
    if (said && document.querySelector('[data-waiting]') === null) resolve(performance.now())
    else requestAnimationFrame(look)
  }
  look()
})`

async function open(browser: Browser, { url, path, session }: Opened): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  try {
    await context.addCookies([{ name: 'heng_session', value: session, url }])
    const page = await context.newPage()
    await page.goto(`${url}${path}`, { waitUntil: 'commit' })
    return await page.evaluate<number>(SAID)
  } finally {
    await context.close()
  }
}
