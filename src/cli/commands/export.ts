import { exportPlan } from '../../server/plan/export.ts'
import { type CommandModule, flagOption, requiredArg } from '../context.ts'
import { withCompany } from '../database.ts'
import { EXIT } from '../troubles.ts'

export const exportCommand: CommandModule = {
  name: 'export',
  examples: ['heng export backup', 'heng export ../plan-in-git --force'],
  define(command, say) {
    command.argument('<dir>', say('export.dir')).option('--force', say('export.force'))
  },
  async run(context, args, options) {
    const { output, config } = context
    const dir = requiredArg(args, 0)
    const { files } = await withCompany(config, (store) => exportPlan(store, dir, { force: flagOption(options, 'force') }))
    output.lines(output.say('export.done', { files: files.length, dir }), output.say('export.data'))
    output.json({ dir, files })
    return EXIT.done
  },
}
