import { openStore } from '../src/store/open-store.ts'
import { again, bareCopy, hand, importOrders, run, type StepResult } from './steps.ts'

/** One step in a process of its own, so that its peak memory is its own: `child.ts HOME COMPANY STEP ARGUMENT` prints a line of JSON. */
const [home = '', company = '', step = '', argument = ''] = process.argv.slice(2)
const STEPS: Readonly<Record<string, typeof run>> = { import: importOrders, copy: bareCopy, run, hand, again }

async function main(): Promise<StepResult> {
  const work = STEPS[step]
  if (work === undefined) throw new Error(`no step ${step}`)
  const store = await openStore({ home, company })
  try {
    return await work(store, argument)
  } finally {
    await store.close()
  }
}

process.stdout.write(`${JSON.stringify(await main())}\n`)
