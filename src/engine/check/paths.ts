import { PATH_STEPS } from '../../base/limits.ts'
import type { Segment, Span } from '../formula/ast.ts'
import { WORDS } from '../formula/functions.ts'
import type { Expr, PathStep } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, worded } from '../wording.ts'
import { type DatasetInfo, type FieldInfo, findName, type NameIndex, spellings } from './catalogue.ts'
import { type Checking, fieldWords, fromPercent, numberType, type Type, type Typed, typed, unknown } from './typed.ts'

/** A field reached from a record: the field itself, and the datasets on the way. */
export interface Reached {
  readonly field: FieldInfo
  readonly dataset: DatasetInfo
  readonly path: readonly PathStep[]
}

/** Follow a path of names from the records of a dataset. Null: reported. */
export function reach(c: Checking, from: DatasetInfo, segments: readonly Segment[]): Reached | null {
  const path: PathStep[] = []
  let dataset = from
  for (const [i, segment] of segments.entries()) {
    const field = fieldNamed(c, dataset, segment)
    if (field === null) return null
    const next = segments[i + 1]
    if (next === undefined) return { field, dataset, path }
    const target = field.document.type === 'reference' ? c.catalogue.datasets.get(field.document.to ?? '') : undefined
    if (target === undefined) {
      // A reference whose target is not known is reported at the dataset itself.
      if (field.document.type !== 'reference')
        c.error('path.not-reference', segment.span, { name: segment.name, next: next.name, ...worded('type', fieldWords(field.document.type)) })
      return null
    }
    path.push({ field: field.id, dataset: target.id })
    dataset = target
    if (path.length > PATH_STEPS) {
      c.error('path.too-long', { from: segments[0]?.span.from ?? 0, to: segments.at(-1)?.span.to ?? 0 }, { count: segments.length - 1, limit: PATH_STEPS })
      return null
    }
  }
  return null
}

function fieldNamed(c: Checking, dataset: DatasetInfo, segment: Segment): FieldInfo | null {
  const found = findName(dataset.index, segment.name)
  if (found.kind === 'one') return dataset.fields.get(found.id) ?? null
  if (found.kind === 'several') c.error('name.ambiguous', segment.span, { name: segment.name, candidates: found.ids.join(', ') })
  else if (!needsSpace(c, dataset.index, segment)) {
    const all = spellings(dataset.index)
    c.error('name.unknown-field', segment.span, {
      name: segment.name,
      ...worded('dataset', dataset.names, dataset.id),
      ...hintOf(
        nearNames(segment.name, all),
        [...dataset.fields.values()].map((f) => f.names.zh),
      ),
    })
  }
  return null
}

/** `客户为空` is one name to the lexer: say that the word needs spaces, where that makes a known name of the rest. */
export function needsSpace(c: Checking, index: NameIndex, segment: Segment): boolean {
  for (const word of [...WORDS.keys(), '包含', '开头是']) {
    if (/^[a-z]/.test(word)) continue
    const at = segment.name.indexOf(word)
    if (at < 0 || c.text.slice(segment.span.from, segment.span.to) !== segment.name) continue
    const before = segment.name.slice(0, at)
    const after = segment.name.slice(at + word.length)
    const known = (name: string) => findName(index, name).kind !== 'none'
    if (!known(before) && !(before === '' && known(after))) continue
    c.error('name.needs-space', segment.span, { name: segment.name, word, example: [before, word, after].filter((part) => part !== '').join(' ') })
    return true
  }
  return false
}

/** A field of the record, or of one it refers to, as formulas calculate with it: days for timestamps, fractions for percent, company currency for money. */
export function typeOfPath(c: Checking, segments: readonly Segment[], span: Span): Typed {
  if (c.over.level !== 'record') return unknown(span)
  const reached = reach(c, c.over.dataset, segments)
  if (reached === null) return unknown(span)
  const { field, path } = reached
  const type = field.document.type
  const expr: Expr = { node: 'field', path, field: field.id, type }
  const more = { field: type, choices: type === 'choice' ? { field: field.names.zh, values: field.document.choices ?? [] } : null }
  switch (type) {
    case 'integer':
    case 'decimal':
      return typed(field.unit.percent ? fromPercent(expr) : expr, numberType(field.unit.unit), span, { ...more, percent: field.unit.percent })
    case 'money':
      return typed(converted(c, reached, expr), numberType(field.unit.unit), span, more)
    default:
      return typed(expr, typeOfField(type), span, more)
  }
}

function typeOfField(type: FieldInfo['document']['type']): Type {
  if (type === 'boolean') return { kind: 'boolean' }
  return type === 'date' || type === 'timestamp' ? { kind: 'date' } : { kind: 'text' }
}

/** Money in the company's currency, at the rate of the measure's date. */
function converted(c: Checking, { field, dataset, path }: Reached, amount: Expr): Expr {
  const { currency: own, currencyDecimals } = c.catalogue.company
  const { currency: fixed, currencyField } = field.document
  if (c.over.level !== 'record' || c.over.date === null) return amount
  const known = currencyField === undefined ? undefined : dataset.fields.get(currencyField)
  if (known === undefined && (fixed === undefined || fixed === own)) return amount
  const currency: Expr = known === undefined ? { node: 'text', value: fixed ?? own } : { node: 'field', path, field: known.id, type: known.document.type }
  return { node: 'convert', of: amount, currency, to: own, on: c.over.date, scale: currencyDecimals }
}
