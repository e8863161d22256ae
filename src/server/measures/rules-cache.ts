import { sql } from '../../base/sql.ts'
import { keptWhile } from '../../store/kept.ts'
import { loadProgram } from './queries.ts'

/**
 * The checked rules in force, read once a version of the documents and process: checking them takes longer than most answers.
 * Versions are only ever added, so that their number is their version. Errors: those of `loadProgram`.
 */
export const rulesInForceNow = keptWhile(sql`select count(*) || ' ' || coalesce(max(published_at)::text, '') from app.document`, loadProgram)
