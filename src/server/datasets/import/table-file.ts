import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Refusal } from '../../../base/diagnostic.ts'
import { HEADER_SEARCH } from '../../../base/limits.ts'
import type { SourceDocument } from '../../../engine/documents/dataset.ts'
import { detectDelimiter, recordTexts } from '../csv/delimiter.ts'
import { detectEncoding } from '../csv/encoding.ts'
import { type ReadResult, readUtf8 } from '../csv/read.ts'
import { CsvScanner, isFatal } from '../csv/scanner.ts'
import { openSheet } from '../xlsx/sheet.ts'

/** A file as records, whatever it is: positioned after its header. */
export interface TableFile {
  readonly name: string
  readonly header: readonly string[]
  /** The line of the header: below the title and notes that some systems write first. */
  readonly headerLine: number
  readonly scanner: CsvScanner
  /** Further chunks for the scanner. The records of the first ones are already there. */
  readonly chunks: AsyncGenerator<Buffer>
  readonly encoding: string
  readonly delimiter: string | null
  /** Sheets store days as numbers. */
  readonly serialsFrom: '1900' | '1904' | null
  readonly totalBytes: number
  readonly result: ReadResult
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  readonly file: string
  readonly fileName: string
  readonly source: Partial<SourceDocument>
  readonly signal: AbortSignal | undefined
  /** How many of these names are columns of the dataset; chooses the delimiter. */
  readonly known: (names: readonly string[]) => number
}

/**
 * Open a file of records. What it is, its first bytes say, not its name.
 * Errors: `import.file-*`, `import.*-utf8` and others about encoding, `import.xlsx-*`, `csv.*` where the header is broken.
 */
export async function openTable(options: OpenOptions): Promise<TableFile> {
  const handle = await openFile(options)
  try {
    const head = Buffer.alloc(8)
    await handle.read(head, 0, 8, 0)
    const kind = kindOf(head)
    if (kind === 'old-excel') throw refuse('import.old-excel', options)
    return kind === 'zip' ? await openSheetTable(handle, options) : await openCsv(handle, options)
  } catch (error) {
    await handle.close()
    throw error instanceof Refusal ? named(error, options) : error
  }
}

/** A refusal about the file's inside, with the file's name. */
export function named(refusal: Refusal, { fileName }: { readonly fileName: string }): Refusal {
  if ('file' in refusal.params) return refusal
  const { code, params, place, details, cause } = refusal
  return new Refusal(code, { file: fileName, ...params }, { place: { file: fileName, ...place }, details, cause })
}

function refuse(code: string, options: OpenOptions, params: Record<string, string | number> = {}): Refusal {
  return new Refusal(code, { file: options.fileName, ...params }, { place: { file: options.fileName } })
}

async function openFile(options: OpenOptions): Promise<FileHandle> {
  try {
    // Looked at before it is opened: opening a pipe would wait for somebody to write into it.
    const about = await stat(options.file)
    const trouble = about.isDirectory() ? 'import.file-is-folder' : !about.isFile() ? 'import.file-not-regular' : about.size === 0 ? 'import.file-empty' : null
    if (trouble !== null) throw refuse(trouble, options)
    return await open(options.file, 'r')
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw refuse(code === 'ENOENT' || code === 'ENOTDIR' ? 'import.file-missing' : 'import.file-unreadable', options, { reason: code })
  }
}

function kindOf(head: Buffer): 'zip' | 'old-excel' | 'text' {
  if (head.readUInt32BE(0) === 0x504b0304) return 'zip'
  // The container of .xls, and of .xlsx files with a password.
  return head.readUInt32BE(0) === 0xd0cf11e0 ? 'old-excel' : 'text'
}

async function openCsv(handle: FileHandle, options: OpenOptions): Promise<TableFile> {
  if (/^\.xlsx?$/i.test(extname(basename(options.file)))) throw refuse('import.not-xlsx', options)
  const { size } = await handle.stat()
  const encoded = await detectEncoding(handle, options.source.encoding ?? 'auto')
  const result: ReadResult = { sha256: '', bytes: 0 }
  const chunks = readUtf8(handle, encoded, { result, signal: options.signal })
  const first = await chunks.next()
  if (first.done === true) throw refuse('import.file-empty', options)
  const found = options.source.delimiter === undefined ? detectDelimiter(first.value, options.known) : { delimiter: options.source.delimiter, named: false }
  const scanner = new CsvScanner({ delimiter: found.delimiter.charCodeAt(0) })
  scanner.push(first.value)
  const { header, line: headerLine } = await readHeader(scanner, chunks, { options, skip: found.named ? 1 : 0 })
  const close = async () => {
    await chunks.return(undefined)
    await handle.close()
  }
  return { name: options.fileName, header, headerLine, scanner, chunks, encoding: encoded.encoding, delimiter: found.delimiter, serialsFrom: null, totalBytes: size, result, close }
}

async function openSheetTable(handle: FileHandle, options: OpenOptions): Promise<TableFile> {
  const result: ReadResult = { sha256: '', bytes: 0 }
  const sheet = await openSheet(handle, { name: options.fileName, sheet: options.source.sheet, result })
  const scanner = new CsvScanner({ delimiter: ','.charCodeAt(0), countRecords: true })
  const { header, line: headerLine } = await readHeader(scanner, sheet.chunks, { options, skip: 0 })
  const close = async () => {
    await sheet.chunks.return(undefined)
    await handle.close()
  }
  return {
    name: options.fileName,
    header,
    headerLine,
    scanner,
    chunks: sheet.chunks,
    encoding: 'xlsx',
    delimiter: null,
    serialsFrom: sheet.serialsFrom,
    totalBytes: result.bytes,
    result,
    close,
  }
}

interface Header {
  readonly header: string[]
  readonly line: number
}

/** Known columns that make a record below the first one the header: a note above it may hold one such word, hardly two. */
const KNOWN_BELOW = 2

/**
 * The first record that is not blank, after `skip` records. Where it names no column of the dataset it is a title or a note, as some systems
 * write them above a table, if a record that does comes soon after.
 */
async function readHeader(scanner: CsvScanner, chunks: AsyncGenerator<Buffer>, { options, skip }: { options: OpenOptions; skip: number }): Promise<Header> {
  for (let left = skip; left > 0; left -= 1) if (!(await nextRecord(scanner, chunks))) throw refuse('import.file-empty', options)
  if (!(await nextRecord(scanner, chunks))) throw refuse('import.file-empty', options)
  const first = recordOf(scanner, options)
  if (options.known(first.header) > 0) return first
  for (let seen = 1; seen < HEADER_SEARCH && (await nextRecord(scanner, chunks)) && scanner.trouble === null; seen += 1) {
    const below = recordOf(scanner, options)
    if (options.known(below.header) >= KNOWN_BELOW) return below
  }
  // Nothing is known in it, so its columns are refused, and what was read below is not missed.
  return first
}

async function nextRecord(scanner: CsvScanner, chunks: AsyncGenerator<Buffer>): Promise<boolean> {
  for (;;) {
    if (scanner.next()) return true
    const chunk = await chunks.next()
    if (chunk.done === true) {
      scanner.end()
      return scanner.next()
    }
    scanner.push(chunk.value)
  }
}

function recordOf(scanner: CsvScanner, options: OpenOptions): Header {
  const { trouble, line } = scanner
  if (trouble === null) return { header: recordTexts(scanner), line }
  const value = isFatal(trouble) ? '' : (recordTexts(scanner)[trouble.field] ?? '').slice(0, 80)
  throw new Refusal(trouble.code, { line: 'line' in trouble ? trouble.line : line, column: trouble.field + 1, value }, { place: { file: options.fileName, line } })
}
