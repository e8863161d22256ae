import { HEADER_SEARCH } from '../../../base/limits.ts'
import { CsvScanner } from './scanner.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/**
 * The delimiter of a file, judged by its first records: the one that yields a record with most known columns, else most columns in the first.
 * A first line `sep=;`, as spreadsheets write it, decides alone.
 */
export function detectDelimiter(head: Buffer, known: (names: readonly string[]) => number): { delimiter: Delimiter; named: boolean } {
  const named = /^sep=([,;\t|])\r?\n/i.exec(head.subarray(0, 16).toString('latin1'))?.[1]
  const found = DELIMITERS.find((d) => d === named)
  if (found !== undefined) return { delimiter: found, named: true }
  let best: { delimiter: Delimiter; known: number; columns: number } = { delimiter: ',', known: 0, columns: 0 }
  for (const delimiter of DELIMITERS) {
    const records = firstRecords(head, delimiter)
    const seen = { delimiter, known: Math.max(0, ...records.map(known)), columns: records[0]?.length ?? 0 }
    if (seen.known > best.known || (seen.known === best.known && seen.columns > best.columns)) best = seen
  }
  return { delimiter: best.delimiter, named: false }
}

/** The fields of the records among which the header is, as text. A head that ends inside a record is taken as its end. */
function firstRecords(head: Buffer, delimiter: Delimiter): string[][] {
  const scanner = new CsvScanner({ delimiter: delimiter.charCodeAt(0) })
  scanner.push(Buffer.from(head))
  scanner.end()
  const records: string[][] = []
  while (records.length < HEADER_SEARCH && scanner.next()) records.push(recordTexts(scanner))
  return records
}

/** The fields of the scanner's current record as text. */
export function recordTexts(scanner: CsvScanner): string[] {
  return Array.from({ length: scanner.fields }, (_, i) => scanner.buffer.toString('utf8', scanner.starts[i], scanner.ends[i]))
}
