import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { type MatrixOf, requireMeasure, requirePeriod } from './matrix.ts'

/** Which matrix is meant, as parameters of an address. */
export const whichMatrix = {
  measure: z.string().max(200).optional().describe('With `year`: this measure over the year, its quarters and months.'),
  year: z.string().max(40).optional(),
  period: z.string().max(40).optional().describe('Instead: everything that is asked in this period.'),
}

export interface WhichMatrix {
  readonly measure?: string | undefined
  readonly year?: string | undefined
  readonly period?: string | undefined
}

/** Errors: `goals.matrix-invalid` where neither a measure with a year nor a period is named. */
export function matrixOf(rules: LoadedProgram, asked: WhichMatrix): MatrixOf {
  if (asked.period !== undefined) return { period: requirePeriod(rules, asked.period) }
  if (asked.measure === undefined || asked.year === undefined) throw new Refusal('goals.matrix-invalid')
  const year = requirePeriod(rules, asked.year)
  if (year.kind !== 'year') throw new Refusal('goals.matrix-invalid')
  return { measure: requireMeasure(rules, asked.measure), year }
}
