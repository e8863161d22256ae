import { hasErrors } from '../../server/plan/check.ts'
import { checkData } from '../../server/plan/check-data.ts'
import { type CommandModule, requiredArg, textOption } from '../context.ts'
import { readFolder, tellBad } from '../plan-folder.ts'
import { diagnosticJson, EXIT, tellDiagnostics } from '../troubles.ts'

export const checkCommand: CommandModule = {
  name: 'check',
  examples: ['heng check my-company', 'heng check my-company --data ~/export --json'],
  define(command, say) {
    command.argument('<dir>', say('apply.dir')).option('--data <dir>', say('apply.data'))
  },
  async run(context, args, options) {
    const { output, config } = context
    const { plan, checked, diagnostics: told } = await readFolder(requiredArg(args, 0), textOption(options, 'data'))
    const diagnostics = [...told, ...(await checkData(plan, checked, context.signal))]
    if (checked === null || hasErrors(diagnostics)) {
      tellBad(context, diagnostics)
      return EXIT.content
    }
    tellDiagnostics(diagnostics, config.lang, output)
    const { datasets, measures, tables, schemes, incentives, people, targets, pay } = plan
    const warnings = diagnostics.filter((d) => d.severity === 'warning').length
    const counts = { warnings, datasets: datasets.length, measures: measures.length, people: people?.length ?? 0 }
    output.lines(output.say(warnings === 0 ? 'check.good' : 'check.warnings', counts))
    if (tables.length + schemes.length + incentives.length > 0)
      output.lines(
        output.say('check.good-rules', { schemes: schemes.length, incentives: incentives.length, tables: tables.length, targets: targets?.length ?? 0, pay: pay?.length ?? 0 }),
      )
    output.json({
      ok: true,
      datasets: datasets.length,
      measures: measures.length,
      tables: tables.length,
      schemes: schemes.length,
      incentives: incentives.length,
      people: people?.length ?? null,
      targets: targets?.length ?? null,
      pay: pay?.length ?? null,
      diagnostics: diagnostics.map((d) => diagnosticJson(d, config.lang)),
    })
    return EXIT.done
  },
}
