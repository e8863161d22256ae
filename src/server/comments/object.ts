import { requirePeriod } from '../../base/calendar-check.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { requireVisible, seesAll } from '../access/visible.ts'
import type { Permission } from '../http/permission.ts'
import { may, type Who } from '../http/who.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { recordSeen } from '../records/record.ts'
import { datasetRead } from '../records/seen.ts'
import { judgedOn } from '../runs/newest.ts'
import { runNumbered } from '../runs/run-queries.ts'

/** What can be commented on. */
export type Commented =
  | { readonly kind: 'score' | 'target'; readonly employee: string; readonly period: string }
  | { readonly kind: 'record'; readonly dataset: string; readonly record: string }
  | { readonly kind: 'run'; readonly run: string }
  | { readonly kind: 'person'; readonly employee: string }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: RuleKind; readonly id: string }

const RULES = ['measure', 'scheme', 'incentive', 'table', 'dataset'] as const

type RuleKind = (typeof RULES)[number]

/** `score/QS013/2026-Q1` as what it names; each part is percent-encoded. Errors: `comment.object-unknown`. */
export function commentedIn(text: string): Commented {
  const [kind, ...rest] = text.split('/')
  const [first, second] = rest.map(decoded)
  if (first !== undefined && first !== '') {
    if ((kind === 'score' || kind === 'target') && second !== undefined && rest.length === 2) return { kind, employee: first, period: second }
    if (kind === 'record' && second !== undefined && /^\d{1,18}$/.test(second) && rest.length === 2) return { kind, dataset: first, record: second }
    if (kind === 'run' && rest.length === 1) return { kind, run: first }
    if (kind === 'person' && rest.length === 1) return { kind, employee: first }
    if (kind === 'unit' && rest.length === 1) return { kind, unit: first }
    const rule = RULES.find((each) => each === kind)
    if (rule !== undefined && rest.length === 1) return { kind: rule, id: first }
  }
  throw new Refusal('comment.object-unknown')
}

function decoded(part: string): string | undefined {
  try {
    const text = decodeURIComponent(part)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** The spelling under which comments of an object are kept: one for each object. */
export function objectText(object: Commented): string {
  const parts = (...texts: readonly string[]) => [object.kind, ...texts.map(encodeURIComponent)].join('/')
  switch (object.kind) {
    case 'score':
    case 'target':
      return parts(object.employee, object.period)
    case 'record':
      return parts(object.dataset, object.record)
    case 'run':
      return parts(object.run)
    case 'person':
      return parts(object.employee)
    case 'unit':
      return parts(object.unit)
    case 'measure':
    case 'scheme':
    case 'incentive':
    case 'table':
    case 'dataset':
      return parts(object.id)
    default:
      return object satisfies never
  }
}

/** Refuse who may not see an object; whether it is there is not told. Errors: `comment.object-unknown`, `http.forbidden`, `access.not-visible`, those of records, runs and periods. */
export async function requireSeen(read: Read, who: Who, object: Commented): Promise<void> {
  switch (object.kind) {
    case 'score':
      return await requirePerson(read, who, 'score.read', object)
    case 'target':
      return await requirePerson(read, who, 'target.read', object)
    case 'record':
      return await requireRecord(read, who, object)
    case 'run':
      // What is said beside a run may name anybody.
      if (!seesAll(who, 'score.read')) throw new Refusal('http.forbidden', { permission: 'score.read' })
      await runNumbered(read, object.run)
      return
    case 'person':
      return await requireVisible(read, who, 'org.read', object.employee, who.day)
    case 'unit':
      return await requireUnit(read, who, object.unit)
    case 'measure':
    case 'scheme':
    case 'incentive':
    case 'table':
    case 'dataset':
      return await requireRule(read, who, object)
    default:
      return object satisfies never
  }
}

interface OfPerson {
  readonly employee: string
  readonly period: string
}

async function requirePerson(read: Read, who: Who, permission: Permission, { employee, period }: OfPerson): Promise<void> {
  const { calendar } = await rulesInForceNow(read)
  await requireVisible(read, who, permission, employee, judgedOn(requirePeriod(calendar, period), who.day))
}

async function requireRecord(read: Read, who: Who, { dataset, record }: { readonly dataset: string; readonly record: string }): Promise<void> {
  const rules = await rulesInForceNow(read)
  const row = await recordSeen(read, rules, datasetRead(rules, dataset, who), { record, who, today: who.day })
  if (row === null) throw new Refusal('comment.object-unknown')
}

async function requireUnit(read: Read, who: Who, unit: string): Promise<void> {
  if (!may(who, 'org.read')) throw new Refusal('http.forbidden', { permission: 'org.read' })
  if ((await read.first(sql`select from app.unit where unit_id = ${unit}`)) === undefined) throw new Refusal('comment.object-unknown')
}

async function requireRule(read: Read, who: Who, { kind, id }: { readonly kind: string; readonly id: string }): Promise<void> {
  if (!may(who, 'rule.read')) throw new Refusal('http.forbidden', { permission: 'rule.read' })
  const found = await read.first(sql`select from app.document where kind = ${kind} and id = ${id} limit 1`)
  if (found === undefined) throw new Refusal('comment.object-unknown')
}

/** Refuse who may look but not write: comments about a person are written within the reach of `comment.write`. */
export async function requireWriting(read: Read, who: Who, object: Commented): Promise<void> {
  await requireSeen(read, who, object)
  if (object.kind === 'score' || object.kind === 'target') await requirePerson(read, who, 'comment.write', object)
  else if (object.kind === 'person') await requireVisible(read, who, 'comment.write', object.employee, who.day)
  else if (!may(who, 'comment.write')) throw new Refusal('http.forbidden', { permission: 'comment.write' })
}

/** Whether somebody sees an object. */
export async function sees(read: Read, who: Who, object: Commented): Promise<boolean> {
  try {
    await requireSeen(read, who, object)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
