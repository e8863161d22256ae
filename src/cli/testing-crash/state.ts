import { ident, joinSql, sql } from '../../base/sql.ts'
import { checksumOf, historyOf, tableOf } from '../../server/datasets/table.ts'
import { loadProgram } from '../../server/measures/queries.ts'
import { connectStore } from '../../store/pool.ts'
import type { Read } from '../../store/types.ts'

/**
 * Everything a company's database says, as short texts by name: equal for two homes that were told the same, however often they were disturbed.
 * Numbers drawn from sequences, and times, are left out: a change that was rolled back uses numbers up.
 */
export type State = Readonly<Record<string, string>>

/** The state of the company in that database. Keys that begin with `broken` are wrong whatever the other home says. */
export async function stateOf(url: string): Promise<State> {
  const store = connectStore(url)
  try {
    return await store.read(async (read) => ({ ...(await recordsOf(read)), ...(await rulesOf(read)), ...(await resultsOf(read)) }))
  } finally {
    await store.close()
  }
}

async function recordsOf(read: Read): Promise<State> {
  const { datasets } = await loadProgram(read)
  const state: Record<string, string> = {}
  for (const document of datasets) {
    const { dataset } = document
    const row = await read.first<{ rows: string; checksum: string; counted: string; again: string }>(sql`
      select s.rows::text, s.checksum::text, (select count(*) from ${tableOf(dataset)})::text as counted, ${checksumOf(document, tableOf(dataset), sql`true`)}::text as again
      from app.dataset_state as s where s.dataset = ${dataset}`)
    state[`state of ${dataset}`] = `${row?.rows} rows, checksum ${row?.checksum}`
    if (row?.rows !== row?.counted || row?.checksum !== row?.again) state[`broken state of ${dataset}`] = JSON.stringify(row)
    state[`records of ${dataset}`] = await digest(read, tableOf(dataset), await columnsOf(read, dataset))
    state[`history of ${dataset}`] = await digest(read, historyOf(dataset), await columnsOf(read, `${dataset}~history`))
    const wrong = await read.first<{ n: string }>(sql`select count(*)::text as n from ${historyOf(dataset)} where _ended <= _change`)
    if (wrong?.n !== '0') state[`broken history of ${dataset}`] = `${wrong?.n} versions end before they begin`
  }
  state['imports'] = await listed(
    read,
    sql`select concat_ws(' ', dataset, mode, regexp_replace(file, '.*/', ''), sha256, bytes, rows_read, rows_bad, inserted, changed, same, deleted) as line from app.import order by change`,
  )
  return state
}

/** The columns whose content the files decide; a retired column has a number in its name, so the position counts. */
async function columnsOf(read: Read, table: string): Promise<string[]> {
  const rows = await read.query<{ name: string }>(sql`
    select attname as name from pg_attribute where attrelid = format('data.%I', ${table}::text)::regclass and attnum > 0 and not attisdropped
      and attname not in ('_id', '_change', '_import', '_ended') order by attnum`)
  return rows.map((r) => r.name)
}

async function digest(read: Read, table: ReturnType<typeof tableOf>, columns: readonly string[]): Promise<string> {
  const fields = joinSql(
    columns.map((c) => ident('t', c)),
    ', ',
  )
  const row = await read.first<{ digest: string }>(sql`
    select count(*) || ' rows, ' || coalesce(sum(hashtextextended(row(${fields}, regexp_replace(i.file, '.*/', ''))::text, 0)), 0) as digest
    from ${table} as t left join app.import as i on i.import_id = t._import`)
  return row?.digest ?? ''
}

async function listed(read: Read, statement: Parameters<Read['query']>[0]): Promise<string> {
  return (await read.query<{ line: string }>(statement)).map((r) => r.line).join('\n')
}

const ORG = ['employee', 'employee_alias', 'unit', 'unit_edge', 'unit_closure', 'assignment', 'line_edge', 'line_closure', 'rate'] as const

async function rulesOf(read: Read): Promise<State> {
  const state: Record<string, string> = { documents: await listed(read, sql`select concat_ws(' ', kind, id, version, hash) as line from app.document order by kind, id, version`) }
  for (const name of ORG) state[`app.${name}`] = await tableDigest(read, 'app', name)
  state['org checksums'] = await listed(read, sql`select part || ' ' || checksum as line from app.org_state order by 1`)
  return state
}

async function tableDigest(read: Read, schema: string, name: string): Promise<string> {
  const row = await read.first<{ digest: string }>(sql`select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest from ${ident(schema, name)} as t`)
  return row?.digest ?? ''
}

/** Cells and values. A run that was killed after its end is there beside the one that was started again: both must say the same. */
async function resultsOf(read: Read): Promise<State> {
  const tables = await read.query<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'calc' and tablename ~ '^(cells|keys|counts)_' order by 1`)
  const state: Record<string, string> = {}
  for (const { name } of tables) state[`calc.${name}`] = await tableDigest(read, 'calc', name)
  state['covered'] = await listed(
    read,
    sql`
    select concat_ws(' ', 'cells', group_id, from_date, until_date) as line from calc.cell_cover
    union all select concat_ws(' ', 'keys', keys_id, from_date, until_date) from calc.key_cover order by 1`,
  )
  state['values'] = await listed(
    read,
    sql`
    select distinct concat_ws(' ', r.period, r.inputs_hash, v.people, v.sum) as line from calc.run as r
    left join (select run_id, count(*) as people, sum(hashtextextended(employee_id || figures::text, 0)) as sum from calc.value group by 1) as v using (run_id) order by 1`,
  )
  return state
}

/** What differs between two homes, a line each; and what is wrong in the second by itself. */
export function differences(reference: State, found: State): string[] {
  const names = new Set([...Object.keys(reference), ...Object.keys(found)])
  return [...names].flatMap((name) => (reference[name] === found[name] ? [] : [`${name}: expected ${short(reference[name])}, found ${short(found[name])}`]))
}

const SHOWN = 300

const short = (text: string | undefined): string => (text === undefined ? 'nothing' : text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)
