import { withClient } from '../session.ts'
import { SERVER_USER } from './cluster.ts'

/** A running embedded server. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
  /** Address of one of its databases. */
  readonly url: (database: string) => string
}

/** The database every server has: for looking at the others and making new ones. */
export const MAINTENANCE_DATABASE = 'postgres'

/** SQLSTATE 57P03: the server is starting up, recovering, or going down. */
const NOT_YET = '57P03'
/** SQLSTATE 53300: every connection is taken. The server is there. */
const FULL = '53300'
const WRONG_PASSWORD = '28P01'

/** The server of that process, port and password. */
export function serverAt(pid: number, port: number, password: string): RunningServer {
  return { pid, port, url: (database) => `postgresql://${SERVER_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}` }
}

/**
 * Try the server's door. `open`: it knows the password, so it is ours; `wrong-password`: something answers and does not know it;
 * `closed`: nothing answers yet, or it says that it is only starting or going down.
 */
export async function knock(server: RunningServer): Promise<'open' | 'closed' | 'wrong-password'> {
  try {
    await withClient(server.url(MAINTENANCE_DATABASE), (client) => client.query('select 1'))
    return 'open'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === FULL) return 'open'
    if (code === NOT_YET) return 'closed'
    return code === WRONG_PASSWORD ? 'wrong-password' : 'closed'
  }
}
