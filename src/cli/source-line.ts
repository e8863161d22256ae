import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import type { Diagnostic, Place } from '../base/diagnostic.ts'

/** Files larger than this are not opened to show a line of them. */
const SOURCE_BYTES = 4 * 1_048_576

/** A line that something is wrong with, and the characters of it that are: `column` is 1-based, undefined where only the line is known. */
export interface Found {
  readonly text: string
  readonly column: number | undefined
  readonly length: number
}

/** The line a diagnostic is about; null where there is none to show, as in a workbook. */
export function inFile({ place, params }: Pick<Diagnostic, 'place' | 'params'>): Found | null {
  if (place.file === undefined || place.line === undefined) return null
  const text = lineOf(place.file, place.line)
  if (text === null || text.trim() === '') return null
  if (isDocument(place.file) || place.column === undefined) return { text, column: place.column, length: spanLength(place) }
  // In a data file the column is the number of the field.
  const value = typeof params['value'] === 'string' ? params['value'] : null
  const at = value === null ? null : fieldAt(text, place.column, value)
  return at === null ? { text, column: undefined, length: 1 } : { text, column: at.from + 1, length: Math.max(1, at.to - at.from) }
}

/** A document of a plan: what a place calls its column is a character. */
export function isDocument(file: string | undefined): boolean {
  return file !== undefined && /\.ya?ml$/i.test(file)
}

function spanLength(place: Place): number {
  return place.span === undefined ? 1 : Math.max(1, place.span.to - place.span.from)
}

/** Where a field of a line stands. Nobody says what divides the fields: the character is taken under which the field holds the value. */
function fieldAt(line: string, number: number, value: string): { from: number; to: number } | null {
  for (const delimiter of [',', ';', '\t', '|']) {
    const field = fieldsOf(line, delimiter)[number - 1]
    if (field !== undefined && unquoted(line.slice(field.from, field.to)) === value.trim()) return field
  }
  return null
}

function fieldsOf(line: string, delimiter: string): { from: number; to: number }[] {
  const fields: { from: number; to: number }[] = []
  let from = 0
  let quoted = false
  for (let i = 0; i <= line.length; i += 1) {
    if (line[i] === '"') quoted = !quoted
    if (i < line.length && (quoted || line[i] !== delimiter)) continue
    fields.push({ from, to: i })
    from = i + 1
  }
  return fields
}

function unquoted(field: string): string {
  const text = field.trim()
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"').trim() : text
}

function lineOf(file: string, line: number): string | null {
  try {
    const info = statSync(file)
    if (!info.isFile() || info.size > SOURCE_BYTES) return null
    const text = decode(readFileSync(file))
    // A workbook has no lines to show.
    return text.includes('\0') ? null : (text.split(/\r\n|\n|\r/)[line - 1] ?? null)
  } catch {
    return null
  }
}

/** The text of a file for showing a line of it; what cannot be read is a replacement character. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes)
}
