import { z } from 'zod'
import { type Diagnostic, describe, type Lang, nameIn, Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { IncentiveDocument, TableDocument } from '../../engine/index.ts'
import type { IncentiveIr } from '../../engine/ir.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { showVersion } from '../http/etag.ts'
import { query, type Route } from '../http/route.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { findingsInForce, rulesInForceNow } from '../measures/rules-cache.ts'
import { type FindingShown, PlanDetail, PlanRow, TableDetail, TableRow } from './shapes.ts'
import { componentsShown, rolesOf, tablesOf, tableUses } from './shown-plan.ts'
import { rowsOf, tableShown } from './shown-table.ts'

interface Published {
  readonly version: number
  readonly publishedAt: string
}

/** When the documents of a kind that are in force were published, by id. */
async function publishedOf(read: Read, kind: 'incentive' | 'table'): Promise<ReadonlyMap<string, Published>> {
  const rows = await read.query<Published & { id: string }>(
    sql`select distinct on (id) id, version, ${isoInstant(sql`published_at`)} as "publishedAt" from app.document where kind = ${kind} order by id, version desc`,
  )
  return new Map(rows.map(({ id, ...published }) => [id, published]))
}

/** Roles are named by the position that most of their people hold. */
async function roleNames(read: Read): Promise<ReadonlyMap<string, string>> {
  const rows = await read.query<{ role: string; name: string }>(
    sql`select a.role, coalesce(mode() within group (order by a.position), a.role) as name from app.assignment as a where a.role is not null group by a.role`,
  )
  return new Map(rows.map(({ role, name }) => [role, name]))
}

/** What is said about one document, the worst first. */
export function findingsShown(diagnostics: readonly Diagnostic[], file: string, lang: Lang, catalogue: TextCatalogue): z.input<typeof FindingShown>[] {
  const order = ['error', 'warning', 'info']
  return diagnostics
    .filter(({ place }) => place.file === file)
    .map((d) => ({ code: d.code, severity: d.severity, path: [...(d.place.path ?? [])], ...describe(d, lang, catalogue) }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

interface Around {
  readonly loaded: LoadedProgram
  readonly findings: readonly Diagnostic[]
  readonly published: ReadonlyMap<string, Published>
  readonly roles: ReadonlyMap<string, string>
  readonly lang: Lang
  readonly catalogue: TextCatalogue
}

const NEVER: Published = { version: 0, publishedAt: '' }

function headOf(id: string, document: IncentiveDocument, incentive: IncentiveIr, { findings, published, roles, lang, catalogue }: Around) {
  return {
    id,
    incentive: document.incentive,
    name: nameIn(document.name, lang, document.incentive),
    description: nameIn(document.description, lang, ''),
    roles: rolesOf(document)?.map((role) => ({ id: role, name: roles.get(role) ?? role })) ?? null,
    every: document.every,
    from: incentive.from,
    until: incentive.until,
    ...(published.get(id) ?? NEVER),
    findings: findingsShown(findings, `incentive/${id}`, lang, catalogue),
  }
}

function planDetail(id: string, around: Around): z.input<typeof PlanDetail> {
  const { loaded, lang } = around
  const incentive = Object.hasOwn(loaded.program.incentives, id) ? loaded.program.incentives[id] : undefined
  const document = Object.hasOwn(loaded.incentives, id) ? loaded.incentives[id] : undefined
  if (incentive === undefined || document === undefined) throw new Refusal('incentives.plan.unknown', { plan: id })
  const components = componentsShown(incentive, loaded, lang)
  const tables = tablesOf(
    document,
    components.flatMap((c) => c.tables),
    loaded.tables,
  )
  return {
    ...headOf(id, document, incentive, around),
    startDay: document.startDay,
    currency: loaded.program.company.currency,
    components: structuredClone(components) as unknown as z.input<typeof PlanDetail>['components'], // The same shape, where nothing is read-only.
    tables: tables.map((table) => tableShown(table, loaded.company, lang)),
  }
}

function tableDetail(document: TableDocument, { loaded, findings, published, lang, catalogue }: Omit<Around, 'roles'>): z.input<typeof TableDetail> {
  const { table } = document
  return {
    ...tableShown({ own: false, document }, loaded.company, lang),
    ...(published.get(table) ?? NEVER),
    usedBy: [...(tableUses(loaded.program, loaded.incentives, lang).get(table) ?? [])],
    findings: findingsShown(findings, `table/${table}`, lang, catalogue),
  }
}

/** Reads what the routes answer from. */
type Look = (read: Read, lang: Lang, kind: 'incentive' | 'table') => Promise<Around>

const listPlansRoute = (around: Look): Route =>
  query(
    {
      id: 'listIncentives',
      method: 'get',
      path: '/incentives',
      tag: 'incentives',
      summary: 'Incentive plans with whom they are for, from when, and what they pay.',
      may: 'rule.read',
      reply: z.object({ items: z.array(PlanRow) }).meta({ id: 'Incentives' }),
    },
    async (read, { lang }) => {
      const all = await around(read, lang, 'incentive')
      const items = Object.entries(all.loaded.program.incentives).flatMap(([id, incentive]) => {
        const document = all.loaded.incentives[id]
        const components = incentive.components.map(({ component, name }) => ({ component, name: nameIn(name, lang, component) }))
        return document === undefined ? [] : [{ ...headOf(id, document, incentive, all), components }]
      })
      return { items }
    },
  )

const getPlanRoute = (around: Look): Route =>
  query(
    {
      id: 'getIncentive',
      method: 'get',
      path: '/incentives/{plan}',
      tag: 'incentives',
      summary: 'An incentive plan: its components in words and as compiled, and the tables they read.',
      may: 'rule.read',
      params: z.object({ plan: z.string() }),
      reply: PlanDetail,
    },
    async (read, { params, lang, reply }) => {
      const found = planDetail(params.plan, await around(read, lang, 'incentive'))
      showVersion(reply, found.version)
      return found
    },
  )

const listTablesRoute = (around: Look): Route =>
  query(
    {
      id: 'listTables',
      method: 'get',
      path: '/tables',
      tag: 'incentives',
      summary: 'Rate tables: tiers, curves and lookups that formulas read, with who reads them.',
      may: 'rule.read',
      reply: z.object({ items: z.array(TableRow) }).meta({ id: 'RateTables' }),
    },
    async (read, { lang }) => {
      const { loaded, published } = await around(read, lang, 'table')
      const uses = tableUses(loaded.program, loaded.incentives, lang)
      const items = loaded.tables.map((document) => ({
        table: document.table,
        name: nameIn(document.name, lang, document.table),
        description: nameIn(document.description, lang, ''),
        kind: document.kind,
        rows: rowsOf(document),
        usedBy: [...(uses.get(document.table) ?? [])],
        ...(published.get(document.table) ?? NEVER),
      }))
      return { items }
    },
  )

const getTableRoute = (around: Look): Route =>
  query(
    {
      id: 'getTable',
      method: 'get',
      path: '/tables/{table}',
      tag: 'incentives',
      summary: 'A rate table, with who reads it.',
      may: 'rule.read',
      params: z.object({ table: z.string() }),
      reply: TableDetail,
    },
    async (read, { params, lang, reply }) => {
      const all = await around(read, lang, 'table')
      const document = all.loaded.tables.find(({ table }) => table === params.table)
      if (document === undefined) throw new Refusal('incentives.table.unknown', { table: params.table })
      const found = tableDetail(document, all)
      showVersion(reply, found.version)
      return found
    },
  )

export function incentiveRoutes(catalogue: TextCatalogue): readonly Route[] {
  const around: Look = async (read, lang, kind) => ({
    loaded: await rulesInForceNow(read),
    findings: await findingsInForce(read),
    published: await publishedOf(read, kind),
    roles: kind === 'incentive' ? await roleNames(read) : new Map(),
    lang,
    catalogue,
  })
  return [listPlansRoute(around), getPlanRoute(around), listTablesRoute(around), getTableRoute(around)]
}
