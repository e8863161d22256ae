import type { Rewording } from '../../base/diagnostic.ts'

/** Names, units and formulas, with the words that stand on the fields of the editors. */
export const namePageTexts = {
  'name.unknown-table': {
    zh: { cure: '{hint} 共用的表在“费率表”里新建，一份激励方案自己的表加在它的“本方案自己的表”里。' },
    en: { cure: '{hint} Shared tables are made under “Rate tables”, those of one incentive plan under its “Tables of this plan alone”.' },
  },
  'name.unknown-unit': {
    zh: { cure: '{hint} 自己的单位在“公司设置”的“计数单位”里加上。' },
    en: { cure: '{hint} Units of your own are added under “Units” of the company.' },
  },
  'name.ambiguous': {
    zh: { cure: '改写成其中一个的编号。' },
    en: { cure: 'Write the id of the one you mean.' },
  },
  'name.duplicate': {
    zh: { say: '“{name}”用了两次，同一处的名称不能相同。', cure: '去掉一个，或给其中一个改名。' },
    en: { say: '{name} is there twice, and names cannot be the same here.', cure: 'Remove one of them or rename it.' },
  },
  'name.too-long': {
    zh: { cure: '缩短它；完整的说法可以写在名称和说明里。' },
    en: { cure: 'Shorten it; the full wording can go into the name people read or the description.' },
  },
  'path.not-reference': {
    zh: { cure: '只有类型是“引用另一张表”的字段，后面才能用点号取那张表的字段。' },
    en: { cure: 'Only a field of the type “Another dataset” leads to the fields of that dataset.' },
  },
  'path.in-formula': {
    zh: { cure: '先用一个算法是“统计记录”的指标汇总这个字段，再引用那个指标。指标名里有点号时用「」括起来。' },
    en: { cure: 'Add the field up in a measure of the kind “From records” and refer to that. Put a measure’s name with a dot in backquotes.' },
  },
  'path.effective': {
    zh: { say: '“{name}”要经过按日期生效的业务表“{dataset}”，而归属人和日期不能从那里取。', cure: '在“{from}”里直接放人员或日期字段。' },
    en: { say: '{name} goes through {dataset}, which is valid by date; owner and date cannot come from there.', cure: 'Give {from} a field of people or a date of its own.' },
  },
  'unit.result': {
    zh: { say: '算出来的单位是{actual}，但“单位”写的是{declared}。', cure: '把“单位”改成相符的，或检查公式是不是少了一步乘除。' },
    en: { say: 'The result is in {actual}, but “Unit” says {declared}.', cure: 'Correct the unit, or check whether the formula lacks a step.' },
  },
  'unit.bad': {
    zh: { cure: '写成金额（money）、自己的单位，或两者相除，例如 money/单。' },
    en: { cure: 'Write it like money, customer or money/customer.' },
  },
  'unit.percent-compound': {
    zh: { cure: '单位只选“百分比”；比值的单位由公式自动得出。' },
    en: { cure: 'Choose percent alone; the unit of a quotient follows from its formula.' },
  },
  'unit.foreign-currency': {
    zh: { cure: '单位选“金额”；外币在业务表的字段上用“币种”或“币种在哪个字段”说明。' },
    en: { cure: 'Choose money; foreign currency is said at the dataset’s field, by “Currency” or “Field that holds the currency”.' },
  },
  'unit.count': {
    zh: { say: '数个数的指标，单位不能是“{unit}”。', cure: '选“数（没有单位）”，或在“公司设置”的“计数单位”里加一个，例如“个”；比例用“比率”指标。' },
    en: {
      say: 'This counts things, so its unit cannot be {unit}.',
      cure: 'Choose “A plain number”, or a unit added under “Units” of the company, such as customer; for a share make the measure a “Ratio”.',
    },
  },
  'unit.sum-of-percent': {
    zh: { cure: '改用“平均”，或用“比率”指标由分子和分母算出。' },
    en: { cure: 'Choose “Average”, or make a “Ratio” of the two sums behind it.' },
  },
  'level.record-only': {
    zh: { say: '“{function}”只能用在业务记录上（指标的“取值”和“条件”），不能用在指标公式里。', cure: '先做一个算法是“统计记录”、带这个条件的指标，再引用它。' },
    en: {
      say: '{function} works on records (“Value” and “Condition” of a measure), not in a formula over measures.',
      cure: 'Make a measure “From records” with this condition and refer to it.',
    },
  },
  'level.formula-only': {
    zh: { cure: '先汇总成指标，再在算法是“公式”的指标里使用。' },
    en: { cure: 'Make the measure “From records” first, then use it in one of the kind “Formula”.' },
  },
  'level.reward-only': {
    zh: {
      say: '“{function}”只能用在激励方案的公式里（金额、条件、保底、封顶）。',
      cure: '把这部分写进激励方案的公式；只是要在考核方案里按天折算目标，就勾选“目标按在岗天数折算”。',
    },
    en: {
      say: '{function} works only in the formulas of incentive plans (the amount, conditions, the least and the most).',
      cure: 'Move this part into a formula of an incentive plan; to prorate the target of a scheme tick “Target in proportion to days worked”.',
    },
  },
  'call.pay-item': {
    zh: { say: '“薪酬”里要写一个薪酬项目的名称，不能是“{text}”。' },
    en: { say: 'pay takes the name of a pay item, not “{text}”.' },
  },
  'call.team-of': {
    zh: { cure: '换成其中一种：新人的目标在“目标”里直接定低一些；只属于每个人自己的数，写在团队之外。' },
    en: { cure: 'Use one of these: newcomers are given lower targets under “Targets”, and what belongs to one person is written outside the brackets.' },
  },
  'call.team-twice': {
    zh: { cure: '只留一层，或引用统计范围是“本人”的指标。' },
    en: { cure: 'Keep one of them, or refer to a measure over “The person alone”.' },
  },
} satisfies Rewording
