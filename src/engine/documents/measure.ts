import { z } from 'zod'
import { LocalNameSchema } from './company.ts'

/** own · team (everybody below on the reporting line, self included) · downline (the sponsor line, self excluded), or spelled out. */
export const ScopeSchema = z.union([
  z.enum(['own', 'team', 'downline']),
  z.strictObject({
    line: z.enum(['reporting', 'sponsor']),
    depth: z.union([z.int().min(1), z.literal('all')]).default('all'),
    self: z.boolean().optional().describe('Count the person too. Default: yes on the reporting line, no on the sponsor line.'),
    asOf: z.enum(['record', 'period-end']).default('record').describe('The line as it was on each record’s date, or on the last day of the period.'),
  }),
])

const common = {
  measure: z.string().min(1),
  name: LocalNameSchema.optional(),
  description: LocalNameSchema.optional(),
  category: z.enum(['financial', 'efficiency', 'customer', 'activity', 'team', 'manager', 'hr', 'direct-selling']).optional(),
  unit: z.string().min(1).describe('money, percent, number, day, a unit that company.yaml declares, or a quotient such as money/customer.'),
  better: z.enum(['more', 'less']).default('more'),
  scope: ScopeSchema.default('own'),
  round: z.int().min(0).max(16).optional().describe('Decimal places of the value, halves away from zero. Not given: as exact as it comes.'),
}

export const AggregateMeasureSchema = z.strictObject({
  ...common,
  kind: z.literal('aggregate'),
  dataset: z.string(),
  aggregate: z.enum(['sum', 'count', 'distinct', 'average', 'min', 'max']),
  value: z.string().optional().describe('Formula over a record: what is added up, averaged, compared or told apart. Not for count.'),
  filter: z.string().optional().describe('Formula over a record that must hold for it to count.'),
  date: z.string().optional().describe('Date field the records count by; the dataset’s own where not said.'),
  owner: z.string().optional().describe('Employee field the records are credited to; the dataset’s own where not said.'),
  credit: z.enum(['share', 'full']).optional().describe('share: by the credited percent (default of sum); full: everybody credited counts the whole (default of the others).'),
})

export const RatioMeasureSchema = z.strictObject({ ...common, kind: z.literal('ratio'), numerator: z.string(), denominator: z.string() })
export const GrowthMeasureSchema = z.strictObject({ ...common, kind: z.literal('growth'), of: z.string(), against: z.enum(['previous', 'last-year']) })
export const FormulaMeasureSchema = z.strictObject({ ...common, kind: z.literal('formula'), formula: z.string() })
export const EnteredMeasureSchema = z.strictObject({
  ...common,
  kind: z.literal('entered'),
  over: z.enum(['sum', 'average', 'last']).default('sum').describe('How several entered values in one period become one.'),
})
export const RatingMeasureSchema = z.strictObject({
  ...common,
  kind: z.literal('rating'),
  dataset: z.string().default('ratings'),
  score: z.string().default('score'),
  date: z.string().optional(),
  owner: z.string().optional(),
  sources: z
    .record(z.string().min(1), z.strictObject({ weight: z.union([z.string(), z.number()]).transform(String), filter: z.string().optional() }))
    .describe('Source → weight; weights sum to 100. Without a filter: records whose `source` is that name.'),
})

export const MeasureSchema = z
  .discriminatedUnion('kind', [AggregateMeasureSchema, RatioMeasureSchema, GrowthMeasureSchema, FormulaMeasureSchema, EnteredMeasureSchema, RatingMeasureSchema])
  .meta({ id: 'Measure', title: 'measures/*.yaml' })

export type MeasureDocument = z.output<typeof MeasureSchema>
