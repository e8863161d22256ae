import type { Diagnostic } from '../../../base/diagnostic.ts'
import { ident, sql } from '../../../base/sql.ts'
import type { DatasetDocument } from '../../../engine/documents/dataset.ts'
import type { Tx } from '../../../store/types.ts'
import { referencedKey } from '../references.ts'
import { fieldOf, tableOf } from '../table.ts'
import type { ImportMode, ImportOptions } from './report.ts'
import { type Change, duplicateKeys, STAGE } from './stage.ts'
import type { TableFile } from './table-file.ts'

/** A line of the file that is wrong together with others. */
export interface WrongLine {
  readonly line: string
  readonly problems: readonly Diagnostic[]
}

/** Wrong sets looked at in one round: more are reported in the next, or stand for the same mistake. */
const MOST_SETS = 100_000

interface Work extends Change {
  readonly options: ImportOptions
  readonly file: TableFile
  readonly mode: ImportMode
}

/** What no single row shows: keys that come twice, shares above 100 %, references that must find something and do not. */
export async function setCheck(tx: Tx, work: Work, duplicates: boolean): Promise<WrongLine[]> {
  if (work.mode === 'delete') return []
  if (duplicates) return duplicateLines(tx, work)
  const wrong: WrongLine[] = []
  for (const check of splitsOver(work)) wrong.push(...(await shareLines(tx, work, check)))
  for (const field of work.fields) wrong.push(...(await missingLines(tx, work, field)))
  return mergeLines(wrong)
}

function mergeLines(wrong: readonly WrongLine[]): WrongLine[] {
  const byLine = new Map<string, Diagnostic[]>()
  for (const w of wrong) byLine.set(w.line, [...(byLine.get(w.line) ?? []), ...w.problems])
  return [...byLine].map(([line, problems]) => ({ line, problems })).sort((a, b) => Number(a.line) - Number(b.line))
}

function problem(work: Work, code: string, at: { line: string; column: string; value: string; params?: Diagnostic['params'] }): WrongLine {
  const line = Number(at.line)
  const index = work.file.header.indexOf(at.column)
  const place = { file: work.file.name, line, ...(index < 0 ? {} : { column: index + 1 }) }
  return { line: at.line, problems: [{ code, severity: 'error', place, params: { line, column: at.column, value: at.value, ...at.params } }] }
}

/** Lines named in one sentence. */
const LINES_SHOWN = 5

async function duplicateLines(tx: Tx, work: Work): Promise<WrongLine[]> {
  const found = await duplicateKeys(tx, work.document, MOST_SETS)
  const column = work.document.key.join(' + ')
  return mergeLines(
    found.flatMap(({ key, lines }) =>
      lines.map((line) => {
        const others = lines.filter((l) => l !== line)
        const named = others.slice(0, LINES_SHOWN).join(', ') + (others.length > LINES_SHOWN ? ' …' : '')
        return problem(work, 'import.key-twice', { line, column, value: key, params: { others: named } })
      }),
    ),
  )
}

type Splits = NonNullable<DatasetDocument['splits']>

/** The datasets whose credit this one splits. */
function splitsOver(work: Work): Splits[] {
  const all = work.options.datasets.flatMap((d) => (d.splits?.dataset === work.document.dataset ? [d.splits] : []))
  return [...new Map(all.map((s) => [JSON.stringify(s), s])).values()]
}

async function shareLines(tx: Tx, work: Work, splits: Splits): Promise<WrongLine[]> {
  const table = tableOf(work.document.dataset)
  const [record, percent] = [ident('t', splits.record), ident('t', splits.percent)]
  const counts = splits.overlay === undefined ? sql`true` : sql`${ident('t', splits.overlay)} is not true`
  const mine = sql`t._change = ${work.change}::bigint`
  const missing = await tx.query<{ line: string }>(sql`select t._line as line from ${table} as t where ${mine} and ${percent} is null order by t._line limit ${MOST_SETS}::bigint`)
  const outside = await tx.query<{ line: string; value: string }>(sql`
    select t._line as line, trim_scale(${percent})::text as value from ${table} as t
    where ${mine} and (${percent} <= 0 or (${percent} > 100 and ${counts})) order by t._line limit ${MOST_SETS}::bigint`)
  const over = await tx.query<{ record: string; sum: string; lines: string[] }>(sql`
    select ${record}::text as record, trim_scale(sum(${percent}))::text as sum, array_agg(t._line order by t._line) filter (where ${mine})::text[] as lines
    from ${table} as t
    where ${counts} and ${record} in (select ${record} from ${table} as t where ${mine})
    group by ${record} having sum(${percent}) > 100 order by min(t._line) limit ${MOST_SETS}::bigint`)
  return [
    ...missing.map((m) => problem(work, 'import.share-missing', { line: m.line, column: splits.percent, value: '' })),
    ...outside.map((o) => problem(work, 'import.share-outside', { line: o.line, column: splits.percent, value: o.value })),
    ...over.flatMap((o) => (o.lines ?? []).map((line) => problem(work, 'import.shares-over', { line, column: splits.percent, value: o.sum, params: { record: o.record } }))),
  ]
}

/** A record whose shares look like fractions of 1 rather than percentages (0.7 and 0.3): taken as they stand, nearly nothing of it is credited. */
export async function fractionNotices(tx: Tx, work: Work): Promise<Diagnostic[]> {
  if (work.mode === 'delete') return []
  const notices: Diagnostic[] = []
  for (const splits of splitsOver(work)) {
    const [record, percent] = [ident('t', splits.record), ident('t', splits.percent)]
    const counts = splits.overlay === undefined ? sql`true` : sql`${ident('t', splits.overlay)} is not true`
    const found = await tx.first<{ records: string; line: string; record: string; sum: string }>(sql`
      select count(*) over ()::text as records, x.line::text as line, x.record, trim_scale(x.sum)::text as sum from
        (select ${record}::text as record, sum(${percent}) as sum, min(t._line) as line from ${tableOf(work.document.dataset)} as t
         where ${counts} and ${record} in (select ${record} from ${STAGE} as t)
         group by ${record} having sum(${percent}) <= 1) as x
      order by x.line limit 1`)
    if (found === undefined) continue
    const { records, line, ...first } = found
    const place = { file: work.file.name, path: ['fields', splits.percent] }
    notices.push({ code: 'import.shares-fractions', severity: 'warning', place, params: { field: splits.percent, records: Number(records), first: line, ...first } })
  }
  return notices
}

async function missingLines(tx: Tx, work: Work, name: string): Promise<WrongLine[]> {
  const field = fieldOf(work.document, name)
  if (field.type !== 'reference' || field.missing !== 'reject') return []
  const target = await referencedKey(tx, field, work.options.datasets)
  if (target === null) return []
  // The stage, not the table: all that the file says, and only that. The table is looked in as it is afterwards, for references to itself.
  const found = await tx.query<{ line: string; value: string }>(sql`
    select t._line as line, ${ident('t', name)}::text as value from ${STAGE} as t
    where ${ident('t', name)} is not null and not exists (select 1 from ${target.table} as o where ${target.matches(sql`${ident('t', name)}::text`)})
    order by t._line limit ${MOST_SETS}::bigint`)
  return found.map((f) => problem(work, 'import.reference-missing', { line: f.line, column: name, value: f.value, params: { to: field.to ?? '' } }))
}
