import { stopServer } from '../../store/embedded/server.ts'
import type { CommandModule } from '../context.ts'
import { EXIT } from '../troubles.ts'

export const stopCommand: CommandModule = {
  name: 'stop',
  examples: ['heng stop'],
  define() {},
  async run({ config, output }) {
    if (config.databaseUrl !== null) {
      output.lines(output.say('stop.external'))
      output.json({ external: true })
      return EXIT.done
    }
    const stopped = await stopServer(config.home)
    output.lines(output.say(stopped ? 'stop.stopped' : 'stop.not-running'))
    output.json({ running: false, stopped })
    return EXIT.done
  },
}
