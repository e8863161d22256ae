import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm test`: run vitest (arguments go on to it), then name each failure in a line `failed: FILE › TEST: WHY` and print as the very last
 * line `N passed, N failed`, with `, N skipped` behind it where tests were skipped. Ends with 0 only when at least one test ran and none failed.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'heng-results-'))
const results = join(folder, 'results.json')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)]
const run = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
const report = readReport()
const { passed, failed, skipped } = counts(run.status === 0)
rmSync(folder, { recursive: true, force: true })
for (const line of failures()) console.log(`failed: ${line}`)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = run.status === 0 && failed === 0 && passed > 0 ? 0 : 1

/** What vitest wrote of this run; nothing where it ended before it could. */
function readReport() {
  try {
    return JSON.parse(readFileSync(results, 'utf8'))
  } catch {
    return undefined
  }
}

/** What vitest counted; a file that could not be loaded, an error outside every test and a run without a test are failures too. */
function counts(succeeded) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const failed = report.numFailedTests + brokenFiles().length
  const passed = report.numPassedTests
  const somethingElse = failed === 0 && (!succeeded || passed === 0) ? 1 : 0
  return { passed, failed: failed + somethingElse, skipped: report.numPendingTests + report.numTodoTests }
}

function brokenFiles() {
  return report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
}

/** One line for each failed test and each file that could not be loaded: a long output is often kept by its end only. */
function failures() {
  if (report === undefined) return ['vitest ended without a report']
  const files = brokenFiles().map((file) => `${relative(root, file.name)}: ${firstLine(file.message)}`)
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === 'failed').map((test) => `${relative(root, file.name)} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`),
  )
  return [...files, ...tests]
}

function firstLine(text = '') {
  return text.split('\n', 1)[0]
}
