import { type DatasetDocument, DatasetSchema } from '../documents/dataset.ts'
import type { CompanyIr, CreditIr, DatasetIr, Expr, FieldType, PathStep } from '../ir.ts'
import { field, step } from './build.ts'
import { CHOICES, DATASET_NAMES, FIELD_NAMES } from './names.ts'
import type { Rng } from './rng.ts'

/** How the values of a field are made up, where its type alone does not say. */
export type FieldRole = 'id' | 'number-in-order' | 'valid-from' | 'percent' | 'currency'

export interface FieldShape {
  readonly name: string
  readonly type: FieldType
  readonly role?: FieldRole
  readonly required?: boolean
  readonly to?: string
  readonly currency?: string
  readonly currencyField?: string
  readonly choices?: readonly string[]
}

export interface DatasetShape {
  readonly name: string
  readonly key: readonly string[]
  readonly effective: string | null
  readonly fields: readonly FieldShape[]
  /** Null: nobody measures it; it is only referred to. */
  readonly counting: { readonly credit: CreditIr; readonly date: Expr } | null
  readonly records: number
}

/** Datasets that refer only to earlier ones, and to themselves. */
export type Shape = readonly DatasetShape[]

/** Gives the fields of one dataset names that differ. */
function namer(rng: Rng): () => string {
  const left = rng.some(FIELD_NAMES, FIELD_NAMES.length)
  return () => left.pop() ?? 'no name left'
}

/** Customers, dated products, deals, lines of deals and shares of deals: two to five datasets with every type and kind of reference. */
export function randomShape(rng: Rng): Shape {
  const names = rng.some(DATASET_NAMES, 5)
  const name = (): string => names.pop() ?? 'no name left'
  const customers = customersShape(rng, name())
  const products = rng.chance(0.7) ? productsShape(rng, name(), customers) : null
  const shares = rng.chance(0.6) ? name() : null
  const deals = dealsShape(rng, { name: name(), customers, products })
  const lines = rng.chance(0.5) ? linesShape(rng, { name: name(), deals, products }) : null
  const splits = shares === null ? null : sharesShape(rng, shares, deals)
  return [customers, products, deals.shape, lines, splits?.shape ?? null]
    .filter((d) => d !== null)
    .map((d) => (d === deals.shape && splits !== null ? withSplits(d, splits.splits) : d))
}

const idType = (rng: Rng): FieldType => rng.pick(['text', 'text', 'text', 'integer'] as const)

interface Customers extends DatasetShape {
  readonly keeper: string
  readonly parent: string
}

function customersShape(rng: Rng, name: string): Customers {
  const next = namer(rng)
  const [id, keeper, segment, since, limit, parent] = [next(), next(), next(), next(), next(), next()]
  const fields: FieldShape[] = [
    { name: id, type: idType(rng), role: 'id', required: true },
    { name: keeper, type: 'employee' },
    { name: segment, type: 'choice', choices: CHOICES },
    { name: since, type: 'date' },
    { name: limit, type: 'decimal' },
    { name: parent, type: 'reference', to: name },
    { name: next(), type: 'boolean' },
  ]
  return {
    name,
    key: [id],
    effective: null,
    fields,
    keeper,
    parent,
    records: rng.int(2, 8),
    counting: { credit: { owner: field(keeper, 'employee'), splits: null, overlays: [] }, date: field(since, 'date') },
  }
}

interface Products extends DatasetShape {
  readonly keeper: string
}

function productsShape(rng: Rng, name: string, customers: Customers): Products {
  const next = namer(rng)
  const [code, from, keeper] = [next(), next(), next()]
  const fields: FieldShape[] = [
    { name: code, type: 'text', role: 'id', required: true },
    { name: from, type: 'date', role: 'valid-from' },
    { name: next(), type: 'decimal' },
    { name: next(), type: 'text' },
    { name: next(), type: 'reference', to: customers.name },
    { name: keeper, type: 'employee' },
    { name: next(), type: 'money', currency: rng.pick(['USD', 'CNY', 'EUR']) },
  ]
  return { name, key: [code, from], effective: from, fields, keeper, records: rng.int(3, 10), counting: null }
}

interface Deals {
  readonly shape: DatasetShape
  readonly id: string
  readonly day: string
  readonly owner: string
  readonly customer: string
}

function dealsShape(rng: Rng, of: { name: string; customers: Customers; products: Products | null }): Deals {
  const next = namer(rng)
  const [id, day, owner, helper, customer, product, currency, at] = [next(), next(), next(), next(), next(), next(), next(), next()]
  const fixed = rng.pick([{ currency: 'USD' }, { currencyField: currency }, { currencyField: currency }, {}])
  const fields: FieldShape[] = [
    { name: id, type: idType(rng), role: 'id', required: true },
    { name: day, type: 'date' },
    { name: owner, type: 'employee' },
    { name: helper, type: 'employee' },
    { name: customer, type: 'reference', to: of.customers.name },
    { name: currency, type: rng.pick(['text', 'choice'] as const), role: 'currency', choices: ['CNY', 'USD', 'EUR', 'JPY'] },
    { name: next(), type: 'money', ...fixed },
    { name: next(), type: 'integer' },
    { name: next(), type: 'decimal' },
    { name: next(), type: 'boolean' },
    { name: next(), type: 'choice', choices: CHOICES },
    { name: next(), type: 'text' },
    { name: at, type: 'timestamp' },
    ...(of.products === null ? [] : [{ name: product, type: 'reference', to: of.products.name } as const]),
  ]
  const keeper = field(of.customers.keeper, 'employee', step(customer, of.customers.name))
  const owners = [
    field(owner, 'employee'),
    field(owner, 'employee'),
    keeper,
    ...(of.products === null ? [] : [field(of.products.keeper, 'employee', step(product, of.products.name))]),
  ]
  const overlays = rng.chance(0.4) ? [{ to: rng.pick([field(helper, 'employee'), keeper]), percent: rng.pick(['20', '12.5', '100']) }] : []
  const counting = { credit: { owner: rng.pick(owners), splits: null, overlays }, date: rng.pick([field(day, 'date'), field(day, 'date'), field(at, 'timestamp')]) }
  return { shape: { name: of.name, key: [id], effective: null, fields, records: rng.int(10, 40), counting }, id, day, owner, customer }
}

function linesShape(rng: Rng, of: { name: string; deals: Deals; products: Products | null }): DatasetShape {
  const next = namer(rng)
  const [deal, no, product, day, who] = [next(), next(), next(), next(), next()]
  const { shape: deals } = of.deals
  const fields: FieldShape[] = [
    { name: deal, type: 'reference', to: deals.name, required: true },
    { name: no, type: 'integer', role: 'number-in-order', required: true },
    { name: next(), type: 'decimal' },
    { name: next(), type: 'money' },
    { name: day, type: 'date' },
    { name: who, type: 'employee' },
    ...(of.products === null ? [] : [{ name: product, type: 'reference', to: of.products.name } as const]),
  ]
  const toDeal: PathStep = step(deal, deals.name)
  const counting = {
    credit: {
      owner: rng.pick([field(of.deals.owner, 'employee', toDeal), field(who, 'employee')]),
      splits: null,
      overlays: rng.chance(0.3) ? [{ to: field(who, 'employee'), percent: '50' }] : [],
    },
    date: rng.pick([field(of.deals.day, 'date', toDeal), field(day, 'date')]),
  }
  return {
    name: of.name,
    key: rng.pick([
      [deal, no],
      [no, deal],
    ]),
    effective: null,
    fields,
    records: rng.int(10, 40),
    counting,
  }
}

type Splits = NonNullable<CreditIr['splits']>

function sharesShape(rng: Rng, name: string, deals: Deals): { shape: DatasetShape; splits: Splits } {
  const next = namer(rng)
  const [record, employee, percent, overlay] = [next(), next(), next(), next()]
  const fields: FieldShape[] = [
    { name: record, type: 'reference', to: deals.shape.name, required: true },
    { name: employee, type: 'employee', required: true },
    { name: percent, type: 'decimal', role: 'percent' },
    { name: overlay, type: 'boolean' },
  ]
  const withOverlay = rng.chance(0.7)
  return {
    shape: { name, key: [record, employee], effective: null, fields, records: rng.int(3, 15), counting: null },
    splits: { dataset: name, record, employee, percent, overlay: withOverlay ? overlay : null },
  }
}

function withSplits(deals: DatasetShape, splits: Splits): DatasetShape {
  return deals.counting === null ? deals : { ...deals, counting: { ...deals.counting, credit: { ...deals.counting.credit, splits } } }
}

/** The dataset as the checker hands it on. */
export function datasetIr(shape: DatasetShape, company: CompanyIr): DatasetIr {
  const fields = shape.fields.map((f): [string, DatasetIr['fields'][string]] => [
    f.name,
    {
      type: f.type,
      required: f.required === true,
      to: f.to ?? null,
      unit: f.type === 'money' ? { [company.currency]: 1 } : {},
      currency: f.type === 'money' && f.currencyField === undefined ? (f.currency ?? company.currency) : null,
      currencyField: f.currencyField ?? null,
    },
  ])
  return { dataset: shape.name, key: shape.key, effective: shape.effective, fields: Object.fromEntries(fields) }
}

/** The same dataset as a document that a user could have written. */
export function documentOf(shape: DatasetShape): DatasetDocument {
  const pathText = (e: Expr): string => (e.node === 'field' ? [...e.path.map((s) => s.field), e.field].join('.') : '')
  const { counting } = shape
  const fields = Object.fromEntries(
    shape.fields.map((f) => {
      const { name, role: _, choices, ...rest } = f
      return [name, { ...rest, ...(f.type === 'choice' ? { choices } : {}) }]
    }),
  )
  const { splits = null, overlays = [] } = counting?.credit ?? {}
  return DatasetSchema.parse({
    dataset: shape.name,
    key: shape.key,
    fields,
    ...(shape.effective === null ? {} : { effective: shape.effective }),
    ...(counting === null
      ? {}
      : { owner: pathText(counting.credit.owner), date: pathText(counting.date), overlays: overlays.map((o) => ({ to: pathText(o.to), percent: o.percent })) }),
    ...(splits === null
      ? {}
      : {
          splits: {
            dataset: splits.dataset,
            record: splits.record,
            employee: splits.employee,
            percent: splits.percent,
            ...(splits.overlay === null ? {} : { overlay: splits.overlay }),
          },
        }),
  })
}
