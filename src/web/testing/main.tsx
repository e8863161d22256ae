import '@fontsource-variable/noto-sans-sc/wght.css'
import '../ui/theme/global.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { parseSearch, stringifySearch } from '../app/search-params.ts'
import { LanguageProvider } from '../parts/LanguageProvider.tsx'
import { createTexts } from '../text/i18n.ts'
import { Gallery } from './Gallery.tsx'

/** Every primitive on one page, without a server: `npx vite build --mode gallery`, then e2e/gallery.test.ts looks at it. */
const lang = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh'
document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN'
const { i18n, language } = await createTexts(lang)
const rootRoute = createRootRoute()
const galleryRoute = createRoute({ getParentRoute: () => rootRoute, path: '/testing/gallery.html', component: Gallery })
const router = createRouter({ routeTree: rootRoute.addChildren([galleryRoute]), parseSearch, stringifySearch })
const root = document.getElementById('root')
if (root === null) throw new Error('gallery.html has no #root')
createRoot(root).render(
  <LanguageProvider i18n={i18n} first={language}>
    <QueryClientProvider client={new QueryClient()}>
      {/* The types know the router of the application; this page has one of its own. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>
  </LanguageProvider>,
)
