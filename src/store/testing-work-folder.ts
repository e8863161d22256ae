import { setTimeout as sleep } from 'node:timers/promises'
import { withWorkFolder } from './work-folder.ts'

/** This file, for whoever starts it. */
export const WORKER = import.meta.filename

/** A process of its own that works in a folder, tells which, and never ends: `node --import tsx testing-work-folder.ts`. */
if (process.argv[1] === WORKER) {
  await withWorkFolder(async (folder) => {
    process.stdout.write(folder)
    await sleep(600_000)
  })
}
