import { resolve } from 'node:path'

/** What the environment says to the store. */
export interface StoreConfig {
  /** Folder of everything the program keeps: HENG_HOME, else `.heng` in the current folder. */
  readonly home: string
  /** Address of the PostgreSQL server to use instead of the embedded one: DATABASE_URL. */
  readonly databaseUrl: string | undefined
}

/** The one reading of HENG_HOME and DATABASE_URL. An empty variable counts as none. */
export function storeConfig(env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): StoreConfig {
  return { home: resolve(cwd, env.HENG_HOME || '.heng'), databaseUrl: env.DATABASE_URL || undefined }
}

/** What the server's programs get of our environment: no PG* variable may reach them, and their messages must be English to be understood. */
export function programEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH']
  return { ...Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))), LC_ALL: 'C' }
}
