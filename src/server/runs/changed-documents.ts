import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import type { Change, RunComparison } from './compare.ts'

/** What changed inside a document between two runs. */
export interface DocumentChange {
  readonly document: string
  /** `lines.sales.weight`: 35 → 20. Parts that are lists are named by the id of their item, else counted from 1. */
  readonly changes: readonly Change[]
}

/** Old and new of everything that differs inside documents of which both runs had a version. */
export async function documentChanges(read: Read, documents: RunComparison['documents']): Promise<DocumentChange[]> {
  const found: DocumentChange[] = []
  for (const { document, before, after } of documents) {
    if (before === null || after === null) continue
    const at = document.indexOf('/')
    const rows = await read.query<{ version: number; body: unknown }>(
      sql`select version, body from app.document where kind = ${document.slice(0, at)} and id = ${document.slice(at + 1)} and version in (${before}::int, ${after}::int)`,
    )
    const bodyOf = (version: number) => rows.find((r) => r.version === version)?.body
    found.push({ document, changes: bodyChanges(bodyOf(before), bodyOf(after)) })
  }
  return found
}

/** Old and new of everything in which two bodies of a document differ, in the order of the new one. */
function bodyChanges(was: unknown, is: unknown): Change[] {
  const before = new Map(leavesOf(was, []))
  const after = new Map(leavesOf(is, []))
  const names = [...new Set([...after.keys(), ...before.keys()])]
  return names.filter((n) => before.get(n) !== after.get(n)).map((what) => ({ what, before: before.get(what) ?? null, after: after.get(what) ?? null }))
}

/** What tells the items of a list apart in documents. */
const IDS = ['line', 'component', 'grade', 'measure', 'key', 'field'] as const

function leavesOf(value: unknown, path: readonly string[]): [string, string][] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path.join('.'), String(value)]]
  const entries: [string, unknown][] = Array.isArray(value) ? value.map((item: unknown, i) => [itemName(value, item) ?? String(i + 1), item]) : Object.entries(value)
  return entries.flatMap(([name, item]) => leavesOf(item, [...path, name]))
}

/** The id of an item, where no other item of the list has it. */
function itemName(list: readonly unknown[], item: unknown): string | undefined {
  const idOf = (one: unknown) => IDS.flatMap((key) => (typeof one === 'object' && one !== null && key in one ? [String((one as Record<string, unknown>)[key])] : []))[0] // as: looked.
  const id = idOf(item)
  return id !== undefined && list.filter((other) => idOf(other) === id).length === 1 ? id : undefined
}

/** What all components of everybody came to in two runs, as exact decimal text; null where a run paid nothing to anybody. */
export async function totalPay(read: Read, before: string, after: string): Promise<Change> {
  const of = async (run: string): Promise<string | null> =>
    (await read.first<{ pay: string | null }>(sql`select trim_scale(sum(amount))::text as pay from calc.earning where run_id = ${run}::bigint`))?.pay ?? null
  return { what: 'pay', before: await of(before), after: await of(after) }
}
