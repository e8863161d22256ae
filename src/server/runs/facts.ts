import type { Day, Period } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { EXPLAIN_RECORDS } from '../../base/limits.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { Expr, PathStep, Program, ScopeIr } from '../../engine/ir.ts'
import type { FactAssignment, FactEdge, FactFactor, FactPay, FactRate, FactRecord, Facts, FactTarget, FactUnitEdge } from '../../engine/reference/facts.ts'
import { type Crediting, creditingOf, everybodyCredited } from '../../engine/sql/cells.ts'
import { dependenciesOf } from '../../engine/sql/dependencies.ts'
import { emit, type Ground } from '../../engine/sql/expr.ts'
import { datasetOf, fromClause, type RecordRows, recordRows, referenceKey } from '../../engine/sql/record.ts'
import type { Plan } from '../../engine/steps.ts'
import type { Read } from '../../store/types.ts'

/**
 * What the interpreter needs to work out one person's figures, score and pay: the person's roles, targets and pay items, the records that may count for them or their team in the periods
 * concerned, and what those refer to. No filter, share or rate is applied here: that is the interpreter's work.
 */
export async function loadFacts(read: Read, program: Program, plan: Plan, employee: string, limits: FactLimits = {}): Promise<Facts> {
  const { sees = () => true, most = EXPLAIN_RECORDS } = limits
  const loading: Loading = { read, program, records: new Map(), most }
  const people = new Set<string>([employee])
  for (const step of plan.steps) {
    if (step.body.kind === 'formula' || step.period === null) continue
    const team = await membersOf(read, employee, step.scope)
    for (const m of team) people.add(m)
    if (step.body.kind === 'target') continue
    const { aggregate } = step.body
    const seen = team.filter((m) => sees(m, aggregate.dataset))
    if (seen.length < team.length) limits.onHidden?.()
    await loadCredited(loading, { crediting: creditingOf(aggregate), exprs: [aggregate.value, aggregate.filter], people: seen, period: step.period })
  }
  const records = Object.fromEntries([...loading.records.entries()].map(([dataset, rows]) => [dataset, [...rows.values()]]))
  for (const dataset of Object.keys(program.datasets)) records[dataset] ??= []
  return {
    partial: true,
    employees: [...people],
    records,
    lines: { reporting: await edges(read, 'reporting', [...people]), sponsor: await edges(read, 'sponsor', [...people]) },
    rates: await rates(read),
    assignments: await assignments(read, employee),
    units: await unitsAbove(read, employee),
    factors: await factors(read),
    targets: await targets(read, [...people]),
    pay: await pay(read, employee),
  }
}

/** For facts that leave the server. */
export interface FactLimits {
  /** Whose records may be brought along; everybody's where not given. */
  readonly sees?: (employee: string, dataset: string) => boolean
  /** Told when somebody's were left out. */
  readonly onHidden?: () => void
  /** Most records of one measure; EXPLAIN_RECORDS where not given. */
  readonly most?: number
}

interface Loading {
  readonly read: Read
  readonly most: number
  readonly program: Program
  /** Records by dataset and id: each is loaded once. */
  readonly records: Map<string, Map<string, FactRecord>>
}

interface Wanted {
  readonly crediting: Crediting
  readonly exprs: readonly (Expr | null)[]
  readonly people: readonly string[]
  readonly period: Period
}

/** Everybody who was ever below a person on a line, and the person. */
async function membersOf(read: Read, employee: string, scope: ScopeIr): Promise<string[]> {
  if (scope.line === 'own') return [employee]
  const rows = await read.query<{ employee_id: string }>(sql`select distinct employee_id from app.line_closure where line = ${scope.line}::text and superior_id = ${employee}`)
  return [...new Set([employee, ...rows.map((r) => r.employee_id)])]
}

async function loadCredited(l: Loading, wanted: Wanted): Promise<void> {
  const { crediting, period } = wanted
  const rows = recordRows(l.program, crediting.dataset)
  const ground: Ground = { kind: 'record', rows }
  const day = emit(crediting.date, ground)
  rows.day = day
  const everybody = everybodyCredited(l.program, crediting, rows)
  const where = sql`(${day} is null or (${day} >= ${period.from}::date and ${day} < ${period.until}::date)) and exists (select 1 from (${everybody}) as p where p.employee_id = any(${[...wanted.people]}::text[]))`
  await refuseTooMany(l, rows, where, wanted)
  const found = await fetchRecords(l, rows, where)
  const dependencies = dependenciesOf(crediting, wanted.exprs)
  const ids = [...found.map((r) => r.id), ...(await loadNeighbours(l, crediting, dependencies.seen, found))]
  await loadShares(l, crediting, found)
  await loadReferences(l, crediting.dataset, ids, dependencies.paths)
}

/** What is explained is listed record by record: the sum of a whole company is explained by its members instead. */
async function refuseTooMany(l: Loading, rows: RecordRows, where: Sql, wanted: Wanted): Promise<void> {
  const counted = await l.read.first<{ n: string }>(sql`select count(*)::text as n from (select 1 from ${fromClause(rows)} where ${where} limit ${l.most + 1}) as x`)
  if (Number(counted?.n ?? 0) > l.most) throw new Refusal('explain.too-many', { dataset: wanted.crediting.dataset, period: wanted.period.id, limit: l.most })
}

/** Records that `first` and `earlier` look back to: those that share the keys. */
async function loadNeighbours(l: Loading, crediting: Crediting, seen: readonly Extract<Expr, { node: 'seen' }>[], found: readonly FactRecord[]): Promise<string[]> {
  const ids: string[] = []
  for (const s of seen) {
    const rows = recordRows(l.program, crediting.dataset)
    const inner = recordRows(l.program, crediting.dataset, rows.names)
    const keys = (of: RecordRows): Sql => {
      of.day = emit(s.date, { kind: 'record', rows: of })
      return joinSql(
        s.keys.map((k) => emit(k, { kind: 'record', rows: of })),
        ', ',
      )
    }
    const [outerKeys, innerKeys] = [keys(rows), keys(inner)]
    const same = sql`(${outerKeys}) in (select ${innerKeys} from ${fromClause(inner)} where ${ident(inner.alias, '_id')} = any(${found.map((r) => r.id)}::bigint[]))`
    ids.push(...(await fetchRecords(l, rows, same)).map((r) => r.id))
  }
  return ids
}

async function loadShares(l: Loading, crediting: Crediting, found: readonly FactRecord[]): Promise<void> {
  const { splits } = crediting.credit
  if (splits === null) return
  const key = referenceKey(l.program, crediting.dataset)
  await loadByField(l, splits.dataset, splits.record, textsOf(found, key))
}

/** Follow every path, one reference at a time. */
async function loadReferences(l: Loading, dataset: string, ids: readonly string[], paths: readonly (readonly PathStep[])[]): Promise<void> {
  const reached = new Map<string, FactRecord[]>([['[]', ids.flatMap((id) => l.records.get(dataset)?.get(id) ?? [])]])
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    const last = path.at(-1)
    const before = reached.get(JSON.stringify(path.slice(0, -1)))
    if (last === undefined || before === undefined) continue
    reached.set(JSON.stringify(path), await loadByField(l, last.dataset, referenceKey(l.program, last.dataset), textsOf(before, last.field)))
  }
}

function textsOf(records: readonly FactRecord[], field: string): string[] {
  return [...new Set(records.flatMap((r) => (typeof r.fields[field] === 'string' ? [r.fields[field]] : [])))]
}

async function loadByField(l: Loading, dataset: string, field: string, values: readonly string[]): Promise<FactRecord[]> {
  const rows = recordRows(l.program, dataset)
  return await fetchRecords(l, rows, sql`${ident(rows.alias, field)}::text = any(${[...values]}::text[])`)
}

const UTC_INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

async function fetchRecords(l: Loading, rows: RecordRows, where: Sql): Promise<FactRecord[]> {
  const fields = Object.entries(datasetOf(l.program, rows.dataset).fields)
  const columns = fields.map(([name, f], i) => {
    const column = ident(rows.alias, name)
    const text = f.type === 'boolean' ? column : f.type === 'timestamp' ? sql`to_char(${column} at time zone 'UTC', ${UTC_INSTANT})` : sql`${column}::text`
    return sql`, ${text} as ${ident(`f${i}`)}`
  })
  const found = await l.read.query<Record<string, string | boolean | null>>(
    sql`select ${ident(rows.alias, '_id')}::text as id, (select i.file from app.import as i where i.import_id = ${ident(rows.alias, '_import')}) as source, ${ident(rows.alias, '_line')}::text as line${joinSql(columns, ' ')} from ${fromClause(rows)} where ${where}`,
  )
  const known = l.records.get(rows.dataset) ?? new Map<string, FactRecord>()
  l.records.set(rows.dataset, known)
  return found.map((row) => {
    const record: FactRecord = {
      id: String(row['id']),
      source: typeof row['source'] === 'string' ? row['source'] : null,
      line: typeof row['line'] === 'string' ? Number(row['line']) : null,
      fields: Object.fromEntries(fields.map(([name], i) => [name, row[`f${i}`] ?? null])),
    }
    known.set(record.id, record)
    return record
  })
}

async function edges(read: Read, line: 'reporting' | 'sponsor', people: readonly string[]): Promise<FactEdge[]> {
  return await read.query<{ employee: string; superior: string; from: Day | null; until: Day | null }>(
    sql`select employee_id as employee, superior_id as superior, nullif(from_date, '-infinity')::text as "from", nullif(until_date, 'infinity')::text as until from app.line_edge where line = ${line}::text and employee_id = any(${[...people]}::text[]) order by 1, 3 nulls first`,
  )
}

async function assignments(read: Read, employee: string): Promise<FactAssignment[]> {
  return await read.query<FactAssignment>(
    sql`select employee_id as employee, role, unit_id as unit, nullif(from_date, '-infinity')::text as "from", nullif(until_date, 'infinity')::text as until from app.assignment where employee_id = ${employee} order by assignment.from_date`,
  )
}

/** Every stretch of the units that ever stood above one the person worked in. */
async function unitsAbove(read: Read, employee: string): Promise<FactUnitEdge[]> {
  return await read.query<FactUnitEdge>(
    sql`select unit_id as unit, parent_id as parent, nullif(from_date, '-infinity')::text as "from", nullif(until_date, 'infinity')::text as until from app.unit_edge where unit_id in (select c.parent_id from app.unit_closure as c join app.assignment as a on a.unit_id = c.unit_id where a.employee_id = ${employee}) order by 1, 3 nulls first`,
  )
}

async function factors(read: Read): Promise<FactFactor[]> {
  return await read.query<FactFactor>(
    sql`select period, unit_id as unit, nullif(scheme, '') as scheme, nullif(line, '') as line, trim_scale(factor)::text as factor, reason, entered_by as "by" from app.factor order by 1, 2, 3 nulls first, 4 nulls first`,
  )
}

async function targets(read: Read, people: readonly string[]): Promise<FactTarget[]> {
  return await read.query<FactTarget>(
    sql`select employee_id as employee, measure, period, target::text as target, stretch::text as stretch, challenge::text as challenge from app.target where employee_id = any(${[...people]}::text[]) order by employee_id, measure, period`,
  )
}

async function pay(read: Read, employee: string): Promise<FactPay[]> {
  return await read.query<FactPay>(
    sql`select employee_id as employee, item, nullif(from_date, '-infinity')::text as "from", amount::text as amount from app.pay where employee_id = ${employee} order by item, pay.from_date`,
  )
}

async function rates(read: Read): Promise<FactRate[]> {
  return await read.query<{ currency: string; day: Day; rate: string }>(sql`select currency, day::text as day, rate::text as rate from app.rate order by 1, 2`)
}
