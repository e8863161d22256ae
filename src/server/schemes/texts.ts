import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about schemes, and about factors for outside causes. `field` is a column of factors.csv. */
export const schemesTexts = {
  'scheme.not-found': {
    zh: { say: '没有正在使用的考核方案“{scheme}”。', cure: '回到方案列表，从那里打开；它可能已经改名或撤下。' },
    en: { say: 'There is no scheme {scheme} in force.', cure: 'Open it from the list of schemes; it may have been renamed or withdrawn.' },
  },
  'factors.cell-missing': {
    zh: { say: '“{field}” 列没有填。', cure: '外部因素的每一行都要写明期间（period）、部门（unit）、系数（factor）、原因（reason）和谁定的（by）。' },
    en: { say: 'Column {field} is empty.', cure: 'Each row of factors.csv says for which period and unit, the factor, the reason, and by whom it was set (by).' },
  },
  'factors.no-reason': {
    zh: { say: '没有写原因（reason）。', cure: '写明市场或区域发生了什么：有关的人在 heng explain 里看到的就是这句话。' },
    en: { say: 'There is no reason.', cure: 'Write what happened in the market or region: it is what the people concerned read in heng explain.' },
  },
  'factors.not-a-number': {
    zh: { say: '系数 “{value}” 不是数。', cure: '写成 1.05 或 105%。' },
    en: { say: 'The factor “{value}” is no number.', cure: 'Write it like 1.05 or 105%.' },
  },
  'factors.not-above-zero': {
    zh: { say: '系数 {value} 不大于 0。', cure: '系数是乘数：不变是 1，调高 5% 是 1.05，调低 5% 是 0.95。' },
    en: { say: 'The factor {value} is not above 0.', cure: 'A factor multiplies: 1 changes nothing, 1.05 is 5 % more, 0.95 is 5 % less.' },
  },
  'factors.unusual': {
    zh: { say: '系数 {value} 在 {least} 到 {most} 之外。', cure: '想调高 5% 就写 1.05 或 105%；确实这么大，可以不管这条提醒。' },
    en: { say: 'The factor {value} lies outside {least} to {most}.', cure: 'For 5 % more write 1.05 or 105%; if it is meant so, leave it.' },
  },
  'factors.scheme-unknown': {
    zh: { say: '考核方案 “{value}” 不存在。', cure: '写方案的编号或名称；对所有方案都算的，空着。{hint}' },
    en: { say: 'There is no scheme “{value}”.', cure: 'Write the id or name of a scheme, or leave it empty for all of them. {hint}' },
  },
  'factors.line-unknown': {
    zh: { say: '考核项 “{value}” 不存在。', cure: '写考核项的编号或名称；对总分算的，空着。{hint}' },
    en: { say: 'There is no line “{value}”.', cure: 'Write the id or name of a line, or leave it empty for the whole score. {hint}' },
  },
  'factors.ambiguous': {
    zh: { say: '“{field}” 列的 “{value}” 可能指：{ids}。', cure: '改写成其中一个编号。' },
    en: { say: '“{value}” in column {field} could be any of: {ids}.', cure: 'Write the id of the one you mean.' },
  },
  'factors.gate': {
    zh: { say: '“{line}”是否决项，没有分数可乘。', cure: '删掉这一行，或写一个有分数的考核项。' },
    en: { say: '{line} is a gate and has no points to multiply.', cure: 'Delete the row, or name a line with points.' },
  },
  'factors.twice': {
    zh: { say: '部门“{unit}” {period} 的同一个系数写了两次，另一行在 {other}。', cure: '只留一行：系数从不相乘。' },
    en: {
      say: 'The same factor of the unit {unit} for {period} is given twice; the other row is {other}.',
      cure: 'Keep one of them: factors are never multiplied with each other.',
    },
  },
  'factors.no-scheme': {
    zh: { say: '没有考核方案按 {period} 这样的期间考核这一项，这个系数不起作用。', cure: '期间要和方案的 every 一样：按月考核就写各月；并核对方案的起止日期。' },
    en: {
      say: 'No scheme judges this in a period such as {period}, so the factor changes nothing.',
      cure: 'Write periods of the kind the scheme has in every, and check its dates.',
    },
  },
  'factors.ignored': {
    zh: { say: '{period} 的考核方案 {schemes} 写了 factors: ignored，这个系数不起作用。', cure: '删掉这一行，或在方案里写 factors: applied。' },
    en: { say: 'The schemes of {period}, {schemes}, say factors: ignored, so the factor changes nothing.', cure: 'Delete the row, or write factors: applied in the scheme.' },
  },
} satisfies TextCatalogue
