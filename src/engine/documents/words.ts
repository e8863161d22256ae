import type { Wording } from '../wording.ts'

/** What a value of the document is, in words. */
export function typeWording(value: unknown): Wording {
  if (value === null || value === undefined) return { zh: '空的', en: 'empty' }
  if (Array.isArray(value)) return { zh: '一个列表', en: 'a list' }
  switch (typeof value) {
    case 'string':
      return { zh: `文字“${value.slice(0, 40)}”`, en: `the text “${value.slice(0, 40)}”` }
    case 'number':
    case 'bigint':
      return { zh: `数 ${value}`, en: `the number ${value}` }
    case 'boolean':
      return { zh: `是/否（${value}）`, en: `yes or no (${value})` }
    default:
      return { zh: '一组“键: 值”', en: 'a group of “key: value”' }
  }
}

const EXPECTED: Readonly<Record<string, Wording>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '一组“键: 值”', en: 'a group of “key: value”' },
  record: { zh: '一组“键: 值”', en: 'a group of “key: value”' },
  array: { zh: '一个列表', en: 'a list' },
  tuple: { zh: '一个列表', en: 'a list' },
  value: { zh: '其中一个可选的值', en: 'one of its choices' },
}

/** What is expected, in words; alternatives are separated by `|`. */
/** What a gate asks for. */
const COMPARISON: Wording = { zh: '比较符号和一个数，例如 ">= 60%" 或 "= 0"', en: 'a comparison with a number, such as ">= 60%" or "= 0"' }

export function expectedWording(expected: string, key: string): Wording {
  if (key === 'name' || key === 'description') return { zh: '文字，或分语言的一组文字（zh、en）', en: 'a text, or a text in each language (zh, en)' }
  if (key === 'passes') return COMPARISON
  const words = [...new Set(expected.split('|'))].map((one) => EXPECTED[one] ?? { zh: one, en: one })
  return { zh: [...new Set(words.map((w) => w.zh))].join('，或'), en: [...new Set(words.map((w) => w.en))].join(' or ') }
}

/** How texts with a pattern are written; the keys are the patterns of the schemas. */
const FORMATS: readonly (readonly [pattern: string, Wording])[] = [
  ['/^[a-z][a-z0-9-]{0,39}$/', { zh: '小写字母开头的小写字母、数字和连字符，最多 40 个', en: 'lower-case letters, digits and hyphens, a letter first, at most 40' }],
  ['/^[A-Z]{3}$/', { zh: '三个大写字母的币种代码，例如 CNY', en: 'three capital letters such as CNY' }],
  ['/^\\d{4}-\\d{2}-\\d{2}$/', { zh: '年-月-日，例如 2026-01-01', en: 'year-month-day such as 2026-01-01' }],
  ['/^\\d{2}-\\d{2}$/', { zh: '月-日，例如 03-05', en: 'month-day such as 03-05' }],
  ['/^\\d{4}$/', { zh: '四位年份，例如 2026', en: 'a year of four digits such as 2026' }],
  ['/^-?\\d+(\\.\\d+)?%?$/', { zh: '数或百分比，不带逗号和单位，例如 10000、1.5%', en: 'a number or a percent, without commas and units, such as 10000 or 1.5%' }],
  ['/^\\d+(\\.\\d+)?%?$/', { zh: '不小于 0 的数或百分比，例如 40', en: 'a number or percent of at least 0, such as 40' }],
  ['/^(=|<>|<|<=|>|>=)\\s*-?\\d+(\\.\\d+)?%?$/', COMPARISON],
  ['/^\\d{4}-Q[1-4]$/', { zh: '年和季度，例如 2026-Q1', en: 'year and quarter such as 2026-Q1' }],
]

export function formatWording(pattern: string): Wording {
  return FORMATS.find(([known]) => known === pattern)?.[1] ?? { zh: '不为空的文字', en: 'a text that is not empty' }
}

export const KNOWN_PATTERNS: readonly string[] = FORMATS.map(([pattern]) => pattern)
