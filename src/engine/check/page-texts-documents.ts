import type { Rewording } from '../../base/diagnostic.ts'

/** The field is told by its label, `{field}`, in quotes: its key is no word of the editors. */
const shape = {
  'document.missing': {
    zh: { say: '{field}还没有填。', cure: '填上，或选一个；标着“必填”的和表格里的都不能空着。' },
    en: { say: '{field} is not filled in.', cure: 'Fill it in, or choose one; nothing that is marked “required” and no cell that is needed may be empty.' },
  },
  'document.type': {
    zh: { say: '{field}应该是{expected}，却是{actual}。', cure: '改成{expected}。' },
    en: { say: '{field} should be {expected} and is {actual}.', cure: 'Write {expected}.' },
  },
  'document.choice': {
    zh: { say: '{field}不能是“{value}”。', cure: '重新选择或填写。' },
    en: { say: '{field} cannot be “{value}”.', cure: 'Choose or fill it in again.' },
  },
  'document.too-small': {
    zh: { say: '{field}填得太小，最小是 {limit}。' },
    en: { say: '{field} is too small; the least is {limit}.' },
  },
  'document.too-big': {
    zh: { say: '{field}填得太大，最大是 {limit}。' },
    en: { say: '{field} is too large; the most is {limit}.' },
  },
  'document.empty': {
    zh: { say: '{field}不能空着。', cure: '填上内容，或去掉这一项。' },
    en: { say: '{field} cannot be empty.', cure: 'Fill it in, or remove it.' },
  },
  'document.length': {
    zh: { say: '{field}的项数不对，应该是 {limit} 项。', cure: '补上或去掉几项。' },
    en: { say: '{field} should have {limit} {limit|entry|entries}.', cure: 'Add or remove some.' },
  },
  'document.format': {
    zh: { say: '{field}的写法不对：“{value}”。' },
    en: { say: '{field} is not written as it should be: “{value}”.' },
  },
} satisfies Rewording

const company = {
  'company.decimals': {
    zh: { cure: '把“本位币小数位数”改为 {decimals}。' },
    en: { cure: 'Set “Decimal places of the currency” to {decimals}.' },
  },
  'company.unused-unit': {
    zh: { cure: '去掉它，或检查指标的“单位”是否选对。' },
    en: { cure: 'Remove it, or check the units of your measures.' },
  },
} satisfies Rewording

const datasets = {
  'dataset.no-fields': {
    zh: { cure: '点“增加字段”，至少写一个。' },
    en: { cure: 'Choose “Add a field”; there must be at least one.' },
  },
  'dataset.owner-type': {
    zh: { say: '归属人“{name}”应该是人员字段，却是{type}。', cure: '把这个字段的“类型”改成“人员”，或换一个字段。' },
    en: { say: 'The owner {name} should be a field of people and is {type}.', cure: 'Set its type to “Person”, or choose another field.' },
  },
  'dataset.date-type': {
    zh: { cure: '把这个字段的“类型”改成“日期”或“日期和时间”，或换一个字段。' },
    en: { cure: 'Set its type to “Date” or “Date and time”, or choose another field.' },
  },
  'dataset.effective-type': {
    zh: { say: '“按日期生效”选的“{name}”应该是日期字段，却是{type}。', cure: '把它的“类型”改成“日期”，或换一个字段。' },
    en: { say: 'The field {name}, chosen at “Valid from”, should be a date and is {type}.', cure: 'Set its type to “Date”, or choose another field.' },
  },
  'dataset.effective-key': {
    zh: { cure: '在“主键”里加上区分记录的字段，例如产品编号。' },
    en: { cure: 'Add the field that tells records apart, such as the number of the product, to “Key”.' },
  },
  'dataset.reference-no-target': {
    zh: { cure: '在“引用哪张业务表”里选一张。' },
    en: { cure: 'Choose one at “Refers to”.' },
  },
  'dataset.setting-unfit': {
    zh: { say: '{type}字段“{name}”带着只有别的类型才有的内容（单位、币种、可选的值或引用）。', cure: '先换成别的“类型”再换回来，多余的内容就去掉了。' },
    en: {
      say: '{name}, which is {type}, has what only other types have (a unit, a currency, choices or a dataset to refer to).',
      cure: 'Choose another type and then this one again: what does not belong to it goes.',
    },
  },
  'dataset.reference-key-type': {
    zh: { cure: '把“{dataset}”的“{key}”的“类型”改成“文字”，编号里的 0 也不会丢。' },
    en: { cure: 'Set the type of {key} in {dataset} to “Text”; leading zeros are kept as well.' },
  },
  'dataset.no-choices': {
    zh: { cure: '填上“可选的值”，或把“类型”改成“文字”。' },
    en: { cure: 'Fill in “Choices”, or set the type to “Text”.' },
  },
  'dataset.currency-twice': {
    zh: { say: '“{name}”的“币种”和“币种在哪个字段”都填了。', cure: '固定币种填“币种”，每条记录不同选“币种在哪个字段”，只留一个。' },
    en: { say: '{name} has both a currency and a field that holds it.', cure: 'Keep “Currency” for a fixed one, or “Field that holds the currency” where records differ.' },
  },
  'dataset.currency-type': {
    zh: { cure: '把它的“类型”改成“文字”或“选项”，里面放 CNY、USD 这样的代码。' },
    en: { cure: 'Set its type to “Text” or “Choice”; it holds codes such as CNY or USD.' },
  },
  'dataset.money-unit': {
    zh: { cure: '在“单价的单位”里写 money/件 这样的，或清空它。' },
    en: { cure: 'Write at “Unit of a price” one such as money/piece, or empty it.' },
  },
  'dataset.splits-record': {
    zh: { cure: '在分成表里把它的“类型”改成“引用另一张表”，“引用哪张业务表”选“{dataset}”；或换一个字段。' },
    en: { cure: 'In the share dataset set its type to “Another dataset” and “Refers to” to {dataset}, or choose another field.' },
  },
  'dataset.splits-type': {
    zh: { cure: '在分成表里改它的“类型”，或换一个字段。' },
    en: { cure: 'Change its type in the share dataset, or choose another field.' },
  },
} satisfies Rewording

const measures = {
  'measure.no-value': {
    zh: { say: '还没有写“取值”：要统计哪个字段？', cure: '填上“取值”，例如 金额；只数条数，“统计方式”选“条数”。' },
    en: { say: 'There is no “Value”: which field is it about?', cure: 'Fill in “Value”, such as the amount; to count records choose “Number of records”.' },
  },
  'measure.value-for-count': {
    zh: { say: '“条数”数的是记录，不用“取值”。', cure: '“统计方式”换成别的，清空“取值”，再换回“条数”；要数不同的客户，用“不重复个数”。' },
    en: {
      say: '“Number of records” counts records and takes no value.',
      cure: 'Choose another way of counting, empty “Value”, and choose it again; to count different customers use “Number of different values”.',
    },
  },
  'measure.no-owner': {
    zh: {
      say: '指标“{measure}”不知道算给谁：业务表“{dataset}”没有归属人。',
      cure: '在业务表的“归属人”或指标的“算给谁”里选人员字段，可以经过引用，例如 订单.业务员。',
    },
    en: {
      say: 'Nobody is credited by {measure}: the dataset {dataset} has no owner.',
      cure: 'Choose a field of people at “Owner” of the dataset or at “Credited to” of the measure, possibly through references: order.seller.',
    },
  },
  'measure.no-date': {
    zh: { say: '指标“{measure}”不知道算在哪一天：业务表“{dataset}”没有日期。', cure: '在业务表的“日期”或指标的“按哪个日期”里选日期字段。' },
    en: { say: 'No day is known for {measure}: the dataset {dataset} has no date.', cure: 'Choose a date field at “Day” of the dataset or at “By which day” of the measure.' },
  },
  'measure.credit-share': {
    zh: { say: '这种统计方式不能按份额计算。', cure: '“分成怎么算”选“每人都算全额”，或清空；只有“合计”“条数”“平均”可以按份额。' },
    en: {
      say: 'What is counted in this way cannot be weighted by shares.',
      cure: 'Choose “The whole for everybody” at “Shares of credit”, or empty it; only “Sum”, “Number of records” and “Average” can be weighted.',
    },
  },
  'measure.no-sources': {
    zh: { cure: '点“增加来源”，至少写一个来源和它的权重。' },
    en: { cure: 'Choose “Add a source”; there must be at least one, with its weight.' },
  },
  'measure.no-source-field': {
    zh: { say: '业务表“{dataset}”没有评分来源的字段，分不出来源“{source}”。', cure: '在这个来源的“条件”里写明哪些记录算它的。' },
    en: { say: 'The dataset {dataset} has no field that would tell the source {source} apart.', cure: 'Say in its “Condition” which records are of this source.' },
  },
  'measure.last-team': {
    zh: { cure: '“一个期间有多个值时”选“合计”或“平均”，或“统计范围”选“本人”。' },
    en: { cure: 'Choose “Sum” or “Average” at “Several values in one period”, or “The person alone” at “Over whom”.' },
  },
  'measure.scope-mixed': {
    zh: { cure: '引用统计范围是“本人”的指标，或让两者的“统计范围”相同。' },
    en: { cure: 'Refer to a measure over “The person alone”, or give both the same at “Over whom”.' },
  },
} satisfies Rewording

/** The company, datasets and measures, and what any document may lack, with the words that stand on the fields of the editors. */
export const documentPageTexts = { ...shape, ...company, ...datasets, ...measures } satisfies Rewording
