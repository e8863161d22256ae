const named = (kind: string, ...parts: readonly string[]) => [kind, ...parts.map(encodeURIComponent)].join('/')

/** The names of what can be commented on, as the API knows them. */
export const scoreObject = (employee: string, period: string) => named('score', employee, period)
export const recordObject = (dataset: string, record: string) => named('record', dataset, record)

export const targetObject = (employee: string, period: string) => named('target', employee, period)
export const runObject = (run: string) => named('run', run)
export const personObject = (employee: string) => named('person', employee)
export const unitObject = (unit: string) => named('unit', unit)
export const ruleObject = (kind: 'measure' | 'scheme' | 'incentive' | 'table' | 'dataset', id: string) => named(kind, id)

export interface ObjectPage {
  readonly kind: string
  readonly to: string
  readonly search: Readonly<Record<string, string>>
  /** What the address says where the comments are open: `?comments=…`. */
  readonly talk: string
}

/** What is named, and the page it is on; null for what has no page here. */
export function pageOf(object: string): ObjectPage | null {
  const [kind = '', ...parts] = object.split('/').map(decodeURIComponent)
  const [first = '', second = ''] = parts
  const at = (to: string, search: ObjectPage['search'] = {}, talk = '1'): ObjectPage => ({ kind, to, search, talk })
  const part = encodeURIComponent
  switch (kind) {
    case 'score':
      return at(`/scores/${part(first)}`, { period: second })
    case 'target':
      return at('/targets', { by: 'period', period: second }, talkOfTarget(first, second))
    case 'record':
      return at(`/data/${part(first)}/${part(second)}`)
    case 'run':
      return at(`/runs/${part(first)}`)
    case 'measure':
      return at(`/measures/${part(first)}`)
    case 'scheme':
      return at(`/schemes/${part(first)}`)
    case 'incentive':
      return at(`/incentives/${part(first)}`)
    case 'table':
      return at(`/tables/${part(first)}`)
    case 'dataset':
      return at(`/data/${part(first)}/about`)
    case 'person':
      return at(`/people/${part(first)}`)
    case 'unit':
      return at(`/units/${part(first)}`)
    default:
      return null
  }
}

/** The page of targets shows those of many: the address says whose, and of which period, is talked about. */
export const talkOfTarget = (employee: string, period: string): string => JSON.stringify([employee, period])

/** Whose targets a text of the address names; null for what names nobody. */
export function targetOfTalk(talk: string): { readonly employee: string; readonly period: string } | null {
  try {
    const [employee, period]: unknown[] = JSON.parse(talk)
    return typeof employee === 'string' && typeof period === 'string' ? { employee, period } : null
  } catch {
    return null
  }
}

/** Names behind an @ in a text, of those that were chosen: whoever was taken out of the text again is not named. */
export function mentionsIn(text: string, chosen: readonly { readonly user: string; readonly name: string }[]): string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ user }) => user))]
}

/** Those of people found earlier who fit what is typed now. */
export function fitting<Person extends { readonly name: string; readonly login: string }>(found: readonly Person[], typed: string): readonly Person[] {
  const text = typed.trim().toLowerCase()
  return found.filter(({ name, login }) => name.toLowerCase().includes(text) || login.toLowerCase().includes(text))
}

/** The name that stands in a text for somebody: with the login where others found have the same name. */
export function nameAmong<Person extends { readonly user: string; readonly name: string; readonly login: string }>(
  found: readonly Person[],
  { user, name, login }: Person,
): string {
  return found.some((other) => other.user !== user && other.name === name) ? `${name}(${login})` : name
}
