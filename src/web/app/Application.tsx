import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { LanguageProvider } from '../parts/LanguageProvider.tsx'
import type { Language } from '../text/i18n.ts'
import type { Started } from './start.ts'

interface ApplicationProps {
  readonly started: Started
  readonly i18n: i18n
  readonly language: Language
}

export function Application({ started: { queries, router }, i18n, language }: ApplicationProps) {
  return (
    <LanguageProvider i18n={i18n} first={language}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  )
}
