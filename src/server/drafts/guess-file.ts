import { GUESS_ROWS } from '../../base/limits.ts'
import { recordTexts } from '../datasets/csv/delimiter.ts'
import { openTable, type TableFile } from '../datasets/import/table-file.ts'

/** The beginning of a file: its header, and its first rows as texts. */
export interface Sample {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly encoding: string
  readonly delimiter: string | null
  readonly serialsFrom: '1900' | '1904' | null
}

/** Read the beginning of a CSV or XLSX file of which nothing is known. Errors: refusals about the file as a whole. */
export async function sampleOf(path: string, name: string): Promise<Sample> {
  const file = await openBelowTitle(path, name)
  try {
    const { header, encoding, delimiter, serialsFrom } = file
    return { header, encoding, delimiter, serialsFrom, rows: await firstRows(file) }
  } finally {
    await file.close()
  }
}

const named = (names: readonly string[]): number => names.filter((n) => n.trim() !== '').length

/** Titles and notes above a table fill few of its columns, its header most. A file of one column has no such header: it is read from its first line. */
async function openBelowTitle(path: string, name: string): Promise<TableFile> {
  const open = (known: (names: readonly string[]) => number) => openTable({ file: path, fileName: name, source: {}, signal: undefined, known })
  const looksLikeHeader = (names: readonly string[]) => named(names) >= 2 && named(names) * 2 >= names.length
  const file = await open((names) => (looksLikeHeader(names) ? named(names) : 0))
  if (looksLikeHeader(file.header)) return file
  await file.close()
  return await open(named)
}

/** Rows of the width of the header; empty ones and broken ones are for the import to speak about. */
async function firstRows(file: TableFile): Promise<string[][]> {
  const rows: string[][] = []
  const { scanner } = file
  for (let ended = false; rows.length < GUESS_ROWS; ) {
    if (scanner.next()) {
      const texts = recordTexts(scanner)
      if (scanner.trouble === null && texts.length === file.header.length && texts.some((text) => text.trim() !== '')) rows.push(texts)
      continue
    }
    if (ended) break
    const chunk = await file.chunks.next()
    ended = chunk.done === true
    if (chunk.done === true) scanner.end()
    else scanner.push(chunk.value)
  }
  return rows
}
