import { defineConfig } from 'vitest/config'

/** Side by side no more test files than a small machine has cores; each has its own database. */
const WORKERS = 2

/** A test starts servers and waits for recoveries; a slow machine must not fail it. */
const TEST_TIMEOUT_MS = 120_000

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
    globalSetup: ['src/store/testing-server.ts'],
    pool: 'forks',
    maxWorkers: WORKERS,
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: TEST_TIMEOUT_MS,
  },
})
