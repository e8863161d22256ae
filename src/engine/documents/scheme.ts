import { z } from 'zod'
import { LocalNameSchema } from './company.ts'
import { inForce, NumberText, WeightText } from './numbers.ts'

const of = z.enum(['attainment', 'actual']).default('attainment')
const bound = (what: string) => NumberText.optional().describe(what)

/** How the actual of a line becomes points; 100 is what is asked, so that 80 and 80% are the same. Actuals are in the unit of the measure (of a percent measure 80 and 80% are the same). */
export const RuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('linear'),
    threshold: bound('Points below this are 0.'),
    floor: bound('Least points.'),
    cap: bound('Most points.'),
  }),
  z.strictObject({
    rule: z.literal('bands'),
    of,
    boundary: z.enum(['begins', 'ends']).default('begins'),
    bands: z.array(z.strictObject({ from: z.union([NumberText, z.literal('any')]).optional(), to: NumberText.optional(), points: NumberText })).min(1),
  }),
  z.strictObject({ rule: z.literal('curve'), of, rises: z.boolean().default(true), points: z.array(z.strictObject({ at: NumberText, points: NumberText })).min(2) }),
  z.strictObject({ rule: z.literal('lower'), method: z.enum(['ratio', 'difference']).default('ratio'), floor: NumberText.default('0'), cap: NumberText.default('150') }),
  z.strictObject({ rule: z.literal('range'), worst: NumberText, best: NumberText, floor: NumberText.default('0'), cap: NumberText.default('100') }),
  z.strictObject({
    rule: z.literal('points'),
    start: NumberText.optional().describe('Points before anything happens: 100 where the line has a weight, 0 where it has none.'),
    each: NumberText.describe('Points for each unit of the measure; negative deducts.'),
    floor: bound('Least points.'),
    cap: bound('Most points.'),
  }),
  z.strictObject({
    rule: z.literal('gate'),
    passes: z
      .string()
      .regex(/^(=|<>|<|<=|>|>=)\s*-?\d+(\.\d+)?%?$/)
      .describe('What the measure must be: "= 0", ">= 60%".'),
    most: NumberText.default('0').describe('The score is at most this where it is not.'),
  }),
])

export const LineSchema = z.strictObject({
  line: z.string().min(1),
  name: LocalNameSchema.optional(),
  measure: z.string().min(1),
  weight: WeightText.optional().describe('Percent of the score. Not for gates; without it, `points` are added to the score.'),
  kind: z.enum(['kpi', 'ordinary']).default('kpi'),
  target: z
    .union([z.enum(['target', 'stretch', 'challenge']), z.strictObject({ fixed: NumberText }), z.strictObject({ formula: z.string().min(1) })])
    .optional()
    .describe(
      'The target from targets.csv (its level), { fixed: 90% } for everybody, or { formula: team(target(revenue)) * 85% } over measures and targets. Default: target, where the rule needs one.',
    ),
  prorate: z.boolean().default(false).describe('The target in proportion to the days worked in the role.'),
  score: RuleSchema.default({ rule: 'linear' }),
  noData: z.enum(['skip', 'zero', 'full']).default('skip').describe('Without an actual or a target: left out (the others weigh more), 0 points, or 100.'),
})

/** schemes/*.yaml: what a role is judged by. */
export const SchemeSchema = z
  .strictObject({
    scheme: z.string().min(1),
    name: LocalNameSchema.optional(),
    description: LocalNameSchema.optional(),
    ...inForce,
    lines: z.array(LineSchema).min(1),
    weights: z
      .record(z.string().min(1), z.record(z.string().min(1), WeightText))
      .default({})
      .describe('Period id → line → weight, where single periods weigh otherwise; each sums to 100. A weighted line that is not named weighs 0.'),
    newcomers: z
      .strictObject({ months: z.int().min(1), weights: z.record(z.string().min(1), WeightText) })
      .optional()
      .describe('Other weights for people in their first months; they go before those of a period.'),
    grades: z
      .array(
        z.strictObject({
          grade: z.string().min(1),
          from: NumberText.optional().describe('Score from which it is given; the last may take everybody below.'),
          coefficient: NumberText.optional().describe('What pay is multiplied by: 1.2 or 120%.'),
        }),
      )
      .default([])
      .describe('Best first.'),
    factors: z.enum(['applied', 'ignored']).default('applied').describe('Whether factors for outside causes (factors.csv) multiply the score and the points of lines.'),
    round: z.int().min(0).max(16).default(2).describe('Decimal places of the score, half up.'),
    feedback: z.enum(['weekly', 'monthly', 'quarterly', 'none']).optional().describe('How often the result is talked about.'),
  })
  .meta({ id: 'Scheme', title: 'schemes/*.yaml' })

export type SchemeDocument = z.output<typeof SchemeSchema>
export type RuleDocument = z.output<typeof RuleSchema>
