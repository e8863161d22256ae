import { z } from 'zod'
import { PERIOD_KINDS } from '../../base/calendar.ts'
import { PLAN_TRAITS } from '../../engine/plan-traits.ts'

/** Shapes that answers about plans and tables share. */

/** Plain data of the engine that the pages compute with: AmountIr of src/engine/ir.ts, TableDocument of src/engine/documents/table.ts. */
const EngineData = z.record(z.string(), z.unknown())

export const FindingShown = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    path: z.array(z.union([z.string(), z.number()])).describe('Where in the document: `components`, 0, `cap`.'),
    say: z.string(),
    cure: z.string(),
  })
  .meta({ id: 'RuleFinding', description: 'What the checker or the linter says about a document.' })

const Leaf = z
  .object({
    key: z.string(),
    node: z.enum(['value', 'target', 'pay', 'result', 'tenure', 'presence']),
    text: z.string().describe('As formulas write it.'),
    measure: z.string().nullable(),
    percent: z.boolean(),
    unit: z.record(z.string(), z.number()),
    unitName: z.string(),
  })
  .meta({ id: 'PlanLeaf', description: 'Something that an amount asks about a person.' })

const Component = z
  .object({
    component: z.string(),
    name: z.string(),
    formula: z.string(),
    conditions: z.array(z.object({ name: z.string(), formula: z.string() })),
    floor: z.string().nullable(),
    cap: z.string().nullable(),
    over: z.enum(['period', 'year']),
    round: z.number().int(),
    traits: z.array(z.enum(PLAN_TRAITS)),
    tables: z.array(z.string()),
    asks: z.array(Leaf),
    base: z.string().nullable().describe('Key of the leaf that the pay is drawn against.'),
    amount: EngineData.describe('AmountIr of src/engine/ir.ts.'),
  })
  .meta({ id: 'PlanComponent' })

export const TableShown = z
  .object({
    table: z.string(),
    name: z.string(),
    description: z.string(),
    own: z.boolean().describe('Of one plan alone.'),
    units: z.record(z.string(), z.string()).describe('Units of the document in words: `money` → 元.'),
    document: EngineData.describe('TableDocument of src/engine/documents/table.ts.'),
  })
  .meta({ id: 'RateTable' })

const Role = z.object({ id: z.string(), name: z.string() })

const Head = {
  id: z.string().describe('Of the document: `hunter`, `hunter@2026-04-01`.'),
  incentive: z.string(),
  name: z.string(),
  description: z.string(),
  roles: z.array(Role).nullable().describe('Null: everybody.'),
  every: z.enum(PERIOD_KINDS),
  from: z.string().nullable(),
  until: z.string().nullable().describe('Periods that begin on this day or later no longer follow it; where the next edition begins.'),
  version: z.number().int(),
  publishedAt: z.string(),
  findings: z.array(FindingShown),
}

export const PlanRow = z.object({ ...Head, components: z.array(z.object({ component: z.string(), name: z.string() })) }).meta({ id: 'IncentiveRow' })

export const PlanBody = z.object({ components: z.array(Component), tables: z.array(TableShown) }).meta({ id: 'IncentiveBody', description: 'What a plan pays.' })

export const PlanDetail = z
  .object({ ...Head, startDay: z.enum(['counted', 'not-counted']), currency: z.string(), components: z.array(Component), tables: z.array(TableShown) })
  .meta({ id: 'Incentive' })

const Use = z.object({ kind: z.enum(['incentive', 'measure']), id: z.string(), name: z.string(), component: z.string().nullable() }).meta({ id: 'TableUse' })

export const TableRow = z
  .object({
    table: z.string(),
    name: z.string(),
    description: z.string(),
    kind: z.enum(['tiers', 'curve', 'lookup']),
    rows: z.number().int(),
    usedBy: z.array(Use),
    version: z.number().int(),
    publishedAt: z.string(),
  })
  .meta({ id: 'RateTableRow' })

export const TableDetail = TableShown.extend({ version: z.number().int(), publishedAt: z.string(), usedBy: z.array(Use), findings: z.array(FindingShown) }).meta({
  id: 'RateTableDetail',
})
