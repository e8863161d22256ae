import { Argument } from 'commander'
import { type AuditCheck, verifyAudit } from '../../server/http/audit.ts'
import type { CommandModule, Context } from '../context.ts'
import { withCompany } from '../database.ts'
import { EXIT } from '../troubles.ts'

export const auditCommand: CommandModule = {
  name: 'audit',
  examples: ['heng audit verify', 'heng audit verify --json'],
  define(command, say) {
    command.addArgument(new Argument('<what>', say('audit.what')).choices(['verify']))
  },
  async run(context) {
    const check = await withCompany(context.config, (store) => store.read(verifyAudit))
    context.output.json(check)
    tell(context, check)
    return check.sound ? EXIT.done : EXIT.content
  },
}

function tell({ output }: Context, check: AuditCheck): void {
  const { entries } = check
  if (!check.sound) {
    output.note(output.colours.red(output.say(`audit.${check.reason}`, { entries, seq: check.seq })), output.say('audit.cure'))
  } else if (entries === '0') output.lines(output.say('audit.empty'))
  else output.lines(output.colours.green(output.say('audit.sound', { entries })), output.say('audit.head', { head: check.head, entries }))
}
