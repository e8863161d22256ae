import { z } from 'zod'
import { PeriodKindSchema } from '../../engine/documents/numbers.ts'
import { DayText, Exact } from '../http/shapes.ts'

/** Shapes of what is told about schemes. */

export const SchemeState = z.enum(['current', 'upcoming', 'past']).describe('Whether the period that holds today follows it, a later one will, or an earlier one did.')

export const RoleShown = z.object({ role: z.string(), name: z.string().describe('The position that most people of the role hold.') }).meta({ id: 'RoleShown' })

export const FindingShown = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    detail: z.string(),
    cure: z.string(),
    path: z.array(z.union([z.string(), z.number().int()])).describe('Place inside the document.'),
  })
  .meta({ id: 'SchemeFinding', description: 'What the checker says about a scheme, and what to do.' })

export const SchemeRow = z
  .object({
    id: z.string().describe('Id of the document: `hunter`, or `hunter@2026-04-01` for an edition with a first day.'),
    scheme: z.string().describe('What its editions share.'),
    name: z.string(),
    description: z.string(),
    every: PeriodKindSchema,
    roles: z.array(RoleShown).nullable().describe('Null: everybody.'),
    from: DayText.nullable(),
    until: DayText.nullable().describe('The first day that is no longer judged by it; where the next edition begins.'),
    state: SchemeState,
    mine: z.boolean().describe('Whether the asker is judged by it today.'),
    lines: z.number().int(),
    kpis: z.number().int(),
    people: z.number().int().describe('People whom it is for today, as far as one may see them; 0 where it is not current.'),
    warnings: z.number().int(),
    version: z.number().int(),
    publishedAt: z.string().describe('Instant in UTC, ISO 8601 with Z.'),
  })
  .meta({ id: 'SchemeRow' })

export const SchemeLineShown = z
  .object({
    line: z.string(),
    name: z.string(),
    measure: z.string(),
    measureName: z.string(),
    measureKind: z.enum(['aggregate', 'ratio', 'growth', 'formula', 'entered', 'rating']),
    sources: z.array(z.object({ source: z.string(), weight: Exact })).describe('Of a rating: who rates, and by what share; empty for anything else.'),
    unit: z.record(z.string(), z.number()).describe('Base units with exponents.'),
    percent: z.boolean().describe('The measure is stored times 100.'),
    better: z.enum(['more', 'less']),
    kpi: z.boolean(),
    weight: Exact.describe('Percent of the score; 0 for gates and for points that are added to it.'),
    target: z.object({
      kind: z.enum(['targets', 'fixed', 'formula', 'none']),
      text: z.string().nullable().describe('The level, the fixed figure or the formula, in words.'),
      fixed: Exact.nullable().describe('The fixed figure as its measure is stored.'),
      prorated: z.boolean(),
    }),
    rule: z.record(z.string(), z.unknown()).describe('RuleIr of src/engine/ir.ts.'),
    ruleText: z.string(),
    noData: z.enum(['skip', 'zero', 'full']),
  })
  .meta({ id: 'SchemeLine' })

const Weights = z.array(z.object({ line: z.string(), weight: Exact }))

export const SchemeShown = SchemeRow.extend({
  lines: z.array(SchemeLineShown),
  grades: z.array(z.object({ grade: z.string(), from: Exact.nullable(), coefficient: Exact.nullable() })).describe('Best first; null: everybody below.'),
  periodWeights: z.array(z.object({ period: z.string(), weights: Weights })),
  newcomers: z.object({ months: z.number().int(), weights: Weights }).nullable(),
  factors: z.boolean().describe('Whether factors for outside causes multiply scores.'),
  round: z.number().int(),
  startDay: z.enum(['counted', 'not-counted']),
  feedback: z.enum(['weekly', 'monthly', 'quarterly', 'none']).nullable(),
  findings: z.array(FindingShown),
  editions: z
    .array(z.object({ id: z.string(), from: DayText.nullable(), until: DayText.nullable(), state: SchemeState }))
    .describe('All editions of the scheme, the earliest first.'),
  incentives: z.array(z.object({ id: z.string(), name: z.string() })).describe('Incentive plans for its roles that read the score, the grade or the coefficient.'),
  body: z.unknown().describe('The document as its author wrote it; see docs/schema/scheme.schema.json.'),
}).meta({ id: 'SchemeShown' })

export const PersonOfScheme = z
  .object({ employee: z.string(), name: z.string(), unit: z.string().nullable(), position: z.string().nullable(), role: z.string().nullable() })
  .meta({ id: 'SchemePerson' })
