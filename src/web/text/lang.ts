import { useTranslation } from 'react-i18next'
import type { Lang } from '../../base/diagnostic.ts'

/** The language the page is shown in. */
export function useLang(): Lang {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

/** The first language from the address, else what was chosen here before, else what the browser asks for; Chinese where it asks for neither. */
export function firstLang(asked: string | null, chosen: string | null, browser: readonly string[]): Lang {
  for (const lang of [asked, chosen]) if (lang === 'zh' || lang === 'en') return lang
  const spoken = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en')
  return spoken === 'en' ? 'en' : 'zh'
}
