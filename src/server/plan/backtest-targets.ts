import { dec } from '../../base/decimal.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { placeOf } from '../../engine/check/report.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import type { SchemeDocument } from '../../engine/documents/scheme.ts'
import type { LineIr, Program } from '../../engine/ir.ts'
import type { LineResult } from '../../engine/results.ts'
import { namesOf, worded } from '../../engine/wording.ts'
import type { RunEmployee } from '../runs/run.ts'
import type { PlanDocument } from './read.ts'

/** Of fewer people nothing is said: one or two who reach a target say nothing about how it was set. */
const LEAST_PEOPLE = 3

/** A line whose target nobody, or everybody with data, reached. */
export interface OutOfReach {
  /** Id of the scheme's document. */
  readonly scheme: string
  readonly line: LineIr
  readonly reached: 'nobody' | 'everybody'
  readonly people: number
}

/** Lines of the schemes that people were judged by, whose targets do not tell people apart. */
export function linesOutOfReach(program: Program, employees: readonly Pick<RunEmployee, 'score'>[]): OutOfReach[] {
  return Object.entries(program.schemes).flatMap(([id, scheme]) =>
    scheme.lines.flatMap((line): OutOfReach[] => {
      const results = employees.flatMap((e) => (e.score?.scheme === id ? e.score.lines.filter((l) => l.line === line.line) : []))
      const reached = results.map((r) => reaches(program, line, r)).filter((r) => r !== null)
      const [first] = reached
      if (first === undefined || reached.length < LEAST_PEOPLE || reached.some((r) => r !== first)) return []
      return [{ scheme: id, line, reached: first ? 'everybody' : 'nobody', people: reached.length }]
    }),
  )
}

/** Null without an actual or a target above 0. Where less is better, a target is reached from above. */
function reaches(program: Program, line: LineIr, { target, actual, attainment }: LineResult): boolean | null {
  if (target === null || actual === null || attainment === null) return null
  const less = line.rule.rule === 'lower' || program.measures[line.measure]?.better === 'less'
  return less ? dec(actual).lte(dec(target)) : dec(actual).gte(dec(target))
}

/** The same as warnings, at the lines of the draft. */
export function reachWarnings(schemes: readonly PlanDocument<SchemeDocument>[], found: readonly OutOfReach[], period: string): Diagnostic[] {
  return found.map(({ scheme, line, reached, people }) => {
    const source = schemes.find((s) => documentId(s.document) === scheme)
    const at = source?.document.lines.findIndex((l) => l.line === line.line) ?? -1
    return {
      code: reached === 'nobody' ? 'backtest.nobody-reaches' : 'backtest.everybody-reaches',
      severity: 'warning',
      place: source === undefined || at < 0 ? {} : placeOf(source, ['lines', at]),
      params: { scheme, ...worded('name', namesOf(source?.document.name, scheme), scheme), ...worded('line', namesOf(line.name, line.line), line.line), period, people },
    }
  })
}
