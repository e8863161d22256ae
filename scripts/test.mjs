import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm test`: run vitest (arguments go on to it), then print as the very last line `N passed, N failed`, with `, N skipped` behind it
 * where tests were skipped. Ends with 0 only when at least one test ran and none failed.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'heng-results-'))
const results = join(folder, 'results.json')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)]
const run = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
const { passed, failed, skipped } = counts(run.status === 0)
rmSync(folder, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = run.status === 0 && failed === 0 && passed > 0 ? 0 : 1

/** What vitest counted; a file that could not be loaded, an error outside every test and a run without a test are failures too. */
function counts(succeeded) {
  let report
  try {
    report = JSON.parse(readFileSync(results, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length
  const failed = report.numFailedTests + brokenFiles
  const passed = report.numPassedTests
  const somethingElse = failed === 0 && (!succeeded || passed === 0) ? 1 : 0
  return { passed, failed: failed + somethingElse, skipped: report.numPendingTests + report.numTodoTests }
}
