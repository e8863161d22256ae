import { Refusal } from '../../base/diagnostic.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { AggregateIr, MeasureIr } from '../../engine/ir.ts'
import { creditSource } from '../../engine/sql/cells.ts'
import { emit } from '../../engine/sql/expr.ts'
import { fromClause, recordRows } from '../../engine/sql/record.ts'
import type { Read } from '../../store/types.ts'
import { columnType, fieldOf } from '../datasets/table.ts'
import type { Asker } from './asker.ts'
import { creditingOfDataset, ownFields, type Rules, recordsAt } from './crediting.ts'
import { type FieldValue, type RecordRow, selectRecords } from './list.ts'
import { seenCondition } from './seen.ts'

const hasId = (alias: string, record: string): Sql => sql`${ident(alias, '_id')} = ${record}::bigint`

/** A record that somebody sees; null where there is none (any more) or it is not for them. */
export async function recordSeen(read: Read, rules: Rules, document: DatasetDocument, { record, ...asker }: Asker & { readonly record: string }): Promise<RecordRow | null> {
  const at = recordsAt(rules, document)
  const [row] = await selectRecords(read, at, sql`where ${hasId(at.rows.alias, record)} and ${seenCondition(rules, at, asker)}`)
  return row ?? null
}

export interface Credit {
  readonly employee: string
  readonly name: string
  /** 0.7 for 70 %. */
  readonly share: string
}

/** Who counts a record where a measure names nobody else, and by what share. */
export async function creditsOf(read: Read, rules: Rules, document: DatasetDocument, record: string): Promise<Credit[]> {
  const crediting = creditingOfDataset(document, rules.datasets)
  if (crediting === null) return []
  const { rows } = recordsAt(rules, document)
  const credit = creditSource(rules.program, crediting, rows)
  return read.query<Credit>(sql`
    select ${credit.employee} as employee, (select e.name from app.employee as e where e.employee_id = ${credit.employee}) as name, trim_scale(${credit.share ?? sql`1::numeric`})::text as share
    from ${fromClause(rows)} ${credit.join} where ${hasId(rows.alias, record)} and ${credit.employee} is not null order by ${credit.share ?? sql`1::numeric`} desc, 1`)
}

type Aggregate = MeasureIr & { readonly body: { readonly kind: 'aggregate'; readonly aggregate: AggregateIr } }

/** The measures that count a record: over its dataset, their filter holds, it has a day and, where they add something up, a value. */
export async function measuresCounting(read: Read, rules: Rules, document: DatasetDocument, record: string): Promise<MeasureIr[]> {
  const over = Object.values(rules.program.measures).filter((m): m is Aggregate => m.body.kind === 'aggregate' && m.body.aggregate.dataset === document.dataset && !m.hidden)
  const byDate = new Map<string, Aggregate[]>()
  for (const m of over) {
    const date = JSON.stringify(m.body.aggregate.date)
    byDate.set(date, [...(byDate.get(date) ?? []), m])
  }
  const found: MeasureIr[] = []
  for (const measures of byDate.values()) found.push(...(await countingAmong(read, rules, { document, record, measures })))
  return found
}

async function countingAmong(
  read: Read,
  rules: Rules,
  { document, record, measures }: { readonly document: DatasetDocument; readonly record: string; readonly measures: readonly Aggregate[] },
): Promise<MeasureIr[]> {
  const rows = recordRows(rules.program, document.dataset)
  const [first] = measures
  if (first === undefined) return []
  const day = emit(first.body.aggregate.date, { kind: 'record', rows })
  rows.day = day
  const columns = measures.map(({ body: { aggregate } }, i) => {
    const has = [aggregate.filter, aggregate.value].map((expr, which) => {
      if (expr === null) return sql`true`
      const value = emit(expr, { kind: 'record', rows })
      return which === 0 ? sql`(${value}) is true` : sql`(${value}) is not null`
    })
    return sql`(${day} is not null and ${joinSql(has, ' and ')}) as ${ident(`m${i}`)}`
  })
  const row = await read.first<Record<string, boolean>>(sql`select ${joinSql(columns, ', ')} from ${fromClause(rows)} where ${hasId(rows.alias, record)}`)
  return measures.filter((_, i) => row?.[`m${i}`] === true)
}

/** A record that another one names, or that names it. */
export interface Linked {
  readonly dataset: string
  readonly field: string
  /** Null where the reference finds nothing that may be seen. */
  readonly record: string | null
  readonly label: string
  readonly day: string | null
}

/** Records shown for one reference from another dataset. */
const LINKED_SHOWN = 20

/** What the references of a record find. Of a dated record its newest version that was valid on the day. */
export async function referredTo(
  read: Read,
  rules: Rules,
  { document, row, ...asker }: Asker & { readonly document: DatasetDocument; readonly row: RecordRow },
): Promise<Linked[]> {
  const found: Linked[] = []
  for (const field of ownFields(document)) {
    const value = row.fields[field]
    const target = rules.datasets.find((d) => d.dataset === fieldOf(document, field).to)
    if (typeof value !== 'string' || target === undefined) continue
    const at = recordsAt(rules, target)
    const valid = target.effective === undefined ? null : ident(at.rows.alias, target.effective)
    const dated = valid === null || row.day === null ? sql`true` : sql`(${valid} is null or ${valid} <= ${row.day}::date)`
    const newest = valid === null ? sql`${ident(at.rows.alias, '_id')}` : sql`${valid} desc nulls last`
    const [other] = await selectRecords(read, at, sql`where ${keyIs(target, at.rows.alias, value)} and ${dated} and ${seenCondition(rules, at, asker)} order by ${newest} limit 1`)
    found.push({ dataset: target.dataset, field, record: other?.id ?? null, label: other === undefined ? value : labelOf(target, other.fields), day: other?.day ?? null })
  }
  return found
}

export interface LinkedList {
  readonly dataset: string
  readonly field: string
  readonly count: number
  readonly items: readonly Linked[]
}

/** Records of all datasets that refer to a record. */
export async function referringTo(
  read: Read,
  rules: Rules,
  { document, row, ...asker }: Asker & { readonly document: DatasetDocument; readonly row: RecordRow },
): Promise<LinkedList[]> {
  const [key] = document.key.filter((k) => k !== document.effective)
  const value = key === undefined ? null : row.fields[key]
  if (value === null || value === undefined || document.key.filter((k) => k !== document.effective).length > 1) return []
  const lists: LinkedList[] = []
  for (const other of rules.datasets) {
    for (const field of ownFields(other).filter((f) => fieldOf(other, f).type === 'reference' && fieldOf(other, f).to === document.dataset)) {
      const at = recordsAt(rules, other)
      const where = sql`${ident(at.rows.alias, field)} = ${String(value)} and ${seenCondition(rules, at, asker)}`
      const records = await selectRecords(
        read,
        at,
        sql`where ${where} order by ${at.day ?? ident(at.rows.alias, '_id')} desc nulls last, ${ident(at.rows.alias, '_id')} desc limit ${LINKED_SHOWN}::int`,
      )
      if (records.length === 0) continue
      const counted = records.length < LINKED_SHOWN ? null : await read.first<{ n: number }>(sql`select count(*)::int as n from ${fromClause(at.rows)} where ${where}`)
      const items = records.map((r): Linked => ({ dataset: other.dataset, field, record: r.id, label: labelOf(other, r.fields), day: r.day }))
      lists.push({ dataset: other.dataset, field, count: counted?.n ?? records.length, items })
    }
  }
  return lists
}

function keyIs(document: DatasetDocument, alias: string, value: string): Sql {
  const [key] = document.key.filter((k) => k !== document.effective)
  if (key === undefined) return sql`false`
  return columnType(fieldOf(document, key)) === 'text' ? sql`${ident(alias, key)} = ${value}` : sql`${ident(alias, key)}::text = ${value}`
}

/** How a record is called where it is only named: its key, and its first text that is no key. */
export function labelOf(document: DatasetDocument, fields: Readonly<Record<string, FieldValue>>): string {
  const keys = document.key.filter((k) => k in fields && k !== document.effective).map((k) => String(fields[k] ?? ''))
  const name = ownFields(document).find((f) => fieldOf(document, f).type === 'text' && !document.key.includes(f) && typeof fields[f] === 'string')
  return [keys.join(' / '), name === undefined ? '' : String(fields[name])].filter((part) => part !== '').join(' ')
}

/** Errors: `record.unknown`. */
export function requireFound<T>(found: T | null, dataset: string): T {
  if (found === null) throw new Refusal('record.unknown', { dataset })
  return found
}
