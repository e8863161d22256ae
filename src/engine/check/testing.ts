import type { Diagnostic } from '../../base/diagnostic.ts'
import type { CompanyDocument } from '../documents/company.ts'
import { type DocumentKind, parseDocument } from '../documents/parse.ts'
import type { Program } from '../ir.ts'
import { checkPlan } from './check-plan.ts'

/** Documents of a small company for tests, as they come from YAML: an order book with customers, costs, shares and foreign money. */
export const COMPANY = {
  company: 'test',
  currency: 'CNY',
  units: { customer: { zh: '客户', en: 'customers' }, piece: { zh: '件', en: 'pieces' }, order: { zh: '单', en: 'orders' } },
}

export const DATASETS: Record<string, Record<string, unknown>> = {
  orders: {
    dataset: 'orders',
    name: { zh: '订单', en: 'Orders' },
    key: ['id'],
    owner: 'sales',
    date: 'ordered',
    splits: { dataset: 'shares', record: 'order', employee: 'who', percent: 'share', overlay: 'extra' },
    fields: {
      id: 'text',
      customer: { type: 'reference', to: 'customers', name: { zh: '客户', en: 'Customer' } },
      product: { type: 'reference', to: 'products', name: { zh: '产品', en: 'Product' } },
      sales: { type: 'employee', name: { zh: '销售', en: 'Sales person' } },
      helper: 'employee',
      ordered: { type: 'date', name: { zh: '下单日期', en: 'Ordered' } },
      shipped: { type: 'timestamp', name: { zh: '发货时间', en: 'Shipped' } },
      status: { type: 'choice', choices: ['新建', '已完成', '取消'], aliases: { done: '已完成' }, name: { zh: '状态', en: 'Status' } },
      amount: { type: 'money', name: { zh: '金额', en: 'Amount' } },
      foreign: { type: 'money', currencyField: 'currency', name: { zh: '外币金额', en: 'Foreign amount' } },
      dollars: { type: 'money', currency: 'USD', name: '美元金额' },
      currency: 'text',
      quantity: { type: 'integer', unit: 'piece', name: { zh: '数量', en: 'Quantity' } },
      price: { type: 'money', unit: 'money/piece', name: { zh: '单价', en: 'Price' } },
      discount: { type: 'decimal', unit: 'percent', name: { zh: '折扣', en: 'Discount' } },
      paid: { type: 'boolean', name: { zh: '已付款', en: 'Paid' } },
      note: { type: 'text', name: { zh: '备注', en: 'Note' } },
      remark: { type: 'text', name: { zh: '备注', en: 'Remark' } },
    },
  },
  customers: {
    dataset: 'customers',
    name: { zh: '客户', en: 'Customers' },
    key: ['id'],
    fields: {
      id: 'text',
      region: { type: 'text', name: { zh: '区域', en: 'Region' } },
      grade: { type: 'reference', to: 'grades', name: '级别' },
      joined: 'date',
      manager: 'employee',
    },
  },
  grades: { dataset: 'grades', key: ['id'], effective: 'from', fields: { id: 'text', from: 'date', owner: 'employee', day: 'date', name: 'text' } },
  products: { dataset: 'products', key: ['id'], fields: { id: 'text', cost: { type: 'money', unit: 'money/piece', name: { zh: '成本', en: 'Cost' } } } },
  shares: { dataset: 'shares', key: ['order', 'who'], fields: { order: { type: 'reference', to: 'orders' }, who: 'employee', share: 'decimal', extra: 'boolean' } },
  surveys: {
    dataset: 'surveys',
    key: ['id'],
    owner: 'employee',
    date: 'day',
    fields: { id: 'text', employee: 'employee', day: 'date', score: { type: 'decimal', unit: 'percent' }, source: { type: 'choice', choices: ['peer', 'boss'] } },
  },
  prices: { dataset: 'prices', key: ['id', 'area'], fields: { id: 'text', area: 'text', number: 'integer' } },
}

export const MEASURES: Record<string, Record<string, unknown>> = {
  revenue: {
    measure: 'revenue',
    name: { zh: '销售额', en: 'Revenue' },
    kind: 'aggregate',
    unit: 'money',
    dataset: 'orders',
    aggregate: 'sum',
    value: 'amount',
    filter: 'status = "已完成"',
  },
  orders_count: { measure: 'orders_count', name: { zh: '订单数', en: 'Orders' }, kind: 'aggregate', unit: 'order', dataset: 'orders', aggregate: 'count' },
  customers_count: {
    measure: 'customers_count',
    name: { zh: '客户数', en: 'Customers' },
    kind: 'aggregate',
    unit: 'customer',
    dataset: 'orders',
    aggregate: 'distinct',
    value: 'customer',
  },
  pieces: { measure: 'pieces', name: { zh: '件数', en: 'Pieces' }, kind: 'aggregate', unit: 'piece', dataset: 'orders', aggregate: 'sum', value: 'quantity' },
  paid_rate: { measure: 'paid_rate', name: { zh: '付款率', en: 'Paid rate' }, kind: 'entered', unit: 'percent', over: 'average' },
  market: { measure: 'market', name: { zh: '市场规模', en: 'Market' }, kind: 'entered', unit: 'money', over: 'last' },
  team_revenue: { measure: 'team_revenue', name: { zh: '团队销售额', en: 'Team revenue' }, kind: 'formula', unit: 'money', scope: 'team', formula: 'revenue' },
  below_revenue: { measure: 'below_revenue', name: { zh: '下线销售额', en: 'Downline revenue' }, kind: 'formula', unit: 'money', scope: 'downline', formula: 'revenue' },
}

/** A document in which some things are changed: a path such as `fields.amount.unit` takes a value; undefined removes it. */
export function changed(document: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  const copy = structuredClone(document)
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let at = copy
    for (const key of keys) {
      if (typeof at[key] !== 'object' || at[key] === null) at[key] = {}
      at = at[key] as Record<string, unknown> // an object, made just now where there was none
    }
    if (value === undefined) delete at[last]
    else at[last] = value
  }
  return copy
}

interface RawPlan {
  readonly company?: unknown
  readonly datasets?: Readonly<Record<string, unknown>>
  readonly measures?: Readonly<Record<string, unknown>>
  readonly tables?: Readonly<Record<string, unknown>>
  readonly incentives?: Readonly<Record<string, unknown>>
}

/** Parse and check a plan in which documents are replaced (or added) by name; the file of a document is its name. */
export function checkRaw(plan: RawPlan = {}): { program: Program | null; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const read = <K extends DocumentKind>(kind: K, value: unknown, file: string) => {
    const parsed = parseDocument(kind, value)
    diagnostics.push(...parsed.diagnostics.map((d) => ({ ...d, place: { ...d.place, file } })))
    return parsed.document === null ? [] : [{ document: parsed.document, file }]
  }
  const all = (base: Record<string, unknown>, more: Readonly<Record<string, unknown>> = {}) => Object.entries({ ...base, ...more }).filter(([, value]) => value !== undefined)
  const [company] = read('company', plan.company ?? COMPANY, 'company')
  const datasets = all(DATASETS, plan.datasets).flatMap(([file, value]) => read('dataset', value, file))
  const measures = all(MEASURES, plan.measures).flatMap(([file, value]) => read('measure', value, file))
  const tables = all({}, plan.tables).flatMap(([file, value]) => read('table', value, file))
  const incentives = all({}, plan.incentives).flatMap(([file, value]) => read('incentive', value, file))
  const checked = checkPlan({
    company: company ?? {
      document: {
        ...COMPANY,
        timezone: 'Asia/Shanghai',
        currencyDecimals: 2,
        calendar: { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' },
      } as CompanyDocument,
    },
    datasets,
    measures,
    tables,
    incentives,
  }) // the fallback is a whole company document
  return { program: diagnostics.length > 0 ? null : checked.program, diagnostics: [...diagnostics, ...checked.diagnostics] }
}
