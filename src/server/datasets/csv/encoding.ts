import { isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { Refusal } from '../../../base/diagnostic.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface EncodedFile {
  readonly encoding: Encoding
  /** Bytes of a byte order mark, to be passed over. */
  readonly markBytes: number
}

/** Bytes read at a time: enough to keep the scanner busy, little enough to keep memory flat. */
export const READ_BYTES = 262_144

/** So many characters of three or four bytes before the first wrong byte: the file is meant as UTF-8 and is damaged. */
const SURELY_UTF8 = 8

/** In Chinese text nearly all pairs of bytes lie in the area of GB 2312; text of other code pages that happens to form pairs does not. */
const GB2312_SHARE = 0.5

const LF = 0x0a

/**
 * Which encoding a file is in, by reading it once. `declared` auto looks for a byte order mark, then takes UTF-8 where all of it is valid,
 * else GB18030 where that is possible. Errors: `import.not-utf8`, `import.not-gb18030`, `import.unknown-encoding`, with the line.
 */
export async function detectEncoding(file: FileHandle, declared: 'auto' | Encoding): Promise<EncodedFile> {
  const head = await readAt(file, 0, 4096)
  const marked = byMark(head)
  if (marked !== null && (declared === 'auto' || declared === marked.encoding)) {
    if (marked.encoding === 'utf-8') await expectUtf8(file, marked.markBytes)
    return marked
  }
  if (declared === 'gb18030') return expectGb18030(file, 'import.not-gb18030')
  if (declared !== 'auto' && declared !== 'utf-8') return { encoding: declared, markBytes: 0 }
  const wide = declared === 'auto' ? byZeros(head) : null
  if (wide !== null) return { encoding: wide, markBytes: 0 }
  const wrong = await firstWrongUtf8(file, 0)
  if (wrong === null) return { encoding: 'utf-8', markBytes: 0 }
  if (declared === 'utf-8' || wrong.before >= SURELY_UTF8) throw new Refusal('import.not-utf8', { line: wrong.line }, { place: { line: wrong.line } })
  return expectGb18030(file, 'import.unknown-encoding')
}

function byMark(head: Buffer): EncodedFile | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  return null
}

/** UTF-16 without a mark: every other byte of Latin text, digits and commas is zero. */
function byZeros(head: Buffer): Encoding | null {
  const zeros = [0, 0]
  for (const [i, byte] of head.entries()) {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  }
  const most = head.length / 2
  if (head.length >= 8 && (zeros[1] ?? 0) > most * 0.4 && (zeros[0] ?? 0) < most * 0.1) return 'utf-16le'
  if (head.length >= 8 && (zeros[0] ?? 0) > most * 0.4 && (zeros[1] ?? 0) < most * 0.1) return 'utf-16be'
  return null
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Bytes at the end of a chunk that begin a character the chunk does not finish. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= 3 && back <= chunk.length; back++) {
    const byte = chunk[chunk.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needs > back ? back : 0
  }
  return 0
}

interface WrongByte {
  readonly line: number
  /** Characters of three or four bytes before it. */
  readonly before: number
}

async function expectUtf8(file: FileHandle, from: number): Promise<void> {
  const wrong = await firstWrongUtf8(file, from)
  if (wrong !== null) throw new Refusal('import.not-utf8', { line: wrong.line }, { place: { line: wrong.line } })
}

async function firstWrongUtf8(file: FileHandle, from: number): Promise<WrongByte | null> {
  let position = from
  let lines = 0
  let before = 0
  for (;;) {
    const chunk = await readAt(file, position, READ_BYTES)
    if (chunk.length === 0) return null
    const rest = chunk.length < READ_BYTES ? 0 : unfinished(chunk)
    const whole = chunk.subarray(0, chunk.length - rest)
    if (!isUtf8(whole)) {
      const valid = validPrefix(whole)
      return { line: lines + count(valid, LF) + 1, before: before + longCharacters(valid) }
    }
    if (before < SURELY_UTF8) before += longCharacters(whole)
    lines += count(whole, LF)
    position += whole.length
  }
}

/** The longest beginning that is valid, character by character: only ever done for the one chunk that is not. */
function validPrefix(chunk: Buffer): Buffer {
  let at = 0
  while (at < chunk.length) {
    const byte = chunk[at] ?? 0
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if (length > 1 && !isUtf8(chunk.subarray(at, at + length))) break
    at += length
  }
  return chunk.subarray(0, at)
}

function count(chunk: Buffer, byte: number): number {
  let found = 0
  for (let at = chunk.indexOf(byte); at >= 0; at = chunk.indexOf(byte, at + 1)) found++
  return found
}

function longCharacters(chunk: Buffer): number {
  let found = 0
  for (const byte of chunk) if (byte >= 0xe0) found++
  return found
}

/** Byte by byte through GB18030 (one, two or four bytes a character). */
async function expectGb18030(file: FileHandle, code: 'import.not-gb18030' | 'import.unknown-encoding'): Promise<EncodedFile> {
  let position = 0
  let line = 1
  let state = 0
  let lead = 0
  let pairs = 0
  let common = 0
  const refuse = () => new Refusal(code, { line }, { place: { line } })
  for (;;) {
    const chunk = await readAt(file, position, READ_BYTES)
    if (chunk.length === 0) break
    for (const byte of chunk) {
      const next = gbStep(state, byte)
      if (next < 0) throw refuse()
      if (state === 1 && next === 0) {
        pairs++
        if (lead >= 0xa1 && byte >= 0xa1) common++
      }
      if (state === 0) lead = byte
      if (byte === LF) line++
      state = next
    }
    position += chunk.length
  }
  if (state !== 0 || (code === 'import.unknown-encoding' && common < pairs * GB2312_SHARE)) throw refuse()
  return { encoding: 'gb18030', markBytes: 0 }
}

/** State: bytes of the character so far, 0–3. Answers the next state, -1 where the byte cannot follow. */
function gbStep(state: number, byte: number): number {
  if (state === 0) return byte <= 0x80 ? 0 : byte <= 0xfe ? 1 : -1
  if (state === 1) return byte >= 0x30 && byte <= 0x39 ? 2 : byte >= 0x40 && byte <= 0xfe && byte !== 0x7f ? 0 : -1
  if (state === 2) return byte >= 0x81 && byte <= 0xfe ? 3 : -1
  return byte >= 0x30 && byte <= 0x39 ? 0 : -1
}
