import { type Machine, machineLine } from './machine.ts'
import type { PayResult, SizeResult } from './main.ts'
import { table } from './table.ts'

const ms = (n: number): string => `${Math.round(n).toLocaleString('en')} ms`
const ratio = (n: number): string => n.toFixed(2)

interface Aim {
  readonly what: string
  readonly aim: string
  readonly of: (r: SizeResult) => number
  readonly met: (ratio: number) => boolean
  /** Why it is missed where it is. */
  readonly why: string
}

const AIMS: readonly Aim[] = [
  {
    what: 'import ÷ bare COPY of the same file into the same table',
    aim: '≤ 2.5',
    of: (r) => r.import.ms / r.copy.ms,
    met: (x) => x <= 2.5,
    why: 'Every value is checked, and what changed is set against what is there.',
  },
  {
    what: 'full run ÷ hand-written SQL',
    aim: '≤ 1.5',
    of: (r) => r.fullRun.ms / r.hand.ms,
    met: (x) => x <= 1.5,
    why: 'Beside the records a run has a fixed cost: a table of cells is made, some thirty statements are sent, and the values of 1,000 people are written and read back. It shows where there are few records.',
  },
  {
    what: 'run after 1,000 new records ÷ full run',
    aim: '≤ 0.05',
    of: (r) => r.newRun.ms / r.fullRun.ms,
    met: (x) => x <= 0.05,
    why: 'New records are added to what is stored, but the values of all 1,000 people are worked out, written and read back anew (more than half of the time), and a full run reads the period alone and is itself quick.',
  },
]

/** The report as Markdown: what was measured, the ratios against their aims, and the machine. */
export function report(machine: Machine, results: readonly SizeResult[], pay: readonly PayResult[]): string {
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Ratios were taken in one run on one machine; absolute times are only good for comparison within it.',
    '',
    machineLine(machine),
    '',
    'Workload: 1,000 people in a reporting tree of four levels, 10,000 orders a day, period 2026-Q3 (92 days) with the quarter before it for growth.',
    'Measures: sum, count, distinct, average, ratio, growth, team roll-up, formula, and the cost that the ratio needs. The hand-written SQL (`bench/hand.ts`) gives the same figures and stores them; every figure is compared.',
    "The runs after new records begin when the server's own housekeeping after the large import is done.",
    '',
    table(
      ['records', 'bare COPY', 'import', 'hand-written SQL', 'full run', 'import of 1,000 more', 'run after them', 'figures that differ'],
      results.map((r) => [
        r.records.toLocaleString('en'),
        ms(r.copy.ms),
        ms(r.import.ms),
        ms(r.hand.ms),
        ms(r.fullRun.ms),
        ms(r.newImport.ms),
        ms(r.newRun.ms),
        String(r.differences),
      ]),
    ),
    '',
    table(
      ['ratio', 'aim', ...results.map((r) => r.records.toLocaleString('en'))],
      [...AIMS.map((a) => [a.what, a.aim, ...results.map((r) => mark(a.of(r), a.met))]), ...daysRow(results)],
    ),
    '',
    table(
      ['peak memory of Node (aim: under 400 MB)', ...results.map((r) => r.records.toLocaleString('en'))],
      [
        ['import', ...results.map((r) => mb(r.import.rssMb))],
        ['full run', ...results.map((r) => mb(r.fullRun.rssMb))],
      ],
    ),
    '',
    table(
      ['DuckDB script in memory', ...results.map((r) => r.records.toLocaleString('en'))],
      [
        ['load', ...results.map((r) => (r.duckDb === null ? 'not installed' : ms(r.duckDb.loadMs)))],
        ['query (people, without the team)', ...results.map((r) => (r.duckDb === null ? 'not installed' : ms(r.duckDb.queryMs)))],
      ],
    ),
    '',
    ...missed(results),
    ...payReport(pay),
  ].join('\n')
}

/** Times of others on two cores for the same work, measured apart from this run: only the order of magnitude is comparable. */
const OTHERS = 'a commission application on Node and MariaDB 7.7 s, spreadsheets by SUMIF 74 s and more'

function payReport(pay: readonly PayResult[]): string[] {
  if (pay.length === 0) return []
  return [
    '## Scores and pay',
    '',
    'Workload: 1,000 people, one month of sales with amount, margin and new customers, 2 % returns; three targets a person, attainment held to 0–150 %, weights 60/30/10, five grades; a bonus in four marginal tiers of the target with a cap. `bench/pay/hand.ts` is the hand-written SQL; it stores the same derivations. Both are compared with whole-number arithmetic (`bench/pay/workload.ts`).',
    '',
    table(
      ['records', 'import', 'hand-written SQL', 'full run', 'run after 1,000 more', 'hand-written SQL for the people of these alone', 'people with a wrong result'],
      pay.map((r) => [r.records.toLocaleString('en'), ms(r.import.ms), ms(r.hand.ms), ms(r.fullRun.ms), ms(r.newRun.ms), ms(handAfter(r)), String(r.wrong)]),
    ),
    '',
    table(
      ['ratio', 'aim', ...pay.map((r) => r.records.toLocaleString('en'))],
      [
        ['full run ÷ hand-written SQL', '≤ 1.5', ...pay.map((r) => mark(r.fullRun.ms / r.hand.ms, (x) => x <= 1.5))],
        ['run after 1,000 new records ÷ full run', '≤ 0.05', ...pay.map((r) => mark(r.newRun.ms / r.fullRun.ms, (x) => x <= 0.05))],
        ['hand-written SQL for the people of 1,000 new records ÷ full run', '–', ...pay.map((r) => ratio(handAfter(r) / r.fullRun.ms))],
      ],
    ),
    '',
    ...missedPay(pay),
    '',
    `Elsewhere, for 1 M such records: ${OTHERS}.`,
    '',
  ]
}

const handAfter = (r: PayResult): number => r.newRun.handMs ?? Number.NaN

/** What the runs after new records cannot reach, and why. */
function missedPay(pay: readonly PayResult[]): string[] {
  const out = pay.filter((r) => r.newRun.ms / r.fullRun.ms > 0.05)
  if (out.length === 0) return []
  const floor = out.map((r) => `${ratio(handAfter(r) / r.fullRun.ms)} at ${r.records.toLocaleString('en')}`).join(', ')
  return [
    `The runs after new records miss their aim: 1,000 records at random are of some 630 of the 1,000 people, and a run works out and stores the scores and pay of all of them, for the runs before it stay as they were. Hand-written SQL that works out nothing but those people, writes over what it had and keeps nothing takes this part of a full run: ${floor}.`,
  ]
}

const mb = (n: number | null): string => (n === null ? '–' : `${Math.round(n)} MB`)
const mark = (x: number, met: (x: number) => boolean): string => `${ratio(x)} ${met(x) ? '✓' : '✗'}`

/** What is missed, by how much, and why. */
function missed(results: readonly SizeResult[]): string[] {
  const lines = AIMS.flatMap((a) => {
    const sizes = results.filter((r) => !a.met(a.of(r))).map((r) => `${ratio(a.of(r))} at ${r.records.toLocaleString('en')}`)
    return sizes.length === 0 ? [] : [`- ${a.what}: aim ${a.aim}, measured ${sizes.join(', ')}. ${a.why}`]
  })
  const [row] = daysRow(results)
  if (row?.at(-1)?.endsWith('✗') === true) lines.push(`- ${row[0]}: aim ${row[1]}, measured ${row.at(-1)?.replace(' ✗', '')}. What is added does not grow with the days behind it.`)
  return lines.length === 0 ? [] : ['## Aims that are missed', '', ...lines, '']
}

/** The run after new records with ten times the days behind it. */
function daysRow(results: readonly SizeResult[]): string[][] {
  const at = (n: number): number | undefined => results.find((r) => r.records === n)?.newRun.ms
  const [one, ten] = [at(1_000_000), at(10_000_000)]
  if (one === undefined || ten === undefined) return []
  return [['run after 1,000 new records, 10 M ÷ 1 M records', '≤ 1.3', ...results.map((r) => (r.records === 10_000_000 ? mark(ten / one, (x) => x <= 1.3) : '–'))]]
}
