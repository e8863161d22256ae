import { defineConfig } from 'vitest/config'

/** It reads every source; a busy machine must not fail it. */
const TEST_TIMEOUT_MS = 60_000

/** The architecture test by itself: it needs no database. */
export default defineConfig({ test: { testTimeout: TEST_TIMEOUT_MS, include: ['src/architecture.test.ts'], root: new URL('..', import.meta.url).pathname } })
