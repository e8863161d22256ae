import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { RATINGS } from '../../engine/documents/built-in.ts'
import type { Read } from '../../store/types.ts'
import { readOf } from '../access/data-permission.ts'
import { seesAll } from '../access/visible.ts'
import { tableOf } from '../datasets/table.ts'
import type { Who } from '../http/who.ts'
import type { LoadedProgram } from '../measures/queries.ts'

/** Where scores of ratings come from: 上级, 同事, 客户. */
export interface RatingSourceKnown {
  readonly source: string
  /** Scores of it there are; null for who may not read everybody’s ratings. */
  readonly ratings: number | null
  /** Ratings in force that it is part of. */
  readonly measures: readonly { readonly id: string; readonly name: string }[]
}

/** Sources proposed at once. */
const MOST = 200

/** The sources that a company has: those of its ratings in force, in their order, then those of scores that no rating in force takes up, the most frequent first. */
export async function knownSources(read: Read, { measures, program }: Pick<LoadedProgram, 'measures' | 'program'>, { who, lang }: { readonly who: Who; readonly lang: Lang }) {
  const counts = seesAll(who, readOf(RATINGS)) ? await countsOf(read) : null
  const used = new Map<string, RatingSourceKnown['measures'][number][]>()
  for (const m of measures) {
    if (m.kind !== 'rating') continue
    const name = nameIn(program.measures[m.measure]?.name, lang, m.measure)
    for (const source of Object.keys(m.sources)) used.set(source, [...(used.get(source) ?? []), { id: m.measure, name }])
  }
  const names = [...new Set([...used.keys(), ...(counts?.keys() ?? [])])].slice(0, MOST)
  return names.map((source): RatingSourceKnown => ({ source, ratings: counts === null ? null : (counts.get(source) ?? 0), measures: used.get(source) ?? [] }))
}

async function countsOf(read: Read): Promise<ReadonlyMap<string, number>> {
  const rows = await read.query<{ source: string; ratings: number }>(
    sql`select r.source, count(*)::int as ratings from ${tableOf(RATINGS)} as r group by 1 order by 2 desc, 1 limit ${MOST}::int`,
  )
  return new Map(rows.map(({ source, ratings }) => [source, ratings]))
}
