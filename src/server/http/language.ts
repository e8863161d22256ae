import type { Lang } from '../../base/diagnostic.ts'

/** Languages named at most; the rest of a long header is noise. */
const LANGUAGES_READ = 20

/** The language a request asks for: the better liked of Chinese and English, Chinese where neither is named. */
export function langOf(acceptLanguage: string | undefined): Lang {
  const liked = (acceptLanguage ?? '').split(',').slice(0, LANGUAGES_READ).map(preference)
  const weight = (lang: Lang) => Math.max(-1, ...liked.filter((one) => one.lang === lang).map((one) => one.weight))
  return weight('en') > weight('zh') && weight('en') > 0 ? 'en' : 'zh'
}

function preference(text: string): { lang: string; weight: number } {
  const [name = '', ...more] = text.trim().toLowerCase().split(';')
  const quality = more.map((part) => /^\s*q=([\d.]+)\s*$/.exec(part)?.[1]).find((q) => q !== undefined)
  return { lang: name.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) || 0 }
}
