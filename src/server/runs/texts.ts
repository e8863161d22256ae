import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What a run has to say about records that count for nobody, or for somebody who is not listed. */
export const runTexts = {
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
} satisfies TextCatalogue
