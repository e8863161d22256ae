import { z } from 'zod'
import { LocalNameSchema } from './company.ts'
import { NumberText } from './numbers.ts'

const common = { table: z.string().min(1), name: LocalNameSchema.optional(), description: LocalNameSchema.optional() }
const unit = z.string().min(1)
const boundary = z.enum(['begins', 'ends']).describe('A number exactly on a bound belongs to the tier that begins there, or to the one that ends there.')

export const TiersTableSchema = z.strictObject({
  ...common,
  kind: z.literal('tiers'),
  mode: z
    .enum(['marginal', 'whole', 'interpolated'])
    .describe(
      'marginal: each tier pays on the part that lies in it · whole: the tier reached pays on everything · interpolated: a tier’s amount in proportion to its filled part.',
    ),
  of: unit.describe('Unit of the bounds: money, percent (of a target), or another unit.'),
  pays: unit.optional().describe('Unit of the amounts: money, percent (of something), number. For tiers with `amount`.'),
  boundary: boundary.optional().describe('Needed with mode: whole, and with amounts.'),
  tiers: z
    .array(
      z.strictObject({
        from: z
          .union([NumberText, z.literal('any')])
          .optional()
          .describe('Where the tier begins: where the one before ends (the first at 0) if not given; any, in the first tier: below zero too.'),
        to: NumberText.optional().describe('Where it ends; the last may be open.'),
        rate: NumberText.optional().describe('What each unit pays: 3% of it, or 1.5 times.'),
        amount: NumberText.optional().describe('What the tier pays.'),
      }),
    )
    .min(1),
})

export const CurveTableSchema = z.strictObject({
  ...common,
  kind: z.literal('curve'),
  of: unit,
  pays: unit,
  rises: z.boolean().default(true).describe('The value must not fall from point to point; false where it may.'),
  points: z.array(z.strictObject({ at: NumberText, value: NumberText })).min(2),
})

const Cell = z.union([
  z.string().min(1),
  z.number().transform(String),
  z.array(z.union([z.string().min(1), z.number().transform(String)])).min(1),
  z.strictObject({ from: NumberText.optional(), to: NumberText.optional() }),
])

export const LookupTableSchema = z.strictObject({
  ...common,
  kind: z.literal('lookup'),
  by: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        range: unit.optional().describe('Unit of the bounds where rows give ranges; not given: texts.'),
        boundary: boundary.default('begins'),
      }),
    )
    .min(1)
    .max(8),
  pays: unit,
  rows: z
    .array(
      z.strictObject({
        when: z.record(z.string().min(1), Cell).default({}).describe('Key → text, list of texts, or { from, to }. A key that is not named fits anything.'),
        value: NumberText,
      }),
    )
    .min(1)
    .describe('The first row that fits counts.'),
  otherwise: NumberText.optional().describe('Where no row fits; not given: empty, and the result says so.'),
})

/** tables/*.yaml: numbers that formulas read with tiers(), curve() and lookup(). */
export const TableSchema = z.discriminatedUnion('kind', [TiersTableSchema, CurveTableSchema, LookupTableSchema]).meta({ id: 'Table', title: 'tables/*.yaml' })

export type TableDocument = z.output<typeof TableSchema>
