import type { FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

/** One file inside a zip archive, from its central directory (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressedBytes: number
  readonly bytes: number
  readonly offset: number
}

const END_RECORD = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const COMMENT_BYTES = 65_535
const STORED = 0
const DEFLATED = 8

/** The files of a zip archive; null where it is not a whole archive. */
export async function zipEntries(file: FileHandle, size: number): Promise<ZipEntry[] | null> {
  const tail = await read(file, Math.max(0, size - END_BYTES - COMMENT_BYTES), Math.min(size, END_BYTES + COMMENT_BYTES))
  let end = tail.length - END_BYTES
  while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end--
  if (end < 0) return null
  const length = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (offset + length > size) return null
  const directory = await read(file, offset, length)
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** The content of a small entry; null where it cannot be unpacked or is larger than `limit`. */
export async function zipContent(file: FileHandle, entry: ZipEntry, limit: number): Promise<Buffer | null> {
  if (entry.compressedBytes > limit) return null
  const header = await read(file, entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) return null
  const packed = await read(file, entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.compressedBytes)
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch {
    return null
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
