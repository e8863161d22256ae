import ExcelJS from 'exceljs'
import type { Client } from './client.ts'
import type { Day } from './work.ts'

/** An export that was asked for, how it ended, and what is wrong with its file, a line each. */
export interface Exported {
  readonly job: string
  readonly state: string
  readonly problems: readonly string[]
}

const HEADER = 'order_id,day,seller,seller id,customer,product,status,amount,currency,pieces'

/** Every so many is a workbook. */
const WORKBOOK_EACH = 4

/** Ask for all orders as a file and fetch it, one after another, until told to stop. */
export async function exporting(client: Client, { goOn, stored }: Day): Promise<Exported[]> {
  const seen: Exported[] = []
  for (let n = 1; goOn(); n += 1) {
    const format = n % WORKBOOK_EACH === 2 ? 'xlsx' : 'csv'
    const before = [...stored]
    const { job, state, result } = await client.work('/datasets/orders/exports', { format })
    // Work that died with its server three times is given up, and says so: a person asks again.
    const problems = state === 'done' ? await fileProblems(client, { format, before, result }) : []
    seen.push({ job, state, problems: problems.map((problem) => `export ${n} (${format}): ${problem}`) })
  }
  return seen
}

/** What is missing, doubled or cut off in the file of an export. */
async function fileProblems(client: Client, of: { readonly format: string; readonly before: readonly string[]; readonly result: unknown }): Promise<string[]> {
  const said = of.result as { export: string; rows: number; bytes: number } // as: what the kind of job says
  const file = await client.file(`/exports/${said.export}/file`)
  const [header, ...rows] = await (of.format === 'xlsx' ? workbookRows(file) : csvRows(file))
  const ids = new Set(rows.map(([id]) => id))
  const missing = of.before.filter((id) => !ids.has(id))
  return [
    ...(file.length === said.bytes ? [] : [`${file.length} bytes, ${said.bytes} were said`]),
    ...(header?.join() === HEADER ? [] : [`the header is ${header?.join()}`]),
    ...(rows.length === said.rows ? [] : [`${rows.length} records, ${said.rows} were said`]),
    ...(ids.size === rows.length ? [] : [`${rows.length} records of ${ids.size} orders`]),
    ...rows.filter((row) => row.length !== header?.length).map((row) => `a record of ${row.length} cells: ${row.join()}`),
    ...(missing.length === 0 ? [] : [`${missing.length} orders stored before are missing: ${missing.slice(0, 3).join()}`]),
  ]
}

/** No cell of the orders holds a comma or a quote. A line that is cut off is a row of too few cells. */
function csvRows(file: Buffer): string[][] {
  const text = file.toString().replace('\ufeff', '')
  const lines = text.split('\r\n')
  // What follows the last end of line belongs to no record.
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => line.split(','))
}

async function workbookRows(file: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer) // as: a Buffer of fetch is on one
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String))) // as: a row of cells counted from 1
  return rows
}
