import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm test`: run vitest (arguments go on to it), then name each failure in a line `failed: FILE › TEST: WHY` and print as the very last
 * line `N passed, N failed`, with `, N skipped` behind it where tests were skipped. Ends with 0 only when at least one test ran and none failed.
 *
 * In a whole round, files of browser stories that failed run once more, each with an application of its own: a step that a busy machine made
 * miss its moment passes then, and a line `second try: FILE › TEST: WHY` says what it was. What fails twice is wrong.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const asked = process.argv.slice(2)

const first = vitest(asked)
const again = asked.length === 0 ? storiesThatFailed(first) : []
const rounds = again.length === 0 ? [first] : [without(first, again), vitest(again)]
if (again.length > 0) for (const line of failures(first).filter((line) => again.some((file) => line.startsWith(file)))) console.log(`second try: ${line}`)
for (const line of rounds.flatMap(failures)) console.log(`failed: ${line}`)
const { passed, failed, skipped } = rounds.map(counts).reduce(sum)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

/** One run: the files as vitest reported them and the errors outside every test; files undefined where it ended before it could report. */
function vitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'heng-results-'))
  const [results, errors] = [join(folder, 'results.json'), join(folder, 'errors.json')]
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['default', 'json', join(root, 'scripts', 'test-errors-reporter.mjs')].map((name) => `--reporter=${name}`)
  const { status } = spawnSync(process.execPath, [program, 'run', ...reporters, `--outputFile.json=${results}`, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HENG_TEST_ERRORS: errors },
  })
  try {
    const [files, outside] = [JSON.parse(readFileSync(results, 'utf8')).testResults, JSON.parse(readFileSync(errors, 'utf8'))]
    const explained = status === 0 || outside.length > 0 || files.some((file) => file.status === 'failed')
    return { files, errors: explained ? outside : [`vitest ended with ${status}, and no test says why`] }
  } catch {
    return { files: undefined, errors: ['vitest ended without a report'] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function storiesThatFailed({ files = [] }) {
  return files.filter((file) => file.status === 'failed' && nameOf(file).startsWith('e2e/')).map(nameOf)
}

function without({ files, errors }, names) {
  return { files: files.filter((file) => !names.includes(nameOf(file))), errors }
}

/** What one run counted; a file that could not be loaded and an error outside every test are failures too. */
function counts({ files = [], errors }) {
  const tests = files.flatMap((file) => file.assertionResults)
  const [passed, failed] = ['passed', 'failed'].map((wanted) => tests.filter(({ status }) => status === wanted).length)
  return { passed, failed: failed + brokenFiles(files).length + errors.length, skipped: tests.length - passed - failed }
}

function sum(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped }
}

function brokenFiles(files) {
  return files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
}

/** One line for each failed test, each file that could not be loaded and each error outside them: a long output is often kept by its end only. */
function failures({ files = [], errors }) {
  const unloaded = brokenFiles(files).map((file) => `${nameOf(file)}: ${firstLine(file.message)}`)
  const tests = files.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === 'failed').map((test) => `${nameOf(file)} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`),
  )
  return [...unloaded, ...tests, ...errors.map(firstLine)]
}

function nameOf(file) {
  return relative(root, file.name)
}

function firstLine(text = '') {
  return text.split('\n', 1)[0]
}
