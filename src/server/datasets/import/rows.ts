import type { Params } from '../../../base/diagnostic.ts'
import type { CsvScanner } from '../csv/scanner.ts'
import { isDay, isDecimal, isInteger, isTimestamp } from '../values/canonical.ts'
import type { Normalised } from '../values/normalise.ts'
import { type FieldColumn, type Outcome, Problem, Share, Signed } from './columns.ts'

const TAB = 0x09
const LF = 0x0a
const SPACE = 0x20
const BACKSLASH = 0x5c
const UPPER_N = 0x4e
const ZERO = 0x30

/** Bytes collected before they are handed to COPY. */
const OUT_BYTES = 262_144

/** Characters of a number, a day, a choice, a name: a longer value is none, and must not be compared with thousands of names. */
const LONGEST_VALUE = 1_000

/** One thing wrong with one field of a row. */
export interface FieldProblem {
  readonly code: string
  readonly params: Params
  /** Position of the column in the file, 0-based; -1 where several columns make the value. */
  readonly index: number
  readonly title: string
  readonly value: string
}

const COLUMN_EMPTY = new Problem('value.required', {})

/** The byte at a position inside the buffer. */
function at(bytes: Uint8Array, i: number): number {
  return bytes[i] as number // the callers' ranges lie inside the buffer
}

/** Turns records into lines of COPY text: the line number, then the fields. A row with a problem is left out whole. */
export class RowWriter {
  problems: FieldProblem[] = []
  /** Buffers that are full. */
  ready: Buffer[] = []
  readonly #columns: readonly FieldColumn[]
  /** Amounts of the current record that were written with a currency. */
  #signed: { readonly column: FieldColumn; readonly amount: Signed }[] = []
  /** What the current record is read from. */
  #scanner: CsvScanner | undefined
  #out = Buffer.allocUnsafeSlow(OUT_BYTES * 2)
  #pos = 0

  constructor(columns: readonly FieldColumn[]) {
    this.#columns = columns
  }

  /** Write the scanner's current record. False: it is bad, for the reasons in `problems`. */
  write(scanner: CsvScanner): boolean {
    const first = scanner.starts[0] ?? 0
    this.#reserve(((scanner.ends[scanner.fields - 1] ?? first) - first) * 2 + this.#columns.length * 8 + 64)
    const start = this.#pos
    this.#scanner = scanner
    if (this.problems.length > 0) this.problems = []
    this.#number(scanner.line)
    for (const column of this.#columns) {
      this.#out[this.#pos++] = TAB
      this.#field(column, scanner)
    }
    this.#out[this.#pos++] = LF
    if (this.#signed.length > 0) this.#checkSigned(scanner)
    if (this.problems.length > 0) {
      this.#pos = start
      return false
    }
    if (this.#pos >= OUT_BYTES) this.flush()
    return true
  }

  /** Put what has been written so far among the ready buffers. */
  flush(): void {
    if (this.#pos === 0) return
    this.ready.push(this.#out.subarray(0, this.#pos))
    this.#out = Buffer.allocUnsafeSlow(OUT_BYTES * 2)
    this.#pos = 0
  }

  #reserve(bytes: number): void {
    if (this.#pos + bytes <= this.#out.length) return
    const bigger = Buffer.allocUnsafeSlow(Math.max(this.#out.length * 2, this.#pos + bytes))
    this.#out.copy(bigger, 0, 0, this.#pos)
    this.#out = bigger
  }

  #number(n: number): void {
    let digits = 1
    for (let rest = n; rest >= 10; rest = Math.floor(rest / 10)) digits++
    let rest = n
    for (let i = this.#pos + digits - 1; i >= this.#pos; i--) {
      this.#out[i] = ZERO + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    this.#pos += digits
  }

  #field(column: FieldColumn, scanner: CsvScanner): void {
    if (column.index < 0) {
      this.#template(column, scanner)
      return
    }
    const bytes = scanner.buffer
    let from = scanner.starts[column.index] as number // the record has as many fields as the header
    let to = scanner.ends[column.index] as number // likewise
    while (from < to && at(bytes, from) === SPACE) from++
    while (from < to && at(bytes, to - 1) === SPACE) to--
    if (from === to) this.#put(column, column.required ? COLUMN_EMPTY : null, '')
    else if (to - from > column.maxBytes || !this.#fast(column, bytes, from, to)) this.#remembered(column, bytes, from, to)
  }

  /** Copy a field that already stands as the database takes it. False: it needs a closer look. */
  #fast(column: FieldColumn, bytes: Buffer, from: number, to: number): boolean {
    switch (column.shape) {
      case 'text':
        return this.#copyText(bytes, from, to)
      case 'decimal':
        return isDecimal(bytes, from, to) && this.#copy(bytes, from, to)
      case 'integer':
        return isInteger(bytes, from, to) && this.#copy(bytes, from, to)
      case 'day':
        return isDay(bytes, from, to) && this.#copy(bytes, from, to)
      case 'timestamp':
        return isTimestamp(bytes, from, to) && this.#copy(bytes, from, to)
      case 'mapped':
        return false
      default:
        return column.shape satisfies never
    }
  }

  #copy(bytes: Buffer, from: number, to: number): true {
    const out = this.#out
    let pos = this.#pos
    for (let i = from; i < to; i++) out[pos++] = at(bytes, i)
    this.#pos = pos
    return true
  }

  /** Copy text unless a character needs escaping, or white space other than a plain space is at an end. */
  #copyText(bytes: Buffer, from: number, to: number): boolean {
    if (isWideSpace(bytes, from) || isWideSpace(bytes, Math.max(from, to - 3)) || (to - from >= 2 && at(bytes, to - 2) === 0xc2)) return false
    const out = this.#out
    let pos = this.#pos
    for (let i = from; i < to; i++) {
      const c = at(bytes, i)
      if (c < SPACE || c === BACKSLASH) return false
      out[pos++] = c
    }
    this.#pos = pos
    return true
  }

  #remembered(column: FieldColumn, bytes: Buffer, from: number, to: number): void {
    let outcome = column.remembered.get(bytes, from, to)
    if (outcome === undefined) {
      outcome = outcomeOf(column, bytes.toString('utf8', from, to))
      column.remembered.set(bytes, from, to, outcome)
    }
    this.#put(column, outcome, outcome instanceof Problem || outcome instanceof Share ? bytes.toString('utf8', from, to) : '')
  }

  #template(column: FieldColumn, scanner: CsvScanner): void {
    const text = writtenIn(column, scanner)
    this.#put(column, outcomeOf(column, text), text)
  }

  /** What a value with a percent sign is for the measure of the current record. */
  #settled({ percent }: FieldColumn, share: Share): Uint8Array | null | Problem {
    const beside = this.#columns.find((c) => c.field === percent?.measure)
    const measure = beside === undefined || this.#scanner === undefined ? null : outcomeOf(beside, writtenIn(beside, this.#scanner))
    return measure instanceof Uint8Array && percent?.isPercent(Buffer.from(measure).toString()) === true ? share.percent : share.otherwise
  }

  /** An amount that names a currency names that of its row. */
  #checkSigned(scanner: CsvScanner): void {
    for (const { column, amount } of this.#signed) {
      const beside = this.#columns.find((c) => c.field === column.currencyField)
      const written = beside === undefined || beside.index < 0 ? '' : scanner.buffer.toString('utf8', scanner.starts[beside.index], scanner.ends[beside.index])
      const outcome = beside === undefined ? null : outcomeOf(beside, written)
      if (outcome instanceof Problem) continue
      const currency = outcome instanceof Uint8Array ? Buffer.from(outcome).toString() : null
      if (currency !== null && amount.currencies.includes(currency)) continue
      // A currency column that is put together from others is rare; what it says is checked when the amount is converted.
      if (beside !== undefined && beside.index < 0) continue
      const params = { currency: currency ?? '–', beside: beside?.title ?? column.currencyField ?? '' }
      this.#problem(column, new Problem('value.currency-differs', params), amount.text)
    }
    this.#signed = []
  }

  #put(column: FieldColumn, outcome: Outcome, text: string): void {
    if (outcome instanceof Problem) this.#problem(column, outcome, text)
    else if (outcome instanceof Share) this.#put(column, this.#settled(column, outcome), text)
    else if (outcome instanceof Signed) {
      this.#signed.push({ column, amount: outcome })
      this.#put(column, outcome.bytes, text)
    } else if (outcome === null) {
      this.#out[this.#pos++] = BACKSLASH
      this.#out[this.#pos++] = UPPER_N
    } else {
      this.#reserve(outcome.length + this.#columns.length * 8 + 64)
      this.#out.set(outcome, this.#pos)
      this.#pos += outcome.length
    }
  }

  #problem(column: FieldColumn, problem: Problem, value: string): void {
    this.problems.push({ code: problem.code, params: problem.params, index: column.index, title: column.title, value })
  }
}

/** The text of a column in a record: its field, or what a template makes of several. */
function writtenIn({ source, index }: FieldColumn, scanner: CsvScanner): string {
  const value = (i: number): string => scanner.buffer.toString('utf8', scanner.starts[i], scanner.ends[i]).trim()
  if (source.kind !== 'template') return value(index)
  const given = source.parts.some((p) => typeof p === 'number' && value(p) !== '')
  return given
    ? source.parts
        .map((p) => (typeof p === 'number' ? value(p) : p))
        .join('')
        .trim()
    : ''
}

/** Whether bytes are, or may end, white space that is not ASCII: U+3000, U+2000 and later, U+FEFF (three bytes), U+00A0 (two). */
function isWideSpace(bytes: Buffer, i: number): boolean {
  const c = at(bytes, i)
  return c === 0xc2 || c === 0xef || (c === 0xe3 && bytes[i + 1] === 0x80) || (c === 0xe2 && bytes[i + 1] === 0x80)
}

/** The closer look: what the text means in this field, ready for COPY. */
function outcomeOf(column: FieldColumn, text: string): Outcome {
  if (column.shape !== 'text' && text.length > LONGEST_VALUE) return new Problem('value.too-long', { bytes: Buffer.byteLength(text), limit: LONGEST_VALUE })
  const share = column.percent === undefined || !/[%％]/.test(text) ? undefined : column.percent.meaning(text)
  const outcome = meantBy(column, column.slow(text), text)
  if (share === undefined || 'bad' in share || share.ok === null || outcome instanceof Signed) return outcome
  const wrong = outcome instanceof Problem && outcome.code === 'value.percent-sign' ? new Problem('value.percent-of-measure', {}) : outcome
  return new Share(Buffer.from(share.ok), wrong)
}

function meantBy(column: FieldColumn, meaning: Normalised, text: string): Exclude<Outcome, Share> {
  if ('bad' in meaning) return new Problem(meaning.bad, meaning.params ?? {})
  if (meaning.ok === null) return column.required ? COLUMN_EMPTY : null
  const bytes = Buffer.from(escaped(meaning.ok), 'utf8')
  if (bytes.length > column.maxBytes) return new Problem('value.too-long', { bytes: bytes.length, limit: column.maxBytes })
  return meaning.currencies === undefined ? bytes : new Signed(bytes, meaning.currencies, text)
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** As COPY's text format wants it. */
function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] ?? c) : text
}
