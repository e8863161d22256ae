const named = (kind: string, ...parts: readonly string[]) => [kind, ...parts.map(encodeURIComponent)].join('/')

/** The names of what can be commented on, as the API knows them. */
export const scoreObject = (employee: string, period: string) => named('score', employee, period)
export const recordObject = (dataset: string, record: string) => named('record', dataset, record)

/** What is named, and the page it is on; null for what has no page here. */
export function pageOf(object: string): { readonly kind: string; readonly to: string; readonly search: Readonly<Record<string, string>> } | null {
  const [kind = '', ...parts] = object.split('/').map(decodeURIComponent)
  const [first = '', second = ''] = parts
  const part = encodeURIComponent
  switch (kind) {
    case 'score':
      return { kind, to: `/scores/${part(first)}`, search: { period: second } }
    case 'record':
      return { kind, to: `/data/${part(first)}/${part(second)}`, search: {} }
    default:
      return null
  }
}

/** Names behind an @ in a text, of those that were chosen: whoever was taken out of the text again is not named. */
export function mentionsIn(text: string, chosen: readonly { readonly user: string; readonly name: string }[]): string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ user }) => user))]
}

/** The name that stands in a text for somebody: with the login where others found have the same name. */
export function nameAmong<Person extends { readonly user: string; readonly name: string; readonly login: string }>(
  found: readonly Person[],
  { user, name, login }: Person,
): string {
  return found.some((other) => other.user !== user && other.name === name) ? `${name}(${login})` : name
}
