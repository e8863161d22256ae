import type { Rewording } from '../../base/diagnostic.ts'

/** What is said of runs where it is read on a page: pages instead of files and commands. */
export const runPageTexts = {
  'run.no-rate': {
    zh: { cure: '在“公司设置”的汇率里补上这种货币在 {day} 或更早的汇率。' },
    en: { cure: 'Add a rate of the currency on or before {day} to the exchange rates of the company.' },
  },
  'run.no-row': {
    zh: { cure: '在表里补上这种情形的一行，或填上“其余”的值；确实不该算的，在公式的条件里排除。' },
    en: { cure: 'Add a row for this case to the table, or fill in its value for “Otherwise”; what is not meant to count is left out by a condition in the formula.' },
  },
  'run.plan-for-nobody': {
    zh: { cure: '核对方案里的角色和“人员”里的写法是否一致：以期内最后在职那一天的角色为准。' },
    en: { cure: 'Check that its role is written as under People: the role held on the last day worked in the period decides.' },
  },
  'explain.not-active': {
    zh: { cure: '检查任职经历的起止日期，或换一个期间。' },
    en: { cure: 'Check the dates of the assignments of the person, or take another period.' },
  },
  'compare.one-run': {
    zh: { cure: '改动数据或方案后再核算一次，然后比较。' },
    en: { cure: 'Run the period again after a change of data or rules, then compare.' },
  },
  'compare.other-period': {
    zh: { cure: '选同一期间的两次核算。' },
    en: { cure: 'Choose two runs of one period.' },
  },
  'run.unknown': {
    zh: { cure: '回到核算列表，从那里打开。' },
    en: { cure: 'Open it from the list of runs.' },
  },
} satisfies Rewording
