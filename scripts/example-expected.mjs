/**
 * The results the shipped example must have, worked out from its CSV files by plain arithmetic on fractions and plain loops,
 * with nothing of the engine: no documents, no SQL, no formulas.
 * `node scripts/example-expected.mjs` writes examples/qingshan/expected/*, `--check` says which files are not current.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { round, text } from './exact.mjs'
import { earningsOf } from './example-earnings.mjs'
import { FOLDER, ids, QUARTERS } from './example-facts.mjs'
import { measuresOf } from './example-measures.mjs'
import { scoreOf } from './example-scores.mjs'
import { roleIn } from './example-targets.mjs'

/** Months whose pay is compared: the first, a launch month, one in which people come and go, the last. */
const MONTHS = ['2025-07', '2026-03', '2026-04', '2026-05', '2026-09']
/** Points of lines are compared to so many decimal places. */
const POINTS = 6

const csv = (header, rows) => `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`
/** Whoever has left, or is yet to come, has no results. */
const here = (period) => ids.filter((id) => roleIn(id, period) !== null)

/** One line an employee, one column a measure; an empty cell is a value there is none of. */
function measures(quarter) {
  const rows = here(quarter).map((id) => [id, measuresOf(id, quarter)])
  const names = Object.keys(rows[0][1])
  return csv(
    ['employee', ...names],
    rows.map(([id, values]) => [id, ...names.map((name) => text(values[name]))]),
  )
}

/** One line a line of a scheme, with the score and grade of the person. */
function scores(quarter) {
  const rows = here(quarter).flatMap((id) => {
    const { scheme, score, grade, coefficient, lines } = scoreOf(id, quarter)
    const about = [id, scheme, text(score), grade, text(coefficient)]
    return lines.map((l) => [...about, l.line, l.state, text(l.weight), text(l.target), text(l.actual), text(round(l.points, POINTS))])
  })
  return csv(['employee', 'scheme', 'score', 'grade', 'coefficient', 'line', 'state', 'weight', 'target', 'actual', 'points'], rows)
}

function earnings(period) {
  const rows = here(period).flatMap((id) => earningsOf(id, period).map((e) => [id, e.incentive, e.component, text(e.amount)]))
  return csv(['employee', 'incentive', 'component', 'amount'], rows)
}

function main() {
  const files = [
    ...QUARTERS.flatMap((quarter) => [
      [`measures/${quarter}.csv`, measures(quarter)],
      [`scores/${quarter}.csv`, scores(quarter)],
    ]),
    ...[...QUARTERS, ...MONTHS].map((period) => [`earnings/${period}.csv`, earnings(period)]),
  ]
  for (const [name, content] of files) {
    const path = join(FOLDER, 'expected', name)
    mkdirSync(dirname(path), { recursive: true })
    if (!process.argv.includes('--check')) writeFileSync(path, content)
    else if (readFileSync(path, 'utf8') !== content) {
      console.error(`not current: examples/qingshan/expected/${name}`)
      process.exitCode = 1
    }
  }
}

main()
