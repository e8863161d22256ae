import type { CalendarCode } from './report.ts'
import { COMPANY, changed, DATASETS, MEASURES } from './testing.ts'
import type { EngineCode } from './texts.ts'

/** One mistake in an otherwise good plan, and what is to be said about it. */
export interface BadPlan {
  readonly code: EngineCode | CalendarCode
  /** Document in which it stands, by name, with the changes that make the mistake. */
  readonly in: string
  readonly change: Readonly<Record<string, unknown>>
  /** Path of the diagnostic, joined by dots. */
  readonly path: string
  /** The part of the formula it points at. */
  readonly at?: string
}

function dataset(code: EngineCode, name: string, change: Record<string, unknown>, path: string, at?: string): BadPlan {
  return { code, in: name, change, path, ...(at === undefined ? {} : { at }) }
}

/** A wrong `filter` of the measure revenue. */
function filter(code: EngineCode, text: string, at: string): BadPlan {
  return { code, in: 'revenue', change: { filter: text }, path: 'filter', at }
}

/** A wrong `value` of the measure revenue. */
function value(code: EngineCode, text: string, at: string): BadPlan {
  return { code, in: 'revenue', change: { value: text }, path: 'value', at }
}

/** A wrong formula over measures. */
function formula(code: EngineCode, text: string, at: string): BadPlan {
  return { code, in: 'team_revenue', change: { formula: text, scope: 'own' }, path: 'formula', at }
}

const shape: BadPlan[] = [
  { code: 'document.unknown-key', in: 'company', change: { curency: 'CNY' }, path: 'curency' },
  { code: 'document.unknown-key', in: 'orders', change: { 'fields.amount.unti': 'x' }, path: 'fields.amount.unti' },
  { code: 'document.comma', in: 'team_revenue', change: { formula: 'max(a', 'b)': null }, path: 'b)' },
  { code: 'document.missing', in: 'revenue', change: { dataset: undefined }, path: '' },
  { code: 'document.missing', in: 'revenue', change: { kind: undefined }, path: '' },
  { code: 'document.type', in: 'revenue', change: { value: 12 }, path: 'value' },
  { code: 'document.type', in: 'orders', change: { fields: 'amount' }, path: 'fields' },
  { code: 'document.choice', in: 'revenue', change: { aggregate: 'total' }, path: 'aggregate' },
  { code: 'document.choice', in: 'revenue', change: { kind: 'agregate' }, path: 'kind' },
  { code: 'document.choice', in: 'revenue', change: { scope: 'teem' }, path: 'scope' },
  { code: 'document.choice', in: 'orders', change: { 'fields.amount': 'monney' }, path: 'fields.amount' },
  { code: 'document.too-small', in: 'revenue', change: { round: -1 }, path: 'round' },
  { code: 'document.too-big', in: 'revenue', change: { round: 17 }, path: 'round' },
  { code: 'document.empty', in: 'revenue', change: { measure: '' }, path: 'measure' },
  { code: 'document.empty', in: 'orders', change: { key: [] }, path: 'key' },
  { code: 'document.length', in: 'company', change: { calendar: { kind: 'weeks', pattern: [4, 9], years: {} } }, path: 'calendar.pattern' },
  { code: 'document.format', in: 'company', change: { currency: 'rmb' }, path: 'currency' },
  { code: 'document.format', in: 'company', change: { calendar: { kind: 'weeks', years: { next: '2026-01-01' } } }, path: 'calendar.years.next' },
]

const company: BadPlan[] = [
  { code: 'company.timezone', in: 'company', change: { timezone: 'Asia/Peking' }, path: 'timezone' },
  { code: 'calendar.no-day', in: 'company', change: { calendar: { kind: 'weeks', years: { 2026: '2026-02-30' } } }, path: 'calendar.years.2026' },
  { code: 'calendar.pattern', in: 'company', change: { calendar: { kind: 'weeks', pattern: [4, 4, 4], years: { 2026: '2026-01-05' } } }, path: 'calendar.pattern' },
  {
    code: 'calendar.quarters-order',
    in: 'company',
    change: { calendar: { kind: 'quarters', quarterStarts: ['03-05', '09-05', '06-05', '12-05'] } },
    path: 'calendar.quarterStarts.2',
  },
  { code: 'company.unit-reserved', in: 'company', change: { 'units.day': '日' }, path: 'units.day' },
  { code: 'company.unit-reserved', in: 'company', change: { 'units.USD': '美元' }, path: 'units.USD' },
  { code: 'company.decimals', in: 'company', change: { currency: 'JPY' }, path: 'currencyDecimals' },
  { code: 'company.unused-unit', in: 'company', change: { 'units.visit': '次' }, path: 'units.visit' },
  { code: 'name.bad', in: 'company', change: { 'units. visit': '次' }, path: 'units. visit' },
]

const names: BadPlan[] = [
  dataset('name.bad', 'prices', { 'fields._id': 'text' }, 'fields._id'),
  dataset('name.bad', 'prices', { dataset: 'prices~history' }, 'dataset'),
  dataset('name.reserved', 'prices', { 'fields.constructor': 'text' }, 'fields.constructor'),
  dataset('name.too-long', 'prices', { [`fields.${'字'.repeat(20)}`]: 'text' }, `fields.${'字'.repeat(20)}`),
  dataset('name.too-long', 'prices', { dataset: 'p'.repeat(52) }, 'dataset'),
  dataset('name.bad', 'revenue', { measure: 'a#b' }, 'measure'),
  dataset('name.duplicate', 'pieces', { measure: 'revenue' }, 'measure'),
  dataset('name.duplicate', 'prices', { dataset: 'orders' }, 'dataset'),
  dataset('name.unknown-dataset', 'revenue', { dataset: 'order' }, 'dataset'),
  dataset('name.unknown-dataset', 'orders', { 'fields.customer.to': 'customer' }, 'fields.customer.to'),
  dataset('name.unknown-dataset', 'orders', { 'splits.dataset': 'share' }, 'splits.dataset'),
  dataset('name.unknown-unit', 'revenue', { unit: 'mony' }, 'unit'),
  dataset('name.unknown-unit', 'orders', { 'fields.quantity.unit': 'peice' }, 'fields.quantity.unit'),
  value('name.unknown-field', '金额 - 成本额', '成本额'),
  value('name.unknown-field', 'product.costs', 'costs'),
  filter('name.ambiguous', '备注 = "x"', '备注'),
  filter('name.needs-space', '客户为空', '客户为空'),
  filter('name.needs-space', '已付款且 金额 > 1', '已付款且'),
  formula('name.unknown-measure', '销售 + 1', '销售'),
  formula('name.needs-space', '如果(销售额为空, 0, 1)', '销售额为空'),
  dataset('name.unknown-field', 'orders', { key: ['number'] }, 'key.0'),
  dataset('name.unknown-field', 'orders', { source: { file: 'a.csv', columns: { amont: 'Amount' } } }, 'source.columns.amont'),
  dataset('name.unknown-field', 'orders', { 'fields.foreign.currencyField': 'curency' }, 'fields.foreign.currencyField'),
  filter('path.not-reference', '销售.区域 = "北"', '销售'),
  dataset(
    'path.too-long',
    'products',
    { 'fields.parent': { type: 'reference', to: 'products' }, owner: 'parent.parent.parent.parent.parent.parent.id' },
    'owner',
    'parent.parent.parent.parent.parent.parent.id',
  ),
  formula('path.in-formula', 'orders.amount + 1', 'orders.amount'),
  dataset('path.expected', 'orders', { owner: 'sales + 1' }, 'owner', 'sales + 1'),
  dataset('path.effective', 'orders', { owner: 'customer.grade.owner' }, 'owner', 'customer.grade.owner'),
  dataset('path.effective', 'revenue', { date: 'customer.grade.day' }, 'date', 'customer.grade.day'),
]

const types: BadPlan[] = [
  filter('type.expected', '金额', '金额'),
  filter('type.expected', '金额 且 已付款', '金额'),
  filter('type.expected', '金额 包含 "1"', '金额'),
  value('type.expected', '客户 × 2', '客户'),
  value('type.expected', '绝对值(已付款)', '已付款'),
  value('type.expected', '如果(金额, 1, 2)', '金额'),
  value('type.expected', '已付款', '已付款'),
  filter('type.mismatch', '下单日期 > "2026-01-01"', '下单日期 > "2026-01-01"'),
  filter('type.mismatch', '状态 属于 ("新建", 3)', '3'),
  filter('type.order', '客户 > "A"', '客户 > "A"'),
  filter('type.compare-null', '金额 = 空值', '金额 = 空值'),
  value('type.compare-null', '金额 + null', 'null'),
  filter('type.list-literal', '客户 in ("A", id)', 'id'),
  filter('type.bad-date', '下单日期 = date("2026-02-29")', '"2026-02-29"'),
  value('type.subtract-dates', '发货时间 - 下单日期', '发货时间 - 下单日期'),
  value('type.literal-expected', 'round(金额, 数量)', '数量'),
  filter('type.literal-expected', '下单日期 = date(note)', 'note'),
  formula('type.literal-expected', 'team(revenue, 0)', '0'),
  filter('choice.unknown', '状态 = "已完结"', '"已完结"'),
  filter('choice.unknown', '状态 in ("新建", "done")', '"done"'),
  value('level.formula-only', '上期(金额)', '上期(金额)'),
  formula('level.record-only', '如果(first(revenue), 1, 2)', 'first(revenue)'),
  formula('level.reward-only', 'revenue × 得分()', '得分()'),
  value('level.reward-only', '金额 × 在岗比例()', '在岗比例()'),
  formula('name.unknown-table', '阶梯(commision, revenue)', 'commision'),
  formula('call.needs-measure', 'previous(revenue + 1)', 'revenue + 1'),
  dataset('call.needs-measure', 'team_revenue', { kind: 'growth', formula: undefined, of: 'revenue + 1', against: 'previous', unit: 'percent' }, 'of', 'revenue + 1'),
  formula('call.team-twice', 'team(below_revenue)', 'team(below_revenue)'),
  formula('call.team-twice', 'downline(team(revenue))', 'downline(team(revenue))'),
  filter('seen.nested', 'first(客户 where earlier(客户))', 'earlier(客户)'),
  filter('seen.bad-key', 'first("x")', '"x"'),
  value('zero-divisor', '金额 ÷ 0', '金额 ÷ 0'),
]

const units: BadPlan[] = [
  formula('unit.mismatch', '销售额 + 客户数', '销售额 + 客户数'),
  formula('unit.mismatch', '1 + (销售额 - 订单数)', '销售额 - 订单数'),
  formula('unit.mismatch', '如果(销售额 > 件数, 1, 2)', '销售额 > 件数'),
  formula('unit.mismatch', '如果(真, 销售额, 件数)', '如果(真, 销售额, 件数)'),
  formula('unit.mismatch', '缺省(销售额, 件数)', '缺省(销售额, 件数)'),
  formula('unit.mismatch', '最大(销售额, 1, 件数)', '最大(销售额, 1, 件数)'),
  formula('unit.mismatch-plain', '销售额 + 30%', '销售额 + 30%'),
  formula('unit.result', '销售额 ÷ 客户数', '销售额 ÷ 客户数'),
  value('unit.result', '数量', '数量'),
  value('unit.result', '单价 × 数量 × 数量', '单价 × 数量 × 数量'),
  dataset('unit.bad', 'revenue', { unit: 'money/' }, 'unit'),
  dataset('unit.percent-compound', 'revenue', { unit: 'percent/customer' }, 'unit'),
  dataset('unit.foreign-currency', 'revenue', { unit: 'USD' }, 'unit'),
  dataset('unit.count', 'orders_count', { unit: 'money' }, 'unit'),
  dataset('unit.count', 'customers_count', { unit: 'percent' }, 'unit'),
  dataset('unit.sum-of-percent', 'revenue', { unit: 'percent', value: 'discount' }, 'unit'),
  dataset('unit.sum-of-percent', 'paid_rate', { over: 'sum' }, 'over'),
  filter('unit.percent-literal', '折扣 > 30', '30'),
]

const datasets: BadPlan[] = [
  dataset('dataset.built-in', 'prices', { dataset: 'ratings' }, 'dataset'),
  dataset('dataset.no-fields', 'prices', { fields: {} }, 'fields'),
  dataset('dataset.key-twice', 'prices', { key: ['id', 'area', 'id'] }, 'key.2'),
  dataset('dataset.key-type', 'orders', { key: ['id', 'amount'] }, 'key.1'),
  dataset('dataset.owner-type', 'orders', { owner: 'customer' }, 'owner', 'customer'),
  dataset('dataset.owner-type', 'revenue', { owner: '产品.成本' }, 'owner', '产品.成本'),
  dataset('dataset.date-type', 'orders', { date: 'amount' }, 'date', 'amount'),
  dataset('dataset.effective-type', 'prices', { effective: 'area' }, 'effective'),
  dataset('dataset.effective-key', 'grades', { key: ['from'] }, 'effective'),
  dataset('dataset.reference-no-target', 'orders', { 'fields.customer.to': undefined }, 'fields.customer'),
  dataset('dataset.setting-unfit', 'orders', { 'fields.note.unit': 'piece' }, 'fields.note.unit'),
  dataset('dataset.setting-unfit', 'orders', { 'fields.note.to': 'customers' }, 'fields.note.to'),
  dataset('dataset.reference-key', 'orders', { 'fields.customer.to': 'prices' }, 'fields.customer.to'),
  dataset('dataset.reference-key-type', 'products', { 'fields.id': 'integer' }, 'fields.product.to'),
  dataset('dataset.no-choices', 'orders', { 'fields.status.choices': undefined }, 'fields.status'),
  dataset('dataset.choice-twice', 'orders', { 'fields.status.choices': ['新建', '已完成', '新建'] }, 'fields.status.choices.2'),
  dataset('dataset.alias-target', 'orders', { 'fields.status.aliases': { finished: '完成' } }, 'fields.status.aliases.finished'),
  dataset('dataset.currency-twice', 'orders', { 'fields.foreign.currency': 'USD' }, 'fields.foreign.currencyField'),
  dataset('dataset.currency-type', 'orders', { 'fields.foreign.currencyField': 'quantity' }, 'fields.foreign.currencyField'),
  dataset('dataset.money-unit', 'orders', { 'fields.amount.unit': 'piece' }, 'fields.amount.unit'),
  dataset('dataset.splits-record', 'orders', { 'splits.record': 'who' }, 'splits.record'),
  dataset('dataset.splits-type', 'orders', { 'splits.percent': 'extra' }, 'splits.percent'),
  dataset('dataset.overlay-percent', 'orders', { overlays: [{ to: 'helper', percent: 130 }] }, 'overlays.0.percent'),
]

const rating = { measure: 'score', kind: 'rating', unit: 'number', sources: { 上级: { weight: 60 }, 同事: { weight: 40 } } }

const measures: BadPlan[] = [
  dataset('measure.no-value', 'revenue', { value: undefined }, 'aggregate'),
  dataset('measure.value-for-count', 'orders_count', { value: 'amount' }, 'value'),
  dataset('measure.no-owner', 'revenue', { dataset: 'shares', value: '1', filter: undefined }, 'dataset'),
  dataset('measure.no-date', 'revenue', { dataset: 'shares', value: '1', filter: undefined, owner: 'who' }, 'dataset'),
  dataset('measure.credit-share', 'customers_count', { credit: 'share' }, 'credit'),
  dataset('measure.cycle', 'team_revenue', { formula: 'below_revenue + previous(team_revenue)', scope: 'own' }, 'formula'),
  dataset('measure.no-sources', 'pieces', { ...only(rating), sources: {} }, 'sources'),
  dataset('measure.weight', 'pieces', { ...only(rating), 'sources.上级.weight': '-5' }, 'sources.上级.weight'),
  dataset('measure.weights', 'pieces', { ...only(rating), 'sources.上级.weight': '50.5' }, 'sources'),
  dataset('measure.no-source-field', 'pieces', { ...only(rating), dataset: 'orders', score: 'amount', unit: 'money' }, 'sources.上级'),
  dataset('choice.unknown', 'pieces', { ...only(rating), dataset: 'surveys', unit: 'percent', sources: { per: { weight: 100 } } }, 'sources.per'),
  dataset('measure.last-team', 'market', { scope: 'team' }, 'scope'),
  dataset('measure.last-team', 'team_revenue', { formula: 'team(market)', scope: 'own' }, 'formula'),
  dataset('measure.scope-mixed', 'team_revenue', { formula: 'revenue + below_revenue' }, 'scope'),
  dataset('measure.same-ratio', 'team_revenue', { kind: 'ratio', formula: undefined, numerator: 'revenue', denominator: '销售额', unit: 'percent', scope: 'own' }, 'denominator'),
  dataset('measure.never', 'revenue', { filter: '客户 = "A" 且 客户 = "B"' }, 'filter', '客户 = "B"'),
]

/** The whole of a document in place of another: what the other has more is removed. */
function only(document: Record<string, unknown>): Record<string, unknown> {
  return { name: undefined, dataset: undefined, aggregate: undefined, value: undefined, ...structuredClone(document) }
}

const spelling: BadPlan[] = [
  filter('formula.empty', ' ', ' '),
  value('formula.expected-value', '金额 + * 2', '*'),
  value('formula.unclosed-paren', '(金额', '('),
  value('formula.unexpected-paren', '金额)', ')'),
  value('formula.missing-operator', '金额 数量', '数量'),
  value('formula.unexpected', '金额, 数量', ','),
  value('formula.unexpected-character', '金额 # 数量', '#'),
  filter('formula.unclosed-text', '状态 = "新建', '"新建'),
  filter('formula.unclosed-name', '「状态 = 1', '「状态 = 1'),
  filter('formula.chained-comparison', '1 < 金额 < 9', '<'),
  value('formula.unknown-function', '合计(金额)', '合计'),
  value('formula.arity', '四舍五入()', '四舍五入'),
  filter('formula.expected-name', '客户. = 3', '='),
  filter('formula.expected-list', '状态 in 3', '3'),
  filter('formula.expected-empty', '状态 is 3', '3'),
  filter('formula.expected-days', 'first(客户 within 1.5 days)', '1.5'),
  filter('formula.comma-in-number', '金额 > 10,000', ','),
  value('formula.number-too-long', `金额 + ${'9'.repeat(41)}`, '9'.repeat(41)),
  value('formula.too-deep', `${'('.repeat(101)}金额${')'.repeat(101)}`, `(金额${')'.repeat(101)}`),
  value('formula.too-long', `金额${' '.repeat(9_999)}`, ' '),
]

/** Every kind of mistake the engine knows, at least once. */
export const BAD_PLANS: readonly BadPlan[] = [...shape, ...company, ...names, ...types, ...units, ...datasets, ...measures, ...spelling]

/** The plan with the mistake in it. */
export function planWith(bad: BadPlan): { company?: unknown; datasets?: Record<string, unknown>; measures?: Record<string, unknown> } {
  if (bad.in === 'company') return { company: changed(COMPANY, bad.change) }
  const [documents, kind] = Object.hasOwn(DATASETS, bad.in) ? ([DATASETS, 'datasets'] as const) : ([MEASURES, 'measures'] as const)
  return { [kind]: { [bad.in]: changed(documents[bad.in] ?? {}, bad.change) } }
}
