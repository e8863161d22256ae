import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { BUILT_IN_DATASETS } from '../../engine/documents/built-in.ts'
import { knownColumns, matchHeader } from '../datasets/import/header.ts'
import { openTable } from '../datasets/import/table-file.ts'
import { planTargets, type TargetWorld } from '../goals/plan-targets.ts'
import { checkItems, planPay } from '../incentives/plan-pay.ts'
import { buildDirectory, type Directory, type DirectoryEntry } from '../org/directory.ts'
import { planPeople } from '../org/plan-people.ts'
import { type PersonRow, splitAliases } from '../org/rows.ts'
import { targetWorld } from './apply.ts'
import type { CheckedPlan } from './check.ts'
import { lackingTargets } from './check-targets.ts'
import type { Plan, PlanData } from './read.ts'
import { unknownRoles } from './role-names.ts'

/**
 * What can be known of people, targets, pay items and data files without a database: whether the lines of people hold together, whether rows name what is there, whether each data file
 * can be opened and has the columns its dataset asks for. Records themselves are checked when they are imported.
 */
export async function checkData(plan: Plan, checked: CheckedPlan | null): Promise<Diagnostic[]> {
  const people = plan.people === null ? null : peopleOf(plan, plan.people)
  const found = people === null ? [] : people.problems.list.map(milder)
  // Rows of targets name measures: where those are wrong, they come first.
  if (checked !== null) found.push(...checkGoals(checked, people))
  if (plan.people !== null) found.push(...unknownRoles(plan, new Set(plan.people.map(({ fields }) => fields.role?.trim() ?? '').filter((role) => role !== ''))))
  for (const data of plan.data) found.push(...(await checkHeader(plan, data)))
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

/** A boss or a unit that a folder does not know, the company may: what is unknown is a warning here, and an error only where it is applied. */
function milder(d: Diagnostic): Diagnostic {
  return /^org\.(person|unit)-unknown/.test(d.code) ? { ...d, severity: 'warning' } : d
}

/** A typing mistake in a name is refused here as where it is applied: a folder with people names those it has targets and pay items for. */
function checkGoals(plan: CheckedPlan, people: ReturnType<typeof planPeople> | null): Diagnostic[] {
  const directory = directoryOf(plan)
  const world: TargetWorld = { ...targetWorld(plan), directory }
  const targets = plan.targets === null ? null : planTargets(plan.targets, world)
  const read = plan.pay === null ? null : planPay(plan.pay, world)
  const known = targets !== null && people !== null && !targets.problems.bad && !people.problems.bad
  const lacking = known ? lackingTargets(plan, targets.targets, people.plan.people) : []
  return [...(targets?.problems.list ?? []), ...lacking, ...(read === null ? [] : [...read.problems.list, ...checkItems(plan.program, read.pay)])]
}

/** Whom the folder names; without people in it, everybody is taken at their word. */
function directoryOf(plan: Plan): Directory {
  if (plan.people === null) return { resolve: (text) => ({ kind: 'found', id: text.trim() }) }
  const entries = plan.people.map(({ fields }): DirectoryEntry => ({ id: fields.id ?? '', name: fields.name ?? fields.id ?? '', aliases: splitAliases(fields.alias ?? '') }))
  return buildDirectory(entries)
}

async function checkHeader(plan: Plan, data: PlanData): Promise<Diagnostic[]> {
  const document = plan.datasets.find((d) => d.document.dataset === data.dataset)?.document ?? BUILT_IN_DATASETS.find((d) => d.dataset === data.dataset)
  if (document === undefined) return []
  try {
    const file = await openTable({ file: data.path, fileName: data.path, source: data.source, signal: undefined, known: (names) => knownColumns(document, data.source, names) })
    try {
      const { notices } = matchHeader(file.header, document, { source: data.source, mode: 'merge', file: data.path, line: file.headerLine })
      return notices.filter((n) => n.severity !== 'info')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.details.length > 0) return [...error.details]
    return [{ code: error.code, severity: 'error', place: { ...error.place, file: data.path }, params: { file: data.path, ...error.params } }]
  }
}
