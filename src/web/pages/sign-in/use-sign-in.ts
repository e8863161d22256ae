import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type Session, sessionQuery } from '../../api/session.ts'
import { useLanguage } from '../../parts/LanguageProvider.tsx'
import { ownAddress } from './link.ts'

/** A way of signing in; when it succeeds the reader is on the page they wanted, in the language they chose. */
export function useSignIn<Input>(signIn: (input: Input) => Promise<Session>) {
  const queries = useQueryClient()
  const router = useRouter()
  const { choose, lang } = useLanguage()
  const { to } = useSearch({ from: '/sign-in' })
  return useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      // What somebody else saw on this browser is gone before the first page is drawn.
      queries.clear()
      queries.setQueryData(sessionQuery.queryKey, session)
      if (session.user.lang !== null && session.user.lang !== lang) await choose(session.user.lang)
      await router.navigate({ href: ownAddress(to), replace: true })
    },
  })
}
