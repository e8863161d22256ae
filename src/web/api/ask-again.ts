import type { QueryClient } from '@tanstack/react-query'

/** Mark of a query of what somebody writes on (`meta`): another answer under what is typed would pass for what they have seen. */
export const WRITTEN_ON = { writtenOn: true } as const

/**
 * Ask for everything again where much may have changed: what is on the screen at once, the rest when it is looked at. Who is signed in is known, and what
 * somebody writes on stays what they began from.
 */
export function askAllAgain(queries: QueryClient, { but = [] }: { readonly but?: readonly string[] } = {}): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [first], meta }) => first !== 'session' && meta?.['writtenOn'] !== true && !but.includes(String(first)),
  })
}
