import { sql } from '../../base/sql.ts'
import type { Store } from '../../store/types.ts'
import type { Exported } from './exports.ts'

interface Kept {
  readonly job: string | null
  readonly state: string | null
  readonly rows: number | null
  readonly bytes: number | null
  readonly parts: number
  readonly lastPart: number | null
  readonly stored: number
}

/** Exports that were accepted and are not there once, or not whole; jobs, files and parts of files that nobody was told of. */
export async function exportProblems(store: Store, exported: readonly Exported[]): Promise<string[]> {
  const kept = await keptExports(store)
  const accepted = new Set(exported.map(({ job }) => job))
  return [
    ...exported.flatMap(({ problems }) => problems),
    ...(accepted.size === exported.length ? [] : [`${exported.length} exports were accepted as ${accepted.size} jobs`]),
    ...exported.flatMap(({ job }) => (kept.filter((k) => k.job === job).length === 1 ? [] : [`the export of job ${job} is not there once`])),
    ...kept.filter(({ job }) => job === null || !accepted.has(job)).map(({ job }) => `an export of job ${job} that nobody was told of`),
    ...kept.filter((k) => !isWhole(k)).map((k) => `an export is kept as ${JSON.stringify(k)}`),
    ...(await countProblems(store, exported.length)),
  ]
}

function keptExports(store: Store): Promise<Kept[]> {
  return store.read((read) =>
    read.query<Kept>(sql`
      select e.job_id::text as job, j.state, e.rows::float8 as rows, e.bytes::float8 as bytes,
        p.parts, p.last_part as "lastPart", p.stored
      from app.export as e left join app.job as j using (job_id),
        lateral (select count(*)::int as parts, max(number) as last_part, coalesce(sum(length(content)), 0)::float8 as stored from app.export_part where export_id = e.export_id) as p`),
  )
}

/** All of a file that is done, in pieces without a gap; nothing of one that was given up. */
function isWhole({ state, rows, bytes, parts, lastPart, stored }: Kept): boolean {
  if (state !== 'done') return state === 'failed' && rows === null && bytes === null && parts === 0
  return rows !== null && bytes === stored && parts > 0 && lastPart === parts - 1
}

async function countProblems(store: Store, accepted: number): Promise<string[]> {
  const row = await store.read((read) =>
    read.first<{ jobs: number; audit: number }>(sql`
      select (select count(*)::int from app.job where kind = 'export') as jobs, (select count(*)::int from app.audit where command = 'export.start') as audit`),
  )
  return row?.jobs === accepted && row.audit === accepted ? [] : [`${row?.jobs} jobs and ${row?.audit} entries of the audit trail for ${accepted} exports`]
}
