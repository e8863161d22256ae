/** The few calls of @duckdb/node-api that are used; it is not a dependency, because nothing but this comparison needs it. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }> }
}

const WON = "status = 'won'"
const PERIOD = "day >= date '2026-07-01' and day < date '2026-10-01'"
const BEFORE = "day >= date '2026-04-01' and day < date '2026-07-01'"

/** The same figures of persons by a DuckDB script in memory (the team is left to a join of a thousand sums). Null where it is not installed. */
export async function duckDb(file: string): Promise<{ loadMs: number; queryMs: number } | null> {
  const name = '@duckdb/node-api'
  const library = (await import(name).catch(() => null)) as DuckDb | null // not installed, or what it publishes
  if (library === null) return null
  const connection = await (await library.DuckDBInstance.create(':memory:')).connect()
  const start = performance.now()
  await connection.run(
    `create table orders as select * from read_csv('${file.replaceAll("'", "''")}', header = true, columns = {'order_id': 'BIGINT', 'day': 'DATE', 'employee': 'VARCHAR', 'customer': 'VARCHAR', 'status': 'VARCHAR', 'amount': 'DECIMAL(18, 2)', 'cost': 'DECIMAL(18, 2)'})`,
  )
  const loaded = performance.now()
  await connection.run(
    `create table result as select employee, sum(amount) filter (where ${PERIOD}) as revenue, count(*) filter (where ${PERIOD}) as orders, count(distinct customer) filter (where ${PERIOD}) as customers, avg(amount) filter (where ${PERIOD}) as average, sum(cost) filter (where ${PERIOD}) as cost, sum(amount) filter (where ${BEFORE}) as before from orders where ${WON} and day >= date '2026-04-01' group by employee`,
  )
  return { loadMs: loaded - start, queryMs: performance.now() - loaded }
}
