import { fileURLToPath } from 'node:url'
import { Option } from 'commander'
import { bench, benchStep } from '../../../bench/main.ts'
import { benchPages } from '../../../bench/pages/main.ts'
import { type CommandModule, flagOption, textOption } from '../context.ts'
import { numberOption } from '../numbers.ts'
import { EXIT } from '../troubles.ts'

/** The package: the plan and the report of the benchmark lie in it. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export const benchCommand: CommandModule = {
  name: 'bench',
  examples: ['heng bench', 'heng bench --records 100000', 'heng bench --pages'],
  define(command, say) {
    command.option('--records <count>', say('bench.records'))
    command.option('--pages', say('bench.pages'))
    // What the benchmark itself calls, to measure the memory of one step: not for people.
    command.addOption(new Option('--step <step>').hideHelp()).addOption(new Option('--argument <text>').hideHelp())
  },
  async run({ config, output }, _args, options) {
    if (flagOption(options, 'pages')) {
      await (textOption(options, 'records') === undefined ? benchPages(ROOT) : benchPages(ROOT, numberOption(options, 'records', 1)))
      return EXIT.done
    }
    const step = textOption(options, 'step')
    if (step === undefined) {
      const records = textOption(options, 'records')
      await bench(ROOT, records === undefined ? [] : [numberOption(options, 'records', 1)])
      if (records === undefined) await benchPages(ROOT)
      return EXIT.done
    }
    const result = await benchStep({ home: config.home, company: config.company ?? '', step, argument: textOption(options, 'argument') ?? '' })
    output.lines(JSON.stringify(result))
    return EXIT.done
  },
}
