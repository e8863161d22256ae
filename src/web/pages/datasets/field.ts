import { valueAt } from '../../parts/documents/body.ts'
import type { Body } from '../../parts/documents/queries.ts'

export const FIELD_TYPES = ['text', 'integer', 'decimal', 'money', 'date', 'timestamp', 'boolean', 'choice', 'employee', 'reference'] as const

export type FieldType = (typeof FIELD_TYPES)[number]

/** The fields of a dataset's document, each spelled out: `amount: money` is short for `amount: { type: money }`. */
export function fieldsIn(body: Body): Readonly<Record<string, Body>> {
  const fields = valueAt(body, ['fields'])
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, typeof field === 'string' ? { type: field } : { ...field }]))
}

/** What a field keeps when its type changes; units, choices and targets of references belong to a type. */
const ANY_TYPE = ['name', 'description', 'required', 'aliases', 'column']

export function withType(field: Body, type: FieldType): Body {
  const kept = Object.entries(field).filter(([key]) => ANY_TYPE.includes(key))
  return { type, ...Object.fromEntries(kept) }
}

/** The document with another name for a field wherever the document itself names it. */
export function fieldRenamed(body: Body, from: string, to: string): Body {
  const fields = fieldsIn(body)
  if (to === '' || from === to || Object.hasOwn(fields, to)) return body
  const path = (text: unknown) => (text === from ? to : typeof text === 'string' && text.startsWith(`${from}.`) ? to + text.slice(from.length) : text)
  const within = (holder: unknown, ...keys: readonly string[]) => {
    const named = keys.filter((key) => valueAt(holder, [key]) !== undefined)
    return Object.fromEntries(named.map((key) => [key, path(valueAt(holder, [key]))]))
  }
  const { key, overlays } = body
  const each = (field: Body) => ({ ...field, ...within(field, 'currencyField') })
  return {
    ...body,
    ...(Array.isArray(key) ? { key: key.map(path) } : {}),
    ...within(body, 'owner', 'date', 'effective'),
    ...(Array.isArray(overlays) ? { overlays: overlays.map((overlay: unknown) => (isMap(overlay) ? { ...overlay, ...within(overlay, 'to') } : overlay)) } : {}),
    fields: Object.fromEntries(Object.entries(fields).map(([id, field]) => [id === from ? to : id, each(field)])),
  }
}

const isMap = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)
