import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectionTo } from '../../store/session.ts'
import { companyUrl, type Ended, killNow, serverProcesses } from './home.ts'

export type Victim = 'command' | 'postmaster' | 'all of postgres' | 'command and postmaster'

/** When to kill: at the first sight of a statement, at the latest after so many milliseconds. */
export interface Moment {
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
  let over = false
  void of.ended.then(() => {
    over = true
  })
  let doing: string | null = null
  let moment = `${Math.round(of.moment.afterMs)} ms`
  while (!over && performance.now() - began < of.moment.afterMs) {
    if (of.moment.statement !== null && watcher !== null) {
      doing = await watcher.doing()
      if (doing !== null && of.moment.statement.test(doing)) {
        moment = String(of.moment.statement)
        break
      }
    }
    await sleep(Math.min(POLL_MS, Math.max(0, of.moment.afterMs - (performance.now() - began))))
  }
  if (of.moment.statement === null && watcher !== null) doing = await watcher.doing()
  const hit = !over && (await killAll(of.home, of.victim, of.pid))
  const afterMs = performance.now() - began
  await watcher?.close()
  return { hit, landed: hit ? doing : null, moment, afterMs }
}

async function killAll(home: string, victim: Victim, pid: number | undefined): Promise<boolean> {
  const { postmaster, workers } = victim === 'command' ? { postmaster: undefined, workers: [] } : await serverProcesses(home)
  const server = victim === 'all of postgres' ? [postmaster, ...workers] : [postmaster]
  // A command that is only just starting its server has none yet: then it is the command that dies.
  const victims = victim === 'command' || postmaster === undefined ? [pid] : victim === 'command and postmaster' ? [pid, ...server] : server
  return victims.map(killNow).some((killed) => killed)
}

interface Watcher {
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
  return { doing, close: () => client.end().catch(() => undefined) }
}
