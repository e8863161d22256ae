import { RECORD_BYTES } from '../../../base/limits.ts'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const NUL = 0

/** What is wrong with a record as CSV. The first two leave the next record readable; the last two do not. */
export type CsvTrouble =
  | { readonly code: 'csv.stray-quote' | 'csv.text-after-quote' | 'csv.nul-byte'; readonly field: number }
  | { readonly code: 'csv.quote-never-closed'; readonly field: number; readonly line: number }
  | { readonly code: 'csv.record-too-long'; readonly field: number }

/** Trouble after which no later record can be told apart. */
export function isFatal(trouble: CsvTrouble): boolean {
  return trouble.code === 'csv.quote-never-closed' || trouble.code === 'csv.record-too-long'
}

export interface ScannerOptions {
  /** The byte between fields. */
  readonly delimiter: number
  /** Longest record; RECORD_BYTES where not said. */
  readonly recordBytes?: number
  /** Number records instead of lines: for sheets, where one record is one row. */
  readonly countRecords?: boolean
}

/** The byte at a position that the caller knows to be inside the buffer. */
function at(buffer: Uint8Array, i: number): number {
  return buffer[i] as number // callers stay inside the buffer; a check here would cost a third of the speed
}

/**
 * Finds records and the ranges of their fields in UTF-8 bytes (RFC 4180; lines end in \r\n, \n or a lone \r), without making strings.
 * Push chunks and call `next` until it answers false; after `end`, once more. Blank lines are passed over.
 * A field is `buffer[starts[i]] … buffer[ends[i]]`, quotes taken off; ranges hold until the next call.
 */
export class CsvScanner {
  buffer: Buffer = Buffer.alloc(0)
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  /** Fields of the current record. */
  fields = 0
  /** Line of the file the current record begins on, 1-based (or its number, with `countRecords`). */
  line = 0
  /** Blank lines passed over. */
  blank = 0
  trouble: CsvTrouble | null = null

  readonly #kinds = new Uint8Array(256)
  readonly #recordBytes: number
  readonly #countRecords: boolean
  readonly #delimiter: number
  #pos = 0
  #nextLine = 1
  #ended = false
  #skipLf = false
  #hasNul = false
  /** Fields with doubled quotes: their bytes are drawn together once the record is complete. */
  #doubled: number[] = []
  #breaks = 0
  #openedAt = 0

  constructor(options: ScannerOptions) {
    this.#delimiter = options.delimiter
    this.#recordBytes = options.recordBytes ?? RECORD_BYTES
    this.#countRecords = options.countRecords ?? false
    for (const special of [options.delimiter, QUOTE, LF, CR]) this.#kinds[special] = 1
  }

  /** Take the next bytes. The scanner may overwrite them. Only after `next` answered false. */
  push(chunk: Buffer): void {
    const rest = this.buffer.subarray(this.#pos)
    this.buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    this.#pos = 0
    this.#hasNul = this.buffer.includes(NUL)
  }

  /** No more bytes will come. */
  end(): void {
    this.#ended = true
  }

  /** True: a record is ready (perhaps with `trouble`). False: push more, or, after `end`, all is read. */
  next(): boolean {
    for (;;) {
      const from = this.#begin()
      const complete = this.#scan(from)
      if (!complete && !this.#tooLong(from)) return false
      if (complete && this.#pos - from > this.#recordBytes) this.trouble = { code: 'csv.record-too-long', field: 0 }
      this.line = this.#nextLine
      this.#nextLine += this.#countRecords ? 1 : 1 + this.#breaks
      if (this.fields === 1 && this.starts[0] === from && this.ends[0] === from && this.trouble === null) {
        this.blank++
        continue
      }
      this.#finish()
      return true
    }
  }

  /** Pass over the \n of a \r\n that was cut by the border of a chunk. */
  #begin(): number {
    if (this.#skipLf && this.#pos < this.buffer.length) {
      if (this.buffer[this.#pos] === LF) this.#pos++
      this.#skipLf = false
    }
    this.fields = 0
    this.trouble = null
    this.#breaks = 0
    this.#openedAt = -1
    if (this.#doubled.length > 0) this.#doubled = []
    return this.#pos
  }

  /** Scan one record from `pos`. False: the buffer ends before it does. */
  #scan(from: number): boolean {
    const { buffer } = this
    const kinds = this.#kinds
    const end = buffer.length
    let pos = from
    if (pos === end) return false
    for (;;) {
      if (this.fields === this.starts.length) this.#grow()
      if (pos < end && at(buffer, pos) === QUOTE) {
        pos = this.#scanQuoted(pos)
        if (pos < 0) return false
      } else {
        const start = pos
        while (pos < end && at(kinds, at(buffer, pos)) === 0) pos++
        if (pos < end && at(buffer, pos) === QUOTE) pos = this.#strayQuote(pos)
        this.starts[this.fields] = start
        this.ends[this.fields] = pos
      }
      this.fields++
      if (pos === end) {
        if (!this.#ended) return false
        this.#pos = pos
        return true
      }
      const stop = at(buffer, pos++)
      if (stop === this.#delimiter) continue
      if (stop === CR) {
        if (pos < end) pos += at(buffer, pos) === LF ? 1 : 0
        else this.#skipLf = true
      }
      this.#pos = pos
      return true
    }
  }

  /** A quoted field from its opening quote. Answers where it stops, or -1 where the buffer ends inside it. */
  #scanQuoted(open: number): number {
    const { buffer } = this
    const end = buffer.length
    this.#openedAt = this.#nextLine + this.#breaks
    let pos = open + 1
    let doubled = false
    for (;;) {
      while (pos < end && at(buffer, pos) !== QUOTE) {
        const c = at(buffer, pos++)
        if (c === LF || (c === CR && buffer[pos] !== LF)) this.#breaks++
      }
      if (pos >= end || (pos + 1 >= end && !this.#ended)) return -1
      if (buffer[pos + 1] !== QUOTE) break
      doubled = true
      pos += 2
    }
    this.#openedAt = -1
    const after = pos + 1
    this.starts[this.fields] = open + 1
    this.ends[this.fields] = pos
    if (doubled) this.#doubled.push(this.fields)
    if (after === end || (at(this.#kinds, at(buffer, after)) === 1 && at(buffer, after) !== QUOTE)) return after
    this.trouble ??= { code: 'csv.text-after-quote', field: this.fields }
    const stop = this.#toStop(after)
    this.starts[this.fields] = open
    this.ends[this.fields] = stop
    if (doubled) this.#doubled.pop()
    return stop
  }

  #strayQuote(pos: number): number {
    this.trouble ??= { code: 'csv.stray-quote', field: this.fields }
    return this.#toStop(pos)
  }

  /** The next delimiter or line end, quotes taken as plain characters. */
  #toStop(from: number): number {
    const { buffer } = this
    let pos = from
    while (pos < buffer.length && (at(this.#kinds, at(buffer, pos)) === 0 || at(buffer, pos) === QUOTE)) pos++
    return pos
  }

  /** A record that does not end: too long already, or the file is over inside a quote. Sets the trouble. */
  #tooLong(from: number): boolean {
    const length = this.buffer.length - from
    if (length === 0 || (!this.#ended && length <= this.#recordBytes)) return false
    const isLong = length > this.#recordBytes
    this.trouble = isLong ? { code: 'csv.record-too-long', field: 0 } : { code: 'csv.quote-never-closed', field: this.fields, line: this.#openedAt }
    this.#pos = this.buffer.length
    return true
  }

  /** Take doubled quotes together and look for NUL bytes, now that the record is complete and will not be read again. */
  #finish(): void {
    for (const field of this.#doubled) this.#undouble(field)
    if (!this.#hasNul || this.trouble !== null) return
    for (let i = 0; i < this.fields; i++) {
      if (this.buffer.subarray(this.starts[i], this.ends[i]).includes(NUL)) this.trouble ??= { code: 'csv.nul-byte', field: i }
    }
  }

  #undouble(field: number): void {
    const { buffer } = this
    const end = at2(this.ends, field)
    let to = at2(this.starts, field)
    for (let from = to; from < end; from++) {
      const c = at(buffer, from)
      buffer[to++] = c
      if (c === QUOTE) from++
    }
    this.ends[field] = to
  }

  #grow(): void {
    const bigger = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(old.length * 2)
      made.set(old)
      return made
    }
    this.starts = bigger(this.starts)
    this.ends = bigger(this.ends)
  }
}

function at2(positions: Int32Array, i: number): number {
  return positions[i] as number // i is a field of the current record
}
