import { type CompanyStore, openStore } from '../store/open-store.ts'
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
