import type { z } from 'zod'
import { type Diagnostic, type Params, Refusal } from '../../base/diagnostic.ts'
import { JSON_DEPTH } from '../../base/limits.ts'

/** Which part of a request a value came from. */
export type Part = 'params' | 'query' | 'body'

/** What the schema makes of a value. Errors: `http.invalid` with a finding for each field that is wrong; `http.bad-text`. */
export function parsed(schema: z.ZodType | undefined, value: unknown, part: Part): unknown {
  if (schema === undefined) return undefined
  requireKeepable(value)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const details = result.error.issues.flatMap((issue) => findings(issue, value, part))
  throw new Refusal('http.invalid', { count: details.length }, { details })
}

/** PostgreSQL keeps no NUL, and UTF-8 no half of a surrogate pair: better refused here than an error of the database. */
function requireKeepable(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !wellFormed(value)) throw new Refusal('http.bad-text')
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      requireKeepable(key)
      requireKeepable(item)
    }
  }
}

function wellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
}

type Issue = z.core.$ZodIssue

function findings(issue: Issue, value: unknown, part: Part): Diagnostic[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const at = (keys: readonly (string | number)[], code: string, params: Params): Diagnostic => ({
    code,
    severity: 'error',
    place: { path: [part, ...keys] },
    params: { field: keys.length === 0 ? part : keys.join('.'), ...params },
  })
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...path, key], 'http.field-unknown', {}))
  const { code, params } = wording(issue, lookUp(value, path))
  return [at(path, code, params)]
}

function wording(issue: Exclude<Issue, { code: 'unrecognized_keys' }>, found: unknown): { code: string; params: Params } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: found === undefined ? 'http.field-missing' : 'http.field-type', params: expectedWords(issue.expected) }
    case 'invalid_value':
      return found === undefined
        ? { code: 'http.field-missing', params: { expected: issue.values.map(String).join(' / ') } }
        : { code: 'http.field-choice', params: { known: issue.values.map(String).join(', ') } }
    case 'too_small':
      return { code: 'http.field-small', params: { limit: String(issue.minimum) } }
    case 'too_big':
      return { code: 'http.field-large', params: { limit: String(issue.maximum) } }
    case 'invalid_format':
      return { code: 'http.field-format', params: expectedWords(issue.format) }
    case 'invalid_union':
      return found === undefined ? { code: 'http.field-missing', params: expectedWords('value') } : { code: 'http.field-other', params: { reason: issue.message } }
    default:
      return { code: 'http.field-other', params: { reason: issue.message } }
  }
}

function lookUp(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inside, key) => (typeof inside === 'object' && inside !== null ? Object.getOwnPropertyDescriptor(inside, key)?.value : undefined), value)
}

/** What a value should have been, in both languages. */
function expectedWords(expected: string): Params {
  const words = EXPECTED[expected]
  return words === undefined ? { expected } : { expected, 'expected@zh': words[0], 'expected@en': words[1] }
}

const EXPECTED: Readonly<Record<string, readonly [string, string]>> = {
  string: ['文本', 'a text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表', 'a list'],
  object: ['对象', 'an object'],
  record: ['对象', 'an object'],
  null: ['null', 'null'],
  value: ['一个值', 'a value'],
  date: ['日期，例如 2026-03-31', 'a date such as 2026-03-31'],
  datetime: ['时刻，例如 2026-03-31T08:00:00Z', 'an instant such as 2026-03-31T08:00:00Z'],
  uuid: ['UUID', 'a UUID'],
  email: ['电子邮件地址', 'an e-mail address'],
  url: ['网址', 'a web address'],
  regex: ['文档中说明的写法', 'the form the documentation shows'],
}

/** Refuse JSON that nests too deeply, before anything walks it. Brackets inside texts do not count. */
export function requireShallow(json: string): void {
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === QUOTE) at = endOfText(json, at)
    else if (char === OPEN_LIST || char === OPEN_OBJECT) {
      depth += 1
      if (depth > JSON_DEPTH) throw new Refusal('http.too-deep', { limit: JSON_DEPTH })
    } else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth -= 1
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

function endOfText(json: string, from: number): number {
  let at = from + 1
  while (at < json.length && json.charCodeAt(at) !== QUOTE) at += json.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
}
