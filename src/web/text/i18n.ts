import type { ConfigProviderProps } from 'antd'
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '../../base/diagnostic.ts'
import type { texts as zh } from './zh/index.ts'

export type Texts = typeof zh

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: Texts
    /** Keys hold dots as part of their names: `section.home`. */
    keySeparator: false
    nsSeparator: ':'
  }
}

/** One language: its texts and what antd's own words are in it. */
export interface Language {
  readonly texts: Readonly<Record<keyof Texts, Readonly<Record<string, string>>>>
  readonly locale: NonNullable<ConfigProviderProps['locale']>
}

/** A table, not a choice: of `a ? import(x) : import(y)` the build makes one import that fetches both. */
const LANGUAGES: Readonly<Record<Lang, () => Promise<Language>>> = { zh: () => import('./zh/index.ts'), en: () => import('./en/index.ts') }

/** Loaded when first needed: a reader of one language fetches one. */
export function loadLanguage(lang: Lang): Promise<Language> {
  return LANGUAGES[lang]()
}

/** The translator, with the language it starts in already loaded. */
export async function createTexts(lang: Lang): Promise<{ i18n: i18n; language: Language }> {
  const language = await loadLanguage(lang)
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    defaultNS: 'shell',
    ns: Object.keys(language.texts),
    resources: { [lang]: language.texts },
    keySeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return { i18n: instance, language }
}

/** Switch to a language, loading it first. */
export async function switchLanguage(instance: i18n, lang: Lang): Promise<Language> {
  const language = await loadLanguage(lang)
  for (const [namespace, texts] of Object.entries(language.texts)) instance.addResourceBundle(lang, namespace, texts, true, true)
  await instance.changeLanguage(lang)
  return language
}
