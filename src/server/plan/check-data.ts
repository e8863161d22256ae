import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { BUILT_IN_DATASETS } from '../../engine/documents/built-in.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { BadRows } from '../datasets/import/bad-rows.ts'
import { type ColumnContext, type FieldColumn, fieldColumns } from '../datasets/import/columns.ts'
import { knownColumns, matchHeader } from '../datasets/import/header.ts'
import { copyLines } from '../datasets/import/read-rows.ts'
import { openTable, type TableFile } from '../datasets/import/table-file.ts'
import { planTargets, type TargetWorld } from '../goals/plan-targets.ts'
import { checkItems, planPay } from '../incentives/plan-pay.ts'
import { builtInFiles } from '../measures/built-in-files.ts'
import { buildDirectory, type Directory, type DirectoryEntry } from '../org/directory.ts'
import { planRates } from '../org/import-rates.ts'
import { planPeople } from '../org/plan-people.ts'
import { type PersonRow, splitAliases } from '../org/rows.ts'
import { planFactors } from '../schemes/plan-factors.ts'
import { factorWorld, targetWorld } from './apply.ts'
import type { CheckedPlan } from './check.ts'
import { lackingTargets } from './check-targets.ts'
import type { Plan, PlanData } from './read.ts'
import { unknownRoles } from './role-names.ts'

/**
 * What can be known of people, rates, targets, pay items and data files without a database: whether the lines of people hold together, whether rows name what is there, whether each
 * data file can be opened, has the columns its dataset asks for, and rows that can be read. What needs the whole set (keys that come twice, references that find nothing) is
 * checked when the files are imported.
 */
export async function checkData(plan: Plan, checked: CheckedPlan | null, signal?: AbortSignal): Promise<Diagnostic[]> {
  const people = plan.people === null ? null : peopleOf(plan, plan.people)
  const found = [...(people?.problems.list ?? []).map(milder), ...(plan.rates === null ? [] : planRates(plan.rates).problems.list)]
  // Rows of targets and data files name measures: where those are wrong, they come first.
  if (checked !== null) found.push(...checkGoals(checked, people))
  if (plan.people !== null) found.push(...unknownRoles(plan, new Set(plan.people.map(({ fields }) => fields.role?.trim() ?? '').filter((role) => role !== ''))))
  const check: FileCheck = { plan, checked, directory: directoryOf(plan), signal }
  for (const data of plan.data) found.push(...(await checkFile(data, check)))
  return found
}

/** What the folder says of people, with nothing known before. */
function peopleOf(plan: Plan, rows: readonly PersonRow[]): ReturnType<typeof planPeople> {
  const units = [...new Map((plan.units ?? []).map((row) => [row.fields.id ?? '', row.fields.name ?? row.fields.id ?? ''])).entries()].map(([id, name]) => ({
    id,
    name,
    aliases: [],
  }))
  const nothing = { people: new Map(), assignments: new Map(), edges: { reporting: new Map(), sponsor: new Map() }, units, unitsDeclared: plan.units !== null }
  return planPeople(rows, nothing)
}

/** A boss, a unit, or who has a record, that a folder does not know, the company may: what is unknown is a warning here, and an error only where it is applied. */
function milder(d: Diagnostic): Diagnostic {
  return /^org\.(person|unit)-unknown|^value\.employee-unknown|^measures\.not-entered$/.test(d.code) ? { ...d, severity: 'warning' } : d
}

/** A typing mistake in a name is refused here as where it is applied: a folder with people names those it has targets and pay items for. */
function checkGoals(plan: CheckedPlan, people: ReturnType<typeof planPeople> | null): Diagnostic[] {
  const directory = directoryOf(plan)
  const world: TargetWorld = { ...targetWorld(plan), directory }
  const targets = plan.targets === null ? null : planTargets(plan.targets, world)
  const factors = plan.factors === null ? [] : planFactors(plan.factors, { ...factorWorld(plan), units: unitsOf(plan) }).problems.list.map(milder)
  const read = plan.pay === null ? null : planPay(plan.pay, world)
  const known = targets !== null && people !== null && !targets.problems.bad && !people.problems.bad
  const lacking = known ? lackingTargets(plan, targets.targets, people.plan.people) : []
  return [...(targets?.problems.list ?? []), ...lacking, ...factors, ...(read === null ? [] : [...read.problems.list, ...checkItems(plan.program, read.pay)])]
}

/** The units that the folder names; without any in it, every one is taken at its word. */
function unitsOf(plan: Plan): Directory {
  const declared = (plan.units ?? []).map(({ fields }): DirectoryEntry => ({ id: fields.id ?? '', name: fields.name ?? fields.id ?? '', aliases: [] }))
  const implied = (plan.people ?? []).flatMap(({ fields }): DirectoryEntry[] =>
    fields.unit === undefined || fields.unit === '' ? [] : [{ id: fields.unit, name: fields.unit, aliases: [] }],
  )
  const known = new Set(declared.flatMap((u) => [u.id, u.name]))
  const entries = [...declared, ...implied.filter((u) => !known.has(u.id))]
  return entries.length === 0 ? { resolve: (text) => ({ kind: 'found', id: text.trim() }) } : buildDirectory(entries)
}

/** Whom the folder names; without people in it, everybody is taken at their word. */
function directoryOf(plan: Plan): Directory {
  if (plan.people === null) return { resolve: (text) => ({ kind: 'found', id: text.trim() }) }
  const entries = plan.people.map(({ fields }): DirectoryEntry => ({ id: fields.id ?? '', name: fields.name ?? fields.id ?? '', aliases: splitAliases(fields.alias ?? '') }))
  return buildDirectory(entries)
}

/** What a data file is read against. */
interface FileCheck {
  readonly plan: Plan
  /** Null where documents are wrong: then the header alone is looked at. */
  readonly checked: CheckedPlan | null
  readonly directory: Directory
  readonly signal: AbortSignal | undefined
}

/** The header and every row, as the import reads them; nothing is stored. */
async function checkFile(data: PlanData, check: FileCheck): Promise<readonly Diagnostic[]> {
  const document = [...check.plan.datasets.map((d) => d.document), ...BUILT_IN_DATASETS].find((d) => d.dataset === data.dataset)
  if (document === undefined) return []
  try {
    const known = (names: readonly string[]) => knownColumns(document, data.source, names)
    const file = await openTable({ file: data.path, fileName: data.path, source: data.source, signal: check.signal, known })
    try {
      const { notices, sources } = matchHeader(file.header, document, { source: data.source, mode: 'merge', file: data.path, line: file.headerLine })
      const context = columnContext(document, { data, file, check })
      const rows = context === null ? [] : await badRows(file, fieldColumns(sources, file.header, context), check.signal)
      // A dataset that leaves bad rows out is applied without them.
      const skipped = document.onError === 'skip' ? rows.map((d): Diagnostic => ({ ...d, severity: 'warning' })) : rows
      return [...notices.filter((n) => n.severity !== 'info'), ...skipped.map(milder)]
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'import.cancelled') throw error
    if (error.details.length > 0) return error.details
    return [{ code: error.code, severity: 'error', place: { ...error.place, file: data.path }, params: { file: data.path, ...error.params } }]
  }
}

function columnContext(document: DatasetDocument, of: { readonly data: PlanData; readonly file: TableFile; readonly check: FileCheck }): ColumnContext | null {
  const { checked: plan, directory } = of.check
  if (plan === null) return null
  const { calendar, currency } = plan.company.document
  const { periodEnd, measureOf, isPercent } = builtInFiles(document, { calendar, measures: plan.measures.map((m) => m.document), everIds: [] })
  return {
    document,
    datasets: new Map([...plan.datasets.map((d) => d.document), ...BUILT_IN_DATASETS].map((d) => [d.dataset, d])),
    directory,
    currency,
    serialsFrom: of.file.serialsFrom,
    decimalComma: of.data.source.decimal === 'comma',
    periodEnd,
    measureOf,
    isPercent,
  }
}

async function badRows(file: TableFile, columns: readonly FieldColumn[], signal: AbortSignal | undefined): Promise<readonly Diagnostic[]> {
  const bad = new BadRows({ path: undefined, lang: 'zh', names: file.header })
  const lines = copyLines({ file, columns, bad, rows: 0, progress: undefined, signal })
  while ((await lines.next()).done !== true) if (signal?.aborted === true) throw new Refusal('import.cancelled')
  return bad.finish().shown
}
