import { defineConfig } from 'vitest/config'

/** Side by side no more test files than a small machine has cores; each has its own database. */
const WORKERS = 2

/** A test starts servers and waits for recoveries; a slow machine must not fail it. */
const TEST_TIMEOUT_MS = 120_000

/** A story in a browser is many steps, some of which wait for runs of a whole company. */
const STORY_TIMEOUT_MS = 300_000

/** How long a page may take to show what a story waits for. */
const POLL_MS = 60_000

const DATABASE = 'src/store/testing-server.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: WORKERS,
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: TEST_TIMEOUT_MS,
    projects: [
      { extends: true, test: { name: 'code', include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'examples/**/*.test.ts'], globalSetup: [DATABASE] } },
      // In a real browser; its setup builds the pages, for which the tests of the code need not wait.
      {
        extends: true,
        test: { name: 'browser', include: ['e2e/**/*.test.ts'], globalSetup: [DATABASE, 'e2e/setup.ts'], testTimeout: STORY_TIMEOUT_MS, expect: { poll: { timeout: POLL_MS } } },
      },
    ],
  },
})
