import { ensureServer, serverStatus } from '../../store/embedded/server.ts'
import type { CommandModule } from '../context.ts'
import { EXIT } from '../troubles.ts'

export const startCommand: CommandModule = {
  name: 'start',
  examples: ['heng start', 'heng start --home ~/heng'],
  define() {},
  async run({ config, output }) {
    if (config.databaseUrl !== null) {
      output.lines(output.say('start.external'))
      output.json({ external: true })
      return EXIT.done
    }
    const before = await serverStatus(config.home)
    const server = await ensureServer({ home: config.home })
    const where = `127.0.0.1:${server.port}`
    output.lines(output.say(before.state === 'running' ? 'start.attached' : 'start.started', { url: where, home: config.home }))
    output.json({ running: true, started: before.state !== 'running', host: '127.0.0.1', port: server.port, pid: server.pid, home: config.home })
    return EXIT.done
  },
}
