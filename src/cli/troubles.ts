import { isAbsolute, relative } from 'node:path'
import stringWidth from 'string-width'
import { type Diagnostic, describe, type Lang, type Params, type Place, type Refusal } from '../base/diagnostic.ts'
import type { Output } from './output.ts'
import { type Found, inFile, isDocument } from './source-line.ts'
import { cut, oneLine } from './table.ts'
import { catalogue } from './text/catalogue.ts'

/** What a program can rely on. */
export const EXIT = { done: 0, content: 1, usage: 2, environment: 3, differ: 4, interrupted: 130 } as const

/** Diagnostics shown; more no longer help before the first ones are mended. */
const SHOWN = 20

/** Cells of a source line that are shown around the place. */
const LINE_CELLS = 100

/** Cells before a source line: room for its bar. */
const MARGIN = 6

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

/** Longest piece of what somebody wrote that is said back: more would hide the sentence. */
const PARAM_CHARS = 300

/** Parameters for a sentence. */
export function shortened(params: Params): Params {
  const short = (value: string | number) => (typeof value === 'string' && value.length > PARAM_CHARS ? `${value.slice(0, PARAM_CHARS)}…` : value)
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, short(value)]))
}

function diagnosticLines(d: Diagnostic, lang: Lang, output: Output): string[] {
  const { say, cure } = describe({ code: d.code, params: shortened(d.params) }, lang, catalogue)
  const paint = { error: output.colours.red, warning: output.colours.yellow, info: output.colours.cyan }[d.severity]
  const found = inFile(d)
  const where = placeText(placeShown(d.place, found))
  const head = `${paint(output.colours.bold(output.say(LABEL[d.severity])))}  ${where === '' ? '' : `${output.colours.cyan(oneLine(where))}  `}${clean(say)}${alikeText(d, output)}`
  return [head, ...(found === null ? [] : sourceLines(found, output)), ...(cure === '' ? [] : [`    ${output.say('error.cure', { cure: clean(cure) })}`])]
}

/** Rows with the same mistake are told once. */
function alikeText({ params, place }: Diagnostic, output: Output): string {
  const rows = params['alike']
  return rows === undefined ? '' : output.say('error.alike', { rows, line: place.line ?? '' })
}

/** Values of a file may stand inside a sentence: line breaks stay, other control characters do not reach the terminal. */
function clean(text: string): string {
  return text.split('\n').map(oneLine).join('\n    ')
}

/** `file:line:column`, as editors and terminals make it a link. */
export function placeText(place: Place): string {
  if (place.file === undefined) return place.path === undefined || place.path.length === 0 ? '' : place.path.join('.')
  return [nearby(place.file), place.line, place.line === undefined ? undefined : place.column].filter((x) => x !== undefined).join(':')
}

/** A file below the current directory by its name from there. */
function nearby(file: string): string {
  const here = relative('', file)
  return isAbsolute(file) && here !== '' && !here.startsWith('..') && !isAbsolute(here) ? here : file
}

/** In a data file the column of a place is the number of the field, which would lead an editor astray. */
function placeShown({ column, ...line }: Place, found: Found | null): Place {
  const shown = found === null && isDocument(line.file) ? column : found?.column
  return shown === undefined ? line : { ...line, column: shown }
}

/** The line of the file with carets below what is wrong. */
function sourceLines({ text, column, length }: Found, output: Output): string[] {
  const { text: shown, before } = windowed(text, (column ?? 1) - 1, Math.min(LINE_CELLS, (output.noteWidth ?? LINE_CELLS) - MARGIN))
  const line = `    ${output.colours.dim('|')} ${shown}`
  if (column === undefined) return [line]
  const wide = Math.max(1, Math.min(stringWidth(shown) - before, stringWidth(text.slice(column - 1, column - 1 + length))))
  return [line, `    ${output.colours.dim('|')} ${' '.repeat(before)}${output.colours.red('^'.repeat(wide))}`]
}

/** A stretch of a long line around a character, and the cells before that character. */
function windowed(line: string, at: number, cells: number): { text: string; before: number } {
  // A line may be of megabytes: only as much of it is measured as can be shown.
  const long = line.length > 2 * cells || stringWidth(line) > cells
  const start = long && at > cells / 4 ? at - Math.floor(cells / 4) : 0
  const head = start > 0 ? '…' : ''
  const plain = (text: string) => oneLine(text)
  const shown = cut(head + plain(line.slice(start, start + 2 * cells)), cells)
  return { text: shown, before: stringWidth(head + plain(line.slice(start, at))) }
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
