import { checkCalendar } from '../../base/calendar-check.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { checkPlan } from '../../engine/check/check-plan.ts'
import { placeOf } from '../../engine/check/report.ts'
import type { CompanyDocument } from '../../engine/documents/company.ts'
import type { Program } from '../../engine/ir.ts'
import type { Plan, PlanDocument } from './read.ts'

/** A plan whose documents are right. */
export interface CheckedPlan extends Plan {
  readonly company: PlanDocument<CompanyDocument>
  readonly program: Program
}

/** Check the documents of a plan: names, types, units, dates, calendar. `checked` is null where there is an error. */
export function checkPlanFolder(plan: Plan): { readonly checked: CheckedPlan | null; readonly diagnostics: readonly Diagnostic[] } {
  const { company } = plan
  if (company === null) return { checked: null, diagnostics: [] }
  const { datasets, measures, tables, schemes, incentives } = plan
  const documents = { company, datasets, measures, tables, schemes, incentives }
  const { program, diagnostics } = checkPlan(documents)
  // Both know calendars; what is said once is enough.
  const calendarTold = diagnostics.some((d) => d.place.file === company.file && d.place.path?.[0] === 'calendar')
  const calendar = calendarTold ? [] : calendarProblems(company)
  const all = [...diagnostics, ...calendar]
  return { checked: program === null || calendar.length > 0 ? null : { ...plan, company, program }, diagnostics: all }
}

function calendarProblems(company: PlanDocument<CompanyDocument>): Diagnostic[] {
  return checkCalendar(company.document.calendar).map(({ code, params, path }) => ({ code, severity: 'error', place: placeOf(company, ['calendar', ...path]), params }))
}

/** What is said only because a file could not be read: a scheme or a table in it would be there. */
const ECHOES: readonly { readonly folder: RegExp; readonly codes: readonly string[] }[] = [
  { folder: /(^|[\\/])schemes([\\/]|\.ya?ml$)/, codes: ['incentive.no-scheme', 'incentive.no-scheme-near'] },
  { folder: /(^|[\\/])tables([\\/]|\.ya?ml$)/, codes: ['name.unknown-table'] },
]

/** What the checker said, without what follows from mistakes told already: mending those mends it. */
export function withoutEchoes(read: readonly Diagnostic[], told: readonly Diagnostic[]): Diagnostic[] {
  const wrong = [...read, ...told].filter((d) => d.severity === 'error').map((d) => d.place.file ?? '')
  const silent = ECHOES.filter(({ folder }) => wrong.some((file) => folder.test(file))).flatMap((e) => e.codes)
  return told.filter((d) => !silent.includes(d.code))
}

/** True where something must be mended before the plan can be used. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error')
}
