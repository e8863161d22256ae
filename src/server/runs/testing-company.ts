import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { accessGuard } from '../access/guard.ts'
import { type AccessRole, rightsOf } from '../access/roles.ts'
import { createApp } from '../app.ts'
import { as, guardOf } from '../http/testing.ts'
import type { Who } from '../http/who.ts'
import { applyExample } from '../plan/examples-testing.ts'

/** A day after the records of the shipped company end. */
export const NOW = new Date('2026-10-10T02:00:00Z')

/** Somebody with the rights of roles, by name. */
export function whoWith(user: string, employee: string | null, ...roles: readonly AccessRole[]): Who {
  const grants = roles.flatMap((role) => rightsOf(role, null)).map((right) => ({ ...right, employee }))
  return { user, name: user, employee, via: { kind: 'session', session: user }, grants, day: '2026-10-10' }
}

export interface Asked {
  readonly status: number
  // Answers are read as a page reads them: by their names.
  readonly body: ReturnType<JSON['parse']>
  readonly text: string
}

export interface Company {
  readonly scratch: ScratchStore
  readonly app: FastifyInstance
  get(who: string, url: string, headers?: Record<string, string>): Promise<Asked>
  post(who: string, url: string, body?: object): Promise<Asked>
  /** Ask for a job and wait until it is over. */
  job(who: string, url: string, body: object): Promise<Asked['body']>
  readonly drop: () => Promise<void>
}

/** The shipped company with these people signed in, replies checked against their schemas. `work`: jobs are worked on, and runs follow changes. */
export async function openCompany(people: readonly Who[], more: { readonly example?: string; readonly work?: boolean } = {}): Promise<Company> {
  const scratch = await scratchStore()
  await applyExample(scratch.store, more.example ?? 'qingshan')
  const guard = { authenticate: guardOf(people).authenticate, reaches: accessGuard(() => NOW).reaches }
  const app = await createApp({ store: scratch.store, url: scratch.url, work: more.work ?? true, guard, config: { now: () => NOW, validateReplies: true } })
  await app.ready()
  const asked = async (method: 'GET' | 'POST', who: string, url: string, more: { body?: object; headers?: Record<string, string> } = {}): Promise<Asked> => {
    const answer = await app.inject({
      method,
      url: `/api${url}`,
      headers: as(who, { 'accept-language': 'en', ...more.headers }),
      ...(more.body === undefined ? {} : { payload: more.body }),
    })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), text: answer.body }
  }
  const get: Company['get'] = (who, url, headers = {}) => asked('GET', who, url, { headers })
  const post: Company['post'] = (who, url, body) => asked('POST', who, url, body === undefined ? {} : { body })
  return {
    scratch,
    app,
    get,
    post,
    job: async (who, url, body) => {
      const { status, body: made } = await post(who, url, body)
      if (status !== 202) throw new Error(`${url}: ${status} ${JSON.stringify(made)}`)
      for (;;) {
        const { body: job } = await get(who, `/jobs/${made.job}`)
        if (job.finishedAt !== null) return job
        await sleep(50)
      }
    },
    drop: async () => {
      await app.close()
      await scratch.drop()
    },
  }
}
