import { z } from 'zod'

/** A name, or a name in each language. */
export const LocalNameSchema = z.union([z.string().min(1), z.strictObject({ zh: z.string().min(1).optional(), en: z.string().min(1).optional() })])

const DaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const WeekStart = z.enum(['monday', 'sunday']).default('monday')

/** How the company cuts time; see base/calendar.ts for the meaning of each kind. */
export const CalendarSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('months'), yearStartMonth: z.int().min(1).max(12).default(1), yearNamedBy: z.enum(['start', 'end']).default('start'), weekStart: WeekStart }),
  z.strictObject({
    kind: z.literal('weeks'),
    pattern: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]).default([4, 4, 5]),
    years: z.record(z.string().regex(/^\d{4}$/), DaySchema),
    weekStart: WeekStart,
  }),
  z.strictObject({
    kind: z.literal('quarters'),
    quarterStarts: z.union([
      z.tuple([z.string().regex(/^\d{2}-\d{2}$/), z.string().regex(/^\d{2}-\d{2}$/), z.string().regex(/^\d{2}-\d{2}$/), z.string().regex(/^\d{2}-\d{2}$/)]),
      z.record(z.string().regex(/^\d{4}-Q[1-4]$/), DaySchema),
    ]),
    weekStart: WeekStart,
  }),
])

export const CompanySchema = z
  .strictObject({
    company: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/)
      .describe('Id of the company: lower-case letters, digits and hyphens. Names its database.'),
    name: LocalNameSchema.optional(),
    timezone: z.string().default('Asia/Shanghai').describe('IANA time zone in which days begin and end.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('CNY')
      .describe('ISO 4217 code: every amount is shown and added up in it.'),
    currencyDecimals: z.int().min(0).max(4).default(2).describe('Decimal places of that currency: converted amounts are rounded to them, halves away from zero.'),
    calendar: CalendarSchema.default({ kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }),
    units: z.record(z.string().min(1), LocalNameSchema).default({}).describe('Further units that are counted, such as customer or visit, with the names people read.'),
    data: z
      .union([z.string().min(1), z.literal(false)])
      .optional()
      .describe(
        'Folder where the data files of this plan lie, relative to this file; false: they are elsewhere, and nothing is imported without `--data DIR`, which overrides both.',
      ),
  })
  .meta({ id: 'Company', title: 'company.yaml' })

export type CompanyDocument = z.output<typeof CompanySchema>
