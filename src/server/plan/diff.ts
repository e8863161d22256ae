import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import type { ImportReport } from '../datasets/import/report.ts'
import { listDocuments, type PublishedDocument } from '../measures/documents.ts'
import type { OrgImport } from '../org/import-people.ts'
import { type ApplyOptions, type ApplyReport, applyIn } from './apply.ts'
import type { CheckedPlan } from './check.ts'
import { documentYaml } from './document-yaml.ts'
import { type DiffLine, diffLines } from './lines.ts'
import { type DocumentChanges, type DocumentName, documentsOf } from './publish.ts'
import type { PlanData } from './read.ts'
import { type FactsOfPeople, type Known, knownOf, namedPeople, whoseDiffers } from './whose.ts'

export interface DocumentDiff extends DocumentName {
  /** removed: in force, but not in the folder; it stays until it is withdrawn. */
  readonly change: 'added' | 'changed' | 'removed'
  /** The version in force; null where there is none. */
  readonly version: number | null
  readonly lines: readonly DiffLine[]
}

export interface RowsDiff {
  /** Facts that would change. */
  readonly changes: number
  /** Ids that are known and not in the files; they stay. Targets and pay items do not: files of them are complete. */
  readonly absent: readonly string[]
  /** Whose facts they are, for facts of people, by id. */
  readonly whose: readonly { readonly id: string; readonly name: string }[]
}

/** What applying the plan would do. */
export interface PlanDiff {
  readonly company: string
  readonly documents: readonly DocumentDiff[]
  readonly people: RowsDiff | null
  readonly units: RowsDiff | null
  readonly rates: RowsDiff | null
  readonly targets: RowsDiff | null
  readonly factors: RowsDiff | null
  readonly pay: RowsDiff | null
  /** Data files that would change something, with how much. */
  readonly data: readonly Pick<ImportReport, 'dataset' | 'file' | 'rows'>[]
  /** What applying it would warn of. */
  readonly warnings: readonly Diagnostic[]
}

export function isEmptyDiff(diff: PlanDiff): boolean {
  const same = (rows: RowsDiff | null) => rows === null || (rows.changes === 0 && rows.absent.length === 0)
  return (
    diff.documents.length === 0 && diff.data.length === 0 && same(diff.people) && same(diff.units) && same(diff.rates) && same(diff.targets) && same(diff.factors) && same(diff.pay)
  )
}

/** Carries the report out of a transaction that must not be kept. */
class NotKept extends Error {
  readonly tried: Tried

  constructor(tried: Tried) {
    super('a trial is not kept')
    this.tried = tried
  }
}

interface Tried {
  readonly report: ApplyReport
  /** Whose facts would be others. */
  readonly whose: Readonly<Record<FactsOfPeople, RowsDiff['whose']>>
}

/**
 * What differs between a plan folder and what is in force: the plan is applied on trial, and everything is taken back.
 * Data files whose content was the last thing imported are not read again. Errors: as applyPlan.
 */
export async function diffPlan(store: Store, plan: CheckedPlan, options: ApplyOptions = {}): Promise<PlanDiff> {
  const inForce = await store.read(listDocuments)
  const people = await store.read((read) => absentIds(read, plan))
  const { report, whose } = await trial(store, plan, options)
  return {
    company: report.company,
    documents: documentDiffs(plan, inForce, report.documents),
    people: rowsDiff(report.people, people.people, whose.people),
    units: rowsDiff(report.units, people.units),
    rates: rowsDiff(report.rates, []),
    targets: rowsDiff(report.targets, [], whose.targets),
    factors: rowsDiff(report.factors, []),
    pay: rowsDiff(report.pay, [], whose.pay),
    data: report.imports.filter((r) => r.outcome === 'imported').map(({ dataset, file, rows }) => ({ dataset, file, rows })),
    warnings: report.warnings,
  }
}

async function trial(store: Store, plan: CheckedPlan, options: ApplyOptions): Promise<Tried> {
  try {
    return await store.tx(async (tx) => {
      const before = await factsOfPeople(tx)
      const report = await applyIn(tx, plan, { ...options, skips: (one, data, documents) => importedLast(one, plan, data, documents) })
      const after = await factsOfPeople(tx)
      const differ = async (facts: FactsOfPeople) => await namedPeople(tx, whoseDiffers(before[facts], after[facts]))
      throw new NotKept({ report, whose: { people: await differ('people'), targets: await differ('targets'), pay: await differ('pay') } })
    })
  } catch (error) {
    if (error instanceof NotKept) return error.tried
    throw error
  }
}

async function factsOfPeople(tx: Tx): Promise<Record<FactsOfPeople, Known>> {
  return { people: await knownOf(tx, 'people'), targets: await knownOf(tx, 'targets'), pay: await knownOf(tx, 'pay') }
}

/** True where the newest import of this file had the same content, under the same document, and no file beside the plan changed the dataset since. */
async function importedLast(tx: Tx, plan: CheckedPlan, data: PlanData, documents: DocumentChanges): Promise<boolean> {
  if (!documents.same.some((d) => d.kind === 'dataset' && d.id === data.dataset) && data.dataset !== 'entered' && data.dataset !== 'ratings') return false
  const last = await tx.first<{ sha256: string; change: string }>(
    sql`select sha256, change::text as change from app.import where dataset = ${data.dataset} and file = ${data.name} order by change desc limit 1`,
  )
  if (last === undefined) return false
  const files = plan.data.filter((d) => d.dataset === data.dataset).map((d) => d.name)
  const since = await tx.first(sql`select 1 from app.import where dataset = ${data.dataset} and change > ${last.change}::bigint and file <> all(${files}::text[]) limit 1`)
  return since === undefined && last.sha256 === (await sha256Of(data.path))
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function documentDiffs(plan: CheckedPlan, inForce: readonly PublishedDocument[], changes: DocumentChanges): DocumentDiff[] {
  const bodies = new Map(documentsOf(plan).map((d) => [`${d.kind}/${d.id}`, d.body]))
  const published = new Map(inForce.map((d) => [`${d.kind}/${d.id}`, d]))
  const diff =
    (change: DocumentDiff['change']) =>
    (name: DocumentName): DocumentDiff => {
      const before = published.get(`${name.kind}/${name.id}`)
      const after = bodies.get(`${name.kind}/${name.id}`)
      const text = (body: unknown) => (body === undefined ? '' : documentYaml(body))
      return { ...name, change, version: before?.version ?? null, lines: change === 'changed' ? diffLines(text(before?.body), text(after)) : [] }
    }
  return [...changes.added.map(diff('added')), ...changes.changed.map(diff('changed')), ...changes.leftOver.map(diff('removed'))]
}

function rowsDiff(done: OrgImport | null, absent: readonly string[], whose: RowsDiff['whose'] = []): RowsDiff | null {
  return done === null ? null : { changes: done.changes, absent, whose }
}

async function absentIds(read: Read, plan: CheckedPlan): Promise<{ people: string[]; units: string[] }> {
  const known = async (rows: { readonly fields: { readonly id?: string | undefined } }[] | null, all: () => Promise<{ id: string }[]>) => {
    if (rows === null) return []
    const given = new Set(rows.map((r) => r.fields.id?.trim()))
    return (await all()).map((r) => r.id).filter((id) => !given.has(id))
  }
  return {
    people: await known(plan.people === null ? null : [...plan.people], () => read.query<{ id: string }>(sql`select employee_id as id from app.employee order by 1`)),
    units: await known(plan.units === null ? null : [...plan.units], () => read.query<{ id: string }>(sql`select unit_id as id from app.unit where declared order by 1`)),
  }
}
