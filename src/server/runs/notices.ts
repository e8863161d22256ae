import type { Period } from '../../base/calendar.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { NOTICE_NAMES } from '../../base/limits.ts'
import { ident, type Sql, sql } from '../../base/sql.ts'
import type { RulesInForce } from '../../engine/in-force.ts'
import type { Program } from '../../engine/ir.ts'
import { type Crediting, selectUncredited } from '../../engine/sql/cells.ts'
import type { GroupTable } from '../../engine/sql/layout.ts'
import type { Read } from '../../store/types.ts'
import type { RunEmployee } from './run-results.ts'

export interface NoticeInput {
  readonly program: Program
  readonly period: Period
  /** Tables that the values of this very period were made from. */
  readonly groups: readonly GroupTable[]
  /** A query of the employee_id of everybody listed. */
  readonly people: Sql
}

/** Records that no listed person counts are never passed over in silence: those without an owner, and those of people who did not work here then. */
export async function noticesOf(read: Read, input: NoticeInput): Promise<Diagnostic[]> {
  const ownerless = new Map<string, Diagnostic>()
  const unlisted = new Map<string, Set<string>>()
  for (const { id, group } of input.groups) {
    const found = mayLackOwner(input.program, group) ? await withoutOwner(read, input, group) : null
    if (found !== null && !ownerless.has(group.dataset)) ownerless.set(group.dataset, found)
    const people = unlisted.get(group.dataset) ?? new Set<string>()
    for (const name of await creditedButNotListed(read, input, id)) people.add(name)
    unlisted.set(group.dataset, people)
  }
  const inactive = [...unlisted].filter(([, people]) => people.size > 0).map(([dataset, people]) => inactiveNotice(dataset, [...people].sort(), input.period))
  return [...ownerless.values(), ...inactive]
}

/** A required owner of the record itself is always there. */
function mayLackOwner(program: Program, { dataset, credit }: Crediting): boolean {
  const { owner } = credit
  if (owner.node !== 'field' || owner.path.length > 0) return true
  return program.datasets[dataset]?.fields[owner.field]?.required !== true
}

async function withoutOwner(read: Read, { program, period }: NoticeInput, group: Crediting): Promise<Diagnostic | null> {
  const row = await read.first<{ records: string; example: string | null }>(
    sql`select count(*)::text as records, min(x.source) as example from (${selectUncredited(program, group, period)}) as x`,
  )
  if (row === undefined || row.records === '0') return null
  return { code: 'run.no-owner', severity: 'warning', place: {}, params: { dataset: group.dataset, period: period.id, records: Number(row.records), example: row.example ?? '–' } }
}

async function creditedButNotListed(read: Read, { period, people }: NoticeInput, group: string): Promise<string[]> {
  const rows = await read.query<{ name: string }>(
    sql`select distinct coalesce(e.name, c.employee_id) as name from ${ident('calc', `spans_${group}`)} as c left join app.employee as e on e.employee_id = c.employee_id where c.from_date >= ${period.from}::date and c.until_date <= ${period.until}::date and c.employee_id not in (${people})`,
  )
  return rows.map((r) => r.name)
}

function inactiveNotice(dataset: string, names: readonly string[], period: Period): Diagnostic {
  const shown = names.slice(0, NOTICE_NAMES).join('、') + (names.length > NOTICE_NAMES ? ' …' : '')
  return { code: 'run.owner-inactive', severity: 'warning', place: {}, params: { dataset, period: period.id, people: names.length, names: shown } }
}

/** Schemes that judge nobody and incentive plans that pay nobody: most often a role that is written otherwise in people.csv. */
export function forNobody(rules: RulesInForce, period: Period, employees: readonly RunEmployee[]): Diagnostic[] {
  const judging = new Set(employees.map((e) => e.score?.scheme))
  const paying = new Set(employees.flatMap((e) => e.earnings.map((x) => x.incentive)))
  const idle = [...rules.schemes.filter(([id]) => !judging.has(id)), ...rules.incentives.filter(([id]) => !paying.has(id))]
  return idle.map(([id, { roles }]) => ({
    code: 'run.plan-for-nobody',
    severity: 'warning',
    place: {},
    params: { id, period: period.id, roles: roles === null ? '–' : roles.join('、') },
  }))
}
