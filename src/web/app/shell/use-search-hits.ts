import { useQueries } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { type TextName, useTitle } from '../../text/title.ts'
import type { Hit } from '../search-source.ts'
import { useOpenEntries } from './Navigation.tsx'

export interface HitGroup {
  readonly title: TextName
  readonly hits: readonly Hit[]
  /** This part could not be searched. */
  readonly failed: boolean
}

/** What pages and features know about a word; each part comes when it is there. */
export function useSearchHits(typed: string): { readonly groups: readonly HitGroup[]; readonly waiting: boolean } {
  const { i18n } = useTranslation()
  const { can } = useCurrentUser()
  const asked = useDeferredValue(typed.trim())
  const pages = usePageHits(asked)
  const sources = useRouteContext({ from: '__root__', select: (context) => context.sources }).filter(({ may }) => may === undefined || can(may))
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['search', source.id, asked, i18n.language],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.find(asked, signal, i18n),
      enabled: asked !== '',
    })),
  })
  const found = sources.map((source, at) => ({ title: source.title, hits: answers[at]?.data ?? [], failed: answers[at]?.isError === true }))
  return { groups: [pages, ...found].filter(({ hits, failed }) => hits.length > 0 || failed), waiting: answers.some((answer) => answer.isFetching) }
}

function usePageHits(asked: string): HitGroup {
  const { t } = useTranslation('shell')
  const title = useTitle()
  const hits = useOpenEntries().map((entry) => ({ key: entry.to, label: title(entry.title), about: t(`section.${entry.section}`), to: entry.to }))
  const words = asked.toLowerCase()
  return { title: 'shell:search.pages', hits: hits.filter(({ label, about }) => `${label} ${about}`.toLowerCase().includes(words)), failed: false }
}
