import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InvalidArgumentError } from 'commander'
import { LINK_MINUTES } from '../../base/limits.ts'
import { isDemo } from '../../server/access/company.ts'
import { createSetupLink, linkPath } from '../../server/access/links.ts'
import { oidcFrom } from '../../server/access/oidc.ts'
import { hasUsers } from '../../server/access/users.ts'
import { createApp } from '../../server/app.ts'
import { closeSoon, openPort } from '../../server/http/open-port.ts'
import { setCurrentCompany } from '../../store/companies.ts'
import type { CompanyStore } from '../../store/open-store.ts'
import { type CommandModule, type Context, flagOption, type Options, textOption } from '../context.ts'
import { withCompany } from '../database.ts'
import { EXIT } from '../troubles.ts'
import { version } from '../version.ts'

/** Where the application listens unless told: this machine alone. */
const HOST = '127.0.0.1'
const PORT = 4600

/** The built pages. */
const PAGES = fileURLToPath(new URL('../../../dist/web', import.meta.url))

/** Addresses that only this machine can open. */
const OWN = new Set([HOST, 'localhost', '::1'])

export const serveCommand: CommandModule = {
  name: 'serve',
  examples: ['heng serve', 'heng serve --port 8080', 'heng serve --new my-company', 'heng serve --host 0.0.0.0 --trust-proxy --log'],
  define(command, say) {
    command
      .option('--host <address>', say('serve.host'), HOST)
      .option('--port <number>', say('serve.port'), portIn(say('serve.bad-port')))
      .option('--new <id>', say('serve.new'))
      .option('--log', say('serve.log'))
      .option('--trust-proxy', say('serve.trust-proxy'))
  },
  async run(context, _args, options) {
    const { config } = context
    const fresh = textOption(options, 'new')
    if (fresh === undefined) return withCompany(config, (store) => serve(context, store, options))
    return withCompany(
      config,
      async (store) => {
        if (config.databaseUrl === null) await setCurrentCompany(config.home, fresh)
        return serve(context, store, options)
      },
      { company: fresh, create: true },
    )
  },
}

/** A port as it was written. `wanted` says what it should have been. */
function portIn(wanted: string): (text: string) => number {
  return (text) => {
    const port = Number(text)
    if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError(wanted)
    return port
  }
}

/** Open the application of a company and stay until Ctrl-C. `options`: host, port, log and trustProxy as the command line has them. */
export async function serve(context: Context, store: CompanyStore, options: Options): Promise<number> {
  const { output, signal } = context
  const host = textOption(options, 'host') ?? HOST
  const wished = typeof options['port'] === 'number' ? options['port'] : null
  const app = await createApp({
    store,
    url: store.url,
    work: true,
    config: {
      version: version(),
      company: store.company,
      pages: PAGES,
      log: { write: (line) => output.note(line.trimEnd()) },
      logRequests: flagOption(options, 'log'),
      trustProxy: flagOption(options, 'trustProxy'),
      oidc: oidcFrom(context.config.oidc),
    },
  })
  try {
    const port = await openPort(app, { host, port: wished ?? PORT, orNext: wished === null })
    if (wished === null && port !== PORT) output.note(output.say('serve.other-port', { wished: PORT, port }))
    await tell(context, store, { host, port })
    await aborted(signal)
  } finally {
    await closeSoon(app)
  }
  output.note(output.say('serve.stopped'))
  return EXIT.done
}

async function tell({ output }: Context, store: CompanyStore, { host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  const url = `http://${shownHost(host)}:${port}`
  const setup = await setupLink(store, url)
  const demo = await store.read(isDemo)
  output.lines(output.say('serve.ready', { company: store.company, url: output.colours.cyan(url) }), output.say('serve.reference', { url }))
  if (demo) output.lines(output.say('serve.demo'))
  if (setup !== null) output.lines('', output.say('serve.setup', { minutes: LINK_MINUTES }), output.colours.cyan(setup), '')
  if (!existsSync(PAGES)) output.note(output.say('serve.no-pages'))
  if (!OWN.has(host)) output.note(output.say('serve.open-to-network'))
  output.note(output.say('serve.stop'))
  output.json({ url, company: store.company, setup })
}

/** A link for the first administrator, where there is nobody yet. */
async function setupLink(store: CompanyStore, url: string): Promise<string | null> {
  return store.tx(async (tx) => ((await hasUsers(tx)) ? null : `${url}${linkPath(await createSetupLink(tx, new Date()))}`))
}

/** An address that a browser on this machine can open. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
