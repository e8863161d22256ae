import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { KEPT_SHOWN } from '../../base/limits.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Read, Tx } from '../../store/types.ts'
import { beginChange } from '../datasets/import/stage.ts'
import { requireInForce } from '../datasets/in-force.ts'
import { advanceState, datasetState } from '../datasets/state.ts'
import { columns, datasetLock, fieldNames, historyOf, sameKey, tableOf } from '../datasets/table.ts'
import type { JobKind } from '../jobs/job.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { type ImportRow, importRows } from './catalogue.ts'
import { recordChange } from './changes.ts'
import type { Rules } from './crediting.ts'
import { datasetNamed } from './seen.ts'

/** What taking an import back comes to. */
export interface UndoPlan {
  /** Records that the import made, and that nobody has changed since. */
  readonly toDelete: number
  /** Records that it changed: they get their earlier content back. */
  readonly toRestore: number
  /** Records that it deleted: they come back. */
  readonly toReturn: number
  /** Records that somebody changed since: they stay as they are. */
  readonly kept: number
  /** The first KEPT_SHOWN of them, by their keys. */
  readonly keptShown: readonly { readonly key: string; readonly deleted: boolean }[]
}

interface Undoing {
  readonly document: DatasetDocument
  /** The change of the import. */
  readonly change: string
}

/** An import, its dataset and its change. Errors: `import.unknown`, `dataset.unknown`. */
export async function importToUndo(read: Read, rules: Rules, importId: number): Promise<Undoing & { readonly entry: ImportRow }> {
  const [entry] = await importRows(read, { importId, limit: 1 })
  const row = await read.first<{ change: string }>(sql`select change::text as change from app.import where import_id = ${importId}::int`)
  if (entry === undefined || row === undefined) throw new Refusal('import.unknown', { import: importId })
  return { document: datasetNamed(rules, entry.dataset), change: row.change, entry }
}

/** Current records `t` that are as the import left them. */
const untouched = ({ change }: Undoing): Sql => sql`t._change = ${change}::bigint`

/** What a record was before the import replaced it, `h`. */
const before = ({ document, change }: Undoing): Sql => sql`${historyOf(document.dataset)} as h where h._ended = ${change}::bigint and not h._deleted`

/** Records that the import deleted and whose key is still free. */
const gone = ({ document, change }: Undoing): Sql =>
  sql`${historyOf(document.dataset)} as h where h._ended = ${change}::bigint and h._deleted and not exists (select 1 from ${tableOf(document.dataset)} as t where ${sameKey(document, 't', 'h')})`

/** Versions that the import wrote, or records it deleted, that somebody has changed since, as `h`. */
function changedSince({ document, change }: Undoing): Sql {
  const { dataset } = document
  return sql`(select ${columns(document.key, 'h')}, h._deleted from ${historyOf(dataset)} as h where h._change = ${change}::bigint
    union all select ${columns(document.key, 'h')}, false from ${historyOf(dataset)} as h where h._ended = ${change}::bigint and h._deleted
      and exists (select 1 from ${tableOf(dataset)} as t where ${sameKey(document, 't', 'h')})) as h`
}

export async function undoPlan(read: Read, undoing: Undoing): Promise<UndoPlan> {
  const { document } = undoing
  const table = tableOf(document.dataset)
  const count = (of: Sql): Sql => sql`(select count(*)::int from ${of})`
  const row = await read.first<Record<'mine' | 'toRestore' | 'toReturn' | 'kept', number>>(sql`
    select ${count(sql`${table} as t where ${untouched(undoing)}`)} as mine, ${count(sql`${table} as t where ${untouched(undoing)} and t._id in (select h._id from ${before(undoing)})`)} as "toRestore",
      ${count(gone(undoing))} as "toReturn", ${count(changedSince(undoing))} as kept`)
  const key = joinSql(
    document.key.map((k) => sql`${ident('h', k)}::text`),
    ', ',
  )
  const keptShown = await read.query<{ key: string; deleted: boolean }>(
    sql`select concat_ws(' / ', ${key}) as key, h._deleted as deleted from ${changedSince(undoing)} order by 1 limit ${KEPT_SHOWN}::int`,
  )
  const { mine = 0, toRestore = 0, toReturn = 0, kept = 0 } = row ?? {}
  return { toDelete: mine - toRestore, toRestore, toReturn, kept, keptShown }
}

/** The kind of job that takes an import back; its result is the UndoPlan that was carried out. */
export const UNDO_JOB = 'undo-import'

const Input = z.object({ importId: z.number().int(), user: z.string(), name: z.string(), reason: z.string() })

export type UndoInput = z.input<typeof Input>

/** Done twice, the second time finds that it is done. */
export const undoJob: JobKind = {
  alone: false,
  run: async (store, input, { progress }) => {
    const asked = Input.parse(input)
    return store.tx(async (tx) => {
      const rules = await rulesInForceNow(tx)
      const undoing = await importToUndo(tx, rules, asked.importId)
      const { dataset } = undoing.document
      progress({ stage: 'storing', what: dataset, done: 0, of: 1 })
      await tx.lock(datasetLock(dataset))
      await requireInForce(tx, rules.versions)
      const done = await tx.first(sql`select 1 as done from app.record_change where undoes = ${asked.importId}::int`)
      const plan = await undoPlan(tx, undoing)
      if (done !== undefined) return plan
      await carryOut(tx, undoing, { ...asked, plan })
      return plan
    })
  },
}

async function carryOut(tx: Tx, undoing: Undoing, { plan, ...asked }: z.output<typeof Input> & { readonly plan: UndoPlan }): Promise<void> {
  const { document } = undoing
  const table = tableOf(document.dataset)
  const names = fieldNames(document)
  const state = await datasetState(tx, document.dataset)
  const { change } = await beginChange(tx)
  // Made by it first: what comes back may need the room of their keys.
  await tx.run(sql`delete from ${table} as t where ${untouched(undoing)} and t._id not in (select h._id from ${before(undoing)})`)
  const set = names.map((f) => sql`${ident(f)} = ${ident('h', f)}`)
  await tx.run(sql`
    update ${table} as t set ${joinSql(set, ', ')}, _change = ${change}::bigint, _import = h._import, _line = h._line
    from (select * from ${before(undoing)}) as h where h._id = t._id and ${untouched(undoing)}`)
  await tx.run(sql`
    insert into ${table} (${columns(names)}, _change, _import, _line) select ${columns(names, 'h')}, ${change}::bigint, h._import, h._line from ${gone(undoing)}`)
  const { toDelete, toReturn, toRestore, kept } = plan
  if (toDelete + toReturn + toRestore > 0) await advanceState(tx, document, { change, inserted: toReturn, deleted: toDelete, before: state })
  const { importId, user, name, reason } = asked
  await recordChange(tx, { change, dataset: document.dataset, kind: 'undo', user, name, reason, undoes: importId, kept })
}
