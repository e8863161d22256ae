import type { Diagnostic } from '../base/diagnostic.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors, withoutEchoes } from '../server/plan/check.ts'
import { type Plan, readPlan } from '../server/plan/read.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { diagnosticJson, EXIT, Told, tellDiagnostics, UsageProblem } from './troubles.ts'

export interface ReadFolder {
  readonly plan: Plan
  /** Null where something must be mended first. */
  readonly checked: CheckedPlan | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Read and check a plan folder: everything that is wrong with it, in the order of files. */
export async function readFolder(dir: string, data: string | undefined): Promise<ReadFolder> {
  const { plan, diagnostics } = await readPlan(dir, { data })
  const { checked, diagnostics: told } = checkPlanFolder(plan)
  const all = [...diagnostics, ...withoutEchoes(diagnostics, told)].sort(byPlace)
  return { plan, checked: hasErrors(all) ? null : checked, diagnostics: all }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [x, y] = [a.place, b.place]
  if ((x.file ?? '') !== (y.file ?? '')) return (x.file ?? '') < (y.file ?? '') ? -1 : 1
  return (x.line ?? 0) - (y.line ?? 0) || (x.column ?? 0) - (y.column ?? 0)
}

/** The plan of a folder that is right. Otherwise tells everything that is wrong and ends the command. */
export async function goodFolder(context: Context, dir: string, data: string | undefined): Promise<{ readonly plan: CheckedPlan; readonly warnings: readonly Diagnostic[] }> {
  const { checked, diagnostics } = await readFolder(dir, data)
  if (checked !== null) {
    requireAskedCompany(context.config, checked.company.document.company)
    return { plan: checked, warnings: diagnostics }
  }
  tellBad(context, diagnostics)
  throw new Told(EXIT.content)
}

/** A folder says which company it is for: `--company` may repeat it, not replace it. Errors: `usage.other-company`. */
function requireAskedCompany({ company }: Config, folder: string): void {
  if (company !== null && company !== folder) throw new UsageProblem('usage.other-company', { asked: company, folder })
}

/** Tell what is wrong with a folder, with the count, as text or as JSON. */
export function tellBad({ output, config }: Context, diagnostics: readonly Diagnostic[]): void {
  tellDiagnostics(diagnostics, config.lang, output)
  const errors = diagnostics.filter((d) => d.severity === 'error').length
  output.note(output.say('check.bad', { errors, warnings: diagnostics.length - errors }), output.say('error.nothing-changed'))
  output.json({ ok: false, errors, diagnostics: diagnostics.map((d) => diagnosticJson(d, config.lang)) })
}
