import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import stringWidth from 'string-width'
import { type Diagnostic, describe, type Lang, type Place, type Refusal } from '../base/diagnostic.ts'
import type { Output } from './output.ts'
import { oneLine } from './table.ts'
import { catalogue } from './text/catalogue.ts'

/** What a program can rely on. */
export const EXIT = { done: 0, content: 1, usage: 2, environment: 3, differ: 4, interrupted: 130 } as const

/** Diagnostics shown; more no longer help before the first ones are mended. */
const SHOWN = 20

/** Files larger than this are not opened to show a line of them. */
const SOURCE_BYTES = 4 * 1_048_576

/** Cells of a source line that are shown around the place. */
const LINE_CELLS = 100

/** A mistake in how the command was written. `key` is its sentence. */
export class UsageProblem extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly command: string

  constructor(code: string, params: Readonly<Record<string, string | number>>, command = '') {
    super(code)
    this.name = 'UsageProblem'
    this.code = code
    this.params = params
    this.command = command
  }
}

/** Trouble that is told already: only the exit code is left to say. */
export class Told extends Error {
  readonly exit: number

  constructor(exit: number) {
    super(`exit ${exit}`)
    this.name = 'Told'
    this.exit = exit
  }
}

/** Diagnostics as JSON, with their sentences. */
export function diagnosticJson(d: Diagnostic, lang: Lang): object {
  return { code: d.code, severity: d.severity, ...describe(d, lang, catalogue), place: d.place, params: d.params }
}

/** A refusal as JSON, with its details. */
export function refusalJson(r: Refusal, lang: Lang): object {
  return { error: { code: r.code, ...describe(r, lang, catalogue), place: r.place, params: r.params }, diagnostics: r.details.map((d) => diagnosticJson(d, lang)) }
}

/** Tell a refusal on standard error: sentence, place, cure, then its details. */
export function tellRefusal(refusal: Refusal, lang: Lang, output: Output): void {
  const asDiagnostic: Diagnostic = { code: refusal.code, severity: 'error', place: refusal.place, params: refusal.params }
  output.note(...diagnosticLines(asDiagnostic, lang, output))
  if (refusal.details.length > 0) tellDiagnostics(refusal.details, lang, output)
}

/** Tell diagnostics on standard error: errors first, each with sentence, place, source line and cure. */
export function tellDiagnostics(list: readonly Diagnostic[], lang: Lang, output: Output): void {
  const rank = { error: 0, warning: 1, info: 2 }
  const sorted = [...list].sort((a, b) => rank[a.severity] - rank[b.severity])
  for (const d of sorted.slice(0, SHOWN)) output.note(...diagnosticLines(d, lang, output))
  if (sorted.length > SHOWN) output.note(output.say('error.more', { count: sorted.length - SHOWN }))
}

const LABEL = { error: 'error.label', warning: 'warning.label', info: 'info.label' } as const

function diagnosticLines(d: Diagnostic, lang: Lang, output: Output): string[] {
  const { say, cure } = describe(d, lang, catalogue)
  const paint = { error: output.colours.red, warning: output.colours.yellow, info: output.colours.cyan }[d.severity]
  const where = placeText(d.place)
  const head = `${paint(output.colours.bold(output.say(LABEL[d.severity])))}  ${where === '' ? '' : `${output.colours.cyan(oneLine(where))}  `}${clean(say)}`
  return [head, ...sourceLines(d.place, output), ...(cure === '' ? [] : [`    ${output.say('error.cure', { cure: clean(cure) })}`])]
}

/** Values of a file may stand inside a sentence: line breaks stay, other control characters do not reach the terminal. */
function clean(text: string): string {
  return text.split('\n').map(oneLine).join('\n    ')
}

/** `file:line:column`, as editors and terminals make it a link. */
export function placeText(place: Place): string {
  if (place.file === undefined) return place.path === undefined || place.path.length === 0 ? '' : place.path.join('.')
  return [place.file, place.line, place.line === undefined ? undefined : place.column].filter((x) => x !== undefined).join(':')
}

/** The line of the file with a caret below the column. */
function sourceLines(place: Place, output: Output): string[] {
  if (place.file === undefined || place.line === undefined) return []
  const text = lineOf(place.file, place.line)
  if (text === null || text.trim() === '') return []
  if (place.column === undefined) return [`    ${output.colours.dim('|')} ${windowed(text, 0).text}`]
  const { text: shown, before } = windowed(text, place.column - 1)
  return [`    ${output.colours.dim('|')} ${shown}`, `    ${output.colours.dim('|')} ${' '.repeat(before)}${output.colours.red('^'.repeat(caretWidth(place, text)))}`]
}

function caretWidth(place: Place, text: string): number {
  const from = (place.column ?? 1) - 1
  const length = place.span === undefined ? 1 : Math.max(1, place.span.to - place.span.from)
  return Math.max(1, Math.min(LINE_CELLS, stringWidth(text.slice(from, from + length))))
}

/** A stretch of a long line around a character, and the cells before that character. */
function windowed(line: string, at: number): { text: string; before: number } {
  const start = at > LINE_CELLS / 2 ? at - Math.floor(LINE_CELLS / 2) : 0
  const head = start > 0 ? '…' : ''
  const plain = (text: string) => oneLine(text)
  const kept = line.slice(start, start + LINE_CELLS)
  const tail = start + LINE_CELLS < line.length ? '…' : ''
  return { text: head + plain(kept) + tail, before: stringWidth(head + plain(line.slice(start, at))) }
}

function lineOf(file: string, line: number): string | null {
  try {
    const info = statSync(file)
    if (!info.isFile() || info.size > SOURCE_BYTES) return null
    return decode(readFileSync(file)).split(/\r\n|\n|\r/)[line - 1] ?? null
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

/** The exit code for a refusal: trouble with the database or the disk, or something in the content. */
export function exitOf(refusal: Refusal): number {
  return /^(store|server)\./.test(refusal.code) ? EXIT.environment : EXIT.content
}

/** A period that does not exist, asked for on the command line. */
export class PeriodProblem extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}
