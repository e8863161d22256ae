import { mkdtemp, rm } from 'node:fs/promises'
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
import { importSales, preparePay } from '../pay/steps.ts'
import { PERIOD } from '../pay/workload.ts'
import { settle } from '../steps.ts'
import { firstPage } from './first-page.ts'
import { type Answered, type Call, load, RATE } from './load.ts'
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

/** What the pages are to keep to: p95 of all calls together, and how much a run may add to it. */
const AIM_MS = 100
const AIM_RATIO = 3
/** The first page that says something, in a browser on the same machine. */
const AIM_FIRST_MS = 1_500

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const line = (name: string, a: Answered): string =>
  `  ${name.padEnd(34)} p50 ${a.p50.toFixed(1).padStart(7)}  p95 ${a.p95.toFixed(1).padStart(7)}  p99 ${a.p99.toFixed(1).padStart(7)} ms   ${a.count} answers${a.failed === 0 ? '' : `, ${a.failed} FAILED`}`

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
      await measure(store, server.url, calls)
      await measureFirst(server.url, calls)
    } finally {
      await server.stop()
    }
  } finally {
    await store.close()
    await stopServer(home)
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(store: Store, url: string, calls: readonly Call[]): Promise<void> {
  await runsOver(store)
  await load(url, calls, ALONE_S) // The first answers find nothing prepared: they are not counted.
  for (const name of new Set(calls.map((call) => call.name))) {
    say(
      line(
        name,
        await load(
          url,
          calls.filter((call) => call.name === name),
          ALONE_S,
        ),
      ),
    )
  }
  const quiet = await load(url, calls, TOGETHER_S)
  say(line('all together', quiet))
  const running = runsAnew(store, BUSY_S)
  const busy = await load(url, calls, RUN_S, running)
  say(line(`while runs of ${((await running) / 1000).toFixed(1)} s go on`, busy))
  const ratio = busy.p95 / quiet.p95
  say(
    `  p95 ${quiet.p95.toFixed(1)} ms (aim < ${AIM_MS} ms ${quiet.p95 < AIM_MS ? '✓' : '✗'}), while a run goes on × ${ratio.toFixed(2)} (aim ≤ ${AIM_RATIO} ${ratio <= AIM_RATIO ? '✓' : '✗'})`,
  )
  const failed = quiet.failed + busy.failed
  if (failed > 0) throw new Error(`${failed} calls were not answered as they should`)
}

/** Home and scoreboard in a browser that has seen nothing before. */
async function measureFirst(url: string, calls: readonly Call[]): Promise<void> {
  for (const [name, path, of] of FIRST) {
    const session = calls.find((call) => call.name.startsWith(of))?.session
    if (session === undefined) throw new Error(`nobody asks for ${of}`)
    const { p50, worst } = await firstPage({ url, path, session })
    say(
      `  first page: ${name.padEnd(22)} p50 ${p50.toFixed(0).padStart(7)}  worst ${worst.toFixed(0).padStart(5)} ms (aim < ${AIM_FIRST_MS} ms ${worst < AIM_FIRST_MS ? '✓' : '✗'})`,
    )
  }
}

const FIRST: readonly (readonly [name: string, path: string, of: string])[] = [
  ['home, sales', '/', 'home, sales'],
  ['home, executive', '/', 'home, executive'],
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
