import { Refusal } from '../../base/diagnostic.ts'
import { requireCompanyId, setCurrentCompany } from '../../store/companies.ts'
import { listCompanies } from '../../store/open-store.ts'
import { type CommandModule, requiredArg } from '../context.ts'
import { EXIT } from '../troubles.ts'

export const useCommand: CommandModule = {
  name: 'use',
  examples: ['heng use northwind'],
  define(command, say) {
    command.argument('<company>', say('use.company'))
  },
  async run({ config, output }, args) {
    const company = requiredArg(args, 0)
    requireCompanyId(company)
    const known = await listCompanies({ home: config.home, ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }) })
    if (!known.includes(company)) throw new Refusal('company.unknown', { company, known: known.join(', ') || '-' })
    if (config.databaseUrl === null) await setCurrentCompany(config.home, company)
    output.lines(output.say('use.done', { company }))
    output.json({ current: company })
    return EXIT.done
  },
}
