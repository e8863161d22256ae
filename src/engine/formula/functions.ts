import type { Lang } from '../../base/diagnostic.ts'
import type { FunctionEntry } from './function-entry.ts'
import { RESULT_FUNCTIONS } from './functions-results.ts'

const CALCULATING: readonly FunctionEntry[] = [
  {
    id: 'if',
    name: { zh: '如果', en: 'if' },
    level: 'both',
    least: 3,
    most: 3,
    signature: { zh: '如果(条件, 成立时, 否则)', en: 'if(condition, then, else)' },
    meaning: {
      zh: '条件成立取第二项，否则取第三项；条件算不出来（为空）也取第三项。两项的单位必须相同。',
      en: 'The second where the condition holds, else the third; also the third where the condition is empty. Both must have the same unit.',
    },
  },
  {
    id: 'round',
    name: { zh: '四舍五入', en: 'round' },
    level: 'both',
    least: 1,
    most: 2,
    signature: { zh: '四舍五入(数, 小数位数)', en: 'round(number, places)' },
    meaning: { zh: '保留几位小数，五入向远离零的一侧；不写位数就取整。', en: 'So many decimal places, halves away from zero; whole numbers where no places are given.' },
  },
  {
    id: 'abs',
    name: { zh: '绝对值', en: 'abs' },
    level: 'both',
    least: 1,
    most: 1,
    signature: { zh: '绝对值(数)', en: 'abs(number)' },
    meaning: { zh: '去掉负号。', en: 'Without its minus sign.' },
  },
  {
    id: 'min',
    name: { zh: '最小', en: 'min' },
    level: 'both',
    least: 2,
    most: null,
    signature: { zh: '最小(数, 数, …)', en: 'min(number, number, …)' },
    meaning: { zh: '几个数中最小的；有一个为空，结果就为空。', en: 'The smallest of several numbers; empty where one of them is empty.' },
  },
  {
    id: 'max',
    name: { zh: '最大', en: 'max' },
    level: 'both',
    least: 2,
    most: null,
    signature: { zh: '最大(数, 数, …)', en: 'max(number, number, …)' },
    meaning: { zh: '几个数中最大的；有一个为空，结果就为空。', en: 'The largest of several numbers; empty where one of them is empty.' },
  },
  {
    id: 'value_or',
    name: { zh: '缺省', en: 'value_or' },
    level: 'both',
    least: 2,
    most: null,
    signature: { zh: '缺省(值, 为空时的值)', en: 'value_or(value, otherwise)' },
    meaning: { zh: '第一个不为空的值。', en: 'The first value that is not empty.' },
  },
  {
    id: 'date',
    name: { zh: '日期', en: 'date' },
    level: 'both',
    least: 1,
    most: 1,
    signature: { zh: '日期("2026-01-01")', en: 'date("2026-01-01")' },
    meaning: { zh: '某一天。', en: 'A certain day.' },
  },
  {
    id: 'days',
    name: { zh: '天数', en: 'days' },
    level: 'both',
    least: 2,
    most: 2,
    signature: { zh: '天数(从, 到)', en: 'days(from, to)' },
    meaning: { zh: '从前一个日期到后一个日期相隔的天数，单位是天。', en: 'Whole days from the first date to the second; its unit is day.' },
  },
  {
    id: 'year',
    name: { zh: '年', en: 'year' },
    level: 'both',
    least: 1,
    most: 1,
    signature: { zh: '年(日期)', en: 'year(date)' },
    meaning: { zh: '日期的公历年份。', en: 'The calendar year of a date.' },
  },
  {
    id: 'month',
    name: { zh: '月', en: 'month' },
    level: 'both',
    least: 1,
    most: 1,
    signature: { zh: '月(日期)', en: 'month(date)' },
    meaning: { zh: '日期的公历月份，1 到 12。', en: 'The calendar month of a date, 1 to 12.' },
  },
  {
    id: 'contains',
    name: { zh: '包含', en: 'contains' },
    level: 'both',
    least: 2,
    most: 2,
    signature: { zh: '文字 包含 "片段"', en: 'text contains "part"' },
    meaning: { zh: '文字里有没有这个片段，区分大小写。', en: 'Whether the text holds the part; upper and lower case differ.' },
  },
  {
    id: 'starts',
    name: { zh: '开头是', en: 'starts' },
    level: 'both',
    least: 2,
    most: 2,
    signature: { zh: '文字 开头是 "片段"', en: 'text starts with "part"' },
    meaning: { zh: '文字是不是以这个片段开头，区分大小写。', en: 'Whether the text begins with the part; upper and lower case differ.' },
  },
  {
    id: 'first',
    name: { zh: '首次', en: 'first' },
    level: 'record',
    least: 1,
    most: null,
    signature: { zh: '首次(字段, … 条件 … 近 90 天)', en: 'first(field, … where … within 90 days)' },
    meaning: {
      zh: '在这条记录之前，同一张业务表里没有字段值相同（并满足条件）的记录。写了“近 N 天”，就只看之前 N 天。',
      en: 'No record of the same dataset with the same values (that satisfies the condition) comes before this one. With “within N days” only the N days before count.',
    },
  },
  {
    id: 'earlier',
    name: { zh: '曾有', en: 'earlier' },
    level: 'record',
    least: 1,
    most: null,
    signature: { zh: '曾有(字段, … 条件 … 近 90 天)', en: 'earlier(field, … where … within 90 days)' },
    meaning: {
      zh: '在更早的日期，同一张业务表里有过字段值相同（并满足条件）的记录。',
      en: 'Some record of the same dataset with the same values (that satisfies the condition) has an earlier date.',
    },
  },
  {
    id: 'previous',
    name: { zh: '上期', en: 'previous' },
    level: 'formula',
    least: 1,
    most: 1,
    signature: { zh: '上期(指标)', en: 'previous(measure)' },
    meaning: { zh: '同一指标在上一个期间的值。', en: 'The measure in the period before.' },
  },
  {
    id: 'last_year',
    name: { zh: '去年同期', en: 'last_year' },
    level: 'formula',
    least: 1,
    most: 1,
    signature: { zh: '去年同期(指标)', en: 'last_year(measure)' },
    meaning: { zh: '同一指标在上一年同一期间的值。', en: 'The measure in the same period of the year before.' },
  },
  {
    id: 'year_to_date',
    name: { zh: '本年累计', en: 'year_to_date' },
    level: 'formula',
    least: 1,
    most: 1,
    signature: { zh: '本年累计(指标)', en: 'year_to_date(measure)' },
    meaning: {
      zh: '同一指标从本年第一天到本期最后一天的值；周算在它大半所在的那一年，那一年从它的第一周开始。',
      en: 'The measure from the first day of the year to the last day of the period. A week belongs to the year that most of it lies in; that year begins with its first week.',
    },
  },
  {
    id: 'team',
    name: { zh: '团队', en: 'team' },
    level: 'formula',
    least: 1,
    most: 2,
    signature: { zh: '团队(指标, 层数)', en: 'team(measure, depth)' },
    meaning: {
      zh: '本人和汇报线上所有下级合起来的值；写了层数，就只算往下这么多层。团队(目标(指标)) 是他们的目标之和。',
      en: 'The measure over the person and everybody below on the reporting line; with a depth, only so many steps down. team(target(measure)) adds up their targets.',
    },
  },
  {
    id: 'downline',
    name: { zh: '下线', en: 'downline' },
    level: 'formula',
    least: 1,
    most: 2,
    signature: { zh: '下线(指标, 层数)', en: 'downline(measure, depth)' },
    meaning: {
      zh: '推荐线上所有下线合起来的值，不含本人；写了层数，就只算往下这么多层。',
      en: 'The measure over everybody below on the sponsor line, without the person; with a depth, only so many steps down.',
    },
  },
]

/** Every function of the formula language: the parser, the printer, near names and the language reference all read this table. */
export const FUNCTIONS: readonly FunctionEntry[] = [...CALCULATING, ...RESULT_FUNCTIONS]

const byName = new Map(FUNCTIONS.flatMap((f) => [[f.name.zh, f] as const, [f.name.en, f] as const]))
const byId = new Map(FUNCTIONS.map((f) => [f.id, f]))

/** The function of that name in either language; capitals do not matter. */
export function functionNamed(name: string): FunctionEntry | undefined {
  return byName.get(name.toLowerCase())
}

export function functionName(id: FunctionEntry['id'], lang: Lang): string {
  return byId.get(id)?.name[lang] ?? id
}

/** Words that have a meaning of their own; a field or measure of that name is written in quotes. */
export const WORDS: ReadonlyMap<string, Word> = new Map<string, Word>([
  ['and', 'and'],
  ['且', 'and'],
  ['并且', 'and'],
  ['or', 'or'],
  ['或', 'or'],
  ['或者', 'or'],
  ['not', 'not'],
  ['非', 'not'],
  ['in', 'in'],
  ['属于', 'in'],
  ['不属于', 'not-in'],
  ['is', 'is'],
  ['为空', 'is-empty'],
  ['不为空', 'is-not-empty'],
  ['true', 'true'],
  ['真', 'true'],
  ['false', 'false'],
  ['假', 'false'],
  ['null', 'null'],
  ['空值', 'null'],
])

export type Word = 'and' | 'or' | 'not' | 'in' | 'not-in' | 'is' | 'is-empty' | 'is-not-empty' | 'true' | 'false' | 'null'

/** Words with a meaning only in one place: after an operand, or inside first(…) and earlier(…). Elsewhere they are names. */
export const PLACE_WORDS = {
  contains: ['contains', '包含'],
  starts: ['starts', '开头是'],
  where: ['where', '条件'],
  within: ['within', '近'],
  days: ['days', 'day', '天'],
} as const
