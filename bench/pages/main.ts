import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ident, sql } from '../../src/base/sql.ts'
import type { AccessRole } from '../../src/server/access/roles.ts'
import { startSession } from '../../src/server/access/sessions.ts'
import { addUser, giveRole } from '../../src/server/access/users.ts'
import { stopServer } from '../../src/store/embedded/server.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/types.ts'
import { employeeId } from '../generate.ts'
import { machine } from '../machine.ts'
import { importSales, preparePay } from '../pay/steps.ts'
import { PERIOD } from '../pay/workload.ts'
import { settle } from '../steps.ts'
import { type FirstPage, firstPage } from './first-page.ts'
import { type Answered, type Call, load, RATE } from './load.ts'
import { type Calls, pagesReport } from './report.ts'
import { startServer } from './server.ts'

const RECORDS = 1_000_000
/** Seconds that a call alone, and all calls together, are asked for. */
const ALONE_S = 5
const TOGETHER_S = 30
/** Seconds during which runs follow one another. */
const BUSY_S = 20
/** Longest that is waited for the last of them, in seconds. */
const RUN_S = 300
const PORT = 4890
const COMPANY = 'bench-pages'
/** Sales people who look at the same time. */
const SELLERS = 20
const DAY = '2026-09-01'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** The calls of the home page and the scoreboard, of a thousand people, at RATE a second; then the same while a run over all records goes on. */
export async function benchPages(root: string, records: number = RECORDS): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'heng-bench-'))
  const home = join(folder, 'home')
  const store = await openStore({ home, company: COMPANY, createCompany: true })
  try {
    say(`1,000 people, ${records.toLocaleString('en')} records, ${RATE} requests a second`)
    const work = await preparePay(store, { plan: join(root, 'bench', 'pay', 'plan'), folder }, { records, batches: 0, batch: 0 })
    await importSales(store, work.file)
    const calls = await callsOf(store)
    await settle(store)
    const server = await startServer({ root, home, company: COMPANY, port: PORT })
    try {
      const measured = { records, calls: await measure(store, server.url, calls), first: await measureFirst(server.url, calls) }
      say(`\n${pagesReport(machine(), measured)}`)
      if (records === RECORDS) await writeFile(join(root, 'docs', 'benchmarks-pages.md'), pagesReport(machine(), measured))
      refuseFailed(measured.calls)
    } finally {
      await server.stop()
    }
  } finally {
    await store.close()
    await stopServer(home)
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(store: Store, url: string, calls: readonly Call[]): Promise<Calls> {
  await runsOver(store)
  await load(url, calls, ALONE_S) // The first answers find nothing prepared: they are not counted.
  const alone: [string, Answered][] = []
  for (const name of new Set(calls.map((call) => call.name))) {
    alone.push([
      name,
      await load(
        url,
        calls.filter((call) => call.name === name),
        ALONE_S,
      ),
    ])
    say(`  ${name}`)
  }
  const quiet = await load(url, calls, TOGETHER_S)
  say('  all together')
  const running = runsAnew(store, BUSY_S)
  const busy = await load(url, calls, RUN_S, running)
  return { alone, quiet, busy, runMs: await running }
}

function refuseFailed({ alone, quiet, busy }: Calls): void {
  const failed = [...alone.map(([, answered]) => answered), quiet, busy].reduce((sum, answered) => sum + answered.failed, 0)
  if (failed > 0) throw new Error(`${failed} calls were not answered as they should`)
}

/** Home and scoreboard in a browser that has seen nothing before. */
async function measureFirst(url: string, calls: readonly Call[]): Promise<[string, FirstPage][]> {
  const found: [string, FirstPage][] = []
  for (const [name, path, of] of FIRST) {
    const session = calls.find((call) => call.name.startsWith(of))?.session
    if (session === undefined) throw new Error(`nobody asks for ${of}`)
    found.push([name, await firstPage({ url, path, session })])
  }
  return found
}

const FIRST: readonly (readonly [name: string, path: string, of: string])[] = [
  ['home of a sales person', '/', 'home, sales'],
  ['home of an executive', '/', 'home, executive'],
  ['scoreboard', `/scoreboard?period=${PERIOD}`, 'scoreboard'],
]

/** What the browser asks for on the home page of a sales person and of an executive, and on the scoreboard. */
async function callsOf(store: Store): Promise<readonly Call[]> {
  const sellers = await Promise.all(Array.from({ length: SELLERS }, (_, at) => sessionOf(store, 'sales', employeeId(at + 1))))
  const executive = await sessionOf(store, 'executive', employeeId(SELLERS + 1))
  const own = sellers.flatMap((session, at): Call[] => [
    { name: 'home, sales: standing', path: `/api/standings?period=${PERIOD}&employee=${employeeId(at + 1)}`, session },
    { name: 'home, sales: pay', path: `/api/pay/${employeeId(at + 1)}?period=${PERIOD}`, session },
    { name: 'home, sales: ranking', path: `/api/rankings?period=${PERIOD}&limit=200`, session },
    { name: 'session', path: '/api/session', session },
    { name: 'periods', path: '/api/periods', session },
  ])
  const company = (name: string, path: string): Call => ({ name, path: `/api${path}`, session: executive })
  return [
    ...own,
    ...Array.from({ length: SELLERS }, () => [
      company('home, executive: summary', `/scoreboard?period=${PERIOD}&limit=1`),
      company('home, executive: units', `/overview?period=${PERIOD}`),
      company('home, executive: without a score', `/standings?period=${PERIOD}&lacking=true&limit=12`),
      company('scoreboard: first page', `/scoreboard?period=${PERIOD}&limit=100`),
      company('scoreboard: choices', `/scoreboard/choices?period=${PERIOD}`),
    ]).flat(),
  ]
}

/** Somebody of a role, signed in. */
async function sessionOf(store: Store, role: AccessRole, employee: string): Promise<string> {
  const now = new Date()
  return await store.tx(async (tx) => {
    const user = await addUser(tx, { login: `${role}-${employee}`.toLowerCase(), name: employee, employee }, now)
    await giveRole(tx, user, { role, from: DAY, until: null, reach: null }, { user: null, now })
    return (await startSession(tx, user, 'link', { address: '127.0.0.1', agent: 'bench', session: null, device: null, now })).token
  })
}

const LOOK_MS = 200

/** Wait until the server has nothing more to work on: it computes open periods by itself. */
async function runsOver(store: Store): Promise<void> {
  for (let quiet = 0; quiet < 15; await sleep(LOOK_MS)) {
    const row = await store.read((read) =>
      read.first<{ open: number; all: number }>(sql`select count(*) filter (where state in ('queued', 'running'))::int as open, count(*)::int as all from app.job`),
    )
    quiet = row !== undefined && row.open === 0 && row.all > 0 ? quiet + 1 : 0
  }
}

/** Runs that read every record again, one after another, for so many seconds at least. Answers how long each took on average, in milliseconds. */
async function runsAnew(store: Store, seconds: number): Promise<number> {
  const began = performance.now()
  const took: number[] = []
  while (performance.now() - began < seconds * 1_000) took.push(await runAnew(store))
  return took.reduce((sum, ms) => sum + ms, 0) / took.length
}

interface Ended {
  readonly job: string
  readonly state: string
  readonly ms: number
}

/** Forget what was added up, so that the next run reads every record again; a target moves, which the server follows with a run. */
async function runAnew(store: Store): Promise<number> {
  const before = await lastRun(store)
  await store.tx(async (tx) => {
    await tx.run(sql`delete from calc.cell_cover`)
    const tables = await tx.query<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'calc' and (tablename like 'cells\\_%' or tablename like 'keys\\_%')`,
    )
    for (const { name } of tables) await tx.run(sql`truncate ${ident('calc', name)}`)
    await tx.run(sql`update app.target set target = target + 1 where employee_id = ${employeeId(1)}`)
  })
  for (;;) {
    const after = await lastRun(store)
    if (after !== undefined && after.job !== before?.job) {
      if (after.state !== 'done') throw new Error(`a run ended as ${after.state}`)
      return after.ms
    }
    await sleep(LOOK_MS)
  }
}

/** The newest run of the period that is over, by its job: how long it was worked on. */
async function lastRun(store: Store): Promise<Ended | undefined> {
  return await store.read((read) =>
    read.first<Ended>(sql`
      select job_id::text as job, state, (extract(epoch from finished_at - started_at) * 1000)::float8 as ms from app.job
      where kind = 'run' and input ->> 'period' = ${PERIOD} and finished_at is not null order by job_id desc limit 1`),
  )
}
