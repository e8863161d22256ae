import { Refusal } from '../../base/diagnostic.ts'
import { LINK_MINUTES } from '../../base/limits.ts'
import { todayOf } from '../../server/access/company.ts'
import { linkPath } from '../../server/access/links.ts'
import { makeTerminalLink } from '../../server/access/terminal-link.ts'
import { type CommandModule, textOption } from '../context.ts'
import { withCompany } from '../database.ts'
import { EXIT } from '../troubles.ts'

/** Where `heng serve` listens unless told. */
const ADDRESS = 'http://127.0.0.1:4600'

export const signInLinkCommand: CommandModule = {
  name: 'sign-in-link',
  examples: ['heng sign-in-link', 'heng sign-in-link li.na --address https://heng.example'],
  define(command, say) {
    command.argument('[login]', say('sign-in-link.login')).option('--address <url>', say('sign-in-link.address'))
  },
  async run({ config, output }, [login], options) {
    const address = originOf(textOption(options, 'address') ?? config.oidc.origin ?? ADDRESS)
    const now = new Date()
    const made = await withCompany(config, (store) => store.tx(async (tx) => makeTerminalLink(tx, login ?? null, { now, today: await todayOf(tx, now) })))
    const url = address + linkPath(made.link)
    const { kind, expiresAt } = made.link
    output.lines(made.login === null ? output.say('sign-in-link.setup', { minutes: LINK_MINUTES }) : output.say('sign-in-link.made', { login: made.login, minutes: LINK_MINUTES }))
    output.lines('', output.colours.cyan(url), '')
    output.note(output.say('sign-in-link.hint'))
    output.json({ url, kind, login: made.login, expiresAt })
    return EXIT.done
  },
}

/** Errors: `access.origin-invalid`. */
function originOf(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) throw new Refusal('access.origin-invalid', { address })
  return new URL(address).origin
}
