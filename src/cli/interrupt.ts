import type { Output } from './output.ts'
import { EXIT } from './troubles.ts'

/** Time for an orderly end after Ctrl-C: the transaction is rolled back and connections are closed. The server rolls back by itself if we just go. */
const GRACE_MS = 3_000

/** Run a command that a person can stop: the first Ctrl-C asks it to end, the second one ends it. */
export async function interruptible(output: Output, part: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController()
  const leave = () => {
    output.note('', output.say('error.interrupted'))
    process.exit(EXIT.interrupted)
  }
  const stop = () => {
    if (controller.signal.aborted) return leave()
    controller.abort()
    setTimeout(leave, GRACE_MS).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    const exit = await part(controller.signal)
    if (exit === EXIT.interrupted) output.note('', output.say('error.interrupted'))
    return exit
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
