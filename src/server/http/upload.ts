import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../base/diagnostic.ts'
import { ORG_TEXT_LENGTH, UPLOAD_FIELDS, UPLOAD_FILES, XLSX_BYTES } from '../../base/limits.ts'
import { withWorkFolder } from '../../store/work-folder.ts'

/** A file that was sent, while its handler is at work. */
export interface Upload {
  /** Where it lies; it is gone when the handler is done. */
  readonly path: string
  /** What its sender calls it, without folders: to be shown, never to be opened. */
  readonly name: string
}

/** Take multipart/form-data with one file. */
export async function takeUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { files: UPLOAD_FILES, fields: UPLOAD_FIELDS, fileSize: XLSX_BYTES, fieldSize: 10_000, fieldNameSize: 100, parts: UPLOAD_FILES + UPLOAD_FIELDS },
  })
}

/**
 * Write the file of a request into a folder of its own, work with it, and remove it whatever happens. Fields that should be known come before the file
 * or, better, in the query.
 * Errors: `http.no-file`; `http.too-large` for one of more than `bytes`.
 */
export async function withUpload<T>(request: FastifyRequest, bytes: number, work: (upload: Upload) => Promise<T>): Promise<T> {
  const file = await request.file({ limits: { fileSize: bytes } }).catch(refuseBroken)
  if (file === undefined) throw new Refusal('http.no-file')
  return withWorkFolder(async (folder) => {
    const path = join(folder, 'file')
    await pipeline(file.file, createWriteStream(path, { mode: 0o600 })).catch(refuseBroken)
    if (file.file.truncated) throw new Refusal('http.too-large', { limit: bytes })
    return work({ path, name: nameOf(file) })
  })
}

/** The parser of parts throws bare errors where parts are cut off; failures of the disk and the framework's refusals have a code. */
function refuseBroken(error: unknown): never {
  if (error instanceof Error && !('code' in error)) throw new Refusal('http.bad-request', { reason: error.message }, { cause: error })
  throw error
}

/** The last part of a name as any system writes paths, without what terminals or pages would obey. */
function nameOf({ filename }: MultipartFile): string {
  const last = (filename ?? '').split(/[\\/]/).at(-1) ?? ''
  // Control characters, and marks that turn the direction of text round (they make `exe.csv` of `vsc.exe`).
  const clean = Buffer.from(last)
    .toString('utf8')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  return clean.slice(0, ORG_TEXT_LENGTH) || 'file'
}
