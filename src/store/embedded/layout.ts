import { join } from 'node:path'

/**
 * Where things lie under HENG_HOME. `server` is made whole beside its place and then renamed, so it is either complete or absent.
 * The names are kept short and fixed: a process is known as our server by the data folder in its command line.
 */
export interface Layout {
  readonly home: string
  /** Id of the company that commands without one speak of. */
  readonly current: string
  /** Held while the server is made, started or stopped. */
  readonly lock: string
  readonly server: string
  readonly data: string
  readonly password: string
  readonly port: string
  readonly log: string
}

/** Paths under an absolute home without symbolic links. */
export function layoutOf(home: string): Layout {
  const server = join(home, 'server')
  return { home, current: join(home, 'current'), lock: join(home, 'lock'), server, ...insideServer(server) }
}

/** Paths inside a server folder, also of one that is still being made. */
export function insideServer(server: string): Pick<Layout, 'data' | 'password' | 'port' | 'log'> {
  return { data: join(server, 'data'), password: join(server, 'password'), port: join(server, 'port'), log: join(server, 'log') }
}
