import type { Diagnostic } from '../../base/diagnostic.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import { fieldWords } from '../../engine/check/typed.ts'
import { worded } from '../../engine/wording.ts'
import type { Read } from '../../store/types.ts'
import { type Alteration, added, conversion, kept, removed } from './alteration.ts'
import { columns, columnType, fieldOf, historyOf, isRequired, tableOf } from './table.ts'

/** Everything a change of the document would lose or falsify, given the records that are there. */
export async function changeTroubles(read: Read, alteration: Alteration): Promise<Diagnostic[]> {
  const rows = await rowCount(read, alteration)
  const all: Diagnostic[] = []
  for (const field of removed(alteration)) all.push(...(await dropTroubles(read, alteration, field)))
  for (const field of added(alteration)) {
    if (isRequired(alteration.document, field) && rows > 0) all.push(trouble('dataset.new-field-required', field, { rows }))
  }
  for (const field of kept(alteration)) all.push(...(await fieldTroubles(read, alteration, field)))
  if (all.length === 0 && rows > 0) all.push(...(await keyTroubles(read, alteration)))
  return all
}

function trouble(code: string, field: string, params: Diagnostic['params']): Diagnostic {
  return { code, severity: 'error', place: { path: ['fields', field] }, params: { field, ...params } }
}

async function rowCount(read: Read, { previous }: Alteration): Promise<number> {
  const row = await read.first<{ rows: string }>(sql`select count(*)::text as rows from ${tableOf(previous.dataset)}`)
  return Number(row?.rows ?? 0)
}

/** How many current rows satisfy a condition, and an example of the values of a field among them. */
async function count(read: Read, dataset: string, field: string, where: Sql): Promise<{ rows: number; examples: string }> {
  const row = await read.first<{ rows: string; examples: string | null }>(sql`
    select count(*)::text as rows, (select string_agg(v, ', ') from (select distinct ${ident(field)}::text as v from ${tableOf(dataset)} where ${where} order by 1 limit 5) as seen) as examples
    from ${tableOf(dataset)} where ${where}`)
  return { rows: Number(row?.rows ?? 0), examples: row?.examples ?? '' }
}

async function dropTroubles(read: Read, alteration: Alteration, field: string): Promise<Diagnostic[]> {
  const { rows } = await count(read, alteration.previous.dataset, field, sql`${ident(field)} is not null`)
  if (rows === 0) return []
  const type = columnType(fieldOf(alteration.previous, field))
  const successor = added(alteration).find((f) => columnType(fieldOf(alteration.document, f)) === type)
  return [successor === undefined ? trouble('dataset.field-in-use', field, { rows }) : trouble('dataset.field-renamed', field, { rows, successor })]
}

async function fieldTroubles(read: Read, alteration: Alteration, field: string): Promise<Diagnostic[]> {
  const { document, previous } = alteration
  const found: Diagnostic[] = []
  const column = ident(field)
  const [from, to] = [fieldOf(previous, field), fieldOf(document, field)]
  if (isRequired(document, field) && !isRequired(previous, field)) {
    const { rows } = await count(read, previous.dataset, field, sql`${column} is null`)
    if (rows > 0) found.push(trouble('dataset.required-but-empty', field, { rows }))
  }
  const types = { ...worded('from', fieldWords(from.type)), ...worded('to', fieldWords(to.type)) }
  const how = conversion(field, alteration)
  if (how === 'empty') {
    const { rows, examples } = await count(read, previous.dataset, field, sql`${column} is not null`)
    if (rows > 0) found.push(trouble('dataset.type-change', field, { rows, examples, ...types }))
  } else if (how !== 'same' && columnType(to) === 'bigint') {
    const bad = await notWhole(read, previous.dataset, field)
    if (bad.rows > 0) found.push(trouble('dataset.type-change', field, { ...bad, ...types }))
  } else found.push(...(await valueTroubles(read, alteration, field)))
  return found
}

async function notWhole(read: Read, dataset: string, field: string): Promise<{ rows: number; examples: string }> {
  const lossy = sql`(${ident(field)} <> trunc(${ident(field)}) or abs(${ident(field)}) >= 9e18)`
  const current = await count(read, dataset, field, lossy)
  if (current.rows > 0) return current
  const earlier = await read.first<{ rows: string; example: string | null }>(
    sql`select count(*)::text as rows, min(${ident(field)})::text as example from ${historyOf(dataset)} where ${lossy}`,
  )
  return { rows: Number(earlier?.rows ?? 0), examples: earlier?.example ?? '' }
}

/** Whether the texts that are there may be what the new type allows. */
async function valueTroubles(read: Read, { document, previous }: Alteration, field: string): Promise<Diagnostic[]> {
  const [from, to] = [fieldOf(previous, field), fieldOf(document, field)]
  const column = sql`${ident(field)}::text`
  if (to.type === 'choice' && JSON.stringify(from.choices) !== JSON.stringify(to.choices)) {
    const { rows, examples } = await count(read, previous.dataset, field, sql`${ident(field)} is not null and not (${column} = any(${[...(to.choices ?? [])]}::text[]))`)
    return rows > 0 ? [trouble('dataset.choice-in-use', field, { rows, examples })] : []
  }
  if (to.type === 'employee' && from.type !== 'employee') {
    const { rows, examples } = await count(read, previous.dataset, field, sql`${ident(field)} is not null and ${column} not in (select employee_id from app.employee)`)
    return rows > 0 ? [trouble('dataset.not-employees', field, { rows, examples })] : []
  }
  return []
}

async function keyTroubles(read: Read, { document, previous }: Alteration): Promise<Diagnostic[]> {
  if (JSON.stringify(document.key) === JSON.stringify(previous.key) || document.key.some((k) => !(k in previous.fields))) return []
  const example = joinSql(
    document.key.map((k) => sql`${ident(k)}::text`),
    ', ',
  )
  const twice = await read.first<{ keys: string; example: string | null }>(sql`
    select count(*)::text as keys, min(example) as example from
      (select concat_ws(' / ', ${example}) as example from ${tableOf(document.dataset)} group by ${columns(document.key)} having count(*) > 1) as twice`)
  if (twice === undefined || twice.keys === '0') return []
  const params = { key: document.key.join(' + '), keys: Number(twice.keys), example: twice.example ?? '' }
  return [{ code: 'dataset.key-not-unique', severity: 'error', place: { path: ['key'] }, params }]
}
