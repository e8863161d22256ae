import type { Rewording } from '../../base/diagnostic.ts'

/** What is said about why something is empty where it is read on a page: pages instead of files and commands. */
export const whyPageTexts = {
  'why.no-period': {
    zh: { cure: '请在“公司设置”的日历里补上更早的年份。' },
    en: { cure: 'Add earlier years to the calendar of the company.' },
  },
  'why.no-records': {
    zh: { cure: '请先在“业务数据”里导入这张表的数据。' },
    en: { cure: 'Import its data under Business data.' },
  },
  'why.none-pass': {
    zh: { cure: '请查看指标的条件，以及这些记录的字段内容。' },
    en: { cure: 'Look at the condition of the measure and at the fields of these records.' },
  },
  'why.not-entered': {
    zh: { cure: '请在业务表“手工录入”里补上这一期的一条：指标、员工、日期（或期间）和数值。' },
    en: { cure: 'Add a record with the measure, the employee, a day or a period, and the value to the dataset of entered values.' },
  },
  'why.no-rate': {
    zh: { cure: '请在“公司设置”的汇率里补上 {currency} 在 {day} 或更早的汇率。' },
    en: { cure: 'Add a rate of {currency} on or before {day} to the exchange rates of the company.' },
  },
  'why.no-target': {
    zh: { cure: '请在“目标”里补上这一期或其中各期的。' },
    en: { cure: 'Add one for the period, or for the shorter periods in it, under Targets.' },
  },
  'why.no-team-target': {
    zh: { cure: '请在“目标”里给成员补上这一期或其中各期的目标，并核对汇报关系的日期。' },
    en: { cure: 'Add targets of the members for the period, or for the shorter periods in it, under Targets, and check the dates of the reporting line.' },
  },
  'why.target-not-above-zero': {
    zh: { cure: '请在“目标”里改成大于 0 的；本来就没有任务的，可以在方案里选没有数据时怎么算。' },
    en: { cure: 'Set one above 0 under Targets; where nothing is asked, the scheme says what counts without data.' },
  },
  'why.measured-against-nothing': {
    zh: { cure: '请在“目标”里改成大于 0 的；本来就没有任务的，请在公式里写明为空时怎么算。' },
    en: { cure: 'Set one above 0 under Targets; where nothing is asked, say in the formula what an empty value counts as.' },
  },
  'why.no-pay': {
    zh: { cure: '请在“薪酬项目”里补上，并核对生效日期。' },
    en: { cure: 'Add it under Pay items, and check the day it is valid from.' },
  },
  'why.no-line-counts': {
    zh: { cure: '请查看各项没有数据的原因，或在方案里选没有数据时怎么算。' },
    en: { cure: 'See why each has none, or choose in the scheme what counts without data.' },
  },
  'why.no-grade': {
    zh: { cure: '请在方案的等级里补上：最低一级可以不写从几分起，各级写明系数。' },
    en: { cure: 'Add it to the grades of the scheme: the lowest may stand without a first score, and each may name a coefficient.' },
  },
  'why.no-first-day': {
    zh: { cure: '请在“人员”里补上最早一段任职的开始日期。' },
    en: { cure: 'Add the day their first assignment begins under People.' },
  },
  'why.no-row': {
    zh: { cure: '请在表里补上这种情形，或写明都不适用时的数。' },
    en: { cure: 'Add a row for this case, or say in the table what holds where no row fits.' },
  },
} satisfies Rewording
