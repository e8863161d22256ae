import { as } from '../http/testing.ts'
import type { Asked, Company } from '../runs/testing-company.ts'

/** Ask with any method, as a page of ours does. */
export async function ask(c: Company, who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Asked> {
  const answer = await c.app.inject({ method, url: `/api${encodeURI(path)}`, headers: as(who, { 'accept-language': 'en' }), ...(body === undefined ? {} : { payload: body }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), text: answer.body }
}
