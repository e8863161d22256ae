import type { Needed } from '../api/session.ts'
import type { TextName } from '../text/title.ts'

/** The order of the loop: goals → records → measures → schemes → runs → reviews → incentives → growth → insight. Each is an icon, too. */
export const SECTIONS = ['home', 'goals', 'data', 'measures', 'schemes', 'runs', 'reviews', 'incentives', 'growth', 'insight', 'org', 'settings'] as const

export type Section = (typeof SECTIONS)[number]

/** A page that is found in the navigation and by the search. */
export interface Entry {
  readonly section: Section
  readonly title: TextName
  /** Who may open it; everybody who is signed in where undefined. */
  readonly may: Needed | undefined
  /** Address, without parameters. */
  readonly to: string
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may open the page; whoever may not sees why instead. */
    readonly may?: Needed
    /** Where it stands in the navigation; left out for pages reached from others. */
    readonly entry?: { readonly section: Section; readonly title: TextName }
  }
}

interface PageRoute {
  readonly options: {
    readonly path?: string
    readonly staticData?: { readonly may?: Needed; readonly entry?: { readonly section: Section; readonly title: TextName } } | undefined
  }
}

/** The entries of the navigation that pages declare beside their routes, in the order of the list. */
export function entriesOf(routes: readonly PageRoute[]): readonly Entry[] {
  return routes.flatMap(({ options }) => {
    const { may, entry } = options.staticData ?? {}
    return entry === undefined || options.path === undefined ? [] : [{ ...entry, may, to: options.path }]
  })
}
