import stringWidth from 'string-width'
import { type LocalName, nameIn } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { listDocuments } from '../../server/measures/documents.ts'
import { isBuiltIn } from '../../server/measures/queries.ts'
import { currentCompany } from '../../store/companies.ts'
import { serverStatus } from '../../store/embedded/server.ts'
import type { Read } from '../../store/types.ts'
import type { CommandModule, Context } from '../context.ts'
import { withCompany } from '../database.ts'
import { grouped } from '../figures.ts'
import { pad } from '../table.ts'
import type { CliTextKey } from '../text/cli-texts.ts'
import { EXIT } from '../troubles.ts'

export const statusCommand: CommandModule = {
  name: 'status',
  examples: ['heng status', 'heng status --json'],
  define() {},
  async run(context) {
    const { config, output } = context
    const server = config.databaseUrl === null ? await serverStatus(config.home) : null
    // A look must not start anything: a company is only opened where its server runs.
    const known = config.company ?? (config.databaseUrl === null ? await currentCompany(config.home) : undefined)
    const canOpen = config.databaseUrl !== null || (server?.state === 'running' && known !== undefined)
    const company = canOpen ? await withCompany(config, (store) => store.read(companyFacts)) : null
    show(context, { server: serverText(context, server), known: known ?? null, company })
    output.json({
      home: config.home,
      server: server === null ? { state: 'external' } : { state: server.state, ...('port' in server ? { port: server.port, pid: server.pid } : {}) },
      company: company ?? (known === undefined ? null : { id: known }),
    })
    return EXIT.done
  },
}

interface CompanyFacts {
  readonly id: string
  /** Null where the plan gives none. */
  readonly name: LocalName | null
  readonly datasets: number
  readonly measures: number
  readonly people: number
  readonly records: number
  readonly lastRun: { readonly period: string; readonly run: string; readonly at: string } | null
}

async function companyFacts(read: Read): Promise<CompanyFacts | null> {
  const documents = await listDocuments(read)
  const company = documents.find((d) => d.kind === 'company')
  if (company === undefined) return null
  const counts = await read.first<{ people: string; records: string }>(
    sql`select (select count(*) from app.employee) as people, (select coalesce(sum(rows), 0) from app.dataset_state) as records`,
  )
  const run = await read.first<{ period: string; run: string; at: string }>(
    sql`select period, run_id::text as run, to_char(finished_at, 'YYYY-MM-DD HH24:MI "UTC"') as at from calc.run order by run_id desc limit 1`,
  )
  const body = company.body as { name?: LocalName } // A published company document has passed the check.
  return {
    id: company.id,
    name: body.name ?? null,
    datasets: documents.filter((d) => d.kind === 'dataset' && !isBuiltIn(d.id)).length,
    measures: documents.filter((d) => d.kind === 'measure').length,
    people: Number(counts?.people ?? 0),
    records: Number(counts?.records ?? 0),
    lastRun: run ?? null,
  }
}

function serverText({ output }: Context, server: Awaited<ReturnType<typeof serverStatus>> | null): string {
  if (server === null) return output.say('status.external')
  return server.state === 'running' ? output.say('status.running', { where: `127.0.0.1:${server.port ?? ''}` }) : output.say('status.stopped')
}

function show({ output, config }: Context, facts: { server: string; known: string | null; company: CompanyFacts | null }): void {
  const { company } = facts
  const name = company === null ? facts.known : output.named(company.id, nameIn(company.name ?? undefined, config.lang, company.id))
  const rows: [CliTextKey, string][] = [
    ['status.home', config.home],
    ['status.server', facts.server],
    ['status.company', name ?? output.say('status.no-company')],
  ]
  if (company !== null) {
    rows.push(
      ['status.documents', output.say('status.documents-text', { datasets: company.datasets, measures: company.measures })],
      ['status.people', grouped(String(company.people))],
      ['status.records', grouped(String(company.records))],
      ['status.run', company.lastRun === null ? output.say('status.run-none') : output.say('status.run-text', company.lastRun)],
    )
  }
  const width = Math.max(...rows.map(([key]) => stringWidth(output.say(key))))
  for (const [key, text] of rows) output.lines(`${pad(output.say(key), width, 'left')}  ${text}`)
}
