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
  'incentives.pay-negative': {
    zh: { say: '{employee} 的“{item}”是负数：{amount}。用到它的金额会倒扣。', cure: '本来就是扣款的，不用理会；不是，就改成正数。' },
    en: {
      say: '“{item}” of {employee} is negative: {amount}. Amounts that read it take pay away.',
      cure: 'Where it is a deduction, leave it so; else write it without the minus.',
    },
  },
  'incentives.pay-lacking': {
    zh: {
      say: '激励方案“{incentive}”用到薪酬项目“{item}”，{people} 人在 {day} 没有：{names}。用到它的条件算不成立，用到它的金额为空。',
      cure: '在 pay.csv 里给他们补上；本来就没有的，公式里写明没有时怎么算。',
    },
    en: {
      say: 'The incentive plan {incentive} reads the pay item “{item}”, which {people} {people|person has|people have} not on {day}: {names}. Conditions that read it do not hold, and amounts that read it are empty.',
      cure: 'Add it to pay.csv for them; where they have none, say in the formula what holds then.',
    },
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
  'incentives.edit-day': {
    zh: { say: '{employee} 的“{item}”：“{from}”不是日期。', cure: '写成 2026-01-01；一直有效的留空。' },
    en: { say: '“{item}” of {employee}: “{from}” is no day.', cure: 'Write it like 2026-01-01, or leave it empty for since ever.' },
  },
  'incentives.edit-item': {
    zh: { say: '{employee} 的薪酬项目“{item}”不能用作名称。', cure: '从列表里选，或写一个不超过 200 字的名称。' },
    en: { say: '“{item}” of {employee} is no name for a pay item.', cure: 'Choose one from the list, or write a name of at most 200 letters.' },
  },
  'incentives.edit-amount': {
    zh: { say: '{employee} 的“{item}”：“{value}”不是金额。', cure: '写成 8000、8,000 或 0.8万。' },
    en: { say: '“{item}” of {employee}: “{value}” is no amount.', cure: 'Write it like 8000 or 8,000.' },
  },
  'incentives.pay-invalid': {
    zh: { say: '{count} 处薪酬项目填得不对，全部没有保存。', cure: '改好后再保存一次。' },
    en: { say: '{count} pay {count|item is|items are} not filled in right; nothing was saved.', cure: 'Mend them and save again.' },
  },
  'incentives.changed-meanwhile': {
    zh: { say: '{count} 处薪酬项目在您编辑期间被改过，全部没有保存。', cure: '看清现在的金额，再决定是否修改。' },
    en: { say: '{count} pay {count|item was|items were} changed while you were editing; nothing was saved.', cure: 'Look at what holds now, then decide again.' },
  },
  'incentives.pay-changed': {
    zh: { say: '{employee} 的“{item}”：您看到的是 {seen}，现在是 {now}。', cure: '重新打开再改。' },
    en: { say: '“{item}” of {employee}: you saw {seen}, it is {now} now.', cure: 'Open it again and decide anew.' },
  },
  'incentives.pay-changed-by': {
    zh: { say: '{employee} 的“{item}”：您看到的是 {seen}，{name}改成了 {now}。', cure: '重新打开再改。' },
    en: { say: '“{item}” of {employee}: you saw {seen}, {name} changed it to {now}.', cure: 'Open it again and decide anew.' },
  },
} satisfies TextCatalogue
