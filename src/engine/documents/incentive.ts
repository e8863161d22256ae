import { z } from 'zod'
import { LocalNameSchema } from './company.ts'
import { inForce } from './numbers.ts'
import { CurveTableSchema, LookupTableSchema, TiersTableSchema } from './table.ts'

const local = { table: true } as const

/** A table that only this plan uses: its name is its key. */
const OwnTableSchema = z.discriminatedUnion('kind', [TiersTableSchema.omit(local), CurveTableSchema.omit(local), LookupTableSchema.omit(local)])

const amount = (what: string) =>
  z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .describe(what)

export const ComponentSchema = z.strictObject({
  component: z.string().min(1),
  name: LocalNameSchema.optional(),
  amount: amount('Formula over measures, targets, the score and pay items that gives money.'),
  when: z
    .union([z.string().min(1), z.array(z.union([z.string().min(1), z.strictObject({ name: LocalNameSchema, holds: z.string().min(1) })]))])
    .optional()
    .describe('Conditions that must all hold, or nothing is paid: attainment(revenue) >= 75%.'),
  floor: amount('Formula: least amount.').optional(),
  cap: amount('Formula: most amount.').optional(),
  over: z.enum(['period', 'year']).default('period').describe('year: worked out from the beginning of the year, less what that came to before this period.'),
  round: z.int().min(0).max(16).optional().describe('Decimal places, half up; the company’s currency has them where not given.'),
})

/** incentives/*.yaml: what results pay. */
export const IncentiveSchema = z
  .strictObject({
    incentive: z.string().min(1),
    name: LocalNameSchema.optional(),
    description: LocalNameSchema.optional(),
    ...inForce,
    tables: z.record(z.string().min(1), OwnTableSchema).default({}),
    components: z.array(ComponentSchema).min(1),
  })
  .meta({ id: 'Incentive', title: 'incentives/*.yaml' })

export type IncentiveDocument = z.output<typeof IncentiveSchema>
