import { MutationCache, QueryCache, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useState } from 'react'
import { createQueryClient } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { LanguageProvider } from '../parts/LanguageProvider.tsx'
import type { Language } from '../text/i18n.ts'
import { problemOf } from '../ui/problem.ts'
import { createAppRouter } from './router.ts'

/** Everything that is there once. */
function start() {
  const queries = createQueryClient({ queries: new QueryCache({ onError: left }), mutations: new MutationCache({ onError: left }) })
  const router = createAppRouter(queries)
  /** A session that ended meanwhile: back to signing in, and from there to the same page. */
  function left(error: unknown): void {
    if (problemOf(error).status !== 401 || queries.getQueryData(sessionQuery.queryKey) == null) return
    queries.setQueryData(sessionQuery.queryKey, null)
    void router.invalidate()
  }
  return { queries, router }
}

export function Application({ i18n, language }: { readonly i18n: i18n; readonly language: Language }) {
  const [{ queries, router }] = useState(start)
  return (
    <LanguageProvider i18n={i18n} first={language}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  )
}
