import type { i18n } from 'i18next'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Lang } from '../../base/diagnostic.ts'
import { type Language, switchLanguage } from '../text/i18n.ts'
import { remember } from '../ui/remembered.ts'
import { ThemeProvider } from '../ui/theme/ThemeProvider.tsx'

export const LANG_KEY = 'lang'

interface LanguageState {
  readonly lang: Lang
  /** Read in this language from now on, on this browser. */
  choose(lang: Lang): Promise<void>
}

const LanguageContext = createContext<LanguageState>({ lang: 'zh', choose: async () => undefined })

export function useLanguage(): LanguageState {
  return use(LanguageContext)
}

/** The language of everything below: our texts, antd's, the document's. */
export function LanguageProvider({ i18n, first, children }: { readonly i18n: i18n; readonly first: Language; readonly children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(i18n.language === 'en' ? 'en' : 'zh')
  const [locale, setLocale] = useState(first.locale)
  useEffect(() => {
    document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN'
  }, [lang])
  const state = useMemo<LanguageState>(
    () => ({
      lang,
      async choose(next) {
        // Before anything asks the server again, it must ask in the new language.
        document.documentElement.lang = next === 'en' ? 'en' : 'zh-CN'
        const language = await switchLanguage(i18n, next)
        remember(LANG_KEY, next)
        setLocale(language.locale)
        setLang(next)
      },
    }),
    [i18n, lang],
  )
  return (
    <I18nextProvider i18n={i18n}>
      <LanguageContext value={state}>
        <ThemeProvider locale={locale}>{children}</ThemeProvider>
      </LanguageContext>
    </I18nextProvider>
  )
}
