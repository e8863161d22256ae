import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import Cursor from 'pg-cursor'
import { CURSOR_ROWS } from '../base/limits.ts'
import { type Sql, sql, toQuery } from '../base/sql.ts'
import { addressOf, connectionTo, prepareSession } from './session.ts'
import { refusalFor } from './troubles.ts'
import type { Read, Store, Tx } from './types.ts'

/** Connections of one process. A run uses a few side by side; more would only queue for the same cores and use up the server's. */
const POOL_CONNECTIONS = 8

/** What one transaction remembers: the stream that is being read, and how many savepoints it has named. */
interface State {
  stream: Cursor | undefined
  savepoints: number
}

type Mode = 'begin' | 'begin isolation level repeatable read'

/** The store over the database of that address. Connections open when they are first needed. */
export function connectStore(url: string): Store {
  const address = addressOf(url)
  // Trouble of the server becomes a refusal that says what to do; anything else goes on as it is.
  const refuse = (error: unknown): never => {
    throw refusalFor(error, address) ?? error
  }
  const pool = new pg.Pool({ ...connectionTo(url), max: POOL_CONNECTIONS, allowExitOnIdle: true, onConnect: prepareSession })
  // A connection that breaks rejects the statement under way, or is replaced; the event alone must not end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    ask: async <Row extends object>(statement: Sql) => (await pool.query<Row>(toQuery(statement)).catch(refuse)).rows[0],
    read: (part) => looking(pool, part).catch(refuse),
    tx: (part) => inTransaction(pool, 'begin', part).catch(refuse),
    snapshot: (part) => inTransaction(pool, 'begin isolation level repeatable read', part).catch(refuse),
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  }
}

/** Nothing can be lost at the end of a transaction that only looked: its answer need not wait for it. */
async function looking<T>(pool: pg.Pool, part: (read: Read) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const state = newState()
  try {
    await client.query('begin isolation level repeatable read read only')
    const answer = await part(transactionOn(client, state))
    if (state.stream !== undefined) throw new Error('a transaction was ended with a stream open')
    return answer
  } finally {
    const ended = state.stream === undefined ? Promise.resolve() : state.stream.close().catch(() => undefined)
    void ended
      .then(() => client.query('rollback'))
      .then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      )
  }
}

const newState = (): State => ({ stream: undefined, savepoints: 0 })

async function inTransaction<T>(pool: pg.Pool, mode: Mode, part: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const state = newState()
  let broken: Error | undefined
  try {
    await client.query(mode)
    const answer = await part(transactionOn(client, state))
    if (state.stream !== undefined) throw new Error('a transaction was ended with a stream open')
    await client.query('commit')
    return answer
  } catch (error) {
    await state.stream?.close().catch(() => undefined)
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * The statements of one transaction. A connection does one thing at a time, so while a stream is being read no other statement can be
 * run: it would wait for the stream, and the stream for it. That is refused at once instead.
 */
function transactionOn(client: pg.PoolClient, state: State): Tx {
  const send = async (statement: Sql): Promise<pg.QueryResult> => {
    if (state.stream !== undefined) throw new Error('a statement was run while a stream of the same transaction is open')
    return client.query(toQuery(statement))
  }
  const query = async <Row extends object>(statement: Sql): Promise<Row[]> => (await send(statement)).rows
  return {
    query,
    first: async <Row extends object>(statement: Sql) => (await query<Row>(statement))[0],
    stream: <Row extends object>(statement: Sql) => streamOf<Row>(client, statement, state),
    run: async (statement) => (await send(statement)).rowCount ?? 0,
    copyIn: (statement, chunks) => copyInto(client, statement, chunks),
    lock: async (name) => {
      await send(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
    },
    share: async (name) => {
      await send(sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`)
    },
    savepoint: (part) => withSavepoint(client, state, part),
  }
}

async function* streamOf<Row extends object>(client: pg.PoolClient, statement: Sql, state: State): AsyncGenerator<Row> {
  if (state.stream !== undefined) throw new Error('a second stream was opened on one transaction')
  const { text, values } = toQuery(statement)
  const cursor = client.query(new Cursor<Row>(text, values))
  state.stream = cursor
  try {
    for (;;) {
      const rows = await cursor.read(CURSOR_ROWS)
      if (rows.length === 0) return
      yield* rows
    }
  } finally {
    await cursor.close().catch(() => undefined)
    state.stream = undefined
  }
}

async function copyInto(client: pg.PoolClient, statement: Sql, chunks: AsyncIterable<Buffer>): Promise<number> {
  const { text, values } = toQuery(statement)
  if (values.length > 0) throw new Error('COPY takes no parameters')
  const target = client.query(copyFrom(text))
  await pipeline(Readable.from(chunks, { objectMode: false }), target)
  return target.rowCount
}

async function withSavepoint<T>(client: pg.PoolClient, state: State, part: () => Promise<T>): Promise<T> {
  state.savepoints += 1
  const name = `part_${state.savepoints}`
  await client.query(`savepoint ${name}`)
  try {
    const answer = await part()
    await client.query(`release savepoint ${name}`)
    return answer
  } catch (error) {
    await client.query(`rollback to savepoint ${name}`)
    throw error
  }
}
