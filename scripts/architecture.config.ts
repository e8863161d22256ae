import { defineConfig } from 'vitest/config'

/** The architecture test by itself: it reads sources and needs no database. */
export default defineConfig({ test: { include: ['src/architecture.test.ts'], root: new URL('..', import.meta.url).pathname } })
