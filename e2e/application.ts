import { fileURLToPath } from 'node:url'
import { markDemo } from '../src/server/access/company.ts'
import { createSetupLink, createSignInLink, linkPath } from '../src/server/access/links.ts'
import { createApp } from '../src/server/app.ts'
import { applyExample, runOf } from '../src/server/plan/examples-testing.ts'
import { type Beginning, scratchStore } from '../src/store/testing.ts'
import type { Store } from '../src/store/types.ts'

const PAGES = fileURLToPath(new URL('../dist/web', import.meta.url))

/** A period of the shipped company that everybody has scores in. */
export const PERIOD = '2026-Q1'

/** A running server with its pages, over a database of its own. */
export interface Application {
  readonly url: string
  readonly store: Store
  /** A one-time link for the first administrator. */
  setupLink(): Promise<string>
  /** A one-time link for a user, who needs no password to come in. */
  signInLink(user: string): Promise<string>
  close(): Promise<void>
}

const DEMO: Beginning = {
  name: 'demo',
  fill: async (store) => {
    await applyExample(store, 'qingshan')
    await store.tx(markDemo)
    await runOf(store, PERIOD)
  },
}

/** `empty`: nobody has been here yet. `demo`: the shipped company with PERIOD worked out, open to everybody. `work`: jobs are worked on. */
export async function startApplication(what: 'empty' | 'demo', { work = false }: { readonly work?: boolean } = {}): Promise<Application> {
  const { store, url: database, drop } = await scratchStore(what === 'demo' ? DEMO : undefined)
  const app = await createApp({ store, url: database, work, config: { pages: PAGES, validateReplies: true } })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const linkTo = async (make: Promise<Parameters<typeof linkPath>[0]>) => url + linkPath(await make)
  return {
    url,
    store,
    setupLink: () => linkTo(store.tx((tx) => createSetupLink(tx, new Date()))),
    signInLink: (user) => linkTo(store.tx((tx) => createSignInLink(tx, user, { now: new Date(), by: null }))),
    async close() {
      await app.close()
      await drop()
    },
  }
}
