import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { readSheet } from 'read-excel-file/node'
import { dec } from '../../../base/decimal.ts'
import { Refusal } from '../../../base/diagnostic.ts'
import { XLSX_BYTES } from '../../../base/limits.ts'
import type { ReadResult } from '../csv/read.ts'
import { type Cell, mendCells, percentStyles } from './cells.ts'
import { zipContent, zipEntries } from './zip.ts'

/** A sheet as CSV bytes, one record a row, so that sheets and CSV files go through the same checks. */
export interface Sheet {
  readonly chunks: AsyncGenerator<Buffer>
  /** Where the workbook counts its days from. */
  readonly serialsFrom: '1900' | '1904'
}

export interface SheetOptions {
  readonly name: string
  /** Name of the sheet; the first one where not said. */
  readonly sheet: string | undefined
  readonly result: ReadResult
}

/** Unpacked size of a workbook: it is held in memory, a small archive can unpack to anything, and a JavaScript string ends at 512 MB. */
const UNPACKED_BYTES = 400 * 1_048_576

/** The part that lists the sheets is small in every workbook. */
const WORKBOOK_BYTES = 4 * 1_048_576

/** Styles of a workbook; some programs write very many. */
const STYLES_BYTES = 64 * 1_048_576

/** Rows turned into bytes at a time. */
const CHUNK_ROWS = 1_000

/** Spreadsheets calculate with 15 digits; what their files hold beyond is noise, 0.1 + 0.2 being stored as 0.30000000000000004. */
const SHEET_DIGITS = 15

/**
 * Read one sheet of an XLSX file. Errors: `import.xlsx-too-large`, `import.xlsx-not-a-workbook`, `import.xlsx-damaged`,
 * `import.xlsx-no-sheet`, `import.xlsx-empty`.
 */
export async function openSheet(file: FileHandle, options: SheetOptions): Promise<Sheet> {
  const refuse = (code: string, params: Record<string, string | number> = {}) => new Refusal(code, { file: options.name, ...params }, { place: { file: options.name } })
  const { size } = await file.stat()
  if (size > XLSX_BYTES) throw refuse('import.xlsx-too-large', { megabytes: Math.ceil(size / 1_048_576), limit: XLSX_BYTES / 1_048_576 })
  const entries = await zipEntries(file, size)
  if (entries === null) throw refuse('import.xlsx-damaged', { reason: 'zip' })
  const workbook = entries.find((e) => e.name === 'xl/workbook.xml')
  if (workbook === undefined) throw refuse('import.xlsx-not-a-workbook')
  const unpacked = entries.reduce((sum, e) => sum + e.bytes, 0)
  if (unpacked > UNPACKED_BYTES) throw refuse('import.xlsx-too-large', { megabytes: Math.ceil(unpacked / 1_048_576), limit: UNPACKED_BYTES / 1_048_576 })
  const xml = (await zipContent(file, workbook, WORKBOOK_BYTES))?.toString('utf8') ?? ''
  const sheets = sheetNames(xml)
  const sheet = options.sheet === undefined ? undefined : sheetNamed(sheets, options.sheet)
  if (sheet === null) throw refuse('import.xlsx-no-sheet', { sheet: options.sheet ?? '', sheets: sheets.map((name) => `“${name}”`).join(' ') })
  const bytes = Buffer.alloc(size)
  await file.read(bytes, 0, size, 0)
  options.result.sha256 = createHash('sha256').update(bytes).digest('hex')
  options.result.bytes = size
  const rows = await rowsOf(bytes, sheet, refuse)
  const relations = entries.find((e) => e.name === 'xl/_rels/workbook.xml.rels')
  const links = relations === undefined ? '' : ((await zipContent(file, relations, WORKBOOK_BYTES))?.toString('utf8') ?? '')
  const part = entries.find((e) => e.name === sheetPart(xml, links, sheet === undefined ? 0 : sheets.indexOf(sheet)))
  const styles = entries.find((e) => e.name === 'xl/styles.xml')
  const looks = styles === undefined ? '' : ((await zipContent(file, styles, STYLES_BYTES))?.toString('utf8') ?? '')
  if (part !== undefined) mendCells(rows, await zipContent(file, part, UNPACKED_BYTES), percentStyles(looks))
  if (rows.every((row) => row.every((cell) => cell === null))) throw refuse('import.xlsx-empty', { sheet: sheet ?? sheets[0] ?? '1' })
  return { chunks: csvOf(rows), serialsFrom: /date1904="(?:1|true)"/.test(xml) ? '1904' : '1900' }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function sheetNames(workbook: string): string[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map((m) => (m[1] ?? '').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole))
}

/** The sheet of that name, or the only one that differs by case and spaces alone: those nobody sees at the end of a tab. Null where there is none. */
function sheetNamed(sheets: readonly string[], wanted: string): string | null {
  if (sheets.includes(wanted)) return wanted
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const [found, second] = sheets.filter((name) => plain(name) === plain(wanted))
  return found === undefined || second !== undefined ? null : found
}

/** Where in the archive a sheet lies. */
function sheetPart(workbook: string, links: string, index: number): string | null {
  const sheet = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)][index]?.[0] ?? ''
  const id = /\br:id="([^"]*)"/.exec(sheet)?.[1]
  const link = [...links.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(([tag]) => /\bId="([^"]*)"/.exec(tag)?.[1] === id)?.[0] ?? ''
  const target = /\bTarget="([^"]*)"/.exec(link)?.[1]
  return target === undefined ? null : target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function rowsOf(bytes: Buffer, sheet: string | undefined, refuse: (code: string, params?: Record<string, string | number>) => Refusal): Promise<Cell[][]> {
  try {
    // Numbers come as the text the file holds: an amount never passes through a JavaScript number.
    const rows = await readSheet(bytes, sheet ?? 1, { parseNumber: sheetNumber, trim: false })
    return rows as unknown as Cell[][] // The library's types name the class Date where its instances are meant.
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refuse('import.xlsx-damaged', { reason: reason.slice(0, 200) })
  }
}

/** The text of a number cell with the digits the spreadsheet itself shows. */
export function sheetNumber(text: string): string {
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return text
  const value = dec(text)
  return value.precision() > SHEET_DIGITS ? value.toSignificantDigits(SHEET_DIGITS).toFixed() : value.toFixed()
}

async function* csvOf(rows: readonly (readonly Cell[])[]): AsyncGenerator<Buffer> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const text = rows
      .slice(from, from + CHUNK_ROWS)
      .map((row) => row.map(csvCell).join(','))
      .join('\n')
    yield Buffer.from(`${text}\n`, 'utf8')
  }
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'true' : 'false'
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : momentText(cell)
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A date cell: the day, and the time where there is one. Sheets know no time zone; the library gives the figures as UTC. */
function momentText(moment: Date): string {
  // Fractions of a day are stored in binary: half a second of rounding brings back the second that was typed.
  const text = new Date(Math.round(moment.getTime() / 1000) * 1000).toISOString()
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
