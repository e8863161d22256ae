import pg from 'pg'
import { Refusal } from '../base/diagnostic.ts'

/** What every session needs, whatever the server's own settings: one reading of dates and times, and no time lost to compiling statements. */
const SESSION_SETTINGS =
  "set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'iso_8601'; set extra_float_digits to 1; set jit to off; set search_path to public"

/** Waiting longer for a connection to open means that the server hangs: say so rather than wait for ever. */
const CONNECT_TIMEOUT_MS = 15_000

/** PostgreSQL's own numbers of the types (and of the arrays of them) whose JavaScript form would lose something; they stay text. */
const TEXT_TYPES = { int8: 20, money: 790, date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184, interval: 1186, timetz: 1266, numeric: 1700 }
const TEXT_ARRAYS = { int8: 1016, timestamp: 1115, date: 1182, time: 1183, timestamptz: 1185, interval: 1187, numeric: 1231, timetz: 1270 }
const ARRAY_OF_TEXT = 1009

const textTypes = new Set(Object.values(TEXT_TYPES))
const textArrays = new Set(Object.values(TEXT_ARRAYS))

function getTypeParser(type: number, format?: 'text' | 'binary') {
  if (textTypes.has(type)) return (value: string) => value
  const parserOf = pg.types.getTypeParser as (type: number, format?: 'text' | 'binary') => unknown // The published type knows no arrays.
  return textArrays.has(type) ? parserOf(ARRAY_OF_TEXT) : parserOf(type, format)
}

/** Settings of one connection to the database of that address. */
export function connectionTo(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'heng',
    client_encoding: 'UTF8',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: getTypeParser as typeof pg.types.getTypeParser }, // The published type is a pile of overloads, one a type number.
  }
}

/** Give a new connection the settings that every statement of ours counts on. */
export async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(SESSION_SETTINGS)
}

/** Run something on a connection of its own, which is closed afterwards. */
export async function withClient<T>(url: string, part: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionTo(url))
  client.on('error', () => undefined) // A connection that breaks rejects the statement under way; the event alone must not end the process.
  try {
    await client.connect()
    await prepareSession(client)
    return await part(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The address of a database for people: host, port and name, without user and password. Errors: `store.url-invalid`. */
export function addressOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !['postgres:', 'postgresql:'].includes(parsed.protocol)) throw new Refusal('store.url-invalid', {})
  const host = parsed.hostname || parsed.searchParams.get('host') || 'localhost'
  return `${host}:${parsed.port || DEFAULT_PORT}${parsed.pathname}`
}

const DEFAULT_PORT = 5432
