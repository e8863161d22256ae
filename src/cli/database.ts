import { Refusal } from '../base/diagnostic.ts'
import { type LoadedProgram, loadProgram } from '../server/measures/queries.ts'
import { type CompanyStore, openStore } from '../store/open-store.ts'
import type { Store } from '../store/types.ts'
import type { Config } from './config.ts'

/** Work on the current company (or the one asked for), and close the connections afterwards. */
export async function withCompany<T>(config: Config, part: (store: CompanyStore) => Promise<T>, more: { readonly company?: string; readonly create?: boolean } = {}): Promise<T> {
  const company = more.company ?? config.company ?? undefined
  const store = await openStore({
    home: config.home,
    ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }),
    ...(company === undefined ? {} : { company }),
    createCompany: more.create === true,
  })
  try {
    return await part(store)
  } finally {
    await store.close()
  }
}

/** Times the rules are read again because another command changed them in between. */
const MOST_READINGS = 5

/** Work by the rules in force; where another command changes them before the work begins, it begins anew. */
export async function withRules<T>(store: Store, part: (loaded: LoadedProgram) => Promise<T>): Promise<T> {
  for (let readings = 1; ; readings++) {
    try {
      return await part(await store.read(loadProgram))
    } catch (error) {
      if (readings === MOST_READINGS || !(error instanceof Refusal && error.code === 'rules.changed')) throw error
    }
  }
}
