import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Option } from 'commander'
import { nameIn } from '../../base/diagnostic.ts'
import { tellRules } from '../../server/notifications/rules.ts'
import { type ApplyProgress, type ApplyReport, applyPlan } from '../../server/plan/apply.ts'
import { setCurrentCompany } from '../../store/companies.ts'
import { type CommandModule, type Context, flagOption, requiredArg, textOption } from '../context.ts'
import { withCompany } from '../database.ts'
import { showImports, showMismatches, worthTelling } from '../import-report.ts'
import { latestIdWithData } from '../latest.ts'
import { goodFolder } from '../plan-folder.ts'
import { diagnosticJson, EXIT, tellDiagnostics } from '../troubles.ts'

export const applyCommand: CommandModule = {
  name: 'apply',
  examples: ['heng apply examples/crm-opportunities', 'heng apply my-company --data ~/export', 'heng apply my-company --on-error skip'],
  define(command, say) {
    command
      .argument('<dir>', say('apply.dir'))
      .option('--data <dir>', say('apply.data'))
      .addOption(new Option('--on-error <how>', say('apply.on-error')).choices(['reject', 'skip']))
      .option('--prune', say('apply.prune'))
  },
  async run(context, args, options) {
    const { plan, warnings } = await goodFolder(context, requiredArg(args, 0), textOption(options, 'data'))
    const company = plan.company.document
    const onError = textOption(options, 'onError')
    const progress = context.output.progress()
    const done = await withCompany(
      context.config,
      async (store) => {
        const report = await applyPlan(store, plan, {
          prune: flagOption(options, 'prune'),
          ...(onError === 'skip' || onError === 'reject' ? { onError } : {}),
          badRowsFile: (dataset) => badRowsFile(context, company.company, dataset),
          lang: context.config.lang,
          signal: context.signal,
          told: (tx, { documents: { added, changed, withdrawn } }) => tellRules(tx, { documents: [...added, ...changed, ...withdrawn], by: null, now: new Date() }),
          onProgress: (p) => progress.show(progressText(context, p), p.done, p.of),
        }).finally(() => progress.stop())
        return { report, latest: await latestIdWithData(store) }
      },
      { company: company.company, create: true },
    )
    if (context.config.databaseUrl === null) await setCurrentCompany(context.config.home, company.company)
    tellDiagnostics([...warnings, ...done.report.warnings.filter(worthTelling)], context.config.lang, context.output)
    show(context, done.report, nameIn(company.name, context.config.lang, company.company), done.latest)
    context.output.json(toJson(context, { ...done.report, warnings: [...warnings, ...done.report.warnings] }))
    return EXIT.done
  },
}

/** Bad rows are kept beside the database: the folder of the plan may be read-only, and belongs to its author. */
export function badRowsFile(context: Context, company: string, dataset: string): string {
  const folder = join(context.config.home, 'bad-rows')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${company}-${dataset.replace(/[^\p{L}\p{N}_-]/gu, '_')}.csv`)
}

function progressText({ output }: Context, p: ApplyProgress): string {
  if (p.stage === 'import') return output.say('progress.import', { dataset: p.what })
  return output.say(p.stage === 'people' ? 'progress.people' : 'progress.documents')
}

function show(context: Context, report: ApplyReport, name: string, latest: string | null): void {
  const { output } = context
  const { documents } = report
  const changed = documents.added.length + documents.changed.length + documents.withdrawn.length + report.imports.filter((i) => i.outcome === 'imported').length
  const facts = [report.people, report.units, report.rates, report.targets, report.factors, report.pay].reduce((sum, r) => sum + (r?.changes ?? 0), 0)
  output.lines(output.colours.bold(output.say(changed + facts === 0 ? 'apply.unchanged' : 'apply.applied', { company: output.named(report.company, name) })))
  output.lines(
    output.say('apply.documents', { added: documents.added.length, changed: documents.changed.length, same: documents.same.length, removed: documents.withdrawn.length }),
  )
  const given = (['people', 'units', 'rates', 'targets', 'factors', 'pay'] as const).flatMap((what) =>
    report[what] === null ? [] : [output.say(`apply.${what}`, { count: report[what].given })],
  )
  if (given.length > 0) output.lines(given.join(context.config.lang === 'zh' ? '，' : ', '))
  for (const what of ['targets', 'factors', 'pay'] as const)
    if ((report[what]?.removed ?? 0) > 0) output.lines(output.say(`apply.${what}-removed`, { count: report[what]?.removed ?? 0 }))
  for (const { kind, id } of documents.leftOver) output.lines(output.say('diff.removed', { kind: output.say(`kind.${kind}`), id }))
  if (report.imports.length > 0) output.lines('', output.say('apply.imports'))
  showImports(context, report.imports)
  showMismatches(context, report.mismatches)
  output.lines('', latest === null ? output.say('apply.next-no-data') : output.say('apply.next', { period: latest }))
}

function toJson(context: Context, report: ApplyReport): object {
  const diagnostics = (list: ApplyReport['warnings']) => list.map((d) => diagnosticJson(d, context.config.lang))
  const org = (r: ApplyReport['people']) => (r === null ? null : { given: r.given, changes: r.changes })
  const rows = (r: ApplyReport['targets']) => (r === null ? null : { given: r.given, changes: r.changes, removed: r.removed })
  return {
    company: report.company,
    documents: report.documents,
    people: org(report.people),
    units: org(report.units),
    rates: org(report.rates),
    targets: rows(report.targets),
    factors: rows(report.factors),
    pay: rows(report.pay),
    imports: report.imports.map(({ dataset, file, outcome, rows, bad }) => ({ dataset, file, outcome, rows, badRowsFile: bad.file })),
    mismatches: diagnostics(report.mismatches),
    warnings: diagnostics(report.warnings),
  }
}
