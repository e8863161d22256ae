import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Refusal } from '../../../base/diagnostic.ts'
import { type EncodedFile, READ_BYTES } from './encoding.ts'

export interface ReadResult {
  sha256: string
  bytes: number
}

/**
 * The file as UTF-8 chunks, the next one being read while one is worked on. `result` is filled when all is read.
 * Errors: `import.not-gb18030`, `import.not-utf16` with the line; `import.cancelled`.
 */
export async function* readUtf8(file: FileHandle, encoded: EncodedFile, more: { result: ReadResult; signal?: AbortSignal | undefined }): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const decode = decoder(encoded)
  let position = 0
  let next = readChunk(file, 0)
  for (;;) {
    const chunk = await next
    if (more.signal?.aborted === true) throw new Refusal('import.cancelled')
    if (chunk.length === 0) break
    hash.update(chunk)
    const skip = position === 0 ? encoded.markBytes : 0
    position += chunk.length
    next = readChunk(file, position)
    next.catch(() => undefined) // Its failure is met by the await above, unless the reader has stopped before.
    more.result.bytes = position
    const text = decode(chunk.subarray(skip), false)
    if (text.length > 0) yield text
  }
  const tail = decode(Buffer.alloc(0), true)
  if (tail.length > 0) yield tail
  more.result.sha256 = hash.digest('hex')
}

async function readChunk(file: FileHandle, position: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES)
  const { bytesRead } = await file.read(buffer, 0, READ_BYTES, position)
  return buffer.subarray(0, bytesRead)
}

/** UTF-8 passes as it is; the rest is decoded strictly. */
function decoder({ encoding }: EncodedFile): (chunk: Buffer, last: boolean) => Buffer {
  if (encoding === 'utf-8') return (chunk) => chunk
  const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let lines = 1
  return (chunk, last) => {
    try {
      const decoded = text.decode(chunk, { stream: !last })
      for (let at = decoded.indexOf('\n'); at >= 0; at = decoded.indexOf('\n', at + 1)) lines++
      return Buffer.from(decoded, 'utf8')
    } catch (cause) {
      const line = lines + wrongLine(encoding, chunk)
      throw new Refusal(encoding === 'gb18030' ? 'import.not-gb18030' : 'import.not-utf16', { line }, { place: { line }, cause })
    }
  }
}

/** Line breaks before the first wrong byte of a chunk that does not decode, found by halving. */
function wrongLine(encoding: string, chunk: Buffer): number {
  let good = 0
  let bad = chunk.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(encoding, chunk.subarray(0, middle))) good = middle
    else bad = middle
  }
  return new TextDecoder(encoding).decode(chunk.subarray(0, good)).split('\n').length - 1
}

function decodes(encoding: string, chunk: Buffer): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(chunk, { stream: true })
    return true
  } catch {
    return false
  }
}
