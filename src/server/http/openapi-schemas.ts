import { z } from 'zod'

export type Json = Readonly<Record<string, unknown>>

/** Whether a schema describes what is sent, or what is answered: where something has a default, the two differ. */
export type Direction = 'input' | 'output'

/** Schemas as the document shows them: what has an id stands among the components, and is referred to. */
export interface Schemas {
  /** The schema as it stands where it is used. */
  shown(schema: z.ZodType, direction: Direction): Json
  /** Everything with an id, by name. */
  readonly components: Json
}

type Definitions = Map<string, Json>

/**
 * Gather all schemas of a document. One that is sent in another form than it is answered in becomes two, the sent one as `NameInput`.
 * Throws where two schemas have one id.
 */
export function gatherSchemas(all: readonly { readonly schema: z.ZodType; readonly direction: Direction }[]): Schemas {
  const definitions: Record<Direction, Definitions> = { input: new Map(), output: new Map() }
  for (const { schema, direction } of all) gather(definitions[direction], made(schema, direction).definitions)
  const differ = differing(definitions)
  const nameOf = (name: string, direction: Direction) => (direction === 'input' && differ.has(name) ? `${name}Input` : name)
  const placed = (part: Json, direction: Direction) => rewritten(part, (name) => nameOf(name, direction)) as Json // An object stays one.
  const components = (['output', 'input'] as const).flatMap((direction) =>
    [...definitions[direction]].map(([name, definition]) => [nameOf(name, direction), placed(definition, direction)] as const),
  )
  return {
    shown: (schema, direction) => placed(made(schema, direction).whole, direction),
    components: Object.fromEntries(components.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function gather(known: Definitions, found: Definitions): void {
  for (const [name, definition] of found) {
    const before = known.get(name)
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(definition)) throw new Error(`two schemas have the id ${name}`)
    known.set(name, definition)
  }
}

/** A schema as JSON Schema, and the definitions it refers to by `#/$defs/NAME`. */
function made(schema: z.ZodType, io: Direction): { whole: Json; definitions: Definitions } {
  const { $schema: _, $defs = {}, ...whole } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Record<string, Json> } // JSON Schema puts what has an id there.
  return { whole, definitions: new Map(Object.entries($defs)) }
}

/** Names whose two forms differ, or refer to one that does. */
function differing({ input, output }: Record<Direction, Definitions>): ReadonlySet<string> {
  const shared = [...input].filter(([name]) => output.has(name))
  const differ = new Set(shared.filter(([name, sent]) => JSON.stringify(open(sent)) !== JSON.stringify(open(output.get(name)))).map(([name]) => name))
  for (let before = -1; before !== differ.size; ) {
    before = differ.size
    for (const [name, sent] of shared) if (references(sent).some((other) => differ.has(other))) differ.add(name)
  }
  return differ
}

function references(part: Json): string[] {
  return [...JSON.stringify(part).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map((match) => match[1] ?? '')
}

const open = (part: unknown) => rewritten(part, (name) => name)

/** References that lead to the components. That objects have no other members is left out: answers may gain some. */
function rewritten(part: unknown, nameOf: (name: string) => string): unknown {
  if (Array.isArray(part)) return part.map((item) => rewritten(item, nameOf))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]): [string, unknown][] => {
      if (key === 'additionalProperties' && value === false) return []
      const name = key === '$ref' && typeof value === 'string' ? /^#\/\$defs\/(.+)$/.exec(value)?.[1] : undefined
      return [[key, name === undefined ? rewritten(value, nameOf) : `#/components/schemas/${nameOf(name)}`]]
    }),
  )
}
