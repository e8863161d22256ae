import { PassThrough, type Readable } from 'node:stream'
import ExcelJS from 'exceljs'

/** A column of a sheet: its title, and of which kind its cells are. */
export interface SheetColumn<Row> {
  readonly title: string
  /** number: an exact decimal as text; it becomes a number of the sheet where a sheet can hold all its digits, else it stays text. */
  readonly kind: 'text' | 'number'
  readonly of: (row: Row) => string | null
}

export interface Sheet<Row> {
  readonly name: string
  readonly columns: readonly SheetColumn<Row>[]
  /** Rows as they come, a page at a time: a long list is never held as a whole. */
  readonly pages: AsyncIterable<readonly Row[]>
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A spreadsheet keeps fifteen digits of a number. */
const DIGITS = 15

/** What a spreadsheet may take for a formula when the cell is edited or saved as CSV. */
const FORMULA = /^[=+\-@\t\r]/

/** The title and the rows of a sheet as an XLSX file, written while it is read. An error of the rows ends the stream with it. */
export function workbookOf<Row>({ name, columns, pages }: Sheet<Row>): Readable {
  const out = new PassThrough()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out })
  const sheet = book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ title, kind }) => ({ header: escaped(title), width: kind === 'number' ? 14 : 18 }))
  sheet.getRow(1).commit()
  const write = async () => {
    for await (const rows of pages) for (const row of rows) sheet.addRow(columns.map((column) => cellOf(column, row))).commit()
    sheet.commit()
    await book.commit()
  }
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

function cellOf<Row>({ kind, of }: SheetColumn<Row>, row: Row): string | number | null {
  const text = of(row)
  if (text === null || kind === 'text') return text === null ? null : escaped(text)
  return text.replace(/\D/g, '').length <= DIGITS ? Number(text) : text
}

export function escaped(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** At most 31 letters, none of those a sheet’s name may not have. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)
}
