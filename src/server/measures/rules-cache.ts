import { sql } from '../../base/sql.ts'
import { checkPlan } from '../../engine/check/check-plan.ts'
import { keptWhile } from '../../store/kept.ts'
import { listDocuments } from './documents.ts'
import { loadProgram, planOf } from './queries.ts'

/** Versions are only ever added, so that their number is their version. */
const VERSION = sql`select count(*) || ' ' || coalesce(max(published_at)::text, '') from app.document`

/**
 * The checked rules in force, read once a version of the documents and process: checking them takes longer than most answers.
 * Errors: those of `loadProgram`.
 */
export const rulesInForceNow = keptWhile(VERSION, loadProgram)

/** What the checker and the linter have to say about the rules in force; the place of each names its document: `incentive/hunter`. Read as seldom as the rules. */
export const findingsInForce = keptWhile(VERSION, async (read) => checkPlan(planOf(await listDocuments(read))).diagnostics)
