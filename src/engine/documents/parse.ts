import type { z } from 'zod'
import type { Diagnostic, Params } from '../../base/diagnostic.ts'
import { nearNames } from '../near.ts'
import { hintOf, type Wording, worded } from '../wording.ts'
import { type CompanyDocument, CompanySchema } from './company.ts'
import { type DatasetDocument, DatasetSchema } from './dataset.ts'
import { fieldWording } from './field-words.ts'
import { type IncentiveDocument, IncentiveSchema } from './incentive.ts'
import { type MeasureDocument, MeasureSchema } from './measure.ts'
import { keysAt, memberOf } from './schema-keys.ts'
import { type SchemeDocument, SchemeSchema } from './scheme.ts'
import { type TableDocument, TableSchema } from './table.ts'
import type { DocumentCode } from './texts.ts'
import { expectedWording, formatWording, typeWording } from './words.ts'

/** The kinds of documents in a plan folder, each with its schema. */
export const DOCUMENT_SCHEMAS = {
  company: CompanySchema,
  dataset: DatasetSchema,
  measure: MeasureSchema,
  table: TableSchema,
  scheme: SchemeSchema,
  incentive: IncentiveSchema,
} as const

export type DocumentKind = keyof typeof DOCUMENT_SCHEMAS
export type DocumentOf<K extends DocumentKind> = {
  company: CompanyDocument
  dataset: DatasetDocument
  measure: MeasureDocument
  table: TableDocument
  scheme: SchemeDocument
  incentive: IncentiveDocument
}[K]

type Issue = z.core.$ZodIssue
type Path = readonly (string | number)[]

/**
 * Read a document as it comes from YAML or JSON. What is wrong with its shape comes back all at once:
 * the place of each diagnostic has the path of the nearest thing that exists in the document.
 */
export function parseDocument<K extends DocumentKind>(
  kind: K,
  value: unknown,
): { readonly document: DocumentOf<K>; readonly diagnostics: readonly [] } | { readonly document: null; readonly diagnostics: readonly Diagnostic[] } {
  const schema = DOCUMENT_SCHEMAS[kind]
  const result = schema.safeParse(value)
  if (result.success) return { document: result.data as DocumentOf<K>, diagnostics: [] } // the schema of this kind made it
  const found: Diagnostic[] = []
  for (const issue of result.error.issues) explain(issue, [], { kind, schema, value, found })
  return { document: null, diagnostics: withoutEchoes(found) }
}

interface Explaining {
  readonly kind: DocumentKind
  readonly schema: z.core.$ZodType
  readonly value: unknown
  readonly found: Diagnostic[]
}

function explain(issue: Issue, before: Path, e: Explaining): void {
  const path: Path = [...before, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))]
  const value = at(e.value, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      unknownKeys(issue.keys, path, e)
      return
    case 'invalid_union':
      explainUnion(issue, path, e)
      return
    case 'invalid_key':
      add(e, 'document.format', path, { ...keyParam(path), value: String(path.at(-1) ?? ''), ...worded('expected', formatWording(patternOf(issue.issues[0]))) })
      return
    case 'invalid_type':
      wrongType(issue.expected, path, e)
      return
    case 'invalid_value':
      if (value === undefined) missingChoice(issue.values.map(String), path, e)
      else notAmong(value, issue.values.map(String), path, e)
      return
    case 'too_small':
    case 'too_big':
      outOfRange(issue, path, e)
      return
    default:
      if (value === '') add(e, 'document.empty', path, keyParam(path))
      else add(e, 'document.format', path, { ...keyParam(path), value: shown(value), ...worded('expected', formatWording(patternOf(issue))) })
  }
}

/** Of several alternatives, the one whose kind of value was written; where none was, what they ask for together. */
function explainUnion(issue: Issue & { code: 'invalid_union' }, path: Path, e: Explaining): void {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : null
  const value = at(e.value, path)
  if (options !== null) {
    if (value === undefined) missingChoice(options, path, e)
    else notAmong(value, options, path, e)
    return
  }
  const entered = issue.errors.filter((errors) => !errors.some((inner) => inner.path.length === 0 && (inner.code === 'invalid_type' || inner.code === 'invalid_value')))
  const [only] = entered
  if (only !== undefined) {
    for (const inner of only) explain(inner, path, e)
    return
  }
  const choices = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values.map(String) : []))
  if (typeof value === 'string' && choices.length > 0) notAmong(value, choices, path, e)
  else wrongType(issue.errors.flatMap((errors) => errors.map((inner) => (inner.code === 'invalid_type' ? inner.expected : 'value'))).join('|'), path, e)
}

/** `{ formula: max(a, b) }` is to YAML the text `max(a` and a key `b)` without a value: said once, as what it is. */
function unknownKeys(keys: readonly string[], path: Path, e: Explaining): void {
  const holder = at(e.value, path)
  const members = typeof holder === 'object' && holder !== null ? Object.values(holder) : []
  const cut = members.some((v) => typeof v === 'string' && v.split('(').length > v.split(')').length)
  const pieces = cut ? keys.filter((key) => at(e.value, [...path, key]) === null) : []
  const [piece] = pieces
  if (piece !== undefined) add(e, 'document.comma', [...path, piece], { key: piece })
  for (const key of keys) if (!pieces.includes(key)) unknownKey(key, path, e)
}

function missingChoice(choices: readonly string[], path: Path, e: Explaining): void {
  const list = (comma: string): string => [...new Set(choices)].join(comma)
  const expected = { zh: `其中之一：${list('、')}`, en: `one of: ${list(', ')}` } satisfies Wording
  add(e, 'document.missing', path, { key: keyOf(path), ...worded('expected', expected) })
}

function unknownKey(key: string, path: Path, e: Explaining): void {
  const known = keysAt(e.schema, e.value, path)
  add(e, 'document.unknown-key', [...path, key], { ...hintOf(nearNames(key, known), known), key })
}

function wrongType(expected: string, path: Path, e: Explaining): void {
  const value = at(e.value, path)
  const key = keyOf(path)
  const wording = worded('expected', expectedWording(expected, key))
  if (value === undefined && path.length > 0) add(e, 'document.missing', path, { key, ...wording })
  else add(e, 'document.type', path, { ...keyParam(path), ...wording, ...worded('actual', typeWording(value)) })
}

function notAmong(value: unknown, choices: readonly string[], path: Path, e: Explaining): void {
  const known = [...new Set(choices)]
  add(e, 'document.choice', path, { ...keyParam(path), value: shown(value), ...hintOf(nearNames(String(value), known), known) })
}

function outOfRange(issue: Issue & { code: 'too_small' | 'too_big' }, path: Path, e: Explaining): void {
  const small = issue.code === 'too_small'
  const limit = String(small ? issue.minimum : issue.maximum)
  const origin = issue.origin
  if (origin === 'string' || (origin === 'array' && limit === '1')) add(e, 'document.empty', path, keyParam(path))
  else if (origin === 'array') add(e, 'document.length', path, { ...keyParam(path), limit })
  else add(e, small ? 'document.too-small' : 'document.too-big', path, { ...keyParam(path), limit: !small || issue.inclusive ? limit : `${limit} +` })
}

function add(e: Explaining, code: DocumentCode, path: Path, params: Params): void {
  const field = fieldWording(e.kind, path) ?? (code === 'document.missing' ? SOMETHING : HERE)
  e.found.push({ code, severity: 'error', place: { path: existing(e.value, path) }, params: { ...params, ...worded('field', field, keyOf(path)) } })
}

/** Where the editors have no label: what is wrong stands beside it. */
const HERE: Wording = { zh: '这里', en: 'This' }
const SOMETHING: Wording = { zh: '有一处必填的', en: 'Something that is required' }

/** Keys that are missing because they were misspelt are said once, as misspelt. */
function withoutEchoes(found: readonly Diagnostic[]): Diagnostic[] {
  const meant = new Set(found.filter((d) => d.code === 'document.unknown-key').flatMap((d) => String(d.params['hint'] ?? '').split(', ')))
  const seen = new Set<string>()
  return found.filter((d) => {
    if (d.code === 'document.missing' && meant.has(String(d.params['key']))) return false
    const id = JSON.stringify([d.code, d.place, d.params['key']])
    return seen.size < seen.add(id).size
  })
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(memberOf, value)
}

/** The longest beginning of a path that exists in the document. */
function existing(value: unknown, path: Path): Path {
  let length = 0
  while (length < path.length && at(value, path.slice(0, length + 1)) !== undefined) length++
  return path.slice(0, length)
}

function keyOf(path: Path): string {
  return String(path.at(-1) ?? '')
}

function keyParam(path: Path): Params {
  if (path.length === 0) return worded('key', { zh: '整个文档', en: 'the document' } satisfies Wording, '')
  return { key: keyOf(path) }
}

function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[…]' : '{…}') : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function patternOf(issue: Issue | undefined): string {
  return issue?.code === 'invalid_format' && typeof issue.pattern === 'string' ? issue.pattern : ''
}
