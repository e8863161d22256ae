import createClient from 'openapi-fetch'
import { apiFetch } from './fetch.ts'
import type { paths } from './schema.d.ts'

/** The API, typed by its own document (docs/api/openapi.json). Refusals are thrown as ProblemError: see fetch.ts. */
export const api = createClient<paths>({ baseUrl: '/api', fetch: apiFetch })

/** What a call answered: `await dataOf(api.GET('/session'))`. An answer without a body (204) gives undefined. */
export async function dataOf<Data>(answer: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await answer
  return data as Data // apiFetch throws every answer that is no success, so what the document promises for success is here.
}
