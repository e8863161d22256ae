import { as } from '../http/testing.ts'
import type { Asked, Company } from '../runs/testing-company.ts'

/** Asking the API about records and files, beside what a Company can do. */
export function asking(c: Company) {
  const send = async (method: 'PATCH' | 'POST', who: string, url: string, body: object): Promise<Asked> => {
    const answer = await c.app.inject({ method, url: `/api${url}`, headers: as(who, { 'accept-language': 'en' }), payload: body })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), text: answer.body }
  }
  const upload = async (who: string, dataset: string, file: { readonly name: string; readonly content: string | Buffer }): Promise<Asked> => {
    const mark = '----heng-test'
    const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from(`\r\n--${mark}--\r\n`)])
    const headers = as(who, { 'accept-language': 'en', 'content-type': `multipart/form-data; boundary=${mark}` })
    const answer = await c.app.inject({ method: 'POST', url: `/api/datasets/${encodeURIComponent(dataset)}/uploads`, headers, payload })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), text: answer.body }
  }
  /** Upload, import and wait; answers the upload with its report. */
  const load = async (who: string, dataset: string, file: { readonly name: string; readonly content: string | Buffer }, choices: object = {}): Promise<Asked['body']> => {
    const sent = await upload(who, dataset, file)
    if (sent.status !== 201) throw new Error(sent.text)
    const job = await c.job(who, `/uploads/${sent.body.upload}/import`, choices)
    if (job.state !== 'done') throw new Error(JSON.stringify(job.error))
    return (await c.get(who, `/uploads/${sent.body.upload}`)).body
  }
  return { send, upload, load }
}
