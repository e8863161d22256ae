/**
 * SQL as text parts and values. Only the `sql` tag makes text, identifiers only come through `ident`,
 * and a value is always a parameter: nothing a user typed can become SQL.
 */
export interface Sql {
  readonly kind: 'sql'
  readonly parts: readonly string[]
  readonly values: readonly SqlValue[]
}

export type SqlValue = string | number | boolean | null | Buffer | readonly string[] | readonly number[]

function isSql(x: Sql | SqlValue): x is Sql {
  return typeof x === 'object' && x !== null && 'kind' in x && x.kind === 'sql'
}

/** Tagged template: an interpolated Sql is spliced in, anything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...inserts: readonly (Sql | SqlValue)[]): Sql {
  const parts: string[] = [strings[0] ?? '']
  const values: SqlValue[] = []
  inserts.forEach((insert, i) => {
    const after = strings[i + 1] ?? ''
    if (!isSql(insert)) {
      values.push(insert)
      parts.push(after)
      return
    }
    parts[parts.length - 1] += insert.parts[0] ?? ''
    insert.values.forEach((v, k) => {
      values.push(v)
      parts.push(insert.parts[k + 1] ?? '')
    })
    parts[parts.length - 1] += after
  })
  return { kind: 'sql', parts, values }
}

/** A quoted identifier, or a dotted one from several names. */
export function ident(...names: readonly string[]): Sql {
  return { kind: 'sql', parts: [names.map((n) => `"${n.replaceAll('"', '""').replaceAll('\0', '')}"`).join('.')], values: [] }
}

/** Join fragments with a separator; the separator is written in the code, never by a user. */
export function joinSql(items: readonly Sql[], separator: ', ' | ' and ' | ' or ' | ' ' | ' union all ' | ' union ' | ' || ' | ' + '): Sql {
  const [first, ...rest] = items
  if (first === undefined) return { kind: 'sql', parts: [''], values: [] }
  const between: Sql = { kind: 'sql', parts: [separator], values: [] }
  return rest.reduce((all, item) => sql`${all}${between}${item}`, first)
}

/** A string constant inside DDL, where PostgreSQL takes no parameters. */
export function literal(text: string): Sql {
  const escaped = text.replaceAll('\0', '').replaceAll("'", "''")
  return { kind: 'sql', parts: [text.includes('\\') ? `E'${escaped.replaceAll('\\', '\\\\')}'` : `'${escaped}'`], values: [] }
}

/** A whole number as text, for places where a parameter is not taken (array subscripts, generated column positions). */
export function integer(n: number): Sql {
  if (!Number.isSafeInteger(n)) throw new Error(`not a whole number: ${n}`)
  return { kind: 'sql', parts: [String(n)], values: [] }
}

/** What the driver takes: text with $1, $2 … and the values. */
export function toQuery(s: Sql): { text: string; values: SqlValue[] } {
  const text = s.parts.reduce((all, part, i) => (i === 0 ? part : `${all}$${i}${part}`), '')
  return { text, values: [...s.values] }
}
