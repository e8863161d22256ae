import type { Rewording } from './diagnostic.ts'

/** What is said about the calendar where it is read on a page: beside its fields on that of the company, with the words that stand there, in “”. */
export const calendarPageTexts = {
  'calendar.start-month': {
    zh: { cure: '请在“一年从几月开始”里重新选择。' },
    en: { cure: 'Choose it again at “First month of the year”.' },
  },
  'calendar.pattern': {
    zh: { cure: '请在“每个季度三个月各几周”里选 4-4-5、4-5-4 或 5-4-4。' },
    en: { cure: 'Choose 4-4-5, 4-5-4 or 5-4-4 at “Weeks of the three months of a quarter”.' },
  },
  'calendar.no-years': {
    zh: { cure: '请点“增加下一年”，逐年写上第一天。' },
    en: { cure: 'Choose “Add the next year”, and give each year its first day.' },
  },
  'calendar.year-name': {
    zh: { cure: '年份请写四位数字，例如 2026。' },
    en: { cure: 'Write a year with four digits, such as 2026.' },
  },
  'calendar.year-not-on-monday': {
    zh: { cure: '请改成星期一，或在“一周从哪天开始”里选“星期日”。' },
    en: { cure: 'Choose a Monday, or Sunday at “First day of the week”.' },
  },
  'calendar.year-not-on-sunday': {
    zh: { cure: '请改成星期日，或在“一周从哪天开始”里选“星期一”。' },
    en: { cure: 'Choose a Sunday, or Monday at “First day of the week”.' },
  },
  'calendar.no-quarters': {
    zh: { cure: '请在“季度的起始日”里选“每年相同”并写四个“月-日”，或选“逐个写明”再点“增加下一个季度”。' },
    en: { cure: 'At “First days of quarters” choose “The same every year” and give four days, or “Each listed” and “Add the next quarter”.' },
  },
  'calendar.year-not-listed': {
    zh: { cure: '日历里现有 {first} 到 {last} 年；请在“公司设置”的日历里补上 {year} 年。' },
    en: { cure: 'It lists {first} to {last}: add {year} to the calendar of the company.' },
  },
  'calendar.year-not-whole': {
    zh: { cure: '请在“公司设置”的日历里补全这一年的四个季度和下一年第一季度。' },
    en: { cure: 'List the four quarters of that year, and the first of the next, in the calendar of the company.' },
  },
} satisfies Rewording
