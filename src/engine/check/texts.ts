import type { TextCatalogue } from '../../base/diagnostic.ts'
import { documentTexts } from '../documents/texts.ts'
import { formulaTexts } from '../formula/texts.ts'
import { nameTexts } from './texts-names.ts'
import { schemeTexts } from './texts-schemes.ts'
import { tableTexts } from './texts-tables.ts'

const companyTexts = {
  'company.timezone': {
    zh: { say: '没有叫“{timezone}”的时区。', cure: '写 IANA 时区名，例如 Asia/Shanghai。' },
    en: { say: 'There is no time zone called {timezone}.', cure: 'Write an IANA name such as Asia/Shanghai.' },
  },
  'company.unit-reserved': {
    zh: { say: '“{name}”是已有的单位，不能重新声明。', cure: '直接使用它，或给自己的单位换个名字（不要用三个大写字母）。' },
    en: { say: '{name} is a unit already and cannot be declared again.', cure: 'Just use it, or choose another name (not three capital letters).' },
  },
  'company.decimals': {
    zh: {
      say: '{currency} 的金额有 {decimals} 位小数，这里按 {given} 位：折算的金额和发放的金额会出现付不出的零头。',
      cure: '在 company.yaml 写 currencyDecimals: {decimals}。',
    },
    en: {
      say: 'Amounts of {currency} have {decimals} {decimals|decimal place|decimal places}; with {given} here, converted amounts and pay come to fractions nobody can pay.',
      cure: 'Say currencyDecimals: {decimals} in company.yaml.',
    },
  },
  'company.unused-unit': {
    zh: { say: '单位“{name}”声明了，但没有用到。', cure: '删掉它，或检查指标的 unit 是否写对。' },
    en: { say: 'The unit {name} is declared and never used.', cure: 'Remove it, or check the units of your measures.' },
  },
} satisfies TextCatalogue

const datasetTexts = {
  'dataset.built-in': {
    zh: { say: '“{name}”是系统自带的业务表，不能重新定义。', cure: '给这张业务表换个名称。' },
    en: { say: '{name} is a built-in dataset and cannot be defined again.', cure: 'Give this dataset another name.' },
  },
  'dataset.no-fields': {
    zh: { say: '业务表“{dataset}”没有字段。', cure: '在 fields 里至少写一个字段。' },
    en: { say: 'The dataset {dataset} has no fields.', cure: 'Name at least one under fields.' },
  },
  'dataset.key-twice': {
    zh: { say: '主键里“{name}”写了两次。', cure: '删掉一个。' },
    en: { say: '{name} stands in the key twice.', cure: 'Remove one.' },
  },
  'dataset.key-type': {
    zh: { say: '“{name}”是{type}，不能作主键。', cure: '主键用编号、日期这类字段。' },
    en: { say: '{name} is {type} and cannot be part of the key.', cure: 'Use fields such as a number, an id or a date.' },
  },
  'dataset.owner-type': {
    zh: { say: '负责人“{name}”应该是员工字段，却是{type}。', cure: '把这个字段的 type 改成 employee，或换一个字段。' },
    en: { say: 'The owner {name} should be an employee field and is {type}.', cure: 'Set its type to employee, or name another field.' },
  },
  'dataset.date-type': {
    zh: { say: '日期“{name}”应该是日期或时间字段，却是{type}。', cure: '把这个字段的 type 改成 date 或 timestamp，或换一个字段。' },
    en: { say: 'The date {name} should be a date or timestamp and is {type}.', cure: 'Set its type to date or timestamp, or name another field.' },
  },
  'dataset.effective-type': {
    zh: { say: '生效日期“{name}”应该是 date 字段，却是{type}。', cure: '把它的 type 改成 date。' },
    en: { say: 'The field {name} that versions are valid from should be a date and is {type}.', cure: 'Set its type to date.' },
  },
  'dataset.effective-key': {
    zh: { say: '主键里除了生效日期“{name}”，还要有别的字段。', cure: '把区分记录的字段加到 key 里，例如 key: [product, {name}]。' },
    en: { say: 'The key needs another field beside {name}, the day a version is valid from.', cure: 'Add the field that tells records apart, such as key: [product, {name}].' },
  },
  'dataset.reference-no-target': {
    zh: { say: '引用“{name}”没有说明指向哪张业务表。', cure: '加上 to: 业务表的编号。' },
    en: { say: 'The reference {name} does not say to which dataset.', cure: 'Add to: with the id of a dataset.' },
  },
  'dataset.setting-unfit': {
    zh: { say: '“{setting}”不能用在{type}字段“{name}”上。', cure: '{setting} 只用于 {types} 字段；删掉它或改 type。' },
    en: { say: '{setting} cannot be used on {name}, which is {type}.', cure: 'It belongs to fields of type {types}; remove it or change the type.' },
  },
  'dataset.reference-key': {
    zh: { say: '“{name}”不能引用“{dataset}”：那张业务表的主键由 {count} 个字段组成。', cure: '引用只能指向主键是单个字段的业务表（按日期生效的，不算生效日期）。' },
    en: {
      say: '{name} cannot refer to {dataset}, whose key has {count} {count|field|fields}.',
      cure: 'A reference leads to a dataset whose key is one field (not counting the date it is valid from).',
    },
  },
  'dataset.reference-key-type': {
    zh: { say: '“{name}”引用的“{dataset}”，主键“{key}”是{type}，不能被引用。', cure: '把“{dataset}”的“{key}”改成 type: text，编号里的 0 也不会丢。' },
    en: { say: '{name} refers to {dataset}, whose key {key} is {type} and cannot be referred to.', cure: 'Give {key} of {dataset} the type text; leading zeros are kept as well.' },
  },
  'dataset.no-choices': {
    zh: { say: '选项字段“{name}”没有列出选项。', cure: '加上 choices: [ … ]，或把 type 改成 text。' },
    en: { say: 'The choice field {name} lists no choices.', cure: 'Add choices: [ … ], or make it a text.' },
  },
  'dataset.choice-twice': {
    zh: { say: '选项“{value}”在“{name}”里写了两次。', cure: '删掉一个。' },
    en: { say: 'The choice “{value}” of {name} is listed twice.', cure: 'Remove one.' },
  },
  'dataset.alias-target': {
    zh: { say: '“{alias}”被当作“{value}”，但“{value}”不在“{name}”的选项里。', cure: '{hint}' },
    en: { say: '“{alias}” is taken for “{value}”, which is not a choice of {name}.', cure: '{hint}' },
  },
  'dataset.currency-twice': {
    zh: { say: '“{name}”同时写了 currency 和 currencyField。', cure: '固定币种用 currency，每条记录不同用 currencyField，只留一个。' },
    en: { say: '{name} has both currency and currencyField.', cure: 'Keep currency for a fixed one, or currencyField where records differ.' },
  },
  'dataset.currency-type': {
    zh: { say: '币种字段“{name}”应该是文字或选项，却是{type}。', cure: '把它的 type 改成 text 或 choice，里面放 CNY、USD 这样的代码。' },
    en: { say: 'The field {name} with the currency should be a text or a choice and is {type}.', cure: 'Make it a text or choice that holds codes such as CNY or USD.' },
  },
  'dataset.money-unit': {
    zh: { say: '金额字段“{name}”的单位应该以 money 开头，却是“{unit}”。', cure: '写 money/件 这样的单价单位，或去掉 unit。' },
    en: { say: 'The unit of the money field {name} should begin with money and is {unit}.', cure: 'Write a unit price such as money/piece, or remove unit.' },
  },
  'dataset.splits-record': {
    zh: { say: '分成表的“{name}”应该引用业务表“{dataset}”。', cure: '在分成表里把它写成 type: reference, to: {dataset}。' },
    en: { say: '{name} of the dataset with shares should refer to {dataset}.', cure: 'Give it type: reference and to: {dataset} there.' },
  },
  'dataset.splits-type': {
    zh: { say: '分成表的“{name}”应该是{expected}，却是{type}。', cure: '改它的 type，或换一个字段。' },
    en: { say: '{name} of the dataset with shares should be {expected} and is {type}.', cure: 'Change its type, or name another field.' },
  },
  'dataset.overlay-percent': {
    zh: { say: '叠加归属的百分比“{percent}”应该大于 0、不超过 100。', cure: '写成 20 这样的数。' },
    en: { say: 'The percent “{percent}” of an overlay should be above 0 and at most 100.', cure: 'Write a number such as 20.' },
  },
} satisfies TextCatalogue

const measureTexts = {
  'measure.no-value': {
    zh: { say: '{aggregate} 需要 value：要汇总哪个字段？', cure: '加上 value，例如 value: 金额；只数条数用 aggregate: count。' },
    en: { say: '{aggregate} needs a value: which field is it about?', cure: 'Add value, such as value: amount; to count records use aggregate: count.' },
  },
  'measure.value-for-count': {
    zh: { say: 'count 数的是记录条数，不要 value。', cure: '删掉 value；要数不同的客户用 aggregate: distinct。' },
    en: { say: 'count counts records and takes no value.', cure: 'Remove value; to count different customers use aggregate: distinct.' },
  },
  'measure.no-owner': {
    zh: { say: '指标“{measure}”不知道算给谁：业务表“{dataset}”没有 owner。', cure: '在业务表或指标里写 owner，指明员工字段，可以经过引用，例如 owner: 订单.销售。' },
    en: {
      say: 'Nobody is credited by {measure}: the dataset {dataset} has no owner.',
      cure: 'Name an employee field as owner in the dataset or the measure, possibly through references: order.sales_person.',
    },
  },
  'measure.no-date': {
    zh: { say: '指标“{measure}”不知道算在哪一天：业务表“{dataset}”没有 date。', cure: '在业务表或指标里写 date，指明日期字段。' },
    en: { say: 'No day is known for {measure}: the dataset {dataset} has no date.', cure: 'Name a date field as date in the dataset or the measure.' },
  },
  'measure.credit-share': {
    zh: { say: '{aggregate} 不能按份额计算。', cure: '去掉 credit: share；只有 sum、count、average 可以按份额。' },
    en: { say: '{aggregate} cannot be weighted by shares.', cure: 'Remove credit: share; only sum, count and average can be weighted.' },
  },
  'measure.cycle': {
    zh: { say: '指标互相引用，绕成了圈：{circle}。', cure: '让其中一个不再引用下一个。' },
    en: { say: 'Measures refer to each other in a circle: {circle}.', cure: 'Let one of them no longer refer to the next.' },
  },
  'measure.no-sources': {
    zh: { say: '评分指标“{measure}”没有评分来源。', cure: '在 sources 里至少写一个来源和它的权重。' },
    en: { say: 'The rating {measure} has no sources.', cure: 'Name at least one under sources, with its weight.' },
  },
  'measure.weight': {
    zh: { say: '来源“{source}”的权重“{weight}”应该是大于 0、不超过 100 的数。', cure: '写成 30 这样的数。' },
    en: { say: 'The weight “{weight}” of {source} should be a number above 0 and at most 100.', cure: 'Write a number such as 30.' },
  },
  'measure.weights': {
    zh: { say: '各来源的权重合计是 {sum}，应该是 100。', cure: '调整权重，使合计等于 100。' },
    en: { say: 'The weights add up to {sum} instead of 100.', cure: 'Change them so that they make 100.' },
  },
  'measure.no-source-field': {
    zh: { say: '业务表“{dataset}”没有 source 字段，分不出来源“{source}”。', cure: '给这个来源写 filter，或在业务表里加 source 字段。' },
    en: { say: 'The dataset {dataset} has no field source that would tell {source} apart.', cure: 'Give this source a filter, or the dataset a field source.' },
  },
  'measure.last-team': {
    zh: { say: '“{measure}”取最后录入的一个值，不能合成团队或下线的值。', cure: '改用 over: sum 或 average，或只看本人（scope: own）。' },
    en: { say: '{measure} takes the last value entered, which cannot be gathered over a team or downline.', cure: 'Use over: sum or average, or scope own.' },
  },
  'measure.scope-mixed': {
    zh: { say: '按团队或下线计算时，里面的“{measure}”已经有自己的团队口径，两者不同。', cure: '引用口径为“本人”（scope: own）的指标，或统一口径。' },
    en: { say: 'Over a team or downline, {measure} inside keeps another scope of its own.', cure: 'Refer to a measure of scope own, or give both the same scope.' },
  },
  'measure.same-ratio': {
    zh: { say: '分子和分母相同，结果永远是 1。', cure: '检查是不是写错了其中一个。' },
    en: { say: 'Numerator and denominator are the same, so the result is always 1.', cure: 'Check whether one of them is wrong.' },
  },
  'measure.never': {
    zh: { say: '“{field}”不能同时等于“{left}”和“{right}”，这个条件永远不成立。', cure: '用“或”或者“属于”。' },
    en: { say: '{field} cannot be both “{left}” and “{right}”, so this never holds.', cure: 'Use “or” or “in”.' },
  },
} satisfies TextCatalogue

/** Every sentence of the engine about formulas and documents, by code. */
export const engineTexts = {
  ...formulaTexts,
  ...documentTexts,
  ...nameTexts,
  ...companyTexts,
  ...datasetTexts,
  ...measureTexts,
  ...tableTexts,
  ...schemeTexts,
} satisfies TextCatalogue

export type EngineCode = keyof typeof engineTexts
