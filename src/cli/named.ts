import type { Period } from '../base/calendar.ts'
import { Refusal } from '../base/diagnostic.ts'
import type { MeasureDocument } from '../engine/index.ts'
import type { MeasureIr, Program } from '../engine/ir.ts'
import { nearNames } from '../engine/near.ts'
import { namesOf } from '../engine/wording.ts'
import { loadDirectory } from '../server/org/queries.ts'
import type { Read } from '../store/types.ts'
import { PeriodProblem } from './troubles.ts'

/** A period from the command line: one that does not exist is a mistake in the command, not in the content. */
export function periodAsked(find: () => Period): Period {
  try {
    return find()
  } catch (error) {
    throw error instanceof Refusal ? new PeriodProblem(error) : error
  }
}

/** What a person may type for the score and for the pay as a whole. */
export const SCORE_WORDS: readonly string[] = ['score', '得分', '分数']
export const PAY_WORDS: readonly string[] = ['pay', '薪酬', '收入']

/** The measure of that id or name, in either language. Errors: `cli.measure-*`. */
export function measureNamed(program: Program, name: string): MeasureIr {
  const measures = Object.values(program.measures).filter((m) => !m.hidden)
  const exact = measures.find((m) => m.measure === name)
  if (exact !== undefined) return exact
  const wanted = name.trim().normalize('NFC').toLowerCase()
  const spelled = (m: MeasureIr) => [m.measure, ...Object.values(namesOf(m.name, m.measure))]
  const found = measures.filter((m) => spelled(m).some((s) => s.normalize('NFC').toLowerCase() === wanted))
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  if (found.length > 1) throw new Refusal('cli.measure-ambiguous', { measure: name, ids: found.map((m) => m.measure).join(', ') })
  const near = nearestOf(
    name,
    measures.map((m) => m.measure),
    measures.flatMap(spelled),
  )
  if (near.length > 0) throw new Refusal('cli.measure-near', { measure: name, near: near.join(', ') })
  throw new Refusal('cli.measure-unknown', { measure: name, known: measures.map((m) => m.measure).join(', ') })
}

/** Near names among ids and display names; of two that differ only by case, the id. */
export function nearestOf(written: string, ids: readonly string[], displayed: readonly string[]): string[] {
  const lower = new Set(ids.map((id) => id.toLowerCase()))
  return nearNames(written, [...ids, ...displayed.filter((name) => !lower.has(name.toLowerCase()))])
}

/** The id of the person of that id, name or alias. Errors: `cli.employee-*`. */
export async function employeeNamed(read: Read, name: string): Promise<string> {
  const found = (await loadDirectory(read)).resolve(name)
  switch (found.kind) {
    case 'found':
      return found.id
    case 'ambiguous':
      throw new Refusal('cli.employee-ambiguous', { employee: name, ids: found.ids.join(', ') })
    case 'unknown':
      throw found.near.length > 0 ? new Refusal('cli.employee-near', { employee: name, near: found.near.join(', ') }) : new Refusal('cli.employee-unknown', { employee: name })
    default:
      return found satisfies never
  }
}

/** The order of categories on a page: money first. */
const CATEGORIES = ['financial', 'efficiency', 'customer', 'activity', 'team', 'manager', 'hr', 'direct-selling']

/** Measures in the order people read them: by category, those of a person before those of a team, then by id. */
export function inReadingOrder(measures: readonly MeasureIr[], documents: readonly MeasureDocument[]): MeasureIr[] {
  const category = new Map(documents.map((d) => [d.measure, d.category]))
  const rank = (m: MeasureIr): number => {
    const at = CATEGORIES.indexOf(category.get(m.measure) ?? '')
    return (at < 0 ? CATEGORIES.length : at) * 2 + (m.scope.line === 'own' ? 0 : 1)
  }
  return [...measures].sort((a, b) => rank(a) - rank(b))
}
