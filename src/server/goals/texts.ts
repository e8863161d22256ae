import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about targets. `field`, `level` and `easier` are columns of targets.csv. */
export const goalsTexts = {
  'goals.cell-missing': {
    zh: { say: '“{field}” 列没有填。', cure: '目标的每一行都要写明谁（employee）、哪个指标（measure）、哪个期间（period）。' },
    en: { say: 'Column {field} is empty.', cure: 'Each row of targets says for whom (employee), of which measure and for which period.' },
  },
  'goals.measure-unknown': {
    zh: { say: '“{field}” 列写的指标 “{value}” 不存在。', cure: '写指标的编号或名称。{hint}' },
    en: { say: 'There is no measure “{value}” (column {field}).', cure: 'Write the id or the name of a measure. {hint}' },
  },
  'goals.measure-ambiguous': {
    zh: { say: '“{field}” 列写的 “{value}” 可能指好几个指标：{ids}。', cure: '改写成其中一个编号。' },
    en: { say: '“{value}” (column {field}) could be any of these measures: {ids}.', cure: 'Write the id of the one you mean.' },
  },
  'goals.period-unknown': {
    zh: { say: '“{field}” 列的 “{value}” 不是公司日历里的期间。', cure: '写成 2026、2026-H1、2026-Q1、2026-03 或 2026-W05 的样子。' },
    en: { say: '“{value}” in column {field} is no period of the company’s calendar.', cure: 'Write it like 2026, 2026-H1, 2026-Q1, 2026-03 or 2026-W05.' },
  },
  'goals.period-day': {
    zh: { say: '“{field}” 列的 “{value}” 是一天，目标要按周、月、季、半年或年来定。', cure: '表格软件常把 2026-03 存成 2026-03-01：把这一列设成文本，写成 2026-03。' },
    en: {
      say: '“{value}” in column {field} is a day; targets are for a week, month, quarter, half-year or year.',
      cure: 'Spreadsheets turn 2026-03 into 2026-03-01: format the column as text and write 2026-03.',
    },
  },
  'goals.not-percent': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”带百分号，但指标“{measure}”不是百分比。', cure: '写成不带百分号的数；指标确实是百分比的，在指标里写 unit: percent。' },
    en: {
      say: 'Line {line}, column {column}: “{value}” has a percent sign, but the measure {measure} is not a percentage.',
      cure: 'Write a plain number; if the measure is a percentage, give it unit: percent.',
    },
  },
  'goals.percent-small': {
    zh: { say: '第 {line} 行“{column}”列：百分比指标的目标是 {value}，也就是百分之 {value}。', cure: '想写百分之三十，就写 30 或 30%；确实这么小，就带上百分号，例如 0.3%。' },
    en: {
      say: 'Line {line}, column {column}: the target of a percentage is {value}, which means {value} percent.',
      cure: 'For thirty percent write 30 or 30%; if it is meant to be so small, add the sign: 0.3%.',
    },
  },
  'goals.target-empty': {
    zh: { say: '{employee} {period} “{measure}”的三个目标都空着，这一行没有用。', cure: '填上目标，或删掉这一行。' },
    en: { say: 'The row of {employee}, {measure}, {period} has no target at all and was left out.', cure: 'Fill in a target, or delete the row.' },
  },
  'goals.target-twice': {
    zh: { say: '{employee} {period} “{measure}”的目标写了两次，另一行在 {other}。', cure: '只留一行。' },
    en: { say: 'The target of {employee} for {measure} in {period} is given twice; the other row is {other}.', cure: 'Keep one of them.' },
  },
  'goals.target-lacking': {
    zh: { say: '{when}{asker}要“{measure}”的{level}，{people} 人没有：{names}。{effect}', cure: '在 targets.csv 里给他们补上；本来就不要求他们的，不用理会。' },
    en: {
      say: '{when}{asker} asks for a {level} of {measure}, which {people} {people|person has|people have} not: {names}. {effect}',
      cure: 'Add it to targets.csv for them; where nothing is asked of them, leave it so.',
    },
  },
  'goals.target-nothing': {
    zh: {
      say: '{when}{asker}拿“{measure}”的{level}算达成率，{people} 人的不大于 0：{names}。{effect}',
      cure: '在 targets.csv 里改成大于 0 的；这一期本来就不要求他们的，不用理会。',
    },
    en: {
      say: '{when}{asker} measures against a {level} of {measure}, which is 0 or less for {people} {people|person|people}: {names}. {effect}',
      cure: 'Set one above 0 in targets.csv; where nothing is asked of them, leave it so.',
    },
  },
  'goals.prorated-twice': {
    zh: {
      say: '{when}{asker}把“{measure}”的{level}按在岗天数折算，而 {people} 人中途来去，又只写了期间里一部分的目标：{names}。要求少了两次。',
      cure: '要折算，就给他们写整个期间的目标（或补齐其余各期），系统按在岗天数去折；已经自己折好的，就去掉方案里的折算。',
    },
    en: {
      say: '{when}{asker} prorates the {level} of {measure}, while {people} {people|person|people} there for a part of the period {people|has|have} targets for a part of it only: {names}. Less is asked of them twice over.',
      cure: 'Where it is prorated, give them targets for the whole period; where the targets are prorated by hand, take the proration out of the rules.',
    },
  },
  'goals.levels-order': {
    zh: {
      say: '{employee} {period} “{measure}”：{level} {value} 比 {easier} {easierValue} 还容易达到。',
      cure: '检查 target（目标）、stretch（冲刺）、challenge（挑战）三列是不是填错了位置。',
    },
    en: {
      say: '{employee}, {measure}, {period}: {level} {value} is easier than {easier} {easierValue}.',
      cure: 'Check whether the columns target, stretch and challenge changed places.',
    },
  },
  'goals.sum-month': {
    zh: {
      say: '{employee} “{measure}”：{period} 的 {level} 是 {value}，{count} 个月加起来是 {sum}，相差 {gap}（第一个月在 {other}）。',
      cure: '改月目标或改总目标；考核哪个期间，就用哪个期间自己的目标。',
    },
    en: {
      say: '{employee}, {measure}: {level} of {period} is {value}, its {count} months add up to {sum}, {gap} apart (the first month is {other}).',
      cure: 'Correct the months or the whole; each period is judged by its own target.',
    },
  },
  'goals.sum-quarter': {
    zh: {
      say: '{employee} “{measure}”：{period} 的 {level} 是 {value}，{count} 个季度加起来是 {sum}，相差 {gap}（第一个季度在 {other}）。',
      cure: '改季度目标或改总目标；考核哪个期间，就用哪个期间自己的目标。',
    },
    en: {
      say: '{employee}, {measure}: {level} of {period} is {value}, its {count} quarters add up to {sum}, {gap} apart (the first quarter is {other}).',
      cure: 'Correct the quarters or the whole; each period is judged by its own target.',
    },
  },
  'goals.sum-half': {
    zh: {
      say: '{employee} “{measure}”：{period} 的 {level} 是 {value}，{count} 个半年加起来是 {sum}，相差 {gap}（上半年在 {other}）。',
      cure: '改半年目标或改全年目标；考核哪个期间，就用哪个期间自己的目标。',
    },
    en: {
      say: '{employee}, {measure}: {level} of {period} is {value}, its {count} half-years add up to {sum}, {gap} apart (the first is {other}).',
      cure: 'Correct the half-years or the whole; each period is judged by its own target.',
    },
  },
  'goals.no-measure-unknown': {
    zh: { say: '没有编号为“{measure}”的指标。', cure: '从列表里重新选一个指标。' },
    en: { say: 'There is no measure “{measure}”.', cure: 'Choose a measure from the list.' },
  },
  'goals.no-period-unknown': {
    zh: { say: '“{period}”不是公司日历里可以定目标的期间。', cure: '写成 2026、2026-H1、2026-Q1、2026-03 或 2026-W05 的样子。' },
    en: { say: '“{period}” is no period of the company’s calendar that targets are set for.', cure: 'Write it like 2026, 2026-H1, 2026-Q1, 2026-03 or 2026-W05.' },
  },
  'goals.matrix-invalid': {
    zh: { say: '没有说明要看哪些目标。', cure: '给出指标和年份，或给出一个期间。' },
    en: { say: 'It is not said which targets are meant.', cure: 'Name a measure and a year, or a period.' },
  },
  'goals.cell-not-number': {
    zh: { say: '{employee} {period} “{measure}”的目标“{value}”不是一个数。', cure: '写成 120000、120,000 或 12万。' },
    en: { say: 'The target “{value}” of {employee} for {measure} in {period} is no number.', cure: 'Write it like 120000 or 120,000.' },
  },
  'goals.cell-not-percent': {
    zh: { say: '{employee} {period} “{measure}”的目标“{value}”不是百分比。', cure: '写成 30% 或 30。' },
    en: { say: 'The target “{value}” of {employee} for {measure} in {period} is no percentage.', cure: 'Write it like 30% or 30.' },
  },
  'goals.targets-invalid': {
    zh: { say: '{count} 个单元格填的不是目标值，全部没有保存。', cure: '改好标红的单元格，再保存一次。' },
    en: { say: '{count} {count|cell holds|cells hold} something that is no target; nothing was saved.', cure: 'Mend the cells marked red and save again.' },
  },
  'goals.changed-meanwhile': {
    zh: { say: '{count} 个单元格在您编辑期间被改过，全部没有保存。', cure: '逐个看清现在的值，选择采用对方的值，或仍用您的值再保存。' },
    en: {
      say: '{count} {count|cell was|cells were} changed while you were editing; nothing was saved.',
      cure: 'Look at what they hold now, then keep theirs or save yours again.',
    },
  },
  'goals.cell-changed': {
    zh: { say: '{employee} {period} “{measure}”：您看到的是 {seen}，现在是 {now}。', cure: '采用现在的值，或仍用您的值。' },
    en: { say: '{employee}, {measure}, {period}: you saw {seen}, it is {now} now.', cure: 'Keep what is there now, or use yours.' },
  },
  'goals.cell-changed-by': {
    zh: { say: '{employee} {period} “{measure}”：您看到的是 {seen}，{name} 改成了 {now}。', cure: '采用现在的值，或仍用您的值。' },
    en: { say: '{employee}, {measure}, {period}: you saw {seen}, {name} changed it to {now}.', cure: 'Keep what is there now, or use yours.' },
  },
} satisfies TextCatalogue
