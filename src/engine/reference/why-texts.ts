import type { TextCatalogue } from '../../base/diagnostic.ts'

/** Why a value is empty, or why nothing was counted. Names of datasets, measures and fields come as ids; the surface may put display names in their place. */
export const whyTexts = {
  'why.no-period': {
    zh: { say: '公司日历没有写到要对比的那个期间。', cure: '请在 company.yaml 的 calendar 里补上更早的年份。' },
    en: { say: 'The company’s calendar does not reach the period to compare with.', cure: 'Add earlier years to the calendar in company.yaml.' },
  },
  'why.no-records': {
    zh: { say: '业务表“{dataset}”里还没有任何记录。', cure: '请先用 heng import 导入这张表的数据。' },
    en: { say: 'The dataset {dataset} holds no records yet.', cure: 'Import its data with heng import.' },
  },
  'why.none-in-period': {
    zh: { say: '“{dataset}”在 {period} 没有记录。', cure: '请核对期间，或检查这段时间的数据是否已经导入。' },
    en: { say: 'The dataset {dataset} has no records in {period}.', cure: 'Check the period, and whether the data of that time has been imported.' },
  },
  'why.none-credited': {
    zh: { say: '“{dataset}”在 {period} 没有归属于 {employee} 的记录。', cure: '请核对期间、记录的负责人和业绩分配，以及数据是否已经导入。' },
    en: {
      say: 'No record of {dataset} in {period} is credited to {employee}.',
      cure: 'Check the period, the owners of the records and their splits, and whether the data has been imported.',
    },
  },
  'why.none-pass': {
    zh: { say: '{period} 有 {records} 条记录归属于此，但没有一条符合指标的筛选条件。', cure: '请查看指标的 filter，以及这些记录的字段内容。' },
    en: {
      say: '{records} {records|record|records} of {period} {records|is|are} credited here, but none meets the condition of the measure.',
      cure: 'Look at the filter of the measure and at the fields of these records.',
    },
  },
  'why.not-entered': {
    zh: { say: '{period} 还没有给 {employee} 录入“{measure}”。', cure: '请在 entered.csv 里补上这一期的一行：指标、员工、日期（或期间）和数值。' },
    en: { say: 'No {measure} has been entered for {employee} in {period}.', cure: 'Add a row to entered.csv with the measure, the employee, a day or a period, and the value.' },
  },
  'why.all-empty': {
    zh: { say: '{period} 有 {records} 条记录归属于此，但要统计的值都是空的。', cure: '请补上这些记录里空缺的字段。' },
    en: {
      say: '{records} {records|record|records} of {period} {records|is|are} credited here, but what is to be counted is empty in {records|it|all of them}.',
      cure: 'Fill in the missing fields.',
    },
  },
  'why.no-date': {
    zh: {
      say: '“{dataset}”在 {period} 没有归属于此的记录；另有 {records} 条没有日期，不属于任何期间。',
      cure: '本来就还没有日期的（如未关闭的商机）不用管；漏填的，请补上。',
    },
    en: {
      say: 'No record of {dataset} in {period} is credited here; {records} {records|other has|others have} no date, and so {records|belongs|belong} to no period.',
      cure: 'Those that cannot have a date yet, such as open deals, are right as they are; fill in those that were forgotten.',
    },
  },
  'why.credited-to-others': {
    zh: { say: '{period} 有 {records} 条记录，都归属于其他人。', cure: '如果归属有误，请检查记录的负责人和业绩分配。' },
    en: {
      say: '{records} {records|record|records} of {period} {records|is|are} credited to others only.',
      cure: 'If that is wrong, check the owners of the records and their splits.',
    },
  },
  'why.nobody-on-team': {
    zh: { say: '{employee} 在 {period} 没有任何下属成员。', cure: '如果有误，请检查人员的汇报线或推荐线，以及生效日期。' },
    en: { say: '{employee} had nobody on the team in {period}.', cure: 'If that is wrong, check the reporting or sponsor line and its dates.' },
  },
  'why.no-rate': {
    zh: { say: '{currency} 在 {day} 还没有折算成 {to} 的汇率。', cure: '请在 rates.csv 里补上 {currency} 在 {day} 或更早的汇率。' },
    en: { say: 'There is no rate from {currency} to {to} on {day}.', cure: 'Add a rate of {currency} on or before {day} to rates.csv.' },
  },
  'why.missing-reference': {
    zh: { say: '字段“{field}”的内容“{key}”在业务表“{dataset}”里找不到。', cure: '请在“{dataset}”里补上“{key}”，或改正写法，也可以给字段加一个别名。' },
    en: { say: 'The field {field} says "{key}", which the dataset {dataset} does not hold.', cure: 'Add "{key}" to {dataset}, correct the spelling, or give the field an alias.' },
  },
  'why.field-empty': {
    zh: { say: '“{dataset}”的字段“{field}”是空的。', cure: '请补上这个字段，或在公式里写明空值怎么算。' },
    en: { say: 'The field {field} of {dataset} is empty.', cure: 'Fill it in, or say in the formula what an empty value counts as.' },
  },
  'why.divisor-zero': {
    zh: { say: '除数是 0，无法相除。', cure: '这段时间没有可作分母的业务；如需显示为 0，请在公式里写明。' },
    en: { say: 'The divisor is 0.', cure: 'There was nothing to divide by in this time; if it should show as 0, say so in the formula.' },
  },
  'why.no-value': {
    zh: { say: '用到的指标“{measure}”在 {period} 没有值。', cure: '请查看“{measure}”为什么没有值。' },
    en: { say: 'The measure {measure}, which is needed, has no value in {period}.', cure: 'See why {measure} has none.' },
  },
  'why.formula-empty': {
    zh: { say: '公式算出来是空值。', cure: '请检查公式里写明为空的情形。' },
    en: { say: 'The formula yields an empty value.', cure: 'Look at the cases in which the formula says empty.' },
  },
  'why.no-target': {
    zh: { say: '{employee} 在 {period} 没有指标“{measure}”的{level}。', cure: '请在 targets.csv 的 {column} 列里补上这一期或其中各期的。' },
    en: { say: '{employee} has no {level} of {measure} in {period}.', cure: 'Add one for the period, or for the shorter periods in it, to the column {column} of targets.csv.' },
  },
  'why.no-team-target': {
    zh: {
      say: '{day} 在 {employee} 团队里的 {people} 人，在 {period} 都没有指标“{measure}”的目标。',
      cure: '请在 targets.csv 里给成员补上这一期或其中各期的目标，并核对汇报线的日期。',
    },
    en: {
      say: 'None of the {people} people on the team of {employee} on {day} has a target of {measure} in {period}.',
      cure: 'Add targets of the members for the period, or for the shorter periods in it, to targets.csv, and check the dates of the line.',
    },
  },
  'why.target-not-above-zero': {
    zh: { say: '指标“{measure}”在 {period} 的目标不大于 0，无法计算达成率。', cure: '请在 targets.csv 里改成大于 0 的目标；本来就没有任务的，可以在方案的 noData 里写明怎么算。' },
    en: {
      say: 'The target of {measure} in {period} is not above 0, so nothing can be measured against it.',
      cure: 'Set a target above 0 in targets.csv; where nothing is asked, noData of the line says what counts.',
    },
  },
  'why.measured-against-nothing': {
    zh: { say: '指标“{measure}”的目标不大于 0，没有达成率。', cure: '请在 targets.csv 里改成大于 0 的目标；本来就没有任务的，请在公式里写明为空时怎么算。' },
    en: {
      say: 'The target of {measure} is not above 0, so nothing can be measured against it.',
      cure: 'Set a target above 0 in targets.csv; where nothing is asked, say in the formula what an empty value counts as.',
    },
  },
  'why.no-pay': {
    zh: { say: '到 {day} 为止，{employee} 没有薪酬项目“{item}”的金额。', cure: '请在 pay.csv 里补上，并核对生效日期。' },
    en: { say: '{employee} has no amount of the pay item {item} on {day}.', cure: 'Add it to pay.csv, and check the day it is valid from.' },
  },
  'why.no-scheme': {
    zh: { say: '{employee} 在 {period} 没有适用的考核方案。', cure: '请核对方案的岗位、周期和起止日期，以及人员在这一期最后一个工作日的岗位。' },
    en: {
      say: 'No scheme is in force for {employee} in {period}.',
      cure: 'Check role, kind of period and dates of the schemes, and the role the person held on their last day in the period.',
    },
  },
  'why.no-line-counts': {
    zh: { say: '方案“{scheme}”里没有一项能给 {employee} 在 {period} 计分：都没有数据，或权重是 0。', cure: '请查看各项没有数据的原因，或在 noData 里写明没有数据怎么算。' },
    en: {
      say: 'No line of the scheme {scheme} counts for {employee} in {period}: none has data, or they weigh 0.',
      cure: 'See why each has none, or say in noData what counts without data.',
    },
  },
  'why.no-grade': {
    zh: { say: '{employee} 在 {period} 得 {score} 分，没有对应的等级或系数。', cure: '请在方案的 grades 里补上：最低一档可以不写 from，各档写明 coefficient。' },
    en: {
      say: 'No grade or coefficient belongs to the score {score} of {employee} in {period}.',
      cure: 'Add it to the grades of the scheme: the lowest may stand without from, and each may name a coefficient.',
    },
  },
  'why.no-first-day': {
    zh: { say: '{employee} 没有入职日期，算不出司龄。', cure: '请在 people.csv 里补上最早一段任职的开始日期。' },
    en: { say: '{employee} has no first day, so there is no length of service.', cure: 'Add the day their first assignment begins to people.csv.' },
  },
  'why.no-row': {
    zh: { say: '查表“{table}”没有一行适用。', cure: '请在表里补上这种情形，或写明 otherwise。' },
    en: { say: 'No row of the table {table} fits.', cure: 'Add a row for this case, or say otherwise in the table.' },
  },
  'why.scale-not-above-zero': {
    zh: { say: '阶梯“{table}”按比例换算的基数不大于 0，分不出档。', cure: '请核对作为基数的目标或指标。' },
    en: { say: 'What the tiers {table} are shares of is not above 0, so there are no tiers.', cure: 'Check the target or measure that they are shares of.' },
  },
} satisfies TextCatalogue
