import { totalmem } from 'node:os'

const MIB = 1_048_576

/** Settings of the embedded server, written anew at every start. What stands below the include line in postgresql.conf wins over them. */
export type Settings = Readonly<Record<string, string>>

/** Connections allowed: several commands at once, each with its own pool, and some for a person with psql. */
const MAX_CONNECTIONS = 60

/** Tables one transaction may lock: a company has a few hundred datasets, each with a history and indexes. */
const MAX_LOCKS_PER_TRANSACTION = 256

/** A share of memory between two bounds, in PostgreSQL's spelling. */
function share(part: number, leastMib: number, mostMib: number): string {
  const mib = Math.floor((Math.min(totalmem(), memoryLimit()) * part) / MIB)
  return `${Math.max(leastMib, Math.min(mostMib, mib))}MB`
}

/** The limit a container sets on this process, which totalmem does not see. */
function memoryLimit(): number {
  const limit = process.constrainedMemory()
  return limit !== undefined && limit > 0 ? limit : Number.POSITIVE_INFINITY
}

/** fsync, full_page_writes and synchronous_commit are left on: what was said to be saved is saved. */
export function serverSettings(port: number, dynamicMemory: string): Settings {
  return {
    // The way in: this machine only, by password, no socket file.
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: String(MAX_CONNECTIONS),
    max_locks_per_transaction: String(MAX_LOCKS_PER_TRANSACTION),
    // Memory: a guest on a machine that does other things as well.
    shared_buffers: share(1 / 8, 64, 1024),
    effective_cache_size: share(1 / 2, 256, 16_384),
    work_mem: share(1 / 256, 8, 64),
    maintenance_work_mem: share(1 / 32, 64, 512),
    dynamic_shared_memory_type: dynamicMemory,
    // Writing: no replica reads along, so a table filled in the transaction that made it needs no log; checkpoints far apart for bulk loads.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    // Reading: solid-state disks; statements that take minutes to compile and seconds to run are the usual loss with jit.
    random_page_cost: '1.1',
    jit: 'off',
    // A command that was killed in the middle of a long statement must not go on holding its locks.
    ...(process.platform === 'win32' ? {} : { client_connection_check_interval: '5s' }),
    // The log holds what the server itself has to say, in English so that it can be understood by program; no customer data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    lc_messages: 'C',
    log_timezone: 'UTC',
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
  }
}

/** Settings as the text of a configuration file. */
export function settingsText(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  return `# Written by heng at every start. To change something, write it below the include line in postgresql.conf.\n${lines.join('\n')}\n`
}
