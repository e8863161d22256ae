import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { type Day, dayInZone } from '../base/calendar.ts'
import { sql } from '../base/sql.ts'
import { listen } from '../store/listen.ts'
import type { Store } from '../store/types.ts'
import { sweepWorkFolders } from '../store/work-folder.ts'
import { accessGuard } from './access/guard.ts'
import type { OidcSettings } from './access/oidc.ts'
import { accessRoutes } from './access/routes.ts'
import { stillIn } from './access/still-in.ts'
import { pageCatalogue } from './catalogue.ts'
import { commentRoutes } from './comments/routes.ts'
import { planDraftRoutes } from './drafts/preview-plan.ts'
import { documentAndDraftRoutes } from './drafts/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { goalRoutes } from './goals/routes.ts'
import { eventRoutes } from './http/events.ts'
import type { Guard } from './http/guard.ts'
import { CHANNEL, createHub, type Hub } from './http/hub.ts'
import { forgetAnswers } from './http/idempotency.ts'
import type { LogStream } from './http/log.ts'
import { openApi } from './http/openapi.ts'
import { createRate } from './http/rate.ts'
import { serveReference } from './http/reference.ts'
import { register } from './http/registry.ts'
import type { Route } from './http/route.ts'
import { httpRoutes } from './http/routes.ts'
import { createServer } from './http/server.ts'
import { incentiveRoutes } from './incentives/routes.ts'
import { payItemRoutes } from './incentives/routes-pay-items.ts'
import { insightRoutes } from './insight/routes.ts'
import { jobRoutes } from './jobs/routes.ts'
import type { Worker } from './jobs/worker.ts'
import { tellMentioned } from './notifications/notifications.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { tellRules } from './notifications/rules.ts'
import { orgRoutes } from './org/routes.ts'
import { orgFileRoutes } from './org/routes-files.ts'
import { readOrgFile } from './plan/org-file.ts'
import { backtestRoutes } from './plan/routes-backtests.ts'
import { tableImportRoutes } from './plan/routes-imports.ts'
import { recordRoutes } from './records/routes.ts'
import { runRoutes } from './runs/routes.ts'
import { schemeRoutes } from './schemes/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { startWork, type WorkOptions } from './work.ts'

/** How the application is to work; the command line decides. */
export interface AppConfig {
  readonly now: () => Date
  /** Check replies against their schemas; in tests. */
  readonly validateReplies: boolean
  /** Believe `X-Forwarded-*`: only behind a proxy that sets them. */
  readonly trustProxy: boolean
  /** Where failures are written, a line of JSON each, and requests too if `logRequests`; null: nowhere. */
  readonly log: LogStream | null
  readonly logRequests: boolean
  /** Folder of the built pages; null: the API alone. */
  readonly pages: string | null
  /** Id of the company while it has no document of its own: that of its database. */
  readonly company: string
  /** The version of the program, for the document of the API. */
  readonly version: string
  /** Another sign-in service; null: logins and passwords of our own alone. */
  readonly oidc: OidcSettings | null
}

export const DEFAULT_CONFIG: AppConfig = {
  now: () => new Date(),
  validateReplies: false,
  trustProxy: false,
  log: null,
  logRequests: false,
  pages: null,
  company: 'my-company',
  version: '0',
  oidc: null,
}

export interface AppParts {
  readonly store: Store
  /** Address of the store's database, to hear what is announced there; without it streams of events are silent. */
  readonly url?: string
  /** Work on jobs in this process, and ask for runs when their inputs change. Needs the address. */
  readonly work?: boolean
  readonly config?: Partial<AppConfig>
  /** Who may do what; the feature `access` unless told. */
  readonly guard?: Guard
  /** Routes besides those of the product; tests bring their own. */
  readonly more?: readonly Route[]
}

/** The templates that ship with the program. */
const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url))

/** Every route of the API, feature by feature. The document of the API is made from this list. */
export const routes: readonly Route[] = routesWith(DEFAULT_CONFIG, createHub())

function routesWith({ oidc, now, company }: AppConfig, hub: Hub): readonly Route[] {
  return [
    ...httpRoutes,
    ...eventRoutes(hub, (store, who) => stillIn(store, who, now())),
    ...accessRoutes(oidc),
    ...jobRoutes(pageCatalogue),
    ...orgRoutes,
    ...orgFileRoutes(pageCatalogue, readOrgFile),
    ...recordRoutes(pageCatalogue),
    ...exportRoutes,
    ...schemeRoutes,
    ...incentiveRoutes(pageCatalogue),
    ...goalRoutes(pageCatalogue),
    ...payItemRoutes,
    ...tableImportRoutes(pageCatalogue),
    ...runRoutes(pageCatalogue),
    ...backtestRoutes,
    ...documentAndDraftRoutes(pageCatalogue, tellRules),
    ...planDraftRoutes,
    ...commentRoutes(tellMentioned),
    ...notificationRoutes,
    ...templateRoutes({ folder: TEMPLATES, company }),
    ...insightRoutes,
  ]
}

/** The application over one company's database: everything is put together here and nowhere else. */
export async function createApp({ store, url, work = false, config: wished = {}, guard, more = [] }: AppParts): Promise<FastifyInstance> {
  const config = { ...DEFAULT_CONFIG, ...wished }
  const app = await createServer({ catalogue: pageCatalogue, ...config })
  const hub = createHub()
  const all = [...routesWith(config, hub), ...more]
  register(app, all, {
    store,
    guard: guard ?? accessGuard(config.now),
    now: config.now,
    dayAt: companyDay(store),
    validateReplies: config.validateReplies,
    rate: await createRate(app),
  })
  await serveReference(app, openApi(all, { version: config.version }))
  if (work && url !== undefined) workWith(app, { store, url, now: config.now })
  const ears = url === undefined ? null : await listen(url, CHANNEL, hub)
  app.addHook('preClose', async () => {
    hub.close()
    await ears?.close()
  })
  return app
}

/** How often answers to requests that nobody repeats any more are forgotten, and what processes that were killed left is removed. */
const TIDY_MS = 3_600_000

/** Jobs are worked on from the moment the application is ready until it closes; what is under way then is given back. */
function workWith(app: FastifyInstance, parts: Pick<WorkOptions, 'store' | 'url' | 'now'>): void {
  let worker: Worker | null = null
  const sweep = () => sweepWorkFolders().catch((error: unknown) => app.log.error({ err: error }, 'what a killed process left could not be removed'))
  app.addHook('onReady', async () => {
    await sweep()
    worker = startWork({ ...parts, onError: (error) => app.log.error({ err: error }, 'a job went wrong') })
  })
  const timer = setInterval(() => {
    parts.store.tx(forgetAnswers).catch((error: unknown) => app.log.error({ err: error }, 'old answers could not be forgotten'))
    void sweep()
  }, TIDY_MS).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await worker?.stop()
  })
}

/** How long the company's time zone is believed; it hardly ever changes. */
const TIMEZONE_MS = 60_000

/** The day of an instant in the company's time zone; that of the default where there is no company yet. */
function companyDay(store: Store): (now: Date) => Promise<Day> {
  let known: { readonly timezone: string; readonly until: number } | null = null
  return async (now) => {
    if (known === null || now.getTime() > known.until) {
      const row = await store.ask<{ timezone: string | null }>(sql`select body ->> 'timezone' as timezone from app.document where kind = 'company' order by version desc limit 1`)
      known = { timezone: row?.timezone ?? 'Asia/Shanghai', until: now.getTime() + TIMEZONE_MS }
    }
    return dayInZone(now.toISOString(), known.timezone)
  }
}
