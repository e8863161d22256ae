import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from '../../base/sql.ts'
import type { Store } from '../../store/types.ts'
import { createApp } from '../app.ts'
import type { Permission } from '../http/permission.ts'
import type { OidcSettings } from './oidc.ts'
import { passwordHash } from './passwords.ts'
import type { AccessRole } from './roles.ts'
import { addUser, giveRole, type NewRole, setPassword } from './users.ts'

/** A day on which the people of the tests work. */
export const NOW = new Date('2026-05-20T02:00:00Z')

export const GOOD_PASSWORD = 'boat under seven lamps'

/** A clock that a test puts forward. */
export interface Clock {
  now: Date
}

export function later(clock: Clock, seconds: number): void {
  clock.now = new Date(clock.now.getTime() + seconds * 1000)
}

/** The application over a store, with a clock of its own. */
export function appOn(store: Store, clock: Clock, oidc: OidcSettings | null = null): Promise<FastifyInstance> {
  return createApp({ store, config: { now: () => clock.now, validateReplies: true, oidc } })
}

/** A company without rules. */
export async function addCompany(store: Store): Promise<void> {
  const body = JSON.stringify({ company: 'tests', name: { zh: '测试公司', en: 'Tests' }, timezone: 'Asia/Shanghai' })
  await store.tx((tx) => tx.run(sql`insert into app.document (kind, id, version, body, hash) values ('company', 'tests', 1, ${body}::json, 'x')`))
}

/** A user with a password and roles; answers the id. */
export function addTestUser(
  store: Store,
  login: string,
  more: { readonly roles?: readonly AccessRole[]; readonly employee?: string; readonly email?: string; readonly role?: Partial<NewRole>; readonly password?: string } = {},
): Promise<string> {
  return store.tx(async (tx) => {
    const user = await addUser(tx, { login, name: `Name of ${login}`, email: more.email ?? null, employee: more.employee ?? null }, NOW)
    await setPassword(tx, user, await hashOnce(more.password ?? GOOD_PASSWORD), NOW)
    for (const role of more.roles ?? []) await giveRole(tx, user, { role, from: '-infinity', until: null, reach: null, ...more.role }, { user: null, now: NOW })
    return user
  })
}

const hashes = new Map<string, Promise<string>>()

/** Hashing is slow on purpose: once for each password of the tests. */
function hashOnce(password: string): Promise<string> {
  const hash = hashes.get(password) ?? passwordHash(password)
  hashes.set(password, hash)
  return hash
}

/** A browser: keeps its cookies, and sends what pages of ours send. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly app: FastifyInstance
  readonly address: string

  constructor(app: FastifyInstance, address = '10.0.0.1') {
    this.app = app
    this.address = address
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers: Record<string, string> = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const options: InjectOptions = {
      method,
      url: `/api${path}`,
      remoteAddress: this.address,
      headers: { ...(cookie === '' ? {} : { cookie }), 'x-heng': '1', 'sec-fetch-site': 'same-origin', 'user-agent': 'a browser', ...headers },
      ...(body === undefined ? {} : { payload: body as object }), // What tests send is JSON.
    }
    const answer = await this.app.inject(options)
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: answer.body.startsWith('{') || answer.body.startsWith('[') ? JSON.parse(answer.body) : null,
    }
  }

  signIn(login: string, password = GOOD_PASSWORD) {
    return this.ask('POST', '/session', { login, password })
  }
}

/** The permissions of a session's answer, each once. */
export function permissionsIn(session: { grants: readonly { permission: Permission }[] }): Permission[] {
  return [...new Set(session.grants.map((grant) => grant.permission))]
}
