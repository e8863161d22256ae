import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** The browser that npm brings is for this kind of machine only. */
const SHIPPED_FOR = 'linux-x64'

/** Where distributions put theirs. */
const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Works as root and in a container, asks nobody on the network for anything. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--font-render-hinting=none']

/** Path of a browser; null where there is none, and these tests are skipped. */
async function browserPath(): Promise<string | null> {
  const own = process.env['HENG_BROWSER']
  if (own !== undefined && own !== '') return own
  if (`${process.platform}-${process.arch}` === SHIPPED_FOR) {
    const shipped = await import('@sparticuz/chromium')
    return shipped.default.executablePath()
  }
  return USUAL.find((path) => existsSync(path)) ?? null
}

export const BROWSER = await browserPath()

if (BROWSER === null) console.warn('no browser was found: set HENG_BROWSER to one of your own to run these tests')

/** The benchmark of the command line comes here too: its package is loaded only when it is needed, since whoever installs the product has none. */
export async function launch(): Promise<Browser> {
  if (BROWSER === null) throw new Error('there is no browser')
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath: BROWSER, headless: true, args: ARGUMENTS })
}
