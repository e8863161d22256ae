import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectionTo } from '../../store/session.ts'
import { companyUrl, type Ended, killNow, serverProcesses } from './home.ts'

export type Victim = 'command' | 'postmaster' | 'all of postgres' | 'command and postmaster'

/** When to kill: so many milliseconds after the start of the command or its first session, or, before that, at the first sight of a statement. */
export interface Moment {
  readonly since: 'start' | 'session'
  readonly afterMs: number
  readonly statement: RegExp | null
}

export interface Kill {
  /** False: the command had ended by itself. */
  readonly hit: boolean
  readonly landed: string | null
  readonly moment: string
  readonly afterMs: number
}

const POLL_MS = 4

/** Wait for the moment, look what the database is doing, and kill. */
export async function waitAndKill(of: { home: string; company: string; victim: Victim; moment: Moment; pid: number | undefined; ended: Promise<Ended> }): Promise<Kill> {
  const began = performance.now()
  const watcher = await watch(of.home, of.company)
  const seen = await moment(of.moment, { began, watcher, over: overOf(of.ended) })
  const hit = !seen.over && (await killAll(of.home, of.victim, of.pid))
  const afterMs = performance.now() - began
  await watcher?.close()
  return { hit, landed: hit ? seen.doing : null, moment: seen.moment, afterMs }
}

/** Milliseconds from the first session of a command to its end: its work in the database. */
export async function sessionMs(home: string, company: string, ended: Promise<Ended>): Promise<number> {
  const watcher = await watch(home, company)
  const over = overOf(ended)
  while (!over() && watcher !== null && !(await watcher.isThere())) await sleep(POLL_MS)
  const began = performance.now()
  await ended
  await watcher?.close()
  return performance.now() - began
}

function overOf(ended: Promise<Ended>): () => boolean {
  let over = false
  void ended.then(() => {
    over = true
  })
  return () => over
}

interface Watching {
  readonly began: number
  readonly watcher: Watcher | null
  readonly over: () => boolean
}

async function moment({ since, afterMs, statement }: Moment, { began, watcher, over }: Watching): Promise<{ over: boolean; doing: string | null; moment: string }> {
  let from = since === 'start' || watcher === null ? began : null
  for (;;) {
    if (over()) return { over: true, doing: null, moment: 'never' }
    if (from === null && watcher !== null && (await watcher.isThere())) from = performance.now()
    if (from !== null && statement !== null && watcher !== null) {
      const doing = await watcher.doing()
      if (doing !== null && statement.test(doing)) return { over: over(), doing, moment: String(statement) }
    }
    const left = from === null ? POLL_MS : from + afterMs - performance.now()
    if (left <= 0) return { over: over(), doing: watcher === null ? null : await watcher.doing(), moment: `${Math.round(afterMs)} ms since its ${since}` }
    await sleep(Math.min(POLL_MS, left))
  }
}

async function killAll(home: string, victim: Victim, pid: number | undefined): Promise<boolean> {
  const { postmaster, workers } = victim === 'command' ? { postmaster: undefined, workers: [] } : await serverProcesses(home)
  const server = victim === 'all of postgres' ? [postmaster, ...workers] : [postmaster]
  // A command that is only just starting its server has none yet: then it is the command that dies.
  const victims = victim === 'command' || postmaster === undefined ? [pid] : victim === 'command and postmaster' ? [pid, ...server] : server
  return victims.map(killNow).some((killed) => killed)
}

interface Watcher {
  /** Whether the command has a session. */
  readonly isThere: () => Promise<boolean>
  /** The statement that a session of the command is running, shortened; null where none is. */
  readonly doing: () => Promise<string | null>
  readonly close: () => Promise<void>
}

const HEAD = 120

/** A connection of our own that sees what the command does in the database; null where no server runs yet. */
async function watch(home: string, company: string): Promise<Watcher | null> {
  const url = await companyUrl(home, company).catch(() => undefined)
  if (url === undefined) return null
  const client = new pg.Client({ ...connectionTo(url), application_name: 'watcher' })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch {
    return null
  }
  const doing = async () => {
    const found = await client
      .query<{ query: string }>(`select left(query, ${HEAD}) as query from pg_stat_activity where application_name = 'heng' and state = 'active' order by query_start desc limit 1`)
      .catch(() => null)
    return found?.rows[0]?.query.replace(/\s+/g, ' ').trim() ?? null
  }
  const isThere = async () => ((await client.query("select 1 from pg_stat_activity where application_name = 'heng'").catch(() => null))?.rowCount ?? 0) > 0
  return { isThere, doing, close: () => client.end().catch(() => undefined) }
}
