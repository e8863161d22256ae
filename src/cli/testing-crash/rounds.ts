import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Rng, rngOf } from '../../engine/random/rng.ts'
import { stopServer } from '../../store/embedded/server.ts'
import { type Size, type Step, writeStory } from './company.ts'
import { companyUrl, type Ended, leftovers, serverProcesses, startCommand } from './home.ts'
import { type Moment, sessionMs, type Victim, waitAndKill } from './kill.ts'
import { differences, type State, stateOf } from './state.ts'

export interface CrashOptions {
  readonly rounds: number
  readonly seed: number
  readonly size: Size
  /** Only so many commands of the story; all where not given. */
  readonly steps?: number
  readonly onRound?: (round: Round) => void
}

/** One command that was killed and started again. */
export interface Round {
  readonly number: number
  readonly step: string
  readonly victim: Victim
  /** What the database was doing, as the head of a statement; null where the command was not in the database. */
  readonly landed: string | null
  readonly moment: string
  readonly killedAfterMs: number
  readonly againMs: number
  /** The command had ended before the kill. */
  readonly tooLate: boolean
  readonly problems: readonly string[]
}

const COMPANY = 'crash'

/** The same story in an undisturbed home and in homes where every command is killed at some moment and then started again. */
export async function crashRounds(options: CrashOptions): Promise<{ readonly rounds: readonly Round[]; readonly undisturbedMs: number }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `heng-test-${process.pid}-crash-`)))
  const rng = rngOf(options.seed)
  const homes: string[] = []
  const newHome = async (): Promise<string> => {
    const home = join(folder, `home-${homes.length}`)
    homes.push(home)
    await mkdir(home)
    return home
  }
  try {
    const { steps } = writeStory(join(folder, 'story'), options.size)
    const reference = await undisturbed(await newHome(), steps.slice(0, options.steps))
    const rounds: Round[] = []
    while (rounds.length < options.rounds) {
      const home = await newHome()
      for (const point of reference.points) {
        if (rounds.length === options.rounds) break
        const round = await disturbed(home, point, { rng, number: rounds.length + 1 })
        rounds.push(round)
        options.onRound?.(round)
        if (round.problems.length > 0) break
      }
      await stopServer(home)
    }
    return { rounds, undisturbedMs: reference.ms }
  } finally {
    for (const home of homes) await stopServer(home).catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}

/** A step with what it leads to when nothing happens. */
interface Point {
  readonly step: Step
  readonly ms: number
  /** Of them, with a session in the database. */
  readonly sessionMs: number
  readonly out: unknown
  readonly state: State
}

async function undisturbed(home: string, steps: readonly Step[]): Promise<{ points: Point[]; ms: number }> {
  const points: Point[] = []
  const began = performance.now()
  for (const step of steps) {
    const command = startCommand(home, step.args)
    const [ended, inSession] = await Promise.all([command.ended, sessionMs(home, COMPANY, command.ended)])
    if (ended.exit !== 0) throw new Error(`${step.name} ended with ${ended.exit}: ${ended.err}`)
    points.push({ step, ms: ended.ms, sessionMs: inSession, out: figures(ended), state: await stateAt(home) })
  }
  const ms = performance.now() - began
  const url = await companyUrl(home, COMPANY)
  const left = url === undefined ? ['no server'] : await leftovers(home, url)
  if (left.length > 0) throw new Error(`an undisturbed home keeps ${left.join(', ')}`)
  await stopServer(home)
  return { points, ms }
}

/** What a run prints, without its number. */
function figures({ out }: Ended): unknown {
  if (!out.startsWith('{')) return null
  const { period, inputsHash, employees } = JSON.parse(out) as { period: unknown; inputsHash: unknown; employees: unknown } // Printed by our own command.
  return { period, inputsHash, employees }
}

async function stateAt(home: string): Promise<State> {
  const url = await companyUrl(home, COMPANY)
  return url === undefined ? { server: 'not running' } : stateOf(url)
}

const VICTIMS = ['command', 'postmaster', 'all of postgres', 'command and postmaster'] as const satisfies readonly Victim[]

async function disturbed(home: string, point: Point, { rng, number }: { rng: Rng; number: number }): Promise<Round> {
  const victim = VICTIMS[number % VICTIMS.length] ?? 'command'
  const moment = momentFor(rng, point, number)
  const { child, ended } = startCommand(home, point.step.args)
  const kill = await waitAndKill({ home, company: COMPANY, victim, moment, pid: child.pid, ended })
  const first = await ended
  const again = await startCommand(home, point.step.args).ended
  const problems = [...ill(first, kill.hit), ...(await illAfter(home, point, again))]
  return { number, step: point.step.name, victim, landed: kill.landed, moment: kill.moment, killedAfterMs: kill.afterMs, againMs: again.ms, tooLate: !kill.hit, problems }
}

/** Very early and very late moments are where commands begin and end what they hold; half of the others wait for a certain statement. */
function momentFor(rng: Rng, point: Point, number: number): Moment {
  const part = (ms: number, from: number, to: number) => (ms * rng.int(from * 1000, to * 1000)) / 1000
  if (number % 10 === 4) return { since: 'start', afterMs: part(point.ms, 0, 0.5), statement: null }
  if (number % 10 === 9) return { since: 'session', afterMs: part(point.sessionMs, 0.7, 1), statement: null }
  if (rng.chance(0.5)) return { since: 'session', afterMs: part(point.sessionMs, 0, 0.8), statement: null }
  return { since: 'session', afterMs: point.sessionMs * 1.5, statement: rng.pick(STATEMENTS[point.step.args[0] ?? ''] ?? [/./]) }
}

/** Heads of statements at which a kill waits, by command: the middle of reading, storing, indexing, summing up and computing, and the end. */
const STATEMENTS: Readonly<Record<string, readonly RegExp[]>> = {
  apply: [/copy/i, /insert into "data"/i, /index/i, /app\.dataset_state/i, /analyze/i, /alter table|create table/i, /app\.document/i, /line_closure/i, /^commit/i],
  import: [/copy/i, /insert into "data"/i, /app\.dataset_state/i, /analyze/i, /history/i, /^commit/i],
  run: [/create temporary table "cells_/i, /calc"?\."cells_/i, /calc"?\."keys_/i, /calc"?\."counts_/i, /calc\.value/i, /calc\.run/i, /^commit/i],
}

/** How the killed command itself behaved: when its server dies it says so in a sentence and ends with the code for that. */
function ill(first: Ended, hit: boolean): string[] {
  const problems: string[] = []
  if (first.exit !== null && first.exit !== 0 && first.exit !== 3) problems.push(`the killed command ended with ${first.exit}: ${first.err}`)
  if (/\n\s+at .*:\d+:\d+\)?/.test(first.err)) problems.push(`the killed command showed its stack: ${first.err}`)
  if (!hit && first.exit !== 0) problems.push(`the command failed before it was killed: ${first.exit} ${first.err}`)
  return problems
}

async function illAfter(home: string, point: Point, again: Ended): Promise<string[]> {
  if (again.exit !== 0) return [`the command started again ended with ${again.exit}: ${again.err}`]
  const url = await companyUrl(home, COMPANY)
  if (url === undefined) return ['no server runs after the command']
  const { postmaster } = await serverProcesses(home)
  const figuresDiffer = JSON.stringify(figures(again)) !== JSON.stringify(point.out) ? ['the command prints other figures'] : []
  return [
    ...(postmaster === undefined ? ['the server is not the one its folder names'] : []),
    ...figuresDiffer,
    ...differences(point.state, await stateOf(url)),
    ...(await leftovers(home, url)).map((l) => `left behind: ${l}`),
  ]
}
