import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { type Diagnostic, type Lang, nameIn, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { SchemeIr } from '../../engine/ir.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { findingsInForce, rulesInForceNow } from '../measures/rules-cache.ts'
import { countPeople, peopleOf, roleNames, roleToday } from './people.ts'
import { PersonOfScheme, RoleShown, SchemeRow, SchemeShown } from './shapes.ts'
import { findingsOf, lineShown, paidBy, stateOf, weightsShown } from './shown.ts'

interface Asking {
  readonly read: Read
  readonly who: Who
  readonly lang: Lang
  readonly today: Day
}

interface Known extends Asking {
  readonly rules: LoadedProgram
  readonly findings: readonly Diagnostic[]
  readonly names: ReadonlyMap<string, string>
  /** Of the asker today. */
  readonly role: string | null
  readonly published: ReadonlyMap<string, { readonly version: number; readonly publishedAt: string; readonly body: unknown }>
}

async function known(asking: Asking): Promise<Known> {
  const { read, who, today } = asking
  const rows = await read.query<{ id: string; version: number; publishedAt: string; body: unknown }>(
    sql`select distinct on (id) id, version, ${isoInstant(sql`published_at`)} as "publishedAt", body from app.document where kind = 'scheme' order by id, version desc`,
  )
  return {
    ...asking,
    rules: await rulesInForceNow(read),
    findings: await findingsInForce(read),
    names: await roleNames(read, today),
    role: await roleToday(read, who.employee, today),
    published: new Map(rows.map((r) => [r.id, r])),
  }
}

async function rowOf(id: string, scheme: SchemeIr, k: Known): Promise<z.input<typeof SchemeRow>> {
  const { rules, lang, today, read, who } = k
  const state = stateOf(scheme, rules, today)
  const { roles } = scheme
  return {
    id,
    scheme: scheme.scheme,
    name: nameIn(scheme.name, lang, scheme.scheme),
    description: nameIn(rules.schemes[id]?.description, lang, ''),
    every: scheme.every === 'day' ? 'week' : scheme.every, // Documents name no day.
    roles: roles === null ? null : roles.map((role) => ({ role, name: k.names.get(role) ?? role })),
    from: scheme.from,
    until: scheme.until,
    state,
    mine: state === 'current' && who.employee !== null && (roles === null || (k.role !== null && roles.includes(k.role))),
    lines: scheme.lines.length,
    kpis: scheme.lines.filter((line) => line.kpi).length,
    people: state === 'current' ? await countPeople(read, { roles, day: today, who }) : 0,
    warnings: findingsOf(k.findings, id, lang).length,
    version: k.published.get(id)?.version ?? 1,
    publishedAt: k.published.get(id)?.publishedAt ?? '',
  }
}

async function detailOf(id: string, scheme: SchemeIr, k: Known): Promise<z.input<typeof SchemeShown>> {
  const { rules, lang, today } = k
  const document = rules.schemes[id]
  const editions = Object.entries(rules.program.schemes).filter(([, other]) => other.scheme === scheme.scheme)
  return {
    ...(await rowOf(id, scheme, k)),
    lines: scheme.lines.map((line) => lineShown(line, rules, lang)),
    grades: scheme.grades.map((grade) => ({ ...grade })),
    ...weightsShown(scheme),
    factors: scheme.factors,
    round: scheme.round,
    startDay: scheme.startDay,
    feedback: document?.feedback ?? null,
    findings: findingsOf(k.findings, id, lang),
    editions: editions
      .map(([other, { from, until, ...rest }]) => ({ id: other, from, until, state: stateOf({ from, until, ...rest }, rules, today) }))
      .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
    incentives: paidBy(scheme, rules, lang),
    body: k.published.get(id)?.body ?? null,
  }
}

function schemeNamed({ program }: LoadedProgram, id: string): SchemeIr {
  const scheme = Object.hasOwn(program.schemes, id) ? program.schemes[id] : undefined
  if (scheme === undefined) throw new Refusal('scheme.not-found', { scheme: id })
  return scheme
}

const schemePath = z.object({ scheme: z.string().max(200) })

/** What people are judged by: open to everybody beforehand; of the people themselves, those whom one may see. */
export const schemeRoutes: readonly Route[] = [
  query(
    {
      id: 'listSchemes',
      method: 'get',
      path: '/schemes',
      tag: 'schemes',
      summary: 'Every scheme in force, each of its editions, with whom it is for and what the checker warns of.',
      may: 'rule.read',
      reply: z.object({ items: z.array(SchemeRow), roles: z.array(RoleShown).describe('Every role that somebody holds today.') }),
    },
    async (read, { who, lang, today }) => {
      const k = await known({ read, who, lang, today })
      const items: z.input<typeof SchemeRow>[] = []
      for (const [id, scheme] of Object.entries(k.rules.program.schemes)) items.push(await rowOf(id, scheme, k))
      return { items, roles: [...k.names].map(([role, name]) => ({ role, name })) }
    },
  ),
  query(
    {
      id: 'getScheme',
      method: 'get',
      path: '/schemes/{scheme}',
      tag: 'schemes',
      summary: 'A scheme: lines, rules in words and as data, weights, grades, editions, and what the checker warns of.',
      may: 'rule.read',
      params: schemePath,
      reply: SchemeShown,
    },
    async (read, { who, lang, today, params }) => {
      const k = await known({ read, who, lang, today })
      return await detailOf(params.scheme, schemeNamed(k.rules, params.scheme), k)
    },
  ),
  query(
    {
      id: 'listSchemePeople',
      method: 'get',
      path: '/schemes/{scheme}/people',
      tag: 'schemes',
      summary: 'The people whom a scheme is for today by their role, as far as one may see them.',
      may: 'rule.read',
      params: schemePath,
      query: z.object(pageQuery),
      reply: pageOf(PersonOfScheme),
    },
    async (read, { who, today, params, query: asked }) => {
      const { roles } = schemeNamed(await rulesInForceNow(read), params.scheme)
      const after = keyIn(asked.after, 1)?.[0]
      const people = await peopleOf(read, { roles, day: today, who, after: typeof after === 'string' ? after : '', limit: asked.limit + 1 })
      return page(people, asked.limit, { item: (p) => p, key: (p) => [p.employee], total: await countPeople(read, { roles, day: today, who }) })
    },
  ),
]
