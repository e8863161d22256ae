import type { z } from 'zod'

type Schema = z.core.$ZodType

/** What the published types of zod do not tell: the parts of a schema by kind. */
interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly options?: readonly Schema[]
  readonly discriminator?: string
  readonly innerType?: Schema
  readonly in?: Schema
  readonly element?: Schema
  readonly valueType?: Schema
  readonly values?: readonly unknown[]
}

function defOf(schema: Schema): Def {
  return schema._zod.def as unknown as Def // the definition is a union over all kinds; only the parts above are read, each checked for presence
}

/** The schemas that may apply inside `schema` to the value at `path`. Several where alternatives remain. */
function schemasAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): Schema[] {
  const def = defOf(schema)
  const inner = def.innerType ?? def.in
  if (inner !== undefined) return schemasAt(inner, value, path)
  if (def.type === 'union') return chosen(def, value).flatMap((option) => schemasAt(option, value, path))
  const [key, ...rest] = path
  if (key === undefined) return [schema]
  const child = def.type === 'object' ? (def.shape !== undefined && Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined) : (def.element ?? def.valueType)
  return child === undefined ? [] : schemasAt(child, memberOf(value, key), rest)
}

/** Of a union told apart by a key, the alternative whose key matches; else all. */
function chosen(def: Def, value: unknown): readonly Schema[] {
  const options = def.options ?? []
  const { discriminator } = def
  if (discriminator === undefined) return options
  const kind = memberOf(value, discriminator)
  return options.filter((option) => {
    const literal = defOf(option).shape?.[discriminator]
    return literal !== undefined && defOf(literal).values?.includes(kind)
  })
}

/** The member of an object or list; undefined where there is none. */
export function memberOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<PropertyKey, unknown>)[key] // an object that has this key
}

/** The keys an object at `path` may have. */
export function keysAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(schema, value, path).flatMap((found) => Object.keys(defOf(found).shape ?? {})))]
}
