import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What a run has to say about records that count for nobody, or for somebody who is not listed. */
export const runTexts = {
  'run.not-found': {
    zh: { say: '{period} 还没有核算过。', cure: '发起一次核算，或换一个有结果的期间。' },
    en: { say: '{period} has not been computed yet.', cure: 'Start a run of it, or choose a period that has results.' },
  },
  'explain.no-subject': {
    zh: { say: '没有可以解释的“{subject}”。', cure: '写 score、pay、measure:指标、line:考核项 或 component:组件，且要是这个人在这一期有的。' },
    en: { say: 'There is no “{subject}” to explain.', cure: 'Ask for score, pay, measure:ID, line:ID or component:ID of something the person has in this period.' },
  },
  'run.number-too-large': {
    zh: { say: '有指标算出来的数超过 13 万位，数据库存不下。', cure: '检查连乘的公式，尤其是一个指标乘一个指标、层层相乘的；也检查数据里有没有长得离谱的数。' },
    en: {
      say: 'A measure comes to a number of more than 130,000 digits, which the database cannot hold.',
      cure: 'Check formulas that multiply measures by measures, and the records for absurdly long numbers.',
    },
  },
  'run.no-owner': {
    zh: { say: '“{dataset}”在 {period} 有 {records} 条记录没有负责人，不算给任何人（例如 {example}）。', cure: '在数据里补上负责人再导入，或加一条业绩归属。' },
    en: {
      say: '{records} {records|record|records} of “{dataset}” in {period} {records|has|have} no owner and {records|counts|count} for nobody (for example {example}).',
      cure: 'Fill in the owner in the data and import it again, or add shares of credit.',
    },
  },
  'run.no-rate': {
    zh: {
      say: '“{dataset}”在 {period} 有 {records} 条记录的金额没有算进去：{currencies} 当天还没有折算成 {to} 的汇率（例如 {day} 的 {example}）。',
      cure: '在 rates.csv 里补上这种货币在 {day} 或更早的汇率，再运行 heng apply。',
    },
    en: {
      say: '{records|The amount|The amounts} of {records} {records|record|records} of “{dataset}” in {period} {records|is|are} not counted: there is no rate from {currencies} to {to} on their day (for example {example} of {day}).',
      cure: 'Add a rate of the currency on or before {day} to rates.csv and run heng apply.',
    },
  },
  'run.no-currency': {
    zh: {
      say: '“{dataset}”在 {period} 有 {records} 条记录的金额没有算进去：没有写货币，不知道怎样折算成 {to}（例如 {example}）。',
      cure: '在数据里补上货币再导入。',
    },
    en: {
      say: '{records|The amount|The amounts} of {records} {records|record|records} of “{dataset}” in {period} {records|is|are} not counted: no currency is given, so that nothing can be converted to {to} (for example {example}).',
      cure: 'Fill in the currency in the data and import it again.',
    },
  },
  'run.no-row': {
    zh: {
      say: '“{dataset}”在 {period} 有 {records} 条记录没有算进去：查表“{table}”没有一行适用（例如 {example}，查的是：{keys}）。',
      cure: '在表里补上这种情形，或写明 otherwise；确实不该算的，在公式的条件里排除。',
    },
    en: {
      say: '{records} {records|record|records} of “{dataset}” in {period} {records|is|are} not counted: no row of the table {table} fits (for example {example}, looked up by {keys}).',
      cure: 'Add a row for this case, or say otherwise in the table; what is not meant to count is left out by a condition in the formula.',
    },
  },
  'run.owner-inactive': {
    zh: {
      say: '“{dataset}”在 {period} 有记录算给 {people} 人，但他们在这个期间不在职，不列在结果里：{names}。',
      cure: '检查这些人的起止日期；已经离职的，可用业绩归属把记录分给接手的人。',
    },
    en: {
      say: 'Records of “{dataset}” in {period} are credited to {people} {people|person who did not work in the company then and is|people who did not work in the company then and are} not listed: {names}.',
      cure: 'Check the dates of these people; where somebody left, shares of credit can give the records to who took over.',
    },
  },
  'run.plan-for-nobody': {
    zh: { say: '方案“{id}”在 {period} 没有适用的人（角色：{roles}）。', cure: '核对方案里的角色和 people.csv 里的写法是否一致：以期内最后在职那一天的角色为准。' },
    en: {
      say: '“{id}” is for nobody in {period} (role: {roles}).',
      cure: 'Check that its role is written as in people.csv: the role held on the last day worked in the period decides.',
    },
  },
  'explain.no-employee': {
    zh: { say: '没有编号为“{employee}”的人。', cure: '写员工的编号、姓名或别名。' },
    en: { say: 'There is nobody with the id “{employee}”.', cure: 'Give an id, a name or an alias.' },
  },
  'explain.no-measure': {
    zh: { say: '没有指标“{measure}”。', cure: '不写指标，就会列出这个人的所有指标。' },
    en: { say: 'There is no measure “{measure}”.', cure: 'Leave the measure out to list all of them.' },
  },
  'explain.too-many': {
    zh: { say: '这个数在 {period} 背后有超过 {limit} 条“{dataset}”记录，无法逐条列出。', cure: '请改为解释团队中某一个人的数，或选更短的期间。' },
    en: {
      say: 'More than {limit} records of “{dataset}” stand behind this number in {period}; they cannot be listed one by one.',
      cure: 'Explain the number of one member of the team, or choose a shorter period.',
    },
  },
  'explain.not-active': {
    zh: { say: '{employee} 在 {period} 不在职，所以没有数。', cure: '检查人员的起止日期（from、until），或换一个期间。' },
    en: { say: '{employee} did not work in the company in {period}, so there is no value.', cure: 'Check the dates (from, until) of the person, or take another period.' },
  },
  'compare.one-run': {
    zh: { say: '{period} 还没有两次输入不同的核算，没有可比较的。', cure: '改动数据或方案后再运行 heng run --period {period}，然后比较。' },
    en: { say: 'There are no two runs of {period} with different inputs yet.', cure: 'Run heng run --period {period} again after a change of data or rules, then compare.' },
  },
  'compare.other-period': {
    zh: { say: '核算 {run} 算的是 {period}，不是 {asked}。', cure: '写同一期间的两次核算，或换 --period。' },
    en: { say: 'Run {run} is of {period}, not of {asked}.', cure: 'Name two runs of one period, or another --period.' },
  },
  'run.unknown': {
    zh: { say: '没有编号为 {run} 的核算。', cure: '重新运行 heng run。' },
    en: { say: 'There is no run {run}.', cure: 'Run heng run again.' },
  },
} satisfies TextCatalogue
