import type { Sql } from '../base/sql.ts'

/** What a query takes: it can look, not change. */
export interface Read {
  query<Row extends object>(statement: Sql): Promise<Row[]>
  /** The first row, or undefined. */
  first<Row extends object>(statement: Sql): Promise<Row | undefined>
  /** Rows from a cursor, so that a long answer never sits in memory. */
  stream<Row extends object>(statement: Sql): AsyncIterable<Row>
}

/** What a command takes: everything it does happens together or not at all. */
export interface Tx extends Read {
  /** Run a statement; answers the number of rows it touched. */
  run(statement: Sql): Promise<number>
  /** `COPY … FROM STDIN` fed from chunks; answers the number of rows. */
  copyIn(statement: Sql, chunks: AsyncIterable<Buffer>): Promise<number>
  /** Wait for, and hold until the end of the transaction, the lock of that name. */
  lock(name: string): Promise<void>
  /** The same together with everybody else who only shares it: whoever wants it alone waits for all of them, and they for him. */
  share(name: string): Promise<void>
  /** Run a part that may fail without losing the rest. */
  savepoint<T>(part: () => Promise<T>): Promise<T>
}

/** One company's database. Only the store holds connections. */
export interface Store {
  /** The first row of one question that needs no other beside it; undefined where there is none. Cheaper than `read`: nothing is begun or ended around it. */
  ask<Row extends object>(statement: Sql): Promise<Row | undefined>
  /** Questions that all see one moment of the database. */
  read<T>(part: (read: Read) => Promise<T>): Promise<T>
  tx<T>(part: (tx: Tx) => Promise<T>): Promise<T>
  /** A transaction that sees one moment of the database throughout (repeatable read). */
  snapshot<T>(part: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}
