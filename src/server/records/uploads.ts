import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { v7 } from 'uuid'
import { Refusal } from '../../base/diagnostic.ts'
import { UPLOAD_DAYS, UPLOAD_PART_BYTES } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { withWorkFolder } from '../../store/work-folder.ts'

export type Part = 'file' | 'bad'

/** A file that was sent; `report` is what came of importing it last. */
export interface StoredUpload {
  readonly upload: string
  readonly dataset: string
  readonly name: string
  readonly bytes: number
  readonly job: string | null
  readonly report: unknown
}

/** Keep a file for an import, and let go of those of some days ago. */
export async function keepUpload(tx: Tx, of: { readonly dataset: string; readonly name: string; readonly path: string; readonly user: string }): Promise<StoredUpload> {
  await tx.run(sql`delete from app.upload where created_at < clock_timestamp() - make_interval(days => ${UPLOAD_DAYS}::int)`)
  const upload = v7()
  await tx.run(sql`insert into app.upload (upload_id, dataset, name, bytes, sha256, user_id) values (${upload}::uuid, ${of.dataset}, ${of.name}, 0, '', ${of.user})`)
  const { bytes, sha256 } = await writePart(tx, upload, 'file', of.path)
  await tx.run(sql`update app.upload set bytes = ${bytes}::bigint, sha256 = ${sha256} where upload_id = ${upload}::uuid`)
  return { upload, dataset: of.dataset, name: of.name, bytes, job: null, report: null }
}

/** Put the content of a file into the table of parts. */
export async function writePart(tx: Tx, upload: string, part: Part, path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  let number = 0
  for await (const chunk of createReadStream(path, { highWaterMark: UPLOAD_PART_BYTES })) {
    const content = chunk as Buffer // A stream without an encoding yields buffers.
    hash.update(content)
    bytes += content.length
    await tx.run(sql`insert into app.upload_part (upload_id, part, number, content) values (${upload}::uuid, ${part}, ${number}::int, ${content})`)
    number += 1
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** A file that its sender may work with. Errors: `upload.unknown`, also for somebody else’s. */
export async function uploadOf(read: Read, upload: string, user: string): Promise<StoredUpload> {
  const found = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(upload)
    ? await read.first<StoredUpload>(
        sql`select upload_id::text as upload, dataset, name, bytes::float8 as bytes, job_id as job, report from app.upload where upload_id = ${upload}::uuid and user_id = ${user}`,
      )
    : undefined
  if (found === undefined) throw new Refusal('upload.unknown')
  return found
}

/** The bytes of a part, piece by piece. */
export async function* partOf(read: Read, upload: string, part: Part): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const row = await read.first<{ content: Buffer }>(sql`select content from app.upload_part where upload_id = ${upload}::uuid and part = ${part} and number = ${number}::int`)
    if (row === undefined) return
    yield row.content
  }
}

/** Work with a stored file as a file on disk, in a folder that is gone afterwards. */
export async function withStoredFile<T>(read: Read, upload: string, work: (path: string, folder: string) => Promise<T>): Promise<T> {
  return withWorkFolder(async (folder) => {
    const path = join(folder, 'file')
    await pipeline(Readable.from(partOf(read, upload, 'file')), createWriteStream(path, { mode: 0o600 }))
    return work(path, folder)
  })
}
