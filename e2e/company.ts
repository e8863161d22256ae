import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Application, startApplication } from './application.ts'
import { launch } from './browser.ts'
import { type Look, signIn, type Visit, visit } from './visit.ts'

/** A company with a browser before it, for the stories of one `describe`. */
export interface OpenCompany {
  readonly app: Application
  /** Somebody who is not signed in. */
  visitor(look?: Look): Promise<Visit>
  /** Somebody of a role of the demo company, signed in. */
  as(role: string, look?: Look): Promise<Visit>
}

/** Opened before the tests of the `describe` it is called in, closed after them. */
export function openCompany(...how: Parameters<typeof startApplication>): OpenCompany {
  let browser: Browser | undefined
  let app: Application | undefined

  beforeAll(async () => {
    browser = await launch()
    app = await startApplication(...how)
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const opened = () => {
    if (browser === undefined || app === undefined) throw new Error('the company is not open yet')
    return { browser, app }
  }
  const visitor = async (look: Look = {}) => visit(opened().browser, opened().app, look)
  return {
    get app() {
      return opened().app
    },
    visitor,
    as: async (role, look) => {
      const somebody = await visitor(look)
      await signIn(somebody, role)
      return somebody
    },
  }
}
