import { as } from '../http/testing.ts'
import type { Asked, Company } from '../runs/testing-company.ts'

/** Ask with any method, as a page of ours does. */
export async function ask(c: Company, who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Asked> {
  const answer = await c.app.inject({ method, url: `/api${encodeURI(path)}`, headers: as(who, { 'accept-language': 'en' }), ...(body === undefined ? {} : { payload: body }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), text: answer.body }
}

/** Send a file to a route that takes one. */
export async function sendTo(c: Company, who: string, path: string, file: { readonly name: string; readonly content: Buffer }): Promise<Asked> {
  const mark = '----heng-test'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), file.content, Buffer.from(`\r\n--${mark}--\r\n`)])
  const headers = as(who, { 'accept-language': 'en', 'content-type': `multipart/form-data; boundary=${mark}` })
  const answer = await c.app.inject({ method: 'POST', url: `/api${path}`, headers, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), text: answer.body }
}
