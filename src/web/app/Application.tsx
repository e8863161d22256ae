import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { askAllAgain } from '../api/ask-again.ts'
import { LanguageProvider, useLanguage } from '../parts/LanguageProvider.tsx'
import type { Language } from '../text/i18n.ts'
import type { Started } from './start.ts'

interface ApplicationProps {
  readonly started: Started
  readonly i18n: i18n
  readonly language: Language
}

/** What the server said in another language is asked for again. */
function AnswersInLanguage() {
  const queries = useQueryClient()
  const { lang } = useLanguage()
  const [heard, setHeard] = useState(lang)
  useEffect(() => {
    if (lang === heard) return
    setHeard(lang)
    void askAllAgain(queries)
  }, [queries, lang, heard])
  return null
}

export function Application({ started: { queries, router }, i18n, language }: ApplicationProps) {
  return (
    <LanguageProvider i18n={i18n} first={language}>
      <QueryClientProvider client={queries}>
        <AnswersInLanguage />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  )
}
