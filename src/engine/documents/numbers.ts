import { z } from 'zod'

const NUMBER = /^-?\d+(\.\d+)?%?$/
const WEIGHT = /^\d+(\.\d+)?%?$/

/** A number as people write it: 1000, -2.5, "1,000" is refused, "1.5%" is a percent. Kept as text, so that nothing is rounded on the way. */
export const NumberText = z
  .union([z.string().regex(NUMBER), z.number()])
  .transform(String)
  .pipe(z.string().regex(NUMBER))
  .describe('A number, or a percent such as 1.5%.')

/** A share of a hundred: 40 or 40%. */
export const WeightText = z
  .union([z.string().regex(WEIGHT), z.number()])
  .transform(String)
  .pipe(z.string().regex(WEIGHT))
  .describe('Percent: 40 or 40%.')

export const PeriodKindSchema = z.enum(['week', 'month', 'quarter', 'half', 'year'])

export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Whom rules are for, and when: the same in schemes and incentive plans. */
export const inForce = {
  role: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe('Role or roles as people.csv has them; not given: everybody. The role held on the last day in the period decides.'),
  every: PeriodKindSchema.describe('Kind of period that is judged and paid.'),
  from: DayText.optional().describe('First day from which periods that begin then follow these rules. A later edition of the same id has a later day; the one before ends there.'),
  until: DayText.optional().describe('Periods that begin on this day or later no longer follow them.'),
  startDay: z.enum(['counted', 'not-counted']).default('counted').describe('Whether the day somebody joins counts as a day worked.'),
}
