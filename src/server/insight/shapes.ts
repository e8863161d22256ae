import { z } from 'zod'
import { DayAsked, Exact } from '../http/shapes.ts'

const word = z.string().max(200).optional()

/** Whom it is about. */
export const groupQuery = {
  period: z.string().max(40).describe('Id of a period: `2026-Q1`.'),
  unit: word.describe('Those of that unit and the units below it.'),
  employee: word.describe('That person alone.'),
}

export const dayQuery = DayAsked.optional().describe('Records after it do not count: how it looked on that day. Today unless told, or the last day with records.')

export const Named = z.object({ id: z.string(), name: z.string() })

export const Trend = z
  .object({
    measure: Named.nullable().describe('What results are told in: the amount that most schemes ask of single people.'),
    showsPay: z.boolean(),
    points: z.array(
      z.object({
        period: z.string(),
        run: z.string(),
        people: z.number().int(),
        scored: z.number().int(),
        average: Exact.nullable(),
        pay: Exact.nullable(),
        result: Exact.nullable(),
        reached: Exact.nullable().describe('Of those who have a target: what they reached.'),
        target: Exact.nullable(),
        attainment: Exact.nullable(),
      }),
    ),
  })
  .meta({ id: 'Trend', description: 'A group over the periods up to one, of those that were computed; the oldest first.' })

export const DistributionShown = z
  .object({
    run: z.string().nullable(),
    bands: z.array(z.object({ from: Exact.nullable(), until: Exact.nullable(), people: z.number().int() })),
    grades: z.array(z.object({ grade: z.string(), people: z.number().int() })),
    scored: z.number().int(),
    unscored: z.number().int(),
    median: Exact.nullable(),
    lower: Exact.nullable().describe('A quarter of the people are at or below it.'),
    upper: Exact.nullable().describe('A quarter of the people are at or above it.'),
  })
  .meta({ id: 'Distribution', description: 'People by their scores and grades.' })

export const OutlookShown = z
  .object({
    measure: Named.extend({ money: z.boolean(), dataset: z.string() }).nullable().describe('Null: nothing that adds up over days is asked for.'),
    measures: z.array(Named).describe('Those a forecast can be made of.'),
    day: z.string(),
    days: z.number().int(),
    ofDays: z.number().int(),
    method: z.enum(['final', 'history', 'days', 'none']),
    actual: Exact.nullable(),
    people: z.number().int().nullable().describe('Those who have a target, whom all of it is of; null: nobody has, and it is of everybody.'),
    target: Exact.nullable().describe('Asked of the same people by their schemes; null where nothing is.'),
    expected: Exact.nullable(),
    low: Exact.nullable(),
    high: Exact.nullable(),
    attainment: z.object({ now: Exact.nullable(), expected: Exact.nullable(), low: Exact.nullable(), high: Exact.nullable() }),
    earlier: z.array(z.object({ period: z.string(), byThen: Exact, whole: Exact })),
    curve: z.array(z.object({ day: z.string(), amount: Exact })),
  })
  .meta({ id: 'Outlook', description: 'What a group’s result may come to by the end of a period, from what earlier periods had brought at the same point.' })

export const FunnelsShown = z
  .object({
    items: z.array(
      z.object({
        dataset: z.string(),
        name: z.string(),
        date: z.string().describe('The field of the first stage.'),
        stages: z.array(z.object({ field: z.string(), name: z.string(), count: z.number().int() })),
        outcome: z.object({ field: z.string(), name: z.string() }).nullable(),
        outcomes: z.array(z.object({ value: z.string(), count: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'Funnels', description: 'Records that began in a period, by the stage they reached, of every dataset that has stages.' })

export const DealsShown = z
  .object({
    measure: Named.extend({ money: z.boolean(), dataset: z.string() }).nullable(),
    day: z.string().nullable().describe('The last day up to today with any.'),
    items: z.array(z.object({ record: z.string(), employee: z.string(), name: z.string(), unitName: z.string().nullable(), amount: Exact })),
  })
  .meta({ id: 'Deals', description: 'The largest records of the last day that the main measure adds up.' })
