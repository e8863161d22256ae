import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { DEVICE_DAYS, LOGIN_LENGTH, ORG_TEXT_LENGTH, PASSWORD_LENGTH_MOST, SESSION_DAYS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Store } from '../../store/types.ts'
import { dropCookie, SESSION_COOKIE, setCookie } from '../http/cookie.ts'
import { type Audit, command, query, type Route, work } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { isDemo } from './company.ts'
import { DEMO_ROLES, demoPeople } from './demo.ts'
import { sessionToken } from './guard.ts'
import type { OidcSettings } from './oidc.ts'
import { Session, sessionOf } from './session-view.ts'
import { endSession, type Visitor } from './sessions.ts'
import { changeOwnPassword, type SignedIn, signInToDemo, signInWithLink, signInWithPassword } from './sign-in.ts'
import { hasUsers } from './users.ts'
import { whoOfSession } from './who-of.ts'

/** The cookie by which a browser is known as one in which somebody signed in before. */
const DEVICE_COOKIE = 'heng_device'

const DAY_SECONDS = 86_400

/** Longer than any password: what is longer is not hashed, and not kept. */
const PasswordText = z.string().max(PASSWORD_LENGTH_MOST * 4)

const SessionOptions = z
  .object({
    oidc: z.object({ name: z.string().nullable() }).nullable().describe('The other sign-in service, at /api/session/oidc; null where none is set up.'),
    demo: z.boolean().describe('One may look around as anybody.'),
    demoRoles: z.array(z.object({ role: z.enum(DEMO_ROLES), employee: z.string().nullable(), name: z.string().nullable() })),
    firstRun: z.boolean().describe('Nobody can sign in yet: the first administrator needs the link that the terminal shows.'),
  })
  .meta({ id: 'SessionOptions' })

/** Signing in and out, and what one does with one's own sign-in. */
export function sessionRoutes(oidc: OidcSettings | null): readonly Route[] {
  return [options(oidc), getSession, signIn, signInByLink, signInAsDemo, signOut, chooseLanguage, changePassword]
}

const options = (oidc: OidcSettings | null): Route =>
  query(
    { id: 'getSessionOptions', method: 'get', path: '/session/options', tag: 'session', summary: 'How one can sign in here.', may: 'anyone', reply: SessionOptions },
    async (read, { today }) => {
      const demo = await isDemo(read)
      return {
        oidc: oidc === null ? null : { name: oidc.name },
        demo,
        demoRoles: demo ? await demoPeople(read, today) : [],
        firstRun: !demo && !(await hasUsers(read)),
      }
    },
  )

const getSession = query(
  { id: 'getSession', method: 'get', path: '/session', tag: 'session', summary: 'Who is signed in, and what they may do.', may: 'signed-in', reply: Session },
  (read, { who, now }) => sessionOf(read, who, now),
)

const signIn = work(
  'session.start',
  {
    id: 'signIn',
    method: 'post',
    path: '/session',
    tag: 'session',
    summary: 'Sign in with login and password.',
    may: 'anyone',
    secret: true,
    body: z.strictObject({ login: z.string().max(LOGIN_LENGTH * 4), password: PasswordText }),
    reply: Session,
  },
  async (store, { body, request, reply, now, audit }) => welcome(store, { request, reply, now, audit }, await signInWithPassword(store, body, visitorOf(request, now))),
)

const signInByLink = work(
  'session.link',
  {
    id: 'signInByLink',
    method: 'post',
    path: '/session/link',
    tag: 'session',
    summary: 'Come in by a one-time link: as the first administrator (login, name, password), to choose a password (password), or just so.',
    may: 'anyone',
    secret: true,
    body: z.strictObject({
      token: z.string().max(200),
      login: z
        .string()
        .max(LOGIN_LENGTH * 4)
        .optional(),
      name: z.string().trim().min(1).max(ORG_TEXT_LENGTH).optional(),
      password: PasswordText.optional(),
    }),
    reply: Session,
  },
  async (store, { body, request, reply, now, audit }) => welcome(store, { request, reply, now, audit }, await signInWithLink(store, body, visitorOf(request, now))),
)

const signInAsDemo = work(
  'session.demo',
  {
    id: 'signInToDemo',
    method: 'post',
    path: '/session/demo',
    tag: 'session',
    summary: 'Look around in the demo company as somebody of a role.',
    may: 'anyone',
    secret: true,
    body: z.strictObject({ role: z.enum(DEMO_ROLES) }),
    reply: Session,
  },
  async (store, { body, request, reply, now, audit }) => welcome(store, { request, reply, now, audit }, await signInToDemo(store, body.role, visitorOf(request, now))),
)

const signOut = command(
  'session.end',
  { id: 'signOut', method: 'delete', path: '/session', tag: 'session', summary: 'Sign out.', may: 'signed-in', status: 204, reply: z.null() },
  async (tx, { who, now, request, reply, audit }) => {
    const session = requireSession(who)
    await endSession(tx, who.user, session, now)
    dropCookie(request, reply, SESSION_COOKIE)
    audit.about(`session/${session}`)
    return null
  },
)

const chooseLanguage = command(
  'user.language',
  {
    id: 'chooseLanguage',
    method: 'patch',
    path: '/session',
    tag: 'session',
    summary: 'Choose the language one reads.',
    may: 'signed-in',
    body: z.strictObject({ lang: z.enum(['zh', 'en']).nullable() }),
    reply: Session,
  },
  async (tx, { who, body, now, audit }) => {
    await tx.run(sql`update app.user set lang = ${body.lang} where user_id = ${who.user}::int`)
    audit.about(`user/${who.user}`, { lang: body.lang ?? '' })
    return sessionOf(tx, who, now)
  },
)

const changePassword = work(
  'user.password',
  {
    id: 'changePassword',
    method: 'post',
    path: '/session/password',
    tag: 'session',
    summary: 'Change one’s own password; other sessions of the user end.',
    may: 'signed-in',
    secret: true,
    body: z.strictObject({ old: PasswordText.optional(), password: PasswordText }),
    status: 204,
    reply: z.null(),
  },
  async (store, { who, body, now, audit }) => {
    await changeOwnPassword(store, { user: who.user, session: requireSession(who) }, { old: body.old, password: body.password }, now)
    audit.about(`user/${who.user}`)
    return null
  },
)

interface Asked {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly now: Date
  readonly audit: Audit
}

/** Give the browser its cookies, and answer who came in. */
async function welcome(store: Store, { request, reply, now, audit }: Asked, signedIn: SignedIn): Promise<z.input<typeof Session>> {
  giveCookies(request, reply, signedIn)
  const who = await whoOfSession(store, signedIn.token, now)
  if (who === null) throw new Refusal('http.not-signed-in') // Disabled in this very moment.
  audit.by(who.user, who.name)
  audit.about(`session/${signedIn.session}`)
  return store.read((read) => sessionOf(read, who, now))
}

export function giveCookies(request: FastifyRequest, reply: FastifyReply, { token, device }: SignedIn): void {
  setCookie(request, reply, { name: SESSION_COOKIE, value: token, maxAgeS: SESSION_DAYS * DAY_SECONDS })
  if (device !== null) setCookie(request, reply, { name: DEVICE_COOKIE, value: device, maxAgeS: DEVICE_DAYS * DAY_SECONDS })
}

export function visitorOf(request: FastifyRequest, now: Date): Visitor {
  return { address: request.ip, agent: request.headers['user-agent'] ?? '', session: sessionToken(request), device: request.cookies[DEVICE_COOKIE] ?? null, now }
}

/** What belongs to a person at a browser is not for keys. Errors: `access.session-wanted`. */
export function requireSession(who: Who): string {
  if (who.via.kind !== 'session') throw new Refusal('access.session-wanted')
  return who.via.session
}
