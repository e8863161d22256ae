import { type Machine, machineLine } from '../machine.ts'
import { table } from '../table.ts'
import type { FirstPage } from './first-page.ts'
import { type Answered, RATE } from './load.ts'

/** How the calls of the pages were answered. */
export interface Calls {
  /** Each call for itself, by what it is for. */
  readonly alone: readonly (readonly [name: string, answered: Answered])[]
  /** All of them in turn, and the same while runs follow one another. */
  readonly quiet: Answered
  readonly busy: Answered
  /** How long such a run took on average, in milliseconds. */
  readonly runMs: number
}

export interface Measured {
  readonly records: number
  readonly calls: Calls
  readonly first: readonly (readonly [name: string, times: FirstPage])[]
}

/** p95 of all calls together, how much a run may add to it, and the first page that says something. */
const AIM_MS = 100
const AIM_RATIO = 3
const AIM_FIRST_MS = 1_500

const mark = (met: boolean): string => (met ? '✓' : '✗')
const ms = (n: number): string => `${n.toFixed(n < 100 ? 1 : 0)} ms`

/** The report as Markdown: the calls, the aims, the first page, and the machine. */
export function pagesReport(machine: Machine, { records, calls, first }: Measured): string {
  const { alone, quiet, busy, runMs } = calls
  const ratio = busy.p95 / quiet.p95
  const row = (name: string, { p50, p95, p99, count, failed }: Answered): string[] => [name, ms(p50), ms(p95), ms(p99), String(count), String(failed)]
  return [
    '# Benchmark of the pages',
    '',
    'Written by `npm run bench -- --pages`. Absolute times are only good for comparison within it.',
    '',
    machineLine(machine),
    '',
    `Workload: 1,000 people, ${records.toLocaleString('en')} records, ${RATE} requests a second with the gaps of independent askers (exponential); the server, its database and whoever asks share the cores.`,
    'Times count from when a call was due to the last byte of its answer. Runs read every record again; the server follows a target that moves.',
    '',
    table(
      ['call', 'p50', 'p95', 'p99', 'answers', 'failed'],
      [...alone.map(([name, answered]) => row(name, answered)), row('all in turn', quiet), row(`the same while runs of ${(runMs / 1000).toFixed(1)} s follow one another`, busy)],
    ),
    '',
    table(
      ['', 'aim', 'measured'],
      [
        ['p95 of all calls in turn', `< ${AIM_MS} ms`, `${ms(quiet.p95)} ${mark(quiet.p95 < AIM_MS)}`],
        ['p95 while runs go on ÷ p95 without', `≤ ${AIM_RATIO}`, `${ratio.toFixed(2)} ${mark(ratio <= AIM_RATIO)}`],
      ],
    ),
    '',
    'First page, in a browser that has seen nothing before, from the address being entered until the page says something:',
    '',
    table(
      ['page', 'p50', 'worst', `aim < ${ms(AIM_FIRST_MS)}`],
      first.map(([name, { p50, worst }]) => [name, ms(p50), ms(worst), mark(worst < AIM_FIRST_MS)]),
    ),
    '',
  ].join('\n')
}
