import type { TextCatalogue } from './diagnostic.ts'

/** What is said about calendars and period ids. */
export const calendarTexts = {
  'calendar.start-month': {
    zh: { say: '年度起始月份写的是 {month}，月份只有 1 到 12。', cure: '请把 yearStartMonth 改成 1 到 12 之间的整数。' },
    en: { say: 'The year cannot begin in month {month}.', cure: 'Set yearStartMonth to a whole number from 1 to 12.' },
  },
  'calendar.pattern': {
    zh: { say: '每季三期的周数 {pattern} 加起来是 {weeks} 周，一个季度应为 13 周。', cure: '请改成 [4, 4, 5]、[4, 5, 4] 或 [5, 4, 4]。' },
    en: { say: 'The pattern {pattern} adds up to {weeks} weeks; a quarter has 13.', cure: 'Use [4, 4, 5], [4, 5, 4] or [5, 4, 4].' },
  },
  'calendar.no-years': {
    zh: { say: '按周划分的年历没有写任何年份的第一天。', cure: '请在 years 下逐年写上第一天，例如 "2026": 2025-12-29。' },
    en: { say: 'A calendar of weeks names no year.', cure: 'List the first day of each year under years, for example "2026": 2025-12-29.' },
  },
  'calendar.year-name': {
    zh: { say: '“{year}”不是年份。', cure: '年份请写四位数字，例如 "2026"。' },
    en: { say: '"{year}" is not a year.', cure: 'Write a year with four digits, for example "2026".' },
  },
  'calendar.no-day': {
    zh: { say: '{day} 这一天不存在。', cure: '请改成存在的日期，写法如 2026-03-05。' },
    en: { say: 'There is no day {day}.', cure: 'Write a day that exists, in the form 2026-03-05.' },
  },
  'calendar.year-far': {
    zh: { say: '{year} 年的第一天写成了 {day}，离这一年太远。', cure: '请核对年份和日期是否写错了一行。' },
    en: { say: 'The year {year} is said to begin on {day}, more than a year away.', cure: 'Check whether the year or the day slipped by a line.' },
  },
  'calendar.year-not-on-monday': {
    zh: { say: '{year} 年从 {day} 开始，这一天不是星期一，而一周从星期一开始。', cure: '请改成星期一，或把 weekStart 改成 sunday。' },
    en: { say: 'The year {year} begins on {day}, which is not a Monday, but weeks begin on Monday.', cure: 'Choose a Monday, or set weekStart to sunday.' },
  },
  'calendar.year-not-on-sunday': {
    zh: { say: '{year} 年从 {day} 开始，这一天不是星期日，而一周从星期日开始。', cure: '请改成星期日，或把 weekStart 改成 monday。' },
    en: { say: 'The year {year} begins on {day}, which is not a Sunday, but weeks begin on Sunday.', cure: 'Choose a Sunday, or set weekStart to monday.' },
  },
  'calendar.year-gap': {
    zh: { say: '{year} 年之后直接写到了 {next} 年，中间缺年份。', cure: '请补上中间每一年的第一天。' },
    en: { say: 'After {year} comes {next}: years are missing between them.', cure: 'List the first day of every year between.' },
  },
  'calendar.year-length': {
    zh: { say: '{year} 年到 {next} 年第一天相隔 {days} 天，按周划分的一年应为 364 天（52 周）或 371 天（53 周）。', cure: '请核对这两年的第一天。' },
    en: { say: 'From {year} to {next} there are {days} days; a year of weeks has 364 (52 weeks) or 371 (53 weeks).', cure: 'Check the first days of the two years.' },
  },
  'calendar.no-day-of-year': {
    zh: { say: '{day} 不是每年都有的日子。', cure: '请写成“月-日”，例如 03-05；2 月 29 日不能作为季度起始日。' },
    en: { say: '{day} is not a day that every year has.', cure: 'Write month and day, for example 03-05; a quarter cannot begin on 29 February.' },
  },
  'calendar.quarters-order': {
    zh: { say: '第 {quarter} 季度从 {day} 开始，不晚于上一季度的 {before}。', cure: '请按第一到第四季度的先后顺序写四个起始日。' },
    en: { say: 'Quarter {quarter} begins on {day}, not after the one before it ({before}).', cure: 'Write the four first days in the order of the quarters.' },
  },
  'calendar.no-quarters': {
    zh: { say: '没有写任何季度的起始日。', cure: '请在 quarterStarts 下写四个“月-日”，或逐季写明，例如 "2026-Q1": 2026-03-05。' },
    en: { say: 'No quarter is listed.', cure: 'Give four days such as 03-05 under quarterStarts, or list each quarter: "2026-Q1": 2026-03-05.' },
  },
  'calendar.quarter-name': {
    zh: { say: '“{quarter}”不是季度。', cure: '季度请写成 2026-Q1 到 2026-Q4 的形式。' },
    en: { say: '"{quarter}" is not a quarter.', cure: 'Write a quarter as 2026-Q1 to 2026-Q4.' },
  },
  'calendar.quarter-gap': {
    zh: { say: '{before} 之后应该是下一个季度，却写了 {quarter}。', cure: '请补上中间缺少的季度。' },
    en: { say: '{quarter} does not follow {before}: quarters are missing between them.', cure: 'List every quarter between.' },
  },
  'calendar.quarter-length': {
    zh: { say: '{quarter} 有 {days} 天，不像一个季度。', cure: '请核对它和下一季度的起始日：一个季度应在 28 到 183 天之间，且下一季度要更晚。' },
    en: { say: '{quarter} has {days} days, which is no quarter.', cure: 'Check its first day and that of the next: a quarter has 28 to 183 days, and the next begins later.' },
  },
  'calendar.period-form': {
    zh: { say: '“{period}”不是期间。', cure: '请写成 2026（年）、2026-H1（半年）、2026-Q1（季度）、2026-03（月）、2026-W05（周）或 2026-03-31（日）。' },
    en: { say: '"{period}" is not a period.', cure: 'Write 2026 (year), 2026-H1 (half-year), 2026-Q1 (quarter), 2026-03 (month), 2026-W05 (week) or 2026-03-31 (day).' },
  },
  'calendar.no-such-period': {
    zh: { say: '公司日历里没有 {period} 这个期间。', cure: '这一年有 {first} 到 {last}，请从中选择。' },
    en: { say: 'The company’s calendar has no period {period}.', cure: 'That year has {first} to {last}: choose one of them.' },
  },
  'calendar.year-not-listed': {
    zh: { say: '公司日历没有写到 {year} 年，所以没有 {period}。', cure: '日历里现有 {first} 到 {last} 年；请在 company.yaml 的 calendar 里补上 {year} 年。' },
    en: { say: 'The company’s calendar does not reach the year {year}, so there is no {period}.', cure: 'It lists {first} to {last}: add {year} to the calendar in company.yaml.' },
  },
  'calendar.year-not-whole': {
    zh: { say: '公司日历里 {year} 年的季度没有写全，所以没有 {period}。', cure: '请在 company.yaml 的 quarterStarts 里补全这一年的四个季度和下一年第一季度。' },
    en: {
      say: 'The company’s calendar does not list all of {year}, so there is no {period}.',
      cure: 'List the four quarters of that year, and the first of the next, under quarterStarts in company.yaml.',
    },
  },
} satisfies TextCatalogue
