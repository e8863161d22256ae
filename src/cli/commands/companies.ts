import { currentCompany } from '../../store/companies.ts'
import { listCompanies } from '../../store/open-store.ts'
import type { CommandModule } from '../context.ts'
import { EXIT } from '../troubles.ts'

export const companiesCommand: CommandModule = {
  name: 'companies',
  examples: ['heng companies'],
  define() {},
  async run({ config, output }) {
    const companies = await listCompanies({ home: config.home, ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }) })
    const current = config.databaseUrl === null ? ((await currentCompany(config.home)) ?? null) : (companies[0] ?? null)
    if (companies.length === 0) output.lines(output.say('companies.none'))
    for (const company of companies) output.lines(company === current ? `* ${output.colours.bold(company)}` : `  ${company}`)
    output.json({ companies, current })
    return EXIT.done
  },
}
