import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about plans, tables and pay items. `field` is a column of pay.csv. */
export const incentivesTexts = {
  'incentives.plan.unknown': {
    zh: { say: '没有激励方案“{plan}”。', cure: '它可能已撤下或改了编号：回到激励方案的列表找一找。' },
    en: { say: 'There is no incentive plan {plan}.', cure: 'It may have been withdrawn or renamed: look for it in the list of plans.' },
  },
  'incentives.table.unknown': {
    zh: { say: '没有费率表“{table}”。', cure: '它可能已撤下，或只属于一份激励方案：回到列表找一找。' },
    en: { say: 'There is no rate table {table}.', cure: 'It may have been withdrawn, or belong to one plan alone: look for it in the list.' },
  },
  'incentives.cell-missing': {
    zh: { say: '“{field}” 列没有填。', cure: '每一行都要写明谁（employee）、哪个薪酬项目（item）、多少（amount）；from 可以不填。' },
    en: { say: 'Column {field} is empty.', cure: 'Each row says whose (employee), which pay item (item) and how much (amount); from may be empty.' },
  },
  'incentives.not-percent': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”带百分号，薪酬项目要写金额。', cure: '写成金额；比例写在激励方案的公式里。' },
    en: { say: 'Line {line}, column {column}: “{value}” has a percent sign; a pay item is an amount.', cure: 'Write the amount; shares belong into the formulas of the plan.' },
  },
  'incentives.pay-twice': {
    zh: { say: '{employee} 的“{item}”写了两次，另一行在 {other}。', cure: '只留一行；金额变过的，在 from 列写上从哪一天起。' },
    en: { say: '“{item}” of {employee} is given twice; the other row is {other}.', cure: 'Keep one of them; where the amount changed, write the day it did into column from.' },
  },
  'incentives.pay-twice-from': {
    zh: { say: '{employee} 的“{item}”从 {from} 起写了两个金额，另一行在 {other}。', cure: '只留一行，或改正其中一行的 from。' },
    en: { say: '“{item}” of {employee} is given twice from {from} on; the other row is {other}.', cure: 'Keep one of them, or correct the day of the other.' },
  },
  'incentives.item-unread': {
    zh: { say: '没有激励方案用到薪酬项目“{item}”。最接近的是：{near}。', cure: '如果是笔误就改正：同一个项目在 pay.csv 和公式里要写得一模一样。' },
    en: { say: 'No incentive plan reads the pay item “{item}”. Closest: {near}.', cure: 'If it is a slip, correct it: an item is spelled the same in pay.csv and in formulas.' },
  },
  'incentives.item-missing': {
    zh: { say: '激励方案“{incentive}”用到薪酬项目“{item}”，但没有任何人有这一项。', cure: '在 pay.csv 里加上，或改正公式里的名称。pay.csv 里有：{known}。' },
    en: {
      say: 'The incentive plan {incentive} reads the pay item “{item}”, which nobody has.',
      cure: 'Add it to pay.csv, or correct its name in the formula. pay.csv has: {known}.',
    },
  },
} satisfies TextCatalogue
