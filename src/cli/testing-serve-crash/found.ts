import { sql } from '../../base/sql.ts'
import { historyOf, tableOf } from '../../server/datasets/table.ts'
import { verifyAudit } from '../../server/http/audit.ts'
import type { Store } from '../../store/types.ts'
import type { Exported } from './exports.ts'
import { exportProblems } from './found-exports.ts'
import { PERIODS, type SentFile, type Typed } from './work.ts'

/** What people did and were told that it is done. */
export interface Done {
  readonly records: readonly Typed[]
  readonly files: readonly SentFile[]
  readonly runs: number
  readonly exports: readonly Exported[]
  /** What lies in the folder for temporary files when all is done. */
  readonly left: readonly string[]
  readonly again: number
}

/** What is lost, doubled or wrong, a line each. */
export async function problemsOf(store: Store, done: Done, peaceful: Store): Promise<string[]> {
  return [
    ...(await recordProblems(store, done)),
    ...(await fileProblems(store, done)),
    ...(await exportProblems(store, done.exports)),
    ...done.left.map((name) => `${name} was left behind`),
    ...(await jobProblems(store)),
    ...(await auditProblems(store, done)),
    ...(await resultProblems(store, peaceful)),
  ]
}

async function recordProblems(store: Store, done: Done): Promise<string[]> {
  const expected = new Set([
    ...done.records.map((r) => r['order_id'] ?? ''),
    ...done.files.flatMap((f) =>
      f.content
        .split('\n')
        .slice(1)
        .map((line) => line.split(',', 1)[0] ?? ''),
    ),
  ])
  return await store.read(async (read) => {
    const rows = await read.query<{ id: string }>(sql`select order_id as id from ${tableOf('orders')} where order_id ~ '^[TF]'`)
    const history = await read.first<{ n: number }>(sql`select count(*)::int as n from ${historyOf('orders')} where order_id ~ '^[TF]'`)
    const found = new Map<string, number>()
    for (const { id } of rows) found.set(id, (found.get(id) ?? 0) + 1)
    return [
      ...[...expected].filter((id) => !found.has(id)).map((id) => `order ${id} is lost`),
      ...[...found].filter(([id, n]) => n > 1 || !expected.has(id)).map(([id, n]) => `order ${id} is there ${n} times, ${expected.has(id) ? 'once' : 'never'} was meant`),
      ...(history?.n === 0 ? [] : [`${history?.n} versions of orders that nobody changed`]),
    ]
  })
}

async function fileProblems(store: Store, done: Done): Promise<string[]> {
  const rows = await store.read((read) =>
    read.query<{ file: string; n: number; inserted: number }>(
      sql`select file, count(*)::int as n, sum(inserted)::int as inserted from app.import where file like 'file-%' group by file`,
    ),
  )
  const found = new Map(rows.map((row) => [row.file, row]))
  return done.files.flatMap(({ name, content }) => {
    const row = found.get(name)
    const lines = content.split('\n').length - 1
    return row?.n === 1 && row.inserted === lines ? [] : [`${name} with ${lines} orders: ${JSON.stringify(row)}`]
  })
}

/** Work that nobody does any more; work that failed for another reason than that its server died too often. */
async function jobProblems(store: Store): Promise<string[]> {
  const rows = await store.read((read) =>
    read.query<{ line: string }>(sql`
      select concat_ws(' ', kind, state, attempts, error ->> 'code') as line from app.job
      where kind in ('import', 'export') and state in ('queued', 'running', 'cancelled')
        or state = 'failed' and error ->> 'code' <> 'job.abandoned'`),
  )
  return rows.map(({ line }) => `job ${line}`)
}

async function auditProblems(store: Store, done: Done): Promise<string[]> {
  return await store.read(async (read) => {
    const check = await verifyAudit(read)
    const row = await read.first<{ n: number }>(sql`select count(*)::int as n from app.audit where command = 'record.add'`)
    return [
      ...(check.sound ? [] : [`the audit trail breaks: ${JSON.stringify(check)}`]),
      ...(row?.n === done.records.length ? [] : [`${row?.n} entries of the audit trail for ${done.records.length} records`]),
    ]
  })
}

/** The newest results of each period must be those of the company that was told the same in peace. */
async function resultProblems(store: Store, peaceful: Store): Promise<string[]> {
  const [found, expected] = [await resultsOf(store), await resultsOf(peaceful)]
  if (expected.length < PERIODS.length) return [`only ${expected.length} periods were computed`]
  return expected.flatMap((line, at) => (found[at] === line ? [] : [`results: ${line} expected, ${found[at]} found`]))
}

async function resultsOf(store: Store): Promise<string[]> {
  const rows = await store.read((read) =>
    read.query<{ line: string }>(sql`
      select concat_ws(' ', r.period, count(*), sum(hashtextextended(v.employee_id || v.figures::text, 0))) as line
      from (select distinct on (period) period, run_id from calc.run where period = any(${PERIODS}::text[]) order by period, run_id desc) as r join calc.value as v using (run_id) group by r.period order by r.period`),
  )
  return rows.map(({ line }) => line)
}
