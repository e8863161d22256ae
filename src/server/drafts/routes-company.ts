import { z } from 'zod'
import { lastDay, PERIOD_KINDS, type Period } from '../../base/calendar.ts'
import { look, type Route } from '../http/route.ts'
import { DayText } from '../http/shapes.ts'
import { companyEffect } from './company-effect.ts'
import { DocumentBody } from './shapes.ts'

const Span = z.object({ id: z.string(), kind: z.enum(PERIOD_KINDS), from: DayText, last: DayText })
const Count = z.number().int()

const CompanyEffectShown = z
  .object({
    year: z.array(Span).describe('The year that holds today and its quarters, by the drafted calendar.'),
    open: z.array(Span).describe('Periods that would be computed anew by themselves.'),
    moved: z
      .array(z.object({ id: z.string(), before: Span, after: Span.nullable(), computed: z.boolean(), targets: Count, factors: Count }))
      .describe('Periods with results, targets or factors that the drafted calendar cuts otherwise, or no longer has.'),
    currency: z
      .object({ from: z.string(), to: z.string(), fields: Count, records: Count, targets: Count, rates: Count })
      .nullable()
      .describe('Where the currency changes: how much was written without a currency of its own, and how many exchange rates are into the old one.'),
    timestamps: Count.nullable().describe('Where the time zone changes: fields with a time of day.'),
  })
  .meta({ id: 'CompanyEffect' })

const span = (p: Period) => ({ id: p.id, kind: p.kind, from: p.from, last: lastDay(p) })

const COMPANY_BYTES = 1_048_576

export const companyRoutes: readonly Route[] = [
  look(
    {
      id: 'effectOfCompany',
      method: 'post',
      path: '/drafts/company/effect',
      tag: 'documents',
      summary: 'What publishing a drafted company would do to periods, amounts and days. Nothing is stored. Null where the draft cannot be read: the check says why.',
      may: 'rule.write',
      body: z.strictObject({ body: DocumentBody }),
      reply: CompanyEffectShown.nullable(),
      bodyBytes: COMPANY_BYTES,
    },
    async (read, { body, today }) => {
      const found = await companyEffect(read, body.body, today)
      if (found === null) return null
      const moved = found.moved.map((m) => ({ ...m, before: span(m.before), after: m.after === null ? null : span(m.after) }))
      return { ...found, year: found.year.map(span), open: found.open.map(span), moved }
    },
  ),
]
