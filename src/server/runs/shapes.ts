import { z } from 'zod'
import { PERIOD_KINDS } from '../../base/calendar.ts'
import { DayText, InstantText } from '../http/shapes.ts'

/** Shapes that several answers about results share. */

export const PeriodShown = z
  .object({ id: z.string(), kind: z.enum(PERIOD_KINDS), from: DayText, last: DayText.describe('The last day that belongs to it.') })
  .meta({ id: 'Period', description: 'A period of the company’s calendar: `2026-Q1`, `2026-03`, `2026-W05`.' })

export const RunRef = z
  .object({
    run: z.string(),
    finishedAt: InstantText,
    fresh: z.boolean().describe('Rules, people and records are still what it computed with; otherwise a new run is on its way.'),
  })
  .meta({ id: 'RunRef', description: 'The newest run of a period.' })

export const Person = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Person' })

export const Versions = z.record(z.string(), z.number().int()).describe('Versions of the documents: `scheme/hunter` → 3.')

/** Plain data of the engine that the pages interpret with the engine’s own types; src/engine/reference/trace.ts and results.ts say what is in it. */
export const EngineData = z.record(z.string(), z.unknown())

export const periodQuery = { period: z.string().max(40).describe('Id of a period: `2026-Q1`.') }

export const employeePath = z.object({ employee: z.string() })
