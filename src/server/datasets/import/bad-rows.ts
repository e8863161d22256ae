import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { type Diagnostic, describe, type Lang } from '../../../base/diagnostic.ts'
import { BAD_ROWS_SHOWN } from '../../../base/limits.ts'
import { datasetTexts } from '../texts.ts'
import type { BadReport } from './report.ts'

/** Text collected before it is written: few calls, little memory. */
const WRITE_CHARS = 65_536

const HEADINGS = { zh: ['行', '列', '值', '原因', '怎么办', '代码'], en: ['line', 'column', 'value', 'reason', 'cure', 'code'] } as const

/** One cell for a spreadsheet: quoted where needed, and never a formula (a plain number stays one). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Collects what is wrong with rows: the first ones in memory, all of them in a CSV that a spreadsheet opens.
 * The file appears under its name only when it is complete.
 */
export class BadRows {
  rows = 0
  /** The first of the problems that are the same but for their line, and how many there are. */
  readonly #shown = new Map<string, { readonly first: Diagnostic; rows: number }>()
  readonly #byReason: Record<string, number> = {}
  readonly #path: string | null
  readonly #lang: Lang
  readonly #headings: readonly string[]
  #file: number | null = null
  #text = ''

  /** `names`: columns of the file, repeated after each problem so that a row can be mended and imported again. */
  constructor(options: { path: string | undefined; lang: Lang; names: readonly string[] }) {
    this.#path = options.path ?? null
    this.#lang = options.lang
    this.#headings = [...HEADINGS[options.lang], ...options.names]
  }

  /** One row that is bad for these reasons; `fields` is the row as the file has it, where it is known. */
  add(problems: readonly Diagnostic[], fields: readonly string[]): void {
    this.rows++
    for (const problem of problems) {
      this.#byReason[problem.code] = (this.#byReason[problem.code] ?? 0) + 1
      this.#show(problem)
      if (this.#path !== null) this.#write(this.#record(problem, fields))
    }
  }

  #show(problem: Diagnostic): void {
    const { line: _, ...same } = problem.params
    const id = JSON.stringify([problem.code, same])
    const known = this.#shown.get(id)
    if (known !== undefined) known.rows++
    else if (this.#shown.size < BAD_ROWS_SHOWN) this.#shown.set(id, { first: problem, rows: 1 })
  }

  #record(problem: Diagnostic, fields: readonly string[]): string {
    const { say, cure } = describe(problem, this.#lang, datasetTexts)
    const told = [String(problem.place.line ?? ''), String(problem.params.column ?? ''), String(problem.params.value ?? ''), say, cure, problem.code]
    return `${[...told, ...fields].map(cell).join(',')}\r\n`
  }

  #write(text: string): void {
    this.#text += text
    if (this.#text.length > WRITE_CHARS) this.#flush()
  }

  #flush(): void {
    if (this.#path === null) return
    this.#file ??= this.#begin(this.#path)
    writeSync(this.#file, this.#text)
    this.#text = ''
  }

  #begin(path: string): number {
    const file = openSync(`${path}.part`, 'w')
    // Spreadsheets take a CSV without the mark for their own old code page.
    writeSync(file, `\ufeff${this.#headings.map(cell).join(',')}\r\n`)
    return file
  }

  /** All is said: give the file its name. */
  finish(): BadReport {
    let file: string | null = null
    if (this.#path !== null && this.rows > 0) {
      this.#flush()
      this.#close()
      renameSync(`${this.#path}.part`, this.#path)
      file = this.#path
    }
    const shown = [...this.#shown.values()].map(({ first, rows }) => (rows === 1 ? first : { ...first, params: { ...first.params, alike: rows } }))
    return { shown, byReason: this.#byReason, file }
  }

  /** The import ended before its end: leave no half file. */
  abandon(): void {
    if (this.#file === null || this.#path === null) return
    this.#close()
    rmSync(`${this.#path}.part`, { force: true })
  }

  #close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}
