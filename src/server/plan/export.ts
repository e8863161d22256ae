import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify as csv } from 'csv-stringify/sync'
import { Refusal } from '../../base/diagnostic.ts'
import { ident, joinSql, sql } from '../../base/sql.ts'
import { BUILT_IN_DATASETS } from '../../engine/documents/built-in.ts'
import { EDITION_MARK } from '../../engine/documents/document-id.ts'
import type { DocumentKind } from '../../engine/documents/parse.ts'
import type { Read, Store } from '../../store/types.ts'
import { tableOf } from '../datasets/table.ts'
import { exportTargets } from '../goals/queries.ts'
import { TARGET_FIELDS } from '../goals/rows.ts'
import { exportPay } from '../incentives/queries.ts'
import { PAY_FIELDS } from '../incentives/rows.ts'
import { listDocuments, type PublishedDocument } from '../measures/documents.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { exportPeople, exportRates, exportUnits } from '../org/queries.ts'
import { PERSON_FIELDS, RATE_FIELDS, UNIT_FIELDS } from '../org/rows.ts'
import { exportFactors } from '../schemes/queries.ts'
import { FACTOR_FIELDS } from '../schemes/rows.ts'
import { documentYaml } from './document-yaml.ts'
import { codeOf } from './files.ts'
import { withoutData } from './publish.ts'

export interface ExportReport {
  /** Files written, relative to the folder, in order. */
  readonly files: readonly string[]
}

/**
 * Write what is in force as a plan folder: documents, people, units, rates, targets, pay items, entered values and ratings, all of one moment.
 * Applied to an empty company it gives the same documents. Errors: `plan.nothing-applied`, `plan.export-not-empty`, `plan.export-failed`.
 */
export async function exportPlan(store: Store, dir: string, options: { readonly force?: boolean } = {}): Promise<ExportReport> {
  const files = await store.snapshot(planFiles)
  if (!files.has('company.yaml')) throw new Refusal('plan.nothing-applied')
  try {
    await mkdir(dir, { recursive: true })
    if (options.force !== true && (await readdir(dir)).length > 0) throw new Refusal('plan.export-not-empty', { dir })
    for (const [name, text] of files) {
      await mkdir(dirname(join(dir, name)), { recursive: true })
      await writeFile(join(dir, name), text)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('plan.export-failed', { dir, reason: codeOf(error) }, { cause: error })
  }
  return { files: [...files.keys()] }
}

/** The data files stay where they are; the folder says so, and how to name their place. */
const DATA_ELSEWHERE = `# 数据文件不在这个文件夹里：应用时用 --data 指出它们在哪里，或者把 false 改成那个目录。
# The data files are not in this folder: say where they are with --data, or write their folder in place of false.
data: false
`

/** The files of the folder, by name. */
async function planFiles(read: Read): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const documents = (await listDocuments(read)).filter((d) => !(d.kind === 'dataset' && isBuiltIn(d.id)))
  const used = new Set<string>()
  const sources = documents.some((d) => d.kind === 'dataset' && 'source' in Object(d.body))
  for (const { kind, body } of documents) if (kind === 'company') files.set('company.yaml', documentYaml(withoutData(body)) + (sources ? DATA_ELSEWHERE : ''))
  for (const group of editions(documents)) {
    const bodies = group.documents.map((d) => d.body)
    files.set(nameOf(group, used), documentYaml(bodies.length === 1 ? bodies[0] : bodies))
  }
  for (const [category, bodies] of byCategory(documents)) files.set(`measures/${category}.yaml`, documentYaml(bodies))
  const table = (name: string, columns: readonly string[], rows: readonly object[]) => {
    if (rows.length > 0) files.set(name, csv([...rows], { header: true, columns: [...columns] }))
  }
  table('people.csv', PERSON_FIELDS, await exportPeople(read))
  table('units.csv', UNIT_FIELDS, await exportUnits(read))
  table('rates.csv', RATE_FIELDS, await exportRates(read))
  table('targets.csv', TARGET_FIELDS, await exportTargets(read, percents(documents)))
  table('factors.csv', FACTOR_FIELDS, await exportFactors(read))
  table('pay.csv', PAY_FIELDS, await exportPay(read))
  for (const dataset of BUILT_IN_DATASETS) table(`${dataset.dataset}.csv`, Object.keys(dataset.fields), await recordsOf(read, dataset.dataset, Object.keys(dataset.fields)))
  return files
}

async function recordsOf(read: Read, dataset: string, fields: readonly string[]): Promise<object[]> {
  const there = await read.first<object>(sql`select 1 from app.dataset_state where dataset = ${dataset}`)
  if (there === undefined) return []
  const columns = joinSql(
    fields.map((f) => sql`${ident(f)}::text as ${ident(f)}`),
    ', ',
  )
  return read.query<object>(
    sql`select ${columns} from ${tableOf(dataset)} order by ${joinSql(
      fields.map((f) => ident(f)),
      ', ',
    )}`,
  )
}

/** Measures in files by category, in the order in which they were first published: the order people see them in is kept. */
function byCategory(documents: readonly PublishedDocument[]): Map<string, unknown[]> {
  const files = new Map<string, unknown[]>()
  for (const { kind, body } of documents) {
    if (kind !== 'measure') continue
    const { category = 'other' } = body as { category?: string } // A published measure passed its schema.
    files.set(category, [...(files.get(category) ?? []), body])
  }
  return files
}

/** Measures in force, by whether they are percentages. */
function percents(documents: readonly PublishedDocument[]): Map<string, { percent: boolean }> {
  return new Map(documents.flatMap(({ kind, id, body }) => (kind === 'measure' ? [[id, { percent: (body as { unit?: string }).unit === 'percent' }]] : []))) // A published measure passed its schema.
}

const FOLDERS: Readonly<Partial<Record<DocumentKind, string>>> = { dataset: 'datasets', table: 'tables', scheme: 'schemes', incentive: 'incentives' }

interface Group {
  readonly folder: string
  /** What its file is called after. */
  readonly id: string
  readonly documents: PublishedDocument[]
}

/** Documents that have a file of their own; the editions of a scheme or a plan stand in one, the oldest first. */
function editions(documents: readonly PublishedDocument[]): Group[] {
  const groups = new Map<string, Group>()
  for (const document of documents) {
    const folder = FOLDERS[document.kind]
    if (folder === undefined) continue
    const dated = document.kind === 'scheme' || document.kind === 'incentive'
    const id = dated ? (document.id.split(EDITION_MARK)[0] ?? document.id) : document.id
    const group = groups.get(`${folder}/${id}`) ?? { folder, id, documents: [] }
    groups.set(`${folder}/${id}`, group)
    group.documents.push(document)
  }
  for (const group of groups.values()) group.documents.sort((a, b) => (a.id < b.id ? -1 : 1))
  return [...groups.values()]
}

/** The file of a document. What no file system takes is written as %XX; names that differ only by case get a number. */
function nameOf({ folder, id }: Group, used: Set<string>): string {
  const safe = id.replace(/[\u0000-\u001f\u007f\\/:*?"<>|%]|^[.~]|[. ~]$/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
  for (let n = 1; ; n += 1) {
    const name = `${folder}/${safe}${n === 1 ? '' : `-${n}`}.yaml`
    if (used.has(name.toLowerCase())) continue
    used.add(name.toLowerCase())
    return name
  }
}
