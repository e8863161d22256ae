import './ui/theme/global.css'
import { createRoot } from 'react-dom/client'
import { Application } from './app/Application.tsx'
import { start } from './app/start.ts'
import { LANG_KEY } from './parts/LanguageProvider.tsx'
import { createTexts } from './text/i18n.ts'
import { firstLang } from './text/lang.ts'
import { remembered } from './ui/remembered.ts'

const lang = firstLang(new URLSearchParams(location.search).get('lang'), remembered(LANG_KEY), navigator.languages)
document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN'

const started = start()
const { i18n, language } = await createTexts(lang)
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')
createRoot(root).render(<Application started={started} i18n={i18n} language={language} />)

// Only machines without a Chinese font of their own fetch slices of it, and never before the page is there.
void import('@fontsource-variable/noto-sans-sc/wght.css')
