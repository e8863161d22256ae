import { type CheckedPlan, hasErrors } from '../../server/plan/check.ts'
import { checkData } from '../../server/plan/check-data.ts'
import { type DocumentDiff, diffPlan, isEmptyDiff, type PlanDiff, type RowsDiff } from '../../server/plan/diff.ts'
import { documentsOf } from '../../server/plan/publish.ts'
import { listCompanies } from '../../store/open-store.ts'
import { type CommandModule, type Context, requiredArg, textOption } from '../context.ts'
import { withCompany } from '../database.ts'
import { grouped } from '../figures.ts'
import { worthTelling } from '../import-report.ts'
import { goodFolder, tellBad } from '../plan-folder.ts'
import { diagnosticJson, EXIT, tellDiagnostics } from '../troubles.ts'

export const diffCommand: CommandModule = {
  name: 'diff',
  examples: ['heng diff my-company', 'heng diff my-company --json'],
  define(command, say) {
    command.argument('<dir>', say('apply.dir')).option('--data <dir>', say('apply.data'))
  },
  async run(context, args, options) {
    const { plan, warnings } = await goodFolder(context, requiredArg(args, 0), textOption(options, 'data'))
    const { company } = plan.company.document
    const { home, databaseUrl } = context.config
    const known = await listCompanies({ home, ...(databaseUrl === null ? {} : { databaseUrl }) })
    const diff =
      known.includes(company) || (databaseUrl !== null && known.length > 0)
        ? await withCompany(context.config, (store) => diffPlan(store, plan, { signal: context.signal }), { company })
        : await againstNothing(plan, context.signal)
    const told = [...warnings, ...diff.warnings.filter(worthTelling)]
    if (hasErrors(told)) {
      tellBad(context, told)
      return EXIT.content
    }
    tellDiagnostics(told, context.config.lang, context.output)
    show(context, diff)
    context.output.json({ ...diff, warnings: told.map((d) => diagnosticJson(d, context.config.lang)) })
    return EXIT.done
  },
}

/** A company that is not there yet: everything is new. */
async function againstNothing(plan: CheckedPlan, signal: AbortSignal): Promise<PlanDiff> {
  const rows = (list: readonly unknown[] | null): RowsDiff | null => (list === null ? null : { changes: list.length, absent: [], whose: [] })
  const none = { bad: 0, inserted: 0, changed: 0, same: 0, deleted: 0, read: 0 }
  return {
    company: plan.company.document.company,
    documents: documentsOf(plan).map(({ kind, id }) => ({ kind, id, change: 'added', version: null, lines: [] })),
    people: rows(plan.people),
    units: rows(plan.units),
    rates: rows(plan.rates),
    targets: rows(plan.targets),
    factors: rows(plan.factors),
    pay: rows(plan.pay),
    data: plan.data.map(({ dataset, name }) => ({ dataset, file: name, rows: none })),
    warnings: await checkData(plan, plan, signal),
  }
}

function show({ output }: Context, diff: PlanDiff): void {
  if (isEmptyDiff(diff)) {
    output.lines(output.say('diff.none'))
    return
  }
  for (const document of diff.documents) showDocument(output, document)
  for (const key of ['people', 'units', 'rates', 'targets', 'factors', 'pay'] as const) {
    const rows = diff[key]
    if (rows === null || (rows.changes === 0 && rows.absent.length === 0)) continue
    output.lines(output.say(`diff.${key}`, { changes: rows.changes }) + whoseShown(output, rows.whose) + absentShown(output, rows.absent))
  }
  for (const { dataset, file, rows } of diff.data) {
    output.lines(output.say('diff.file', { dataset, file, added: grouped(String(rows.inserted)), changed: grouped(String(rows.changed)), deleted: grouped(String(rows.deleted)) }))
  }
}

/** People named in a line; the others are counted. */
const NAMED = 10

function whoseShown(output: Context['output'], whose: RowsDiff['whose']): string {
  if (whose.length === 0) return ''
  const names = whose.slice(0, NAMED).map(({ id, name }) => (name === id ? id : `${name} ${id}`))
  return output.say(whose.length > NAMED ? 'diff.whose-many' : 'diff.whose', { names: names.join(output.say('list.separator')), count: whose.length })
}

function absentShown(output: Context['output'], absent: readonly string[]): string {
  return absent.length === 0 ? '' : output.say('diff.absent', { count: absent.length, names: absent.slice(0, NAMED).join(output.say('list.separator')) })
}

function showDocument(output: Context['output'], document: DocumentDiff): void {
  const { colours } = output
  const params = { kind: output.say(`kind.${document.kind}`), id: document.id, version: document.version ?? 0 }
  const paint = { added: colours.green, changed: colours.yellow, removed: colours.red }[document.change]
  output.lines(paint(output.say(`diff.${document.change}`, params)))
  const lineOf = { '+': colours.green, '-': colours.red, ' ': colours.dim }
  for (const { sign, text } of document.lines) output.lines(lineOf[sign](`    ${sign} ${text}`.trimEnd()))
}
